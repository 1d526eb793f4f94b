import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { blockOf, digestDue, isWeek, nextWeek, previousWeek, weekBounds, weekOf } from "#digest/week.ts";
import { windowsOf } from "#digest/windows.ts";

const hour = 3_600_000;
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Amsterdam]`).epochMilliseconds;

test("a week runs from Monday 00:00 to the next, in local time", () => {
  expect(weekBounds("2026-W47")).toEqual({ from: at("2026-11-16T00:00"), until: at("2026-11-23T00:00") });
  expect(weekOf(at("2026-11-16T00:00"))).toBe("2026-W47");
  expect(weekOf(at("2026-11-16T00:00") - 1)).toBe("2026-W46");
  expect(weekOf(at("2026-11-22T23:59:59.999"))).toBe("2026-W47");
});

test("the week in which summer time begins is an hour short, the one in which it ends an hour long", () => {
  const length = (week: string) => (weekBounds(week).until - weekBounds(week).from) / hour;
  expect(length("2026-W13")).toBe(167);
  expect(length("2026-W43")).toBe(169);
  expect(length("2026-W44")).toBe(168);
  expect(weekOf(at("2026-10-25T23:59"))).toBe("2026-W43");
  expect(weekOf(at("2026-10-26T00:00"))).toBe("2026-W44");
});

test("the digest is due on Monday at 08:00 local time, also after a change of the clock", () => {
  expect(digestDue("2026-W47")).toBe(at("2026-11-23T08:00"));
  expect(new Temporal.Instant(BigInt(digestDue("2026-W43")) * 1_000_000n).toString()).toBe(
    "2026-10-26T07:00:00Z",
  );
  expect(new Temporal.Instant(BigInt(digestDue("2026-W42")) * 1_000_000n).toString()).toBe(
    "2026-10-19T06:00:00Z",
  );
});

test("years end where the ISO calendar says", () => {
  expect(weekOf(at("2027-01-03T12:00"))).toBe("2026-W53");
  expect(weekOf(at("2024-12-30T12:00"))).toBe("2025-W01");
  expect(nextWeek("2026-W53")).toBe("2027-W01");
  expect(nextWeek("2025-W52")).toBe("2026-W01");
  expect(previousWeek("2027-W01")).toBe("2026-W53");
  expect(isWeek("2026-W53")).toBe(true);
  expect(isWeek("2025-W53")).toBe(false);
  for (const wrong of ["", "2026-W00", "2026-W54", "2026-47", "2026-W7", "2026-W47 ", "W47"]) {
    expect(isWeek(wrong), wrong).toBe(false);
    expect(() => weekBounds(wrong), wrong).toThrow("is not a week");
  }
});

test("a block is the last four weeks that closed, and week 53 joins the last block", () => {
  expect(blockOf("2026-W47")).toEqual({
    fromWeek: "2026-W41",
    untilWeek: "2026-W44",
    weeks: ["2026-W41", "2026-W42", "2026-W43", "2026-W44"],
  });
  expect(blockOf("2026-W48").fromWeek).toBe("2026-W45");
  expect(blockOf("2025-W52")).toMatchObject({ fromWeek: "2025-W49", untilWeek: "2025-W52" });
  // 2026 has a week 53: its last block has not closed in week 52.
  expect(blockOf("2026-W52")).toMatchObject({ fromWeek: "2026-W45", untilWeek: "2026-W48" });
  expect(blockOf("2026-W53").weeks).toEqual(["2026-W49", "2026-W50", "2026-W51", "2026-W52", "2026-W53"]);
  expect(blockOf("2027-W03")).toMatchObject({ fromWeek: "2026-W49", untilWeek: "2026-W53" });
  expect(blockOf("2027-W04")).toMatchObject({ fromWeek: "2027-W01", untilWeek: "2027-W04" });
});

test("any instant lies in its own week; weeks join without gap; the windows hold trend and block", () => {
  const instants = fc.integer({ min: at("2000-01-01T00:00"), max: at("2080-01-01T00:00") });
  fc.assert(
    fc.property(instants, (instant) => {
      const week = weekOf(instant);
      const { from, until } = weekBounds(week);
      const calendar = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO("Europe/Amsterdam");
      expect(week).toBe(`${calendar.yearOfWeek}-W${String(calendar.weekOfYear).padStart(2, "0")}`);
      expect(from <= instant && instant < until).toBe(true);
      expect(weekBounds(nextWeek(week)).from).toBe(until);
      expect(previousWeek(nextWeek(week))).toBe(week);
      const windows = windowsOf(week, { arrivals: () => null });
      expect(windows.outcomes.until).toBe(until);
      expect(windows.outcomes.from).toBeLessThanOrEqual(weekBounds(blockOf(week).fromWeek).from);
      expect(windows.arrivals.from).toBe(weekBounds(windowsStart(week)).from);
      expect(windows.clocks).toEqual({ from, until });
    }),
  );
});

function windowsStart(week: string): string {
  let start = week;
  for (let back = 0; back < 7; back += 1) start = previousWeek(start);
  return start;
}
