import { expect, test } from "vitest";
import { holidaysOf } from "#signal/holidays.ts";

const usual = { goodFriday: false, liberationDay: false };

function datesOf(year: number, settings = usual): string[] {
  return [...holidaysOf(year, settings).keys()].sort();
}

test("2026 and 2027 have the days off that the calendar on the wall shows", () => {
  expect(datesOf(2026)).toEqual([
    "2026-01-01",
    "2026-04-05",
    "2026-04-06",
    "2026-04-27",
    "2026-05-14",
    "2026-05-24",
    "2026-05-25",
    "2026-12-25",
    "2026-12-26",
  ]);
  expect(datesOf(2027)).toEqual([
    "2027-01-01",
    "2027-03-28",
    "2027-03-29",
    "2027-04-27",
    "2027-05-06",
    "2027-05-16",
    "2027-05-17",
    "2027-12-25",
    "2027-12-26",
  ]);
});

test.each([
  [2000, "2000-04-23"],
  [2008, "2008-03-23"],
  [2011, "2011-04-24"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2028, "2028-04-16"],
  [2030, "2030-04-21"],
  [2038, "2038-04-25"],
  [2049, "2049-04-18"],
  [2076, "2076-04-19"],
])("Easter of %i is on %s", (year, date) => {
  expect(holidaysOf(year, usual).get(date)).toBe("easter");
});

test("King's Day moves to Saturday 26 April when the 27th is a Sunday", () => {
  expect(holidaysOf(2025, usual).get("2025-04-26")).toBe("kings_day");
  expect(holidaysOf(2025, usual).has("2025-04-27")).toBe(false);
  expect(holidaysOf(2031, usual).get("2031-04-26")).toBe("kings_day");
});

test("Good Friday and 5 May are days off only where the municipality says so", () => {
  expect(datesOf(2026)).not.toContain("2026-04-03");
  expect(datesOf(2026)).not.toContain("2026-05-05");
  const both = holidaysOf(2026, { goodFriday: true, liberationDay: true });
  expect(both.get("2026-04-03")).toBe("good_friday");
  expect(both.get("2026-05-05")).toBe("liberation_day");
});

test("in 2008 Ascension fell on 1 May, and in 2038 King's Day falls in Easter week: every date is kept once", () => {
  expect(datesOf(2008)).toContain("2008-05-01");
  expect(datesOf(2038).filter((date) => date === "2038-04-27")).toHaveLength(1);
});
