import type { Signal } from "#signal/signal.ts";
import { categories, outcomes, sources, urgencies } from "#signal/words.ts";
import { sampleSignal } from "../support/sample-decision.ts";

/** So many signals that came in evenly, the last of them at this instant. */
export interface Archive {
  readonly count: number;
  readonly until: number;
}

const hour = 3_600_000;
const day = 24 * hour;
/** So many a week, as in the busiest weeks of all the Netherlands (domain.md 6): a larger archive is a longer one. */
const perWeek = 10_000;
const stepMs = Math.floor((7 * day) / perWeek);
/** Signals are open for two weeks; after that they are closed, and their words have gone. */
const openCount = 2 * perWeek;
/** Of the same width for every number, so that they are in order. */
const firstNumber = 1_000_000_000;
const areas = ["noord", "zuid"];
const people = ["sanne", "noor"];
const sample = sampleSignal();

/** How many of the archive are closed: the first ones. */
export function closedOf({ count }: Archive): number {
  return Math.max(0, count - openCount);
}

/** The open signal with this number, as the rooms know it. */
export function openSignalOf({ count, until }: Archive, index: number): Signal {
  const receivedAt = until - (count - index) * stepMs;
  return {
    ...sample,
    id: `a${firstNumber + index}`,
    code: `A-${firstNumber + index}`,
    receivedAt,
    stage: "accepted",
    report: { ...sample.report, source: turn(sources, index), area: turn(areas, index) },
    categories: [turn(categories, index)],
    urgency: turn(urgencies, index),
    holder: turn(people, index),
    acceptDue: receivedAt + 8 * hour,
    acceptedAt: receivedAt + (index % 11) * hour,
    feedbackDue: receivedAt + 100 * hour,
    outcomeDue: receivedAt + 20 * day,
  };
}

function turn<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length];
  if (one === undefined) throw new Error("An empty list.");
  return one;
}

/** The columns of a closed one, in SQL that SQLite and PostgreSQL both read; `i` is its number. */
export function closedColumns({ count, until }: Archive): Readonly<Record<string, string>> {
  const received = `(${until} - (${count} - i) * ${stepMs})`;
  const outcomeAt = `(${received} + (1 + i % 12) * ${day})`;
  const quoted = (value: string) => `'${value}'`;
  const byTurn = (list: readonly string[]) =>
    `CASE i % ${list.length} ${list.map((value, at) => `WHEN ${at} THEN ${quoted(value)}`).join(" ")} END`;
  return {
    id: `'a' || (${firstNumber} + i)`,
    code: `'A-' || (${firstNumber} + i)`,
    revision: "3",
    open: "0",
    stage: "'closed'",
    received_at: received,
    signaler: `'s' || (i % 5003)`,
    organisation: "'school-de-wilg'",
    kind: "'signal'",
    category: byTurn(categories),
    urgency: byTurn(urgencies),
    source: byTurn(sources),
    area: byTurn(areas),
    holder: byTurn(people),
    accept_due: `${received} + ${8 * hour}`,
    accepted_at: `${received} + (i % 11) * ${hour}`,
    feedback_due: `${received} + ${100 * hour}`,
    feedback_at: `${received} + (i % 130) * ${hour}`,
    outcome_due: `${received} + ${20 * day}`,
    outcome: byTurn(outcomes),
    outcome_at: outcomeAt,
    closed_at: outcomeAt,
    hops: "i % 3",
  };
}
