import { Problem } from "#base/problem.ts";
import { clockOf } from "#commands/store-clock.ts";
import type { Command } from "#commands/terminal.ts";
import { readConfig } from "#config.ts";
import { isWeek, weekOf } from "#digest/week.ts";
import { openDirectory, openStore } from "#start/open.ts";
import { cardText } from "#texts/card-text.ts";
import { weekCard } from "#texts/digest-card.ts";
import { openWeekly } from "#weekly.ts";

/** The week in numbers as text: as it was published, or as it would be now. Posts nothing. */
export const digest: Command = async ({ flags, print }) => {
  const { audience = "management", week: asked } = flags;
  if (audience !== "team" && audience !== "management") {
    throw new Problem("refused", `The audience is "${audience}"; expected team or management.`);
  }
  if (asked !== undefined && !isWeek(String(asked))) {
    throw new Problem("refused", `The week is "${asked}"; expected an ISO week such as 2026-W47.`);
  }
  const config = readConfig();
  const directory = openDirectory(config);
  const store = await openStore(config, "beside");
  try {
    const clock = await clockOf(store);
    const weekly = openWeekly({ store, directory, clock, onCommit: () => {} });
    const numbers =
      asked === undefined ? await weekly.latest(audience) : await weekly.numbers(String(asked), audience);
    if (flags["json"]) {
      print(JSON.stringify(numbers));
      return 0;
    }
    const reading = {
      language: "nl",
      directory,
      words: new Map<string, string>(),
      now: clock.now(),
    } as const;
    // ISO weeks sort as text.
    if (numbers.week >= weekOf(clock.now()))
      print(`${numbers.week} is not finished yet: these numbers will change.\n`);
    print(cardText(weekCard(numbers, reading)));
    return 0;
  } finally {
    await store.close();
  }
};
