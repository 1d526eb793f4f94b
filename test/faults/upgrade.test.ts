import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { newestFileVersion } from "../support/first-version.ts";
import { removeFolder } from "../support/folder.ts";
import { howOften } from "../support/how-often.ts";
import { openKillTown } from "../support/kill-slack.ts";
import { fillFile, keptRows, versionIn } from "../support/upgrade/file.ts";
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

test.each([newestFileVersion - 1, 1])(
  `the program is updated on a file of version %i with ${signals} signals, and killed ${kills} times meanwhile: the next start finishes it, nothing is lost, and what is older refuses it then`,
  { timeout: 120_000 + signals * 3 },
  async (version) => {
    // On the disk: its pace is part of what is measured.
    const folder = mkdtempSync(join(tmpdir(), "voelspriet-upgrade-"));
    const [before, file] = [join(folder, "before.db"), join(folder, "voelspriet.db")];
    const sealer = openVault(loadKeyRing(join(folder, "sleutels.json"), "make-when-missing"));
    await fillFile(before, { version, signals, sealer });
    const town = await openKillTown({ how: "http", env: { DATA_DIR: folder } });
    const look = {
      begun: () => existsSync(`${file}.lock`),
      finished: () => versionIn(file) === newestFileVersion,
    };
    const putBefore = () => {
      for (const left of ["", "-wal", "-shm", ".lock"]) rmSync(`${file}${left}`, { force: true });
      cpSync(before, file);
    };
    /** Starts it and ends it as an administrator does; gives what the start cost. */
    const brought = async () => {
      const costs = await startUpgrade(town, look);
      await town.kill("SIGTERM");
      for (const [table, rows] of Object.entries(keptRows(before, file)))
        expect({ table, ...rows }).toEqual({ table, before: rows.before, same: rows.before });
      const store = openSqliteStore(file, sealer, { mode: "beside" });
      await store.check("sample");
      const counts = await store.counts(0);
      await store.close();
      expect(counts).toMatchObject({ signals, waitingNotices: signals / 10 });
      return costs;
    };

    const starts: StartCosts[] = [];
    // The first one finds a cold machine: kills are set by the shorter of two.
    for (let start = 0; start < 2; start++) {
      putBefore();
      starts.push(await brought());
    }
    const wholeMs = shortest(starts);
    let halfWay = 0;
    for (let kill = 1; kill <= kills; kill++) {
      putBefore();
      await killUpgrade(town, look, (wholeMs * kill) / (kills + 1));
      if (versionIn(file) < newestFileVersion) halfWay += 1;
      rmSync(`${file}.lock`, { force: true });
      starts.push(await brought());
    }
    process.stdout.write(
      `${signals} signals, version ${version}: ${halfWay} of ${kills} kills half-way; ready after ${costsSaid(starts)}\n`,
    );
    for (const { readyMs, peakMb } of starts) {
      expect(readyMs).toBeLessThan(target.readyMs);
      expect(peakMb).toBeLessThan(target.peakMb);
    }

    const db = new Database(file);
    db.pragma(`user_version = ${newestFileVersion + 1}`);
    db.close();
    const refused = await refusedStart(town);
    expect(refused).toEqual({ code: 1, said: expect.stringMatching(/newer software/) });
    expect(versionIn(file)).toBe(newestFileVersion + 1);
    await town.close();
    removeFolder(folder);
  },
);
