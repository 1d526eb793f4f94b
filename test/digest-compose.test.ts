import { expect, test } from "vitest";
import { windowsOf } from "#digest/compose.ts";
import { blockOf, weekBounds } from "#digest/week.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Outcome } from "#signal/words.ts";
import { categories, sources } from "#signal/words.ts";
import { day, digest, directory, hour, outcomeIn, signal, times } from "./support/digest-facts.ts";

const week = "2026-W48";
const monday = weekBounds(week).from;

test("a week without a single signal has a digest, of zeros", () => {
  for (const audience of ["team", "management"] as const) {
    const numbers = digest(week, [], { audience });
    expect(numbers).toMatchObject({
      week,
      arrivals: 0,
      handOvers: 0,
      municipality: "Voorbeeldstad",
      audience,
    });
    expect(numbers.bySource).toEqual(sources.map((of) => ({ of, count: 0 })));
    expect(numbers.byCategory).toEqual(categories.map((of) => ({ of, count: 0 })));
    expect(numbers.block).toEqual({
      fromWeek: "2026-W45",
      untilWeek: "2026-W48",
      prevention: 0,
      casework: 0,
      advice: 0,
      noFollowUp: 0,
      preventionShare: null,
      correctedSince: 0,
    });
    expect(numbers.weekShare).toBeNull();
    const inHand = audience === "team" ? 0 : "hidden";
    expect(numbers.open).toEqual({ waiting: 0, inHand, casework: 0, preventionWork: 0, overdue: 0 });
    expect(numbers.onTime).toEqual({ done: 0, of: 0 });
    expect(numbers.trend.map((each) => each.week)).toEqual(
      [41, 42, 43, 44, 45, 46, 47, 48].map((number) => `2026-W${number}`),
    );
  }
});

test("arrivals are counted by one dimension at a time, without no-signals and withdrawn ones", () => {
  const numbers = digest(week, [
    signal(monday, { source: "club", urgency: "acute", category: "addiction" }),
    signal(monday + day, { hops: 2 }),
    signal(monday + 7 * day - 1, {
      kind: "other",
      category: "other",
      stage: "closed",
      closedAt: monday + 8 * day,
    }),
    signal(monday + day, { kind: "not_a_signal" }),
    signal(monday + day, { stage: "withdrawn" }),
    signal(monday - 1),
    signal(monday + 7 * day),
  ]);
  expect(numbers.arrivals).toBe(3);
  expect(numbers.bySource.map((row) => row.count)).toEqual([2, 1, 0, 0]);
  expect(numbers.byUrgency.map((row) => row.count)).toEqual([1, 0, 2, 0]);
  expect(Object.fromEntries(numbers.byCategory.map((row) => [row.of, row.count]))).toMatchObject({
    addiction: 1,
    debt: 1,
    other: 1,
  });
  expect(numbers.handOvers).toBe(1);
  expect(numbers.trend.map((each) => each.arrivals)).toEqual([0, 0, 0, 0, 0, 0, 1, 3]);
});

test("the prevention share is P1 and P2 over P1, P2, C1 and C2: advice and no follow-up are beside it", () => {
  const set = (list: readonly Outcome[]) => list.map((outcome) => outcomeIn("2026-W46", outcome));
  const share = (list: readonly Outcome[]) => digest(week, set(list)).block;
  expect(share(["P1", "P2", "P2", "C1"])).toMatchObject({
    prevention: 3,
    casework: 1,
    preventionShare: 0.75,
  });
  expect(share(["P0", "P0", "N1", "N2", "N3", "N4", "N5"])).toMatchObject({
    prevention: 0,
    casework: 0,
    advice: 2,
    noFollowUp: 5,
    preventionShare: null,
  });
  expect(share(["P1", "P0", "N1", "N5"]).preventionShare).toBe(1);
  expect(share(["C2", "P0", "N1"]).preventionShare).toBe(0);
});

