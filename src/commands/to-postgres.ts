import { existsSync, renameSync } from "node:fs";
import { resolve } from "node:path";
import { Problem } from "#base/problem.ts";
import type { Command } from "#commands/terminal.ts";
import { readConfig } from "#config.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { bringToDatabase } from "#start/move.ts";
import { databaseFile } from "#start/open.ts";

/**
 * Moves the store of DATA_DIR, or that of a backup, to the empty database of DATABASE_URL. Broken off, it goes on at the next
 * time. Afterwards the file of DATA_DIR has another name: nobody can serve it by mistake.
 */
export const toPostgres: Command = async ({ words, print, complain }) => {
  const config = readConfig();
  if (config.database === null) {
    throw new Problem("refused", "Set DATABASE_URL to the PostgreSQL database that the signals must go to.");
  }
  const own = databaseFile(config);
  const file = resolve(words[0] ?? own);
  if (!existsSync(file))
    throw new Problem(
      "refused",
      `There is no store at ${file}. Give the file of a backup, or correct DATA_DIR.`,
    );
  const sealer = openVault(loadKeyRing(config.keyFile, "must-exist"));
  let said = -1;
  const copied = await bringToDatabase({ file, url: config.database.url, sealer }, (rows, all) => {
    const tenths = Math.floor((rows / all) * 10);
    if (tenths > said) complain(`${rows} of ${all} rows`);
    said = tenths;
  });
  for (const { table, before, after } of copied)
    print(`${table.padEnd(10)} ${String(before).padStart(9)} there ${String(after).padStart(9)} here`);
  if (file !== own) {
    print("Everything is in the database.");
    return 0;
  }
  const kept = `${own}.moved`;
  renameSync(own, kept);
  print(
    `Everything is in the database. The file is called ${kept} now: keep it as a backup, or remove it. Start again.`,
  );
  return 0;
};
