import { Temporal } from "temporal-polyfill";
import { Problem } from "#base/problem.ts";
import type { Instant } from "#signal/signal.ts";

const zone = "Europe/Amsterdam";

/** From the first instant of a period up to, not including, the last. Epoch milliseconds. */
export interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

/** Four closed weeks that follow each other (five where the year has a week 53), oldest first. */
export interface Block {
  readonly fromWeek: string;
  readonly untilWeek: string;
  readonly weeks: readonly string[];
}

interface Known extends Period {
  readonly week: string;
  readonly dueAt: Instant;
  readonly monday: Temporal.PlainDate;
}

const known = new Map<string, Known>();
let latest: Known | null = null;

/** Is this text an ISO week that exists, such as `2026-W47`? Week 53 only in years that have one. */
export function isWeek(text: string): boolean {
  const parts = partsOf(text);
  return parts !== null && parts.number >= 1 && parts.number <= weeksIn(parts.year);
}

/** The ISO week of an instant, on the calendar of Europe/Amsterdam. */
export function weekOf(instant: Instant): string {
  // Thousands of instants in a row fall in the same week: then no calendar is asked.
  if (latest && instant >= latest.from && instant < latest.until) return latest.week;
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
  latest = look(weekOfDay(day));
  return latest.week;
}

/** Monday 00:00 to the next Monday 00:00, local time: 167, 168 or 169 hours. Throws "refused" for a week that does not exist. */
export function weekBounds(week: string): Period {
  const { from, until } = look(week);
  return { from, until };
}

/** The week before. */
export function previousWeek(week: string): string {
  return weekOfDay(look(week).monday.subtract({ days: 7 }));
}

/** The week after. */
export function nextWeek(week: string): string {
  return weekOfDay(look(week).monday.add({ days: 7 }));
}

/** The so many weeks that end with this one, oldest first. */
export function weeksUpTo(week: string, count: number): string[] {
  const weeks = [week];
  while (weeks.length < count) weeks.unshift(previousWeek(weeks[0] ?? week));
  return weeks;
}

/**
 * The last closed block as seen at the end of the week: weeks 1-4, 5-8, ..., 49-52; a week 53 joins the last
 * block (domain.md "Settled readings"). The weeks of a block that is still running see the block before it.
 */
export function blockOf(week: string): Block {
  let last = week;
  while (!closesBlock(last)) last = previousWeek(last);
  const weeks = weeksUpTo(last, last.endsWith("53") ? 5 : 4);
  return { fromWeek: weeks[0] ?? last, untilWeek: last, weeks };
}

/** When the digest of a week is due: Monday 08:00 local time after it. */
export function digestDue(week: string): Instant {
  return look(week).dueAt;
}

function closesBlock(week: string): boolean {
  const { year, number } = partsOf(week) ?? { year: 0, number: 0 };
  if (number >= 52) return number === weeksIn(year);
  return number % 4 === 0;
}

function look(week: string): Known {
  const found = known.get(week);
  if (found) return found;
  const parts = partsOf(week);
  if (!parts || !isWeek(week)) {
    throw new Problem("refused", `"${week.slice(0, 20)}" is not a week. Write it as 2026-W47.`);
  }
  // 4 January is always in week 1.
  const fourth = Temporal.PlainDate.from({ year: parts.year, month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ days: 7 * (parts.number - 1) });
  const next = monday.add({ days: 7 });
  const made: Known = {
    week,
    monday,
    from: monday.toZonedDateTime(zone).epochMilliseconds,
    until: next.toZonedDateTime(zone).epochMilliseconds,
    dueAt: next.toZonedDateTime({ timeZone: zone, plainTime: "08:00" }).epochMilliseconds,
  };
  known.set(week, made);
  return made;
}

function partsOf(text: string): { readonly year: number; readonly number: number } | null {
  const found = /^(\d{4})-W(\d{2})$/.exec(text);
  return found ? { year: Number(found[1]), number: Number(found[2]) } : null;
}

/** 28 December is always in the last week of its year. */
function weeksIn(year: number): number {
  return Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 52;
}

function weekOfDay(day: Temporal.PlainDate): string {
  const year = String(day.yearOfWeek ?? day.year).padStart(4, "0");
  return `${year}-W${String(day.weekOfYear ?? 1).padStart(2, "0")}`;
}
