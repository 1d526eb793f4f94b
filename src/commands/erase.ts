import { newId } from "#base/ids.ts";
import { Problem } from "#base/problem.ts";
import { clockOf } from "#commands/store-clock.ts";
import type { Command } from "#commands/terminal.ts";
import { readConfig } from "#config.ts";
import { eraseNow } from "#privacy/retention.ts";
import { isOpen } from "#signal/signal.ts";
import { openCalendar } from "#signal/working-time.ts";
import { openDirectory, openStore } from "#start/open.ts";

/** Erases every word of a signal, by its reference code. The codes and the event log stay, with a line that says that it was done. */
export const erase: Command = async ({ flags, words, print, complain }) => {
  const code = (words[0] ?? "").trim().toUpperCase();
  if (!/^VS-[A-Z0-9]{4}-[A-Z0-9]{3}$/.test(code)) {
    complain("That is no reference code. Give one such as: erase VS-K7MP-3QF");
    return 2;
  }
  const config = readConfig();
  const directory = openDirectory(config);
  const store = await openStore(config, "beside");
  try {
    const signal = await store.findByCode(code);
    if (signal === null)
      throw new Problem("refused", `There is no signal ${code}. Check the code; nothing was erased.`);
    if (isOpen(signal) && !flags["yes"]) {
      throw new Problem(
        "refused",
        `Signal ${code} is still open (${signal.stage}): without the story nobody can help any more, and who has it does not know what it was about. Nothing was erased. ` +
          `Close it first, or erase it all the same: erase ${code} --yes`,
      );
    }
    const count = (await store.passages(signal.id)).length;
    const moment = {
      now: (await clockOf(store)).now(),
      calendar: openCalendar(directory.hours),
      directory,
      loads: {},
    };
    const drafted = eraseNow(signal, { key: `erase:${newId()}`, by: { as: "system" } }, moment);
    if ((await store.commit(drafted.done())) !== "done") {
      throw new Problem(
        "retry",
        `Signal ${code} was changed at the same moment. Nothing was erased; try again.`,
      );
    }
    print(
      `${code}: ${count} texts erased. Copies made before today still hold them, sealed, until you delete those copies.`,
    );
    return 0;
  } finally {
    await store.close();
  }
};
