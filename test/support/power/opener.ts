// The process whose power is cut while it brings a store up to date. Argument: the folder.
import { join } from "node:path";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";

const [folder = ""] = process.argv.slice(2);
const store = openSqliteStore(
  join(folder, "voelspriet.db"),
  openVault(loadKeyRing(join(folder, "keys.json"), "must-exist")),
);
await store.close();
