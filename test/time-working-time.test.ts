import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { OfficeHours } from "#signal/directory.ts";
import { holidaysOf } from "#signal/holidays.ts";
import { openCalendar } from "#signal/working-time.ts";

const nineToFive: OfficeHours = {
  opens: 540,
  closes: 1020,
  days: [1, 2, 3, 4, 5],
  goodFriday: false,
  liberationDay: false,
  closed: [],
};
const calendar = openCalendar(nineToFive);

/** "2026-11-17 10:12" on the clock in Amsterdam. */
function at(local: string): number {
  return Temporal.PlainDateTime.from(local.replace(" ", "T")).toZonedDateTime("Europe/Amsterdam")
    .epochMilliseconds;
}

function local(instant: number): string {
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO("Europe/Amsterdam");
  return there.toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
}

test.each([
  ["Tuesday plus two days", "2026-11-17 10:12", 2, "2026-11-19 10:12"],
  ["Friday plus one day", "2026-11-20 16:50", 1, "2026-11-23 16:50"],
  ["Saturday counts from Monday morning", "2026-11-21 11:00", 1, "2026-11-23 17:00"],
  ["before opening counts from opening", "2026-11-17 06:00", 1, "2026-11-17 17:00"],
  ["at closing time the day is over", "2026-11-17 17:00", 1, "2026-11-18 17:00"],
  ["Christmas evening: Friday 25 to Monday 28", "2026-12-25 23:00", 1, "2026-12-28 17:00"],
  ["over Christmas and New Year", "2026-12-24 12:00", 5, "2027-01-04 12:00"],
  ["over King's Day (Monday)", "2026-04-24 15:00", 1, "2026-04-28 15:00"],
  ["Good Friday is an ordinary Friday here", "2026-04-02 12:00", 1, "2026-04-03 12:00"],
  ["over Easter Monday", "2026-04-03 12:00", 1, "2026-04-07 12:00"],
  ["over Ascension", "2026-05-13 12:00", 1, "2026-05-15 12:00"],
  ["over the clock change of March", "2026-03-27 16:00", 1, "2026-03-30 16:00"],
  ["over the clock change of October", "2026-10-23 16:00", 1, "2026-10-26 16:00"],
  ["in week 53", "2026-12-31 10:00", 2, "2027-01-05 10:00"],
  ["half a day over noon", "2026-11-17 15:00", 0.5, "2026-11-18 11:00"],
])("%s: %s plus %d working days is %s", (_, from, days, until) => {
  expect(local(calendar.addWorkingDays(at(from), days))).toBe(until);
});

test("where Good Friday and 5 May are days off, the office is closed on them", () => {
  const closed = openCalendar({ ...nineToFive, goodFriday: true, liberationDay: true });
  expect(local(closed.addWorkingDays(at("2026-04-02 12:00"), 1))).toBe("2026-04-07 12:00");
  expect(closed.isOpen(at("2026-05-05 12:00"))).toBe(false);
  expect(calendar.isOpen(at("2026-05-05 12:00"))).toBe(true);
});

test("a day that the municipality closes is closed", () => {
  const bridged = openCalendar({ ...nineToFive, closed: ["2026-05-15"] });
  expect(local(bridged.nextOpening(at("2026-05-13 17:00")))).toBe("2026-05-18 09:00");
});

test("an office that only opens on Mondays, and closes for two years of them, opens after that", () => {
  const monday = Temporal.PlainDate.from("2026-11-16");
  const closed = Array.from({ length: 104 }, (_, week) => monday.add({ weeks: week }).toString());
  const mondays = openCalendar({ ...nineToFive, days: [1], closed });
  expect(local(mondays.nextOpening(at("2026-11-14 12:00")))).toBe("2028-11-13 09:00");
});

test("the office is open from the first minute up to closing, not at closing", () => {
  expect(calendar.isOpen(at("2026-11-17 08:59"))).toBe(false);
  expect(calendar.isOpen(at("2026-11-17 09:00"))).toBe(true);
  expect(calendar.isOpen(at("2026-11-17 17:00") - 1)).toBe(true);
  expect(calendar.isOpen(at("2026-11-17 17:00"))).toBe(false);
  expect(local(calendar.closingTime(at("2026-11-17 10:00")))).toBe("2026-11-17 17:00");
  expect(local(calendar.closingTime(at("2026-11-20 17:00")))).toBe("2026-11-23 17:00");
});

test("the local date and weekday change at midnight in Amsterdam, summer and winter", () => {
  expect(calendar.localDate(Date.parse("2026-07-01T21:59:59Z"))).toBe("2026-07-01");
  expect(calendar.localDate(Date.parse("2026-07-01T22:00:00Z"))).toBe("2026-07-02");
  expect(calendar.localDate(Date.parse("2026-12-31T22:59:59Z"))).toBe("2026-12-31");
  expect(calendar.localDate(Date.parse("2026-12-31T23:00:00Z"))).toBe("2027-01-01");
  expect(calendar.isoWeekday(Date.parse("2026-12-31T23:00:00Z"))).toBe(5);
});