test("a block holds its own four weeks only; the week itself stands apart", () => {
  const all = [
    outcomeIn("2026-W44", "P1"),
    outcomeIn("2026-W45", "P1"),
    outcomeIn("2026-W48", "C1"),
    outcomeIn("2026-W49", "P2"),
  ];
  expect(digest("2026-W48", all)).toMatchObject({
    block: { fromWeek: "2026-W45", prevention: 1, casework: 1 },
    outcomes: { prevention: 0, casework: 1, advice: 0, noFollowUp: 0 },
  });
  expect(digest("2026-W49", all)).toMatchObject({
    block: { fromWeek: "2026-W45", prevention: 1, casework: 1 },
    outcomes: { prevention: 1, casework: 0 },
  });
});

test("a block of five weeks ends with week 53", () => {
  const all = ["2026-W49", "2026-W53", "2026-W53"].map((each) => outcomeIn(each, "P1"));
  expect(digest("2026-W52", all).block).toMatchObject({ untilWeek: "2026-W48", prevention: 0 });
  expect(digest("2026-W53", all).block).toMatchObject({ fromWeek: "2026-W49", prevention: 3 });
  expect(digest("2027-W03", all).block).toMatchObject({ untilWeek: "2026-W53", prevention: 3 });
});

test("open work is counted as it was at the end of the week, each signal once", () => {
  const end = weekBounds(week).until;
  const old = end - 20 * day;
  const onTime = { feedbackDue: end + day };
  const numbers = digest(week, [
    signal(end - hour, { acceptDue: end + hour }),
    signal(old, { acceptedAt: old + hour, stage: "accepted", ...onTime }),
    signal(old, { acceptedAt: old, stage: "working", outcome: "C1", outcomeAt: end - day, ...onTime }),
    signal(old, { acceptedAt: old, stage: "working", outcome: "P2", outcomeAt: end - day, ...onTime }),
    signal(old, { acceptedAt: old, stage: "working", outcome: "N2", outcomeAt: end - day, ...onTime }),
    // Accepted on Monday morning, before the digest: on Sunday it was still waiting, and late in two ways.
    signal(end - 6 * day, { acceptedAt: end + 8 * hour, stage: "accepted" }),
    // Closed on Monday morning: on Sunday it was in hand.
    signal(end - day, { acceptedAt: end - 23 * hour, stage: "closed", closedAt: end + 8 * hour }),
    signal(old, { stage: "closed", closedAt: end - 1 }),
    signal(end),
  ]);
  expect(numbers.open).toEqual({ waiting: 2, inHand: 3, casework: 1, preventionWork: 1, overdue: 1 });
});

test("what was handed over and not accepted waits, whoever had it before", () => {
  const old = weekBounds(week).until - 3 * day;
  const later = { acceptDue: old + 20 * day };
  const had = { acceptedAt: old + hour, ...later };
  const outcome = { outcomeAt: old + day, stage: "routed" } as const;
  const open = (more: Parameters<typeof signal>[1]) => digest(week, [signal(old, more)]).open;
  expect(open({ ...had, stage: "accepted" })).toMatchObject({ waiting: 0, inHand: 1, overdue: 0 });
  expect(open({ ...had, holder: null, hops: 1 })).toMatchObject({ waiting: 1, inHand: 0, overdue: 0 });
  expect(open({ ...had, ...outcome, outcome: "C1", holder: null, hops: 1 })).toMatchObject({
    waiting: 1,
    casework: 0,
  });
  // Who sets an outcome without having accepted holds it from then on.
  expect(open({ ...later, ...outcome, outcome: "C1", holder: "anna" })).toMatchObject({
    casework: 1,
    waiting: 0,
  });
});

