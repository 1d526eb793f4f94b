import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { removeFolder } from "../support/folder.ts";
import { openKillTown } from "../support/kill-slack.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import {
  databaseBackTo,
  databasePrint,
  fillDatabase,
  newestDatabaseVersion,
} from "../support/upgrade/database.ts";
import { kills, proveUpgrade, signals, timeout } from "../support/upgrade/prove.ts";
import { refusedStart } from "../support/upgrade/start.ts";

test(`the program is updated on a database of an older version with ${signals} signals, and killed ${kills} times meanwhile: the next start finishes it, nothing is lost, and what is older refuses it then`, {
  timeout,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "voelspriet-upgrade-"));
  const sealer = openVault(loadKeyRing(join(folder, "sleutels.json"), "make-when-missing"));
  const database = await freshDatabase();
  await fillDatabase(database, signals, sealer);
  const before = await databasePrint(database);
  const town = await openKillTown({ how: "http", env: { DATA_DIR: folder, DATABASE_URL: database.url } });
  const version = async () => (await database.all<{ at: number }>("SELECT at FROM version"))[0]?.at;
  const look = {
    // What takes a few milliseconds may be over before anybody looked.
    begun: async () => (await database.all(migrating)).length > 0 || (await look.finished()),
    finished: async () => (await version()) === newestDatabaseVersion,
  };
  const expectKept = async () => expect(await databasePrint(database)).toEqual(before);
  const openBeside = async () =>
    (await openPostgresStore({ url: database.url, mode: "beside" }, sealer)).store;
  for (const older of [4, 1] as const) {
    const putBack = () => databaseBackTo(database, older);
    await proveUpgrade(town, { look, putBack, expectKept, openBeside }, older);
  }

  await database.all("UPDATE version SET at = at + 1");
  expect(await refusedStart(town)).toEqual({ code: 1, said: expect.stringMatching(/newer software/) });
  await expectKept();
  await town.close();
  await database.drop();
  removeFolder(folder);
});

/** Finds who is bringing this store up to date at this moment. */
const migrating = `
  SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid::bigint = hashtext('migrate')::bigint & 4294967295
    AND objid::bigint = hashtext(current_schema())::bigint & 4294967295`;