test("an office open in the night counts the hour that falls away, and the hour that comes twice", () => {
  const night = openCalendar({ ...nineToFive, opens: 0, closes: 360, days: [7] });
  expect(night.workingMinutesBetween(at("2026-03-29 00:00"), at("2026-03-29 12:00"))).toBe(300);
  expect(night.workingMinutesBetween(at("2026-10-25 00:00"), at("2026-10-25 12:00"))).toBe(420);
});

test("an office that never opens is refused when it is loaded", () => {
  expect(() => openCalendar({ ...nineToFive, days: [] })).toThrow("never opens");
  expect(() => openCalendar({ ...nineToFive, opens: 1020, closes: 540 })).toThrow("open before they close");
  expect(() => openCalendar({ ...nineToFive, opens: 540, closes: 540 })).toThrow("open before they close");
});

test("a deadline can not be asked of a broken number", () => {
  expect(() => calendar.isOpen(Number.NaN)).toThrow("not a number");
  expect(() => calendar.addWorkingMinutes(0, Number.NaN)).toThrow("0 or more");
  expect(() => calendar.addWorkingMinutes(0, -1)).toThrow("0 or more");
});

/** What the clock on the wall shows: slow to ask, so each minute is asked once. */
const wall = new Map<number, { date: string; year: number; weekday: number; minute: number }>();
function wallAt(instant: number) {
  const known = wall.get(instant);
  if (known) return known;
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO("Europe/Amsterdam");
  const date = there.toPlainDate().toString();
  const shown = { date, year: there.year, weekday: there.dayOfWeek, minute: there.hour * 60 + there.minute };
  wall.set(instant, shown);
  return shown;
}

/** The slow way: is the office open at this minute? (The holidays have tests of their own.) */
function isOpenSlow(hours: OfficeHours, instant: number): boolean {
  const { date, year, weekday, minute } = wallAt(instant);
  if (minute < hours.opens || minute >= hours.closes || !hours.days.includes(weekday)) return false;
  return !hours.closed.includes(date) && !holidaysOf(year, hours).has(date);
}

function addSlow(hours: OfficeHours, instant: number, minutes: number): number {
  let left = minutes;
  let now = instant;
  while (left > 0) {
    if (isOpenSlow(hours, now)) left -= 1;
    now += 60_000;
  }
  return now;
}

/** Whole minutes around the days that go wrong first: clock changes, Easter, King's Day, the turn of the year, a leap day. */
const instants = fc
  .tuple(
    fc.constantFrom(
      "2026-03-28",
      "2026-10-24",
      "2025-04-25",
      "2026-04-03",
      "2026-05-13",
      "2026-12-24",
      "2026-12-31",
      "2028-02-28",
      "2026-11-17",
    ),
    fc.integer({ min: 0, max: 3 * 1440 }),
  )
  .map(([date, minutes]) => at(`${date} 00:00`) + minutes * 60_000);

// Between two and three in the night of a clock change a closing hour is not there, or there twice: no office has one.
const doorTime = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((minute) => (minute > 120 && minute < 180 ? 180 : minute));

const offices = fc
  .record({
    doors: fc.tuple(doorTime(0, 1380), doorTime(0, 1440)).filter(([a, b]) => Math.abs(a - b) >= 30),
    days: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 4], [1, 2, 3, 4, 5, 6, 7], [6, 7]),
    goodFriday: fc.boolean(),
    liberationDay: fc.boolean(),
    closed: fc.constantFrom([], ["2026-12-28"], ["2026-04-28", "2026-11-18"]),
  })
  .map(({ doors, ...rest }) => ({ ...rest, opens: Math.min(...doors), closes: Math.max(...doors) }));

test("office minutes agree with looking at the clock every minute", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(offices, instants, fc.integer({ min: 1, max: 700 }), (hours, from, minutes) => {
      const quick = openCalendar(hours);
      const until = quick.addWorkingMinutes(from, minutes);
      expect(quick.isOpen(from)).toBe(isOpenSlow(hours, from));
      expect(until).toBe(addSlow(hours, from, minutes));
      expect(quick.workingMinutesBetween(from, until)).toBe(minutes);
      expect(quick.workingMinutesBetween(until, from)).toBe(-minutes);
    }),
    { numRuns: 150 },
  );
});

test("adding in two steps is adding at once, to the millisecond", () => {
  const parts = fc.integer({ min: 1, max: 90_000_000 }).map((milliseconds) => milliseconds / 60_000);
  fc.assert(
    fc.property(offices, instants, parts, parts, (hours, from, a, b) => {
      const quick = openCalendar(hours);
      const stepwise = quick.addWorkingMinutes(quick.addWorkingMinutes(from, a), b);
      const once = quick.addWorkingMinutes(from, a + b);
      // A fraction of a millisecond is rounded up each time: never early.
      expect(Math.abs(stepwise - once)).toBeLessThanOrEqual(1);
    }),
  );
});

test("a deadline costs microseconds once its days are known", () => {
  const from = at("2026-11-17 10:12");
  calendar.addWorkingDays(from, 20);
  const started = performance.now();
  for (let i = 0; i < 10_000; i += 1) calendar.addWorkingDays(from + i, 20);
  expect((performance.now() - started) / 10_000).toBeLessThan(0.1);
});