test("overdue is every clock that ran out: nobody holds it, no word, or no outcome", () => {
  const end = weekBounds(week).until;
  const old = end - 10 * day;
  const future = { acceptDue: end + day, feedbackDue: end + day, outcomeDue: end + day };
  const overdue = (more: Parameters<typeof signal>[1]) =>
    digest(week, [signal(old, { ...future, acceptedAt: old, ...more })]).open.overdue;
  expect(overdue({})).toBe(0);
  expect(overdue({ outcomeDue: end - 1 })).toBe(1);
  expect(overdue({ outcomeDue: end - 1, outcome: "P2", outcomeAt: end - day, stage: "working" })).toBe(0);
  expect(overdue({ feedbackDue: end - 1 })).toBe(1);
  expect(overdue({ feedbackDue: end - 1, feedbackAt: end - day })).toBe(0);
  expect(overdue({ acceptDue: end - 1 })).toBe(0);
  expect(overdue({ acceptDue: end - 1, holder: null, hops: 1 })).toBe(1);
  // Three clocks of one signal are one signal.
  expect(overdue({ acceptDue: end - 1, feedbackDue: end - 1, outcomeDue: end - 1, holder: null })).toBe(1);
});

test("a signal that was handed over and that nobody holds was not picked up in time", () => {
  const due = { acceptDue: monday + day, acceptedAt: monday };
  const onTime = (more: Parameters<typeof signal>[1]) =>
    digest(week, [signal(monday, { ...due, ...more })]).onTime;
  expect(onTime({ holder: null, hops: 1 })).toEqual({ done: 0, of: 1 });
  // The second colleague came late, the first pick-up was in time.
  expect(onTime({ hops: 1 })).toEqual({ done: 1, of: 1 });
  expect(onTime({ holder: null, stage: "closed", closedAt: monday + day })).toEqual({ done: 1, of: 1 });
});

test("on time and heard back count what was due in the week", () => {
  const due = { acceptDue: monday + day, feedbackDue: monday + 2 * day };
  const numbers = digest(week, [
    signal(monday - day, { ...due, acceptedAt: monday + day, feedbackAt: monday }),
    signal(monday - day, { ...due, acceptedAt: monday + day + 1, feedbackAt: monday + 3 * day }),
    signal(monday - day, { ...due }),
    signal(monday - day, { ...due, stage: "withdrawn" }),
    signal(monday - 9 * day, { acceptDue: monday - 1, acceptedAt: monday - 2, feedbackDue: monday }),
  ]);
  expect(numbers.onTime).toEqual({ done: 1, of: 3 });
  expect(numbers.feedback).toEqual({ done: 1, of: 4 });
});

test("management does not see small numbers, the team does", () => {
  const all = [
    ...times(9, () => signal(monday, { source: "school", acceptedAt: monday, feedbackAt: monday })),
    ...times(2, () => signal(monday, { source: "club", acceptedAt: monday, hops: 1 })),
    ...times(6, () => outcomeIn("2026-W46", "P1")),
    ...times(2, () => outcomeIn(week, "C1")),
  ];
  const count = (numbers: DigestNumbers, source: string) =>
    numbers.bySource.find((row) => row.of === source)?.count;
  const team = digest(week, all);
  expect(count(team, "club")).toBe(2);
  expect(team.handOvers).toBe(2);
  expect(team.block.preventionShare).toBe(0.75);
  const management = digest(week, all, { audience: "management" });
  expect(management.arrivals).toBe(11);
  expect(count(management, "school")).toBe(9);
  expect(count(management, "club")).toBe("hidden");
  expect(management.handOvers).toBe("hidden");
  expect(management.onTime).toEqual({ done: 11, of: 11 });
  expect(management.feedback).toEqual({ done: "hidden", of: 11 });
  expect(management.outcomes.casework).toBe("hidden");
  expect(management.block).toMatchObject({ prevention: 6, casework: "hidden", preventionShare: null });
});

