import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { systemClock } from "#base/clock.ts";
import { Problem } from "#base/problem.ts";
import { clockOf } from "#commands/store-clock.ts";
import type { Command } from "#commands/terminal.ts";
import { copiedSetting } from "#commands/whole.ts";
import { readConfig } from "#config.ts";
import { lookAtFolder, openStore } from "#start/open.ts";
import { backedUpSetting } from "#watch/look.ts";

/** A consistent copy of the store beside the running system. It is sealed: keep the key file elsewhere. */
export const backup: Command = async ({ words, print }) => {
  const config = readConfig();
  const day = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" }).format(systemClock.now());
  const file = resolve(words[0] ?? join(config.dataDir, `back-up-${day}.db`));
  const store = await openStore(config, "beside");
  try {
    refusePlace(file);
    // In the copy too: it knows its age by it.
    const now = String((await clockOf(store)).now());
    await store.remember(copiedSetting, now);
    await store.backup(file);
    // Only now: a backup that fails must not look like one (watch/look.ts).
    await store.remember(backedUpSetting, now);
    print(
      `The copy is ${file}. It can only be read with the key file ${config.keyFile}: keep that one apart from the copy.`,
    );
    return 0;
  } finally {
    await store.close();
  }
};

function refusePlace(file: string): void {
  // Such a file is taken for a flag by the commands that should move or remove it.
  if (basename(file).startsWith("-")) {
    throw new Problem("refused", `A file name that starts with "-" is not taken: ${basename(file)}.`);
  }
  if (existsSync(file))
    throw new Problem("refused", `${file} exists already. Give another name: backup <file>`);
  const folder = dirname(file);
  if (lookAtFolder("The folder", folder) === "missing") {
    throw new Problem("refused", `There is no folder ${folder}. Make it first; no copy was made.`);
  }
}
