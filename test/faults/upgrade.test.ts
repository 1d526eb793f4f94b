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
import { openKillTown } from "../support/kill-slack.ts";
import { fillFile, keptRows, versionIn } from "../support/upgrade/file.ts";
import { kills, proveUpgrade, signals, timeout } from "../support/upgrade/prove.ts";
import { refusedStart } from "../support/upgrade/start.ts";

test.each([newestFileVersion - 1, 1])(
  `the program is updated on a file of version %i with ${signals} signals, and killed ${kills} times meanwhile: the next start finishes it, nothing is lost, and what is older refuses it then`,
  { timeout },
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
    const putBack = () => {
      for (const left of ["", "-wal", "-shm", ".lock"]) rmSync(`${file}${left}`, { force: true });
      cpSync(before, file);
    };
    const expectKept = () => {
      for (const [table, rows] of Object.entries(keptRows(before, file)))
        expect({ table, ...rows }).toEqual({ table, before: rows.before, same: rows.before });
    };
    const openBeside = async () => openSqliteStore(file, sealer, { mode: "beside" });
    const tidy = () => rmSync(`${file}.lock`, { force: true });
    await proveUpgrade(town, { look, putBack, expectKept, openBeside, tidy }, version);

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
