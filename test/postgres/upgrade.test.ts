import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { removeFolder } from "../support/folder.ts";
import { howOften } from "../support/how-often.ts";
import { openKillTown } from "../support/kill-slack.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import {
  databaseBackTo,
  databasePrint,
  fillDatabase,
  newestDatabaseVersion,
} from "../support/upgrade/database.ts";
import {
  costsSaid,
  killUpgrade,
  refusedStart,
  type StartCosts,
  shortest,
  startUpgrade,
  target,
} from "../support/upgrade/start.ts";

const signals = howOften("SIGNALS", { gate: 2_000, long: 1_000_000 });
const kills = howOften("UPGRADES", { gate: 1, long: 5 });

test(`the program is updated on a database of an older version with ${signals} signals, and killed ${kills} times meanwhile: the next start finishes it, nothing is lost, and what is older refuses it then`, {
  timeout: 120_000 + signals * 3,
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
  /** Starts it and ends it as an administrator does; gives what the start cost. */
  const brought = async () => {
    const costs = await startUpgrade(town, look);
    await town.kill("SIGTERM");
    expect(await databasePrint(database)).toEqual(before);
    const { store } = await openPostgresStore({ url: database.url, mode: "beside" }, sealer);
    await store.check("sample");
    const counts = await store.counts(0);
    await store.close();
    expect(counts).toMatchObject({ signals, waitingNotices: signals / 10 });
    return costs;
  };

  for (const older of [4, 1] as const) {
    const starts: StartCosts[] = [];
    // The first one finds a cold machine: kills are set by the shorter of two.
    for (let start = 0; start < 2; start++) {
      await databaseBackTo(database, older);
      starts.push(await brought());
    }
    const wholeMs = shortest(starts);
    let halfWay = 0;
    for (let kill = 1; kill <= kills; kill++) {
      await databaseBackTo(database, older);
      await killUpgrade(town, look, (wholeMs * kill) / (kills + 1));
      if ((await version()) === older) halfWay += 1;
      starts.push(await brought());
    }
    process.stdout.write(
      `${signals} signals, version ${older}: ${halfWay} of ${kills} kills half-way; ready after ${costsSaid(starts)}\n`,
    );
    for (const { readyMs, peakMb } of starts) {
      expect(readyMs).toBeLessThan(target.readyMs);
      expect(peakMb).toBeLessThan(target.peakMb);
    }
  }

  await database.all("UPDATE version SET at = at + 1");
  expect(await refusedStart(town)).toEqual({ code: 1, said: expect.stringMatching(/newer software/) });
  expect(await databasePrint(database)).toEqual(before);
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
