import { clockOf } from "#commands/store-clock.ts";
import type { Command } from "#commands/terminal.ts";
import { readConfig } from "#config.ts";
import { openStore } from "#start/open.ts";

/** Counts of what there is and what waits. `unowned` above 0 is a fault in this software: report it. */
export const status: Command = async ({ flags, print }) => {
  const store = openStore(readConfig(), "beside");
  try {
    const counts = await store.counts((await clockOf(store)).now());
    if (flags["json"]) {
      print(JSON.stringify(counts));
      return 0;
    }
    for (const [name, value] of Object.entries({ ...counts, ...counts.stages })) {
      if (typeof value === "number") print(`${name.padEnd(15)} ${value}`);
    }
    return 0;
  } finally {
    await store.close();
  }
};
