import { Temporal } from "temporal-polyfill";
import { Problem } from "#base/problem.ts";
import type { OfficeHours } from "#signal/directory.ts";
import { holidaysOf } from "#signal/holidays.ts";
import type { Instant } from "#signal/signal.ts";

/** The municipality's time zone: every office hour, date and week is meant there (domain.md 2.2). */
export const timeZone = "Europe/Amsterdam";

const minute = 60_000;
const day = 86_400_000;

/** The office hours as a clock: which instants count, and what a deadline in office time is. All instants in epoch milliseconds. */
export interface Calendar {
  /** Is the office open? From the opening on, up to and without the closing. */
  isOpen(instant: Instant): boolean;
  /** Does the office open at all on the local day of this instant? */
  isOfficeDay(instant: Instant): boolean;
  /** The instant itself when the office is open, else the first opening after it. */
  nextOpening(instant: Instant): Instant;
  /** When the office closes today; when it is closed now: at the end of the next day that it opens. */
  closingTime(instant: Instant): Instant;
  /** So many office minutes later; fractions count. Closed time does not count, so from a closed instant it runs from the next opening. */
  addWorkingMinutes(instant: Instant, minutes: number): Instant;
  /** One working day is the length of an office day: Tuesday 10:12 plus two is Thursday 10:12. */
  addWorkingDays(instant: Instant, days: number): Instant;
  /** Office minutes from `a` to `b`, fractions included; negative where `b` comes first. */
  workingMinutesBetween(a: Instant, b: Instant): number;
  /** The local date, `YYYY-MM-DD`. */
  localDate(instant: Instant): string;
  /** The local weekday, 1 is Monday. */
  isoWeekday(instant: Instant): number;
}

/** One local day: where it starts, when the office opens and closes in it. Closed all day: `opens` equals `closes`. */
interface OfficeDay {
  readonly date: string;
  readonly weekday: number;
  readonly starts: Instant;
  readonly opens: Instant;
  readonly closes: Instant;
}

/** The calendar of these office hours. Throws Problem "misconfigured" for an office that never opens. */
export function openCalendar(hours: OfficeHours): Calendar {
  refuseImpossible(hours);
  const dayNumbered = rememberedDays(hours);
  const lastClosed = hours.closed.map((date) => dayNumberOf(date)).reduce((a, b) => Math.max(a, b), 0);

  function numberAt(instant: Instant): number {
    if (!Number.isFinite(instant)) throw new Problem("bug", "An instant is not a number of milliseconds.");
    // The zone is one or two hours ahead of UTC, so that the guess is at most a day off.
    let number = Math.floor((instant + 60 * minute) / day);
    while (instant < dayNumbered(number).starts) number -= 1;
    while (instant >= dayNumbered(number + 1).starts) number += 1;
    return number;
  }

  /** The number of the first day, from this instant on, in which office time is left. */
  function openDayFrom(instant: Instant): number {
    const first = numberAt(instant);
    const last = Math.max(first, lastClosed) + 400;
    for (let number = first; number <= last; number += 1) {
      const { opens, closes } = dayNumbered(number);
      if (opens < closes && instant < closes) return number;
    }
    throw new Problem(
      "misconfigured",
      "The office never opens. Set hours.days and hours.open in the municipality file.",
    );
  }

  function nextOpening(instant: Instant): Instant {
    return Math.max(instant, dayNumbered(openDayFrom(instant)).opens);
  }

  function addWorkingMinutes(instant: Instant, minutes: number): Instant {
    if (!Number.isFinite(minutes) || minutes < 0) {
      throw new Problem("bug", "Office minutes can only be added: a number of 0 or more was expected.");
    }
    let left = Math.ceil(minutes * minute);
    let from = nextOpening(instant);
    for (;;) {
      const { closes } = dayNumbered(openDayFrom(from));
      if (left <= closes - from) return from + left;
      left -= closes - from;
      from = nextOpening(closes);
    }
  }

  function workingMinutesBetween(a: Instant, b: Instant): number {
    if (b < a) return -workingMinutesBetween(b, a);
    let sum = 0;
    const last = numberAt(b);
    for (let number = numberAt(a); number <= last; number += 1) {
      const { opens, closes } = dayNumbered(number);
      sum += Math.max(0, Math.min(b, closes) - Math.max(a, opens));
    }
    return sum / minute;
  }

  return {
    isOpen: (instant) => {
      const { opens, closes } = dayNumbered(numberAt(instant));
      return opens <= instant && instant < closes;
    },
    isOfficeDay: (instant) => {
      const { opens, closes } = dayNumbered(numberAt(instant));
      return opens < closes;
    },
    nextOpening,
    closingTime: (instant) => dayNumbered(openDayFrom(instant)).closes,
    addWorkingMinutes,
    addWorkingDays: (instant, days) => addWorkingMinutes(instant, days * (hours.closes - hours.opens)),
    workingMinutesBetween,
    localDate: (instant) => dayNumbered(numberAt(instant)).date,
    isoWeekday: (instant) => dayNumbered(numberAt(instant)).weekday,
  };
}

function refuseImpossible(hours: OfficeHours): void {
  const wholeMinutes = Number.isInteger(hours.opens) && Number.isInteger(hours.closes);
  if (!wholeMinutes || hours.opens < 0 || hours.closes > 1440 || hours.opens >= hours.closes) {
    throw new Problem("misconfigured", 'The office hours must open before they close, as in "09:00-17:00".');
  }
  if (!hours.days.some((weekday) => Number.isInteger(weekday) && weekday >= 1 && weekday <= 7)) {
    throw new Problem(
      "misconfigured",
      "The office never opens: hours.days is empty. Name at least one weekday.",
    );
  }
}

function dayNumberOf(date: string): number {
  return epoch.until(Temporal.PlainDate.from(date)).days;
}

const epoch = Temporal.PlainDate.from("1970-01-01");

/** Office days by their number since 1970, each worked out once: time zone arithmetic is slow, looking up is not. */
function rememberedDays(hours: OfficeHours): (number: number) => OfficeDay {
  const days = new Map<number, OfficeDay>();
  const closedDates = new Set(hours.closed);
  return (number) => {
    const known = days.get(number);
    if (known) return known;
    // Far more than a signal's life: only a clock that jumps about would ever fill it.
    if (days.size > 20_000) days.clear();
    const made = officeDay(epoch.add({ days: number }), hours, closedDates);
    days.set(number, made);
    return made;
  };
}

function officeDay(
  date: Temporal.PlainDate,
  hours: OfficeHours,
  closedDates: ReadonlySet<string>,
): OfficeDay {
  const starts = instantAt(date, 0);
  const name = date.toString();
  const isClosed =
    !hours.days.includes(date.dayOfWeek) || closedDates.has(name) || holidaysOf(date.year, hours).has(name);
  const opens = isClosed ? starts : instantAt(date, hours.opens);
  const closes = isClosed ? starts : instantAt(date, hours.closes);
  return { date: name, weekday: date.dayOfWeek, starts, opens, closes: Math.max(opens, closes) };
}

/** The instant at this local minute of the day; 1440 is the next midnight. A minute that the clock change skips is an hour later, one that comes twice is the first. */
function instantAt(date: Temporal.PlainDate, minuteOfDay: number): Instant {
  const onDate = minuteOfDay === 1440 ? date.add({ days: 1 }) : date;
  const plainTime = { hour: Math.floor((minuteOfDay % 1440) / 60), minute: minuteOfDay % 60 };
  return onDate.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}