test("management does not see small open work, nor what would tell a small number of outcomes", () => {
  const old = monday - 30 * day;
  const work = (outcome: Outcome, outcomeAt: number) =>
    signal(old, { stage: "working", acceptedAt: old, outcome, outcomeAt });
  const before = [
    ...times(9, () => work("C1", monday - 10 * day)),
    ...times(3, () => work("P2", monday - 10 * day)),
    ...times(6, () => signal(monday - 20 * day, { acceptDue: monday + 20 * day })),
  ];
  const seen = digest("2026-W47", before, { audience: "management" });
  expect(seen.open).toEqual({
    waiting: 6,
    inHand: "hidden",
    casework: 9,
    preventionWork: "hidden",
    overdue: 18,
  });
  const after = [...before, ...times(3, () => work("C1", monday + day))];
  const numbers = digest(week, after, { audience: "management", published: [seen] });
  expect(numbers.outcomes.casework).toBe("hidden");
  // From 9 to 12 the hidden week would be 3.
  expect(numbers.open).toMatchObject({ waiting: 6, casework: "hidden" });
  expect(digest(week, after).open).toMatchObject({ waiting: 6, inHand: 0, casework: 12, preventionWork: 3 });
});

test("what is shown adds up, also after a correction", () => {
  const first = times(5, () => outcomeIn("2026-W45", "P1"));
  const published = [digest("2026-W45", first)];
  const now = [...first.slice(2), outcomeIn("2026-W46", "C1"), outcomeIn("2026-W48", "P0")];
  for (const each of ["2026-W46", "2026-W47"])
    published.push(digest(each, now, { published: [...published] }));
  const { block, trend } = digest(week, now, { published });
  const weeks = trend.slice(-4);
  expect(block.prevention).toBe(5);
  expect(weeks.reduce((sum, { prevention }) => sum + Number(prevention), 0)).toBe(block.prevention);
  expect(weeks.reduce((sum, { casework }) => sum + Number(casework), 0)).toBe(block.casework);
  expect(block.correctedSince).toBe(2);
});

test("a setting may hide more, never less than 1 to 4", () => {
  const all = times(7, () => outcomeIn(week, "P1"));
  const shown = (hideUpTo: number) =>
    digest(week, all, {
      audience: "management",
      directory: { ...directory, digest: { ...directory.digest, hideUpTo } },
    }).outcomes.prevention;
  expect(shown(4)).toBe(7);
  expect(shown(9)).toBe("hidden");
  const few = digest(
    week,
    times(3, () => outcomeIn(week, "P1")),
    {
      audience: "management",
      directory: { ...directory, digest: { ...directory.digest, hideUpTo: 1 } },
    },
  );
  expect(few.outcomes.prevention).toBe("hidden");
});

test("published weeks are frozen: a late correction does not change what was shown, nor does another audience's digest", () => {
  const before = times(6, () => outcomeIn("2026-W47", "P2"));
  const seen = digest("2026-W47", before, { audience: "management" });
  const forTeam = digest(
    "2026-W47",
    times(3, () => outcomeIn("2026-W47", "P2")),
  );
  const corrected = [...before.slice(1), outcomeIn(week, "C1")];
  const numbers = digest(week, corrected, { audience: "management", published: [forTeam, seen] });
  expect(numbers.trend.at(-2)).toEqual(seen.trend.at(-1));
  expect(numbers.trend.at(-2)?.prevention).toBe(6);
  // The block is the sum of its weeks as they were shown; that one of them changed is said apart, and hidden: it is one.
  expect(numbers.block).toMatchObject({ prevention: 6, casework: "hidden", correctedSince: "hidden" });
  const next = digest("2026-W49", corrected.slice(2), { audience: "management", published: [seen, numbers] });
  expect(next.block).toEqual(numbers.block);
});

test("the block that a digest needs is inside the windows it asks for", () => {
  for (const each of ["2026-W47", "2026-W52", "2026-W53", "2027-W03", "2027-W04"]) {
    expect(windowsOf(each, { arrivals: () => 1 }).outcomes.from).toBeLessThanOrEqual(
      weekBounds(blockOf(each).fromWeek).from,
    );
  }
});
