import { existsSync } from "node:fs";
import { clockOf } from "#commands/store-clock.ts";
import type { Command } from "#commands/terminal.ts";
import { type Config, readConfig } from "#config.ts";
import { noTally, tallyIn } from "#second-tally.ts";
import { openStore } from "#start/open.ts";
import type { Store } from "#store/store.ts";

/** Counts of what there is and what waits. `unowned` above 0 is a fault in this software: report it. */
export const status: Command = async ({ flags, print }) => {
  const config = readConfig();
  const store = await openStore(config, "beside");
  try {
    const counts = await store.counts((await clockOf(store)).now());
    const model = await modelOf(config, store);
    if (flags["json"]) {
      print(JSON.stringify({ ...counts, model }));
      return 0;
    }
    for (const [name, value] of Object.entries({ ...counts, ...counts.stages })) {
      if (typeof value === "number") print(`${name.padEnd(15)} ${value}`);
    }
    if (model !== null)
      for (const [name, value] of Object.entries(model)) print(`${`model ${name}`.padEnd(15)} ${value}`);
    return 0;
  } finally {
    await store.close();
  }
};

/** The language model that reads along: null where there is none, and never was. */
async function modelOf({ model }: Config, store: Store) {
  const tally = await tallyIn(store);
  if (model === null && tally === null) return null;
  const state = model === null ? "none" : existsSync(model.offFile) ? "off" : "on";
  return { state, ...(tally ?? noTally) };
}
