import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dateInWords, dueInWords, momentInWords, openingHoursInWords } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { sampleDirectory } from "./support/sample-directory.ts";

const directory = sampleDirectory();
/** Monday 23 November 2026, 10:12 in Amsterdam. */
const monday = Date.UTC(2026, 10, 23, 9, 12);
const hour = 3_600_000;

function at(now: number, language: Reading["language"] = "nl"): Reading {
  return { language, directory, words: new Map(), now };
}

test("a date is said in words, with today and tomorrow", () => {
  expect(dateInWords(monday + hour, at(monday))).toBe("vandaag, 11.12 uur");
  expect(dateInWords(monday + 24 * hour, at(monday))).toBe("morgen, dinsdag 24 november, 10.12 uur");
  expect(dateInWords(monday + 72 * hour, at(monday))).toBe("donderdag 26 november, 10.12 uur");
  expect(dateInWords(Date.UTC(2027, 0, 4, 8, 5), at(monday))).toBe("maandag 4 januari 2027, 9.05 uur");
  expect(dateInWords(monday + 24 * hour, at(monday, "en"))).toBe("tomorrow, Tuesday 24 November, 10:12");
  expect(momentInWords(monday, "nl")).toBe("maandag 23 november, 10.12 uur");
});

test("a deadline says the date and how many working days away it is", () => {
  expect(dueInWords(monday + 48 * hour, at(monday))).toBe(
    "woensdag 25 november, 10.12 uur (over 2 werkdagen)",
  );
  const friday = monday + 96 * hour;
  expect(dueInWords(friday + 72 * hour, at(friday))).toBe("maandag 30 november, 10.12 uur (over 1 werkdag)");
  expect(dueInWords(monday + hour, at(monday))).toBe("vandaag, 11.12 uur");
});

test("tomorrow is the next local day, also when the clock changes", () => {
  /** Saturday 24 October 2026, 23:30; in the night the clock goes back. */
  const saturday = Date.UTC(2026, 9, 24, 21, 30);
  expect(dateInWords(saturday + hour, at(saturday))).toBe("morgen, zondag 25 oktober, 0.30 uur");
  expect(dateInWords(saturday + 26 * hour, at(saturday))).toBe("maandag 26 oktober, 0.30 uur");
});

test("opening hours are said as a row of days, or one by one", () => {
  expect(openingHoursInWords(directory.hours, "nl")).toBe("maandag tot en met vrijdag, 9.00 tot 17.00 uur");
  expect(openingHoursInWords(directory.hours, "en")).toBe("Monday to Friday, 9:00 to 17:00");
  const odd = { ...directory.hours, days: [4, 1, 2], opens: 510 };
  expect(openingHoursInWords(odd, "nl")).toBe("maandag, dinsdag en donderdag, 8.30 tot 17.00 uur");
});

test("today and tomorrow are never said of the wrong day", () => {
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * 24 }), fc.integer({ min: 0, max: 60 }), (from, later) => {
      const now = monday + from * hour;
      const instant = now + later * hour;
      const words = dateInWords(instant, at(now));
      const days = (Date.parse(local.format(instant)) - Date.parse(local.format(now))) / (24 * hour);
      expect(words.startsWith("vandaag")).toBe(days === 0);
      expect(words.startsWith("morgen")).toBe(days === 1);
    }),
  );
});
