import { newVaultKey, openVault } from "#privacy/vault.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { storeContract } from "../contracts/store.ts";
import { freshDatabase } from "../support/postgres/database.ts";

const vault = openVault({ keys: [newVaultKey()] });

storeContract("the store on PostgreSQL", async () => {
  const database = await freshDatabase();
  const open = async () => (await openPostgresStore({ url: database.url, mode: "serve" }, vault)).store;
  let store = await open();
  return {
    store,
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    async cleanup() {
      await store.close();
      await database.drop();
    },
  };
});
