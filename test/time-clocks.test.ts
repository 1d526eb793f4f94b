import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { clocksOf } from "#signal/clocks.ts";
import type { OfficeHours } from "#signal/directory.ts";
import { urgencies } from "#signal/words.ts";
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

function at(local: string): number {
  return Temporal.PlainDateTime.from(local.replace(" ", "T")).toZonedDateTime("Europe/Amsterdam")
    .epochMilliseconds;
}

function local(instant: number): string {
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO("Europe/Amsterdam");
  return there.toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
}

// received, level, rota | accepted by, heard by, outcome by
test.each([
  // in office hours
  ["2026-11-17 10:00", "acute", "no_rota", "2026-11-17 10:15", "2026-11-17 11:00", "2026-11-18 17:00"],
  ["2026-11-17 10:00", "urgent", "no_rota", "2026-11-17 11:00", "2026-11-18 10:00", "2026-11-18 17:00"],
  ["2026-11-17 10:12", "soon", "no_rota", "2026-11-18 10:12", "2026-11-24 10:12", "2026-11-24 10:12"],
  ["2026-11-17 10:12", "preventive", "no_rota", "2026-11-19 10:12", "2026-12-01 10:12", "2026-12-15 10:12"],
  // Friday 16:50: an hour in the office would be Monday, four hours on the clock come first
  ["2026-11-20 16:50", "acute", "no_rota", "2026-11-20 17:05", "2026-11-20 17:50", "2026-11-23 17:00"],
  ["2026-11-20 16:50", "urgent", "no_rota", "2026-11-20 20:50", "2026-11-23 16:50", "2026-11-23 17:00"],
  ["2026-11-20 16:50", "soon", "no_rota", "2026-11-23 16:50", "2026-11-27 16:50", "2026-11-27 16:50"],
  ["2026-11-20 16:50", "preventive", "no_rota", "2026-11-24 16:50", "2026-12-04 16:50", "2026-12-18 16:50"],
  // 23:00 on Christmas Day, a Friday
  ["2026-12-25 23:00", "acute", "no_rota", "2026-12-28 09:15", "2026-12-28 10:00", "2026-12-28 17:00"],
  ["2026-12-25 23:00", "acute", "rota", "2026-12-25 23:15", "2026-12-26 00:00", "2026-12-28 17:00"],
  ["2026-12-25 23:00", "urgent", "no_rota", "2026-12-28 10:00", "2026-12-28 17:00", "2026-12-28 17:00"],
  ["2026-12-25 23:00", "urgent", "rota", "2026-12-26 03:00", "2026-12-28 17:00", "2026-12-28 17:00"],
  ["2026-12-25 23:00", "preventive", "no_rota", "2026-12-29 17:00", "2027-01-11 17:00", "2027-01-25 17:00"],
  // King's Day, a Monday
  ["2026-04-27 10:00", "acute", "no_rota", "2026-04-28 09:15", "2026-04-28 10:00", "2026-04-28 17:00"],
  ["2026-04-27 10:00", "soon", "no_rota", "2026-04-28 17:00", "2026-05-04 17:00", "2026-05-04 17:00"],
  // the nights of both clock changes: elapsed time is elapsed time
  ["2026-03-29 01:50", "acute", "rota", "2026-03-29 03:05", "2026-03-29 03:50", "2026-03-30 17:00"],
  ["2026-03-29 01:00", "urgent", "rota", "2026-03-29 06:00", "2026-03-30 17:00", "2026-03-30 17:00"],
  ["2026-10-25 01:00", "urgent", "rota", "2026-10-25 04:00", "2026-10-26 17:00", "2026-10-26 17:00"],
  ["2026-10-25 01:00", "acute", "no_rota", "2026-10-26 09:15", "2026-10-26 10:00", "2026-10-26 17:00"],
  // week 53 runs into the new year
  ["2026-12-31 16:30", "soon", "no_rota", "2027-01-04 16:30", "2027-01-08 16:30", "2027-01-08 16:30"],
  // shortly before opening a rota may not make it later than without one: an office hour comes first
  ["2026-11-17 08:30", "urgent", "rota", "2026-11-17 10:00", "2026-11-17 17:00", "2026-11-18 17:00"],
] as const)(
  "%s, %s, %s: accepted by %s, heard by %s, outcome by %s",
  (from, urgency, onCall, ...expected) => {
    const { accept, feedback, outcome } = clocksOf(urgency, at(from), calendar, onCall);
    expect([accept, feedback, outcome].map(local)).toEqual(expected);
  },
);

