import { resolve } from "node:path";
import { complaintOf } from "#base/complaint.ts";
import { Problem } from "#base/problem.ts";
import { eraseAgain, lostSince } from "#commands/restore/difference.ts";
import { clockOf } from "#commands/store-clock.ts";
import type { Command, Terminal } from "#commands/terminal.ts";
import { type Holding, holdingLine, holdingOf, lookAtWhole, momentWithAge } from "#commands/whole.ts";
import { type Config, readConfig } from "#config.ts";
import { restoredSetting } from "#outbox/restored.ts";
import type { Moment } from "#signal/moment.ts";
import type { Instant } from "#signal/signal.ts";
import { openCalendar } from "#signal/working-time.ts";
import {
  isStoreThere,
  notWhole,
  type OpenCopy,
  openCopy,
  putInDatabase,
  putInPlace,
  whileNobodyServes,
} from "#start/copy.ts";
import { kindOf, otherKind } from "#start/house-kind.ts";
import { openDirectory, openStore } from "#start/open.ts";

/**
 * Puts a backup back: every text in it is opened first. Where there is a store already, it only tells what would be lost, until
 * it is asked with --yes; the old file is kept. What was erased since the backup is erased again. With DATABASE_URL it goes to that
 * database, which must be empty.
 */
export const restore: Command = async (terminal) => {
  const config = readConfig();
  const file = resolve(terminal.words[0] ?? "");
  return whileNobodyServes(config, async () => {
    const copy = await openCopy(config, file, "store");
    try {
      const now = (await clockOf(copy.store)).now();
      const whole = await lookAtWhole(copy.store, now).catch(notWhole(file));
      const other = otherKind(config.use, await kindOf(copy.store), config);
      if (other !== null) throw new Problem("misconfigured", other.replace(/^DATA_DIR \S+/, "The back-up"));
      terminal.print("The back-up is whole: every text opens with this key, and the event log is complete.");
      for (const line of linesOf(whole, now)) terminal.print(line);
      return await (config.database === null
        ? intoFolder({ config, copy, whole, now }, terminal)
        : intoDatabase({ config, copy, whole, now }, config.database.url, terminal));
    } finally {
      // Where it was put in its place nothing is left to take away.
      await copy.discard();
    }
  });
};

/** A backup that was looked at. */
interface Checked {
  readonly config: Config;
  readonly copy: OpenCopy;
  readonly whole: Holding;
  readonly now: Instant;
}

async function intoFolder(checked: Checked, { words, flags, print, complain }: Terminal): Promise<number> {
  const { config, copy, now } = checked;
  const stands = isStoreThere(config);
  const missing = stands ? await whatIsLost(checked) : { lines: [], erase: [] };
  for (const line of missing.lines) print(line);
  if (stands && flags["yes"] !== true) {
    complain(
      `There is a store in ${config.dataDir} already, so nothing was changed. To put the back-up in its place: restore ${words[0]} --yes. The old file is kept beside it.`,
    );
    return 1;
  }
  if (missing.erase.length > 0) {
    const again = await eraseAgain(copy.store, missing.erase, momentAt(config, now));
    print(`${again} stories that were erased after the back-up are erased in it too.`);
  }
  await copy.store.remember(restoredSetting, String(now));
  for (const line of closing(await putInPlace(config, copy, stampOf(now)))) print(line);
  return 0;
}

async function intoDatabase(
  { config, copy, now }: Checked,
  url: string,
  terminal: Terminal,
): Promise<number> {
  await copy.store.remember(restoredSetting, String(now));
  await putInDatabase(config, url, copy, sayingTenths(terminal.complain));
  for (const line of closing(null)) terminal.print(line);
  return 0;
}

function momentAt(config: Config, now: Instant): Moment {
  const directory = openDirectory(config);
  return { now, calendar: openCalendar(directory.hours), directory, loads: {} };
}

function sayingTenths(complain: (line: string) => void): (rows: number, all: number) => void {
  let said = -1;
  return (rows, all) => {
    const tenths = Math.floor((rows / all) * 10);
    if (tenths > said) complain(`${rows} of ${all} rows`);
    said = tenths;
  };
}

function linesOf(whole: Holding, now: Instant): string[] {
  const age =
    whole.upTo === null ? [] : [`Up to ${momentWithAge(whole.upTo, now)}. What came later is not in it.`];
  return [holdingLine(whole), ...age];
}

/** What the store of now has and the backup has not. Where that one can not be read, nothing can be said. */
async function whatIsLost({
  config,
  copy,
  whole,
  now,
}: Checked): Promise<{ readonly lines: string[]; readonly erase: readonly string[] }> {
  try {
    const store = await openStore(config, "beside");
    try {
      const { lost, changed, erased } = await lostSince(store, copy.store, whole.upTo ?? 0);
      const lines = [`The store of now: ${holdingLine(await holdingOf(store, now))}`];
      if (lost.length > 0)
        lines.push(`${lost.length} signals came after the back-up and would be lost: ${some(lost)}.`);
      if (changed.length > 0)
        lines.push(
          `${changed.length} signals went on after the back-up, and would be as they were: ${some(changed)}.`,
        );
      return { lines, erase: erased };
    } finally {
      await store.close();
    }
  } catch (thrown) {
    const why = complaintOf(thrown).split("\n")[0];
    const line = `The store of now can not be read, so what is lost can not be listed (${why}). Were stories erased on request after the back-up? Erase them again.`;
    return { lines: [line], erase: [] };
  }
}

const mostNamed = 40;

function some(codes: readonly string[]): string {
  const rest = codes.length - mostNamed;
  return rest > 0 ? `${codes.slice(0, mostNamed).join(", ")} and ${rest} more` : codes.join(", ");
}

function stampOf(now: Instant): string {
  return new Date(now).toISOString().replace(/[-:]/g, "").slice(0, 15);
}

function closing(kept: string | null): string[] {
  return [
    "The back-up is in place. Start Voelspriet within a day: messages that were sent after the back-up are then recognised in Slack, and not sent twice.",
    "Tell the coordinator from when on something may be missing, and enter what is on paper.",
    ...(kept === null
      ? []
      : [`The old store is kept: ${kept}. It holds stories too: remove it when it is not needed any more.`]),
  ];
}
