import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Reading } from "#texts/labels.ts";

const week = 7 * 86_400_000;

/** A week in numbers to show: as the team sees it, as management sees it, and a week without any signal. */
export function exampleNumbers(reading: Reading, which: "team" | "management" | "empty"): DigestNumbers {
  // Monday 16 November 2026, 00:00 in Amsterdam.
  const from = 1_794_783_600_000;
  const area = reading.directory.areas[0]?.id ?? "noord";
  const base: DigestNumbers = {
    week: "2026-W47",
    from,
    until: from + week,
    municipality: reading.directory.municipality,
    audience: "team",
    arrivals: 12,
    bySource: [
      { of: "school", count: 7 },
      { of: "club", count: 3 },
      { of: "wijkplatform", count: 2 },
      { of: "other", count: 0 },
    ],
    byCategory: [
      { of: "domestic_violence", count: 3 },
      { of: "psychological", count: 4 },
      { of: "addiction", count: 1 },
      { of: "debt", count: 3 },
      { of: "other", count: 1 },
      { of: "unclear", count: 0 },
    ],
    byUrgency: [
      { of: "acute", count: 1 },
      { of: "urgent", count: 2 },
      { of: "soon", count: 4 },
      { of: "preventive", count: 5 },
    ],
    block: {
      fromWeek: "2026-W41",
      untilWeek: "2026-W44",
      prevention: 18,
      casework: 12,
      advice: 7,
      noFollowUp: 5,
      preventionShare: 0.6,
      correctedSince: 0,
    },
    outcomes: { prevention: 5, casework: 3, advice: 2, noFollowUp: 1 },
    weekShare: 0.625,
    trend: [40, 41, 42, 43, 44, 45, 46, 47].map((number, at) => ({
      week: `2026-W${number}`,
      arrivals: 8 + ((at * 3) % 7),
      prevention: 3 + (at % 4),
      casework: 2 + ((at * 2) % 3),
    })),
    open: { waiting: 3, inHand: 6, casework: 9, preventionWork: 4, overdue: 1 },
    onTime: { done: 10, of: 11 },
    feedback: { done: 9, of: 10 },
    handOvers: 2,
    coverage: [
      { area, expertise: "addiction", people: 0 },
      { area, expertise: "debt", people: 1 },
    ],
  };
  if (which === "team") return base;
  return which === "management" ? protectedNumbers(base) : emptyNumbers(base);
}

function protectedNumbers(base: DigestNumbers): DigestNumbers {
  return {
    ...base,
    audience: "management",
    bySource: [
      { of: "school", count: 7 },
      { of: "club", count: "hidden" },
      { of: "wijkplatform", count: "hidden" },
      { of: "other", count: 0 },
    ],
    byCategory: base.byCategory.map((row) => ({ ...row, count: "hidden" })),
    byUrgency: [
      { of: "acute", count: "hidden" },
      { of: "urgent", count: "hidden" },
      { of: "soon", count: "hidden" },
      { of: "preventive", count: 5 },
    ],
    outcomes: { prevention: 5, casework: "hidden", advice: "hidden", noFollowUp: "hidden" },
    weekShare: null,
    block: { ...base.block, advice: 7, noFollowUp: 5 },
    trend: base.trend.map((bar, at) => ({
      ...bar,
      prevention: at % 2 === 0 ? 5 + at : "hidden",
      casework: at % 2 === 0 ? 6 + (at % 3) : "hidden",
    })),
    open: { waiting: "hidden", inHand: "hidden", casework: 9, preventionWork: "hidden", overdue: "hidden" },
    handOvers: "hidden",
  };
}

function emptyNumbers(base: DigestNumbers): DigestNumbers {
  return {
    ...base,
    arrivals: 0,
    bySource: base.bySource.map((row) => ({ ...row, count: 0 })),
    byCategory: base.byCategory.map((row) => ({ ...row, count: 0 })),
    byUrgency: base.byUrgency.map((row) => ({ ...row, count: 0 })),
    block: { ...base.block, prevention: 0, casework: 0, advice: 0, noFollowUp: 0, preventionShare: null },
    outcomes: { prevention: 0, casework: 0, advice: 0, noFollowUp: 0 },
    weekShare: null,
    trend: base.trend.map((bar) => ({ ...bar, arrivals: 0, prevention: 0, casework: 0 })),
    open: { waiting: 0, inHand: 0, casework: 0, preventionWork: 0, overdue: 0 },
    onTime: { done: 0, of: 0 },
    feedback: { done: 0, of: 0 },
    handOvers: 0,
    coverage: [],
  };
}