test.each([
  ["2026-11-17 10:00", "acute", Date.parse("2026-11-17T09:07:30Z")],
  ["2026-11-17 10:00", "urgent", at("2026-11-17 10:30")],
  ["2026-11-17 15:00", "soon", at("2026-11-18 11:00")],
  ["2026-11-17 10:12", "preventive", at("2026-11-18 10:12")],
  // half an hour in the office is still possible today, an hour is not
  ["2026-11-20 16:20", "urgent", at("2026-11-20 16:50")],
  ["2026-11-20 16:50", "urgent", at("2026-11-20 18:50")],
] as const)("%s, %s: the next in the chain hears it at half the clock", (from, urgency, half) => {
  expect(clocksOf(urgency, at(from), calendar, "no_rota").half).toBe(half);
});

test("where Good Friday is a day off, an urgent signal of that day waits for Tuesday after Easter", () => {
  const closed = openCalendar({ ...nineToFive, goodFriday: true });
  const from = at("2026-04-03 10:00");
  expect(local(clocksOf("urgent", from, closed, "no_rota").accept)).toBe("2026-04-07 10:00");
  expect(local(clocksOf("urgent", from, calendar, "no_rota").accept)).toBe("2026-04-03 11:00");
});

test("outside office hours nobody is promised, also with a rota, and the opening is told", () => {
  for (const onCall of ["rota", "no_rota"] as const) {
    const clocks = clocksOf("acute", at("2026-12-25 23:00"), calendar, onCall);
    expect(clocks.staffed).toBe(false);
    expect(local(clocks.opensAt)).toBe("2026-12-28 09:00");
  }
  const inHours = clocksOf("acute", at("2026-11-17 10:00"), calendar, "no_rota");
  expect(inHours).toMatchObject({ staffed: true, opensAt: at("2026-11-17 10:00") });
});

test("an office of half an hour a day does not have to answer before it has to accept", () => {
  const short = openCalendar({ ...nineToFive, closes: 570 });
  const { accept, feedback } = clocksOf("urgent", at("2026-11-21 12:00"), short, "no_rota");
  expect([accept, feedback].map(local)).toEqual(["2026-11-24 09:30", "2026-11-24 09:30"]);
});

const instants = fc.integer({ min: at("2025-01-01 00:00"), max: at("2029-01-01 00:00") });
const offices = fc.record({
  opens: fc.integer({ min: 0, max: 719 }),
  closes: fc.integer({ min: 720, max: 1440 }),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  goodFriday: fc.boolean(),
  liberationDay: fc.boolean(),
  closed: fc.constant([]),
});

test("whatever the office hours: half, accepted, heard, outcome come in that order", () => {
  fc.assert(
    fc.property(
      offices,
      instants,
      fc.constantFrom(...urgencies),
      fc.constantFrom("rota" as const, "no_rota" as const),
      (hours, from, urgency, onCall) => {
        const { half, accept, feedback, outcome } = clocksOf(urgency, from, openCalendar(hours), onCall);
        expect([from, half, accept, feedback, outcome]).toEqual(
          [from, half, accept, feedback, outcome].toSorted((a, b) => a - b),
        );
        expect(half).toBeGreaterThan(from);
      },
    ),
  );
});

test("a more urgent signal never waits longer to be accepted, and a rota never makes it later", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom("rota" as const, "no_rota" as const), (from, onCall) => {
      const due = urgencies.map((urgency) => clocksOf(urgency, from, calendar, onCall).accept);
      expect(due).toEqual(due.toSorted((a, b) => a - b));
      const without = urgencies.map((urgency) => clocksOf(urgency, from, calendar, "no_rota").accept);
      due.forEach((instant, i) => {
        expect(instant).toBeLessThanOrEqual(without[i] ?? 0);
      });
    }),
  );
});
