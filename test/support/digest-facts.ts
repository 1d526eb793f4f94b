import type { DigestInput } from "#digest/compose.ts";
import { composeDigest, windowsOf } from "#digest/compose.ts";
import { publishedOf } from "#digest/published.ts";
import { weekBounds } from "#digest/week.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Directory, Person } from "#signal/directory.ts";
import type { Fact } from "#signal/fact.ts";
import type { Outcome } from "#signal/words.ts";

export const hour = 3_600_000;
export const day = 24 * hour;
export const anna: Person = {
  id: "anna",
  name: "Anna",
  role: { nl: "jeugdwerker", en: "youth worker" },
  team: "noord",
  expertise: { debt: 2, psychological: 1 },
  areas: ["noord"],
  ages: "all",
  days: [1, 2, 3, 4, 5],
  capacity: 8,
  absences: [],
  addresses: ["web:anna"],
  alertsIn: null,
  language: "nl",
  external: false,
  conflicts: [],
};
export const directory: Directory = {
  municipality: "Voorbeeldstad",
  team: "wijkteam Noord",
  hours: {
    opens: 540,
    closes: 1020,
    days: [1, 2, 3, 4, 5],
    goodFriday: false,
    liberationDay: false,
    closed: [],
  },
  areas: [
    { id: "noord", name: "Noord" },
    { id: "zuid", name: "Zuid" },
  ],
  organisations: [],
  people: [anna],
  duty: ["anna"],
  coordinators: ["anna"],
  managers: ["anna"],
  onCall: [],
  outsideContact: "anna",
  learning: { corrections: false },
  digest: { teamChannels: [], managementChannels: [], hideUpTo: 4 },
};

let count = 0;
export function signal(receivedAt: number, more: Partial<Fact> = {}): Fact {
  count += 1;
  return {
    id: `s${count}`,
    receivedAt,
    stage: "routed",
    kind: "signal",
    category: "debt",
    urgency: "soon",
    source: "school",
    area: "noord",
    holder: more.acceptedAt === undefined || more.acceptedAt === null ? null : "anna",
    acceptDue: receivedAt + 2 * hour,
    acceptedAt: null,
    feedbackDue: receivedAt + 5 * day,
    feedbackAt: null,
    outcomeDue: receivedAt + 20 * day,
    outcome: null,
    outcomeAt: null,
    closedAt: null,
    hops: 0,
    ...more,
  };
}
/** A signal whose outcome was set in this week. */
export function outcomeIn(week: string, outcome: Outcome, more: Partial<Fact> = {}): Fact {
  const at = weekBounds(week).from + 3 * day;
  const before = at - 10 * day;
  return signal(before, {
    stage: "closed",
    acceptedAt: before + hour,
    outcome,
    outcomeAt: at,
    closedAt: at,
    ...more,
  });
}
export function times<T>(number: number, make: () => T): T[] {
  return Array.from({ length: number }, make);
}

/** The digest as the desk asks for it: the store's answers to the windows. */
export function digest(week: string, all: readonly Fact[], more: Partial<DigestInput> = {}): DigestNumbers {
  const windows = windowsOf(week, publishedOf(more.published ?? [], more.audience ?? "team", week));
  const inside = ({ from, until }: { from: number; until: number }, at: number | null) =>
    at !== null && at >= from && at < until;
  return composeDigest({
    week,
    audience: "team",
    directory,
    facts: {
      arrivals: all.filter((fact) => inside(windows.arrivals, fact.receivedAt)),
      outcomes: all.filter((fact) => inside(windows.outcomes, fact.outcomeAt)),
      clocks: all.filter(
        (fact) => inside(windows.clocks, fact.acceptDue) || inside(windows.clocks, fact.feedbackDue),
      ),
      closedSince: all.filter((fact) => fact.closedAt !== null && fact.closedAt >= windows.closedSince),
      open: all.filter((fact) => fact.stage !== "closed" && fact.stage !== "withdrawn"),
    },
    coverage: [],
    published: [],
    ...more,
  });
}
