import { Problem } from "#base/problem.ts";
import type { Entry } from "#signal/decision.ts";
import type { SignalId } from "#signal/signal.ts";
import type { Sealer } from "#store/store.ts";

/**
 * A line of the event log as it is kept. The tag is a keyed hash over the line and its place: which revision of the signal
 * it came with, as the how-manieth of how many. So a line that was altered, moved, taken away or put in shows (`proveLog`).
 */
export interface EntryRow extends Omit<Entry, "facts"> {
  readonly facts: string;
  /** The revision that the decision made; null: a line outside a decision (a view). */
  readonly revision: number | null;
  /** From 1. */
  readonly nth: number;
  readonly total: number;
  readonly tag: string;
}

/** The lines of one decision as rows. `revision`: the one that the decision makes; null: outside a decision. */
export function entryRows(entries: readonly Entry[], revision: number | null, sealer: Sealer): EntryRow[] {
  return entries.map((entry, index) => {
    const row = {
      ...entry,
      facts: JSON.stringify(entry.facts),
      revision,
      nth: index + 1,
      total: entries.length,
    };
    return { ...row, tag: tagOf(row, sealer) };
  });
}

/** The line in this row. */
export function entryIn({
  signal,
  at,
  by,
  type,
  facts,
}: Omit<EntryRow, "revision" | "nth" | "total" | "tag">): Entry {
  return { signal, at, by, type, facts: JSON.parse(facts) as Entry["facts"] };
}

/** Of which signal a log is, and about which revisions it must tell: those after `from`, up to and with `upTo`. */
export interface LogSpan {
  readonly signal: SignalId;
  readonly from: number;
  readonly upTo: number;
}

/** Throws Problem "bug" where a line was altered, or one is missing or too many. `rows`: all that have a tag. */
export function proveLog({ signal, from, upTo }: LogSpan, rows: readonly EntryRow[], sealer: Sealer): void {
  const told = new Map<number, number>();
  for (const row of rows) {
    if (tagOf(row, sealer) !== row.tag) throw broken(signal, "a line was altered");
    if (row.revision === null) continue;
    // Every line of a decision says of how many it is one: what is left when all have been there is 0.
    const left = (told.get(row.revision) ?? row.total) - 1;
    told.set(row.revision, left);
  }
  for (let revision = from + 1; revision <= upTo; revision++) {
    if (told.get(revision) !== 0) throw broken(signal, "lines are missing");
    told.delete(revision);
  }
  if (told.size > 0) throw broken(signal, "there are lines that do not belong");
}

function tagOf(
  { signal, at, by, type, facts, revision, nth, total }: Omit<EntryRow, "tag">,
  sealer: Sealer,
): string {
  return sealer.pseudonym(`entry:${JSON.stringify([signal, revision, nth, total, at, by, type, facts])}`);
}

function broken(signal: SignalId, what: string): Problem {
  return new Problem(
    "bug",
    `The event log of signal ${signal} was altered: ${what}. Do not trust this store.`,
  );
}
