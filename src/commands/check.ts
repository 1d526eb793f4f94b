import { resolve } from "node:path";
import { clockOf } from "#commands/store-clock.ts";
import type { Command } from "#commands/terminal.ts";
import { holdingLine, lookAtWhole, momentWithAge } from "#commands/whole.ts";
import { readConfig } from "#config.ts";
import { notWhole, openCopy } from "#start/copy.ts";
import { openStore } from "#start/open.ts";
import type { Store } from "#store/store.ts";

/** Opens every story and proves the whole event log: of the store, also beside a running server, or of a backup. */
export const check: Command = async ({ words, print }) => {
  const config = readConfig();
  const [file] = words;
  if (file === undefined) {
    const store = await openStore(config, "beside");
    try {
      for (const line of await told(store, "The store")) print(line);
    } finally {
      await store.close();
    }
    return 0;
  }
  const copy = await openCopy(config, resolve(file), "backup");
  try {
    const lines = await told(copy.store, `The back-up ${file}`).catch(notWhole(file));
    for (const line of lines) print(line);
  } finally {
    await copy.discard();
  }
  return 0;
};

async function told(store: Store, what: string): Promise<string[]> {
  const now = (await clockOf(store)).now();
  const whole = await lookAtWhole(store, now);
  return [
    `${what} is whole: every text opens with this key, and no line of the event log is missing or altered.`,
    holdingLine(whole),
    ...(whole.upTo === null ? [] : [`Up to ${momentWithAge(whole.upTo, now)}.`]),
  ];
}
