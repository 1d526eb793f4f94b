import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { readDirectory } from "#route/directory.ts";
import type { AssignInput } from "#route/obstacle.ts";
import type { Directory, Person } from "#signal/directory.ts";
import type { Report } from "#signal/signal.ts";
import { openCalendar } from "#signal/working-time.ts";

export const exampleText = readFileSync(new URL("../examples/voorbeeldstad.yaml", import.meta.url), "utf8");
export const example = readDirectory(exampleText, "voorbeeldstad.yaml");
export const calendar = openCalendar(example.hours);

/** "2026-11-17 10:12" on the clock in Amsterdam. */
export function at(local: string): number {
  const there = Temporal.PlainDateTime.from(local.replace(" ", "T")).toZonedDateTime("Europe/Amsterdam");
  return there.epochMilliseconds;
}

const report: Report = {
  organisation: null,
  source: "school",
  area: null,
  role: "professional",
  language: "nl",
  ageGroup: null,
  danger: null,
  aware: null,
};

type Told = Partial<Omit<AssignInput["signal"], "report">> & { report?: Partial<Report> };

/** A preventive concern about money, unless told otherwise. */
export function aSignal(told: Told = {}): AssignInput["signal"] {
  const plain = {
    kind: "signal",
    outside: false,
    categories: ["debt"],
    urgency: "preventive",
    declined: [],
  } as const satisfies Omit<AssignInput["signal"], "report">;
  return { ...plain, ...told, report: { ...report, ...told.report } };
}

/** The example municipality with some colleagues changed. */
export function withPeople(
  changes: Readonly<Record<string, Partial<Person>>>,
  directory: Directory = example,
): Directory {
  const people = directory.people.map((person) => ({ ...person, ...changes[person.id] }));
  return { ...directory, people };
}

/** Away all through the autumn of 2026. */
export const away = { absences: [{ from: "2026-09-01", until: "2026-12-31" }] };
