import type { Database, Statement } from "better-sqlite3";
import type { Fact } from "#signal/fact.ts";
import type { Instant } from "#signal/signal.ts";
import { storeProblem } from "#store/sqlite/faults.ts";

/** Streams of facts for the digest. */
export interface FactRows {
  arrivals(from: Instant, until: Instant): Iterable<Fact>;
  outcomesSet(from: Instant, until: Instant): Iterable<Fact>;
  clocksEnded(from: Instant, until: Instant): Iterable<Fact>;
  closedSince(from: Instant): Iterable<Fact>;
  open(): Iterable<Fact>;
}

/** Which rows come next: those after this instant and this row. */
interface Page {
  readonly from: number;
  readonly until: number;
  readonly after: number;
  readonly afterSeq: number;
}

/** One window over the index on an instant, page by page. */
interface Window {
  readonly read: Statement<[Page], Fact>;
  readonly by: "receivedAt" | "outcomeAt" | "acceptDue" | "feedbackDue" | "closedAt";
}

/** Rows at a time: no statement stays open between them, so that writes go on while somebody reads. */
const pageRows = 1000;
const forever = Number.MAX_SAFE_INTEGER;

const columns = `id, received_at AS receivedAt, stage, kind, category, urgency, source, area, holder,
  accept_due AS acceptDue, accepted_at AS acceptedAt, feedback_due AS feedbackDue, feedback_at AS feedbackAt,
  outcome_due AS outcomeDue, outcome, outcome_at AS outcomeAt, closed_at AS closedAt, hops`;

const windows = {
  received: ["receivedAt", "received_at", "signals_received", "1 = 1"],
  open: ["receivedAt", "received_at", "signals_open", "open = 1"],
  outcome: ["outcomeAt", "outcome_at", "signals_outcome", "outcome_at IS NOT NULL"],
  closed: ["closedAt", "closed_at", "signals_closed", "closed_at IS NOT NULL"],
  accept: ["acceptDue", "accept_due", "signals_accept", "1 = 1"],
  // Those whose accept clock ended in the window too were given already.
  feedback: [
    "feedbackDue",
    "feedback_due",
    "signals_feedback",
    "(accept_due < @from OR accept_due >= @until)",
  ],
} as const;

/** Prepares the statements on this database. */
export function openFactRows(db: Database): FactRows {
  const seqOf = db.prepare<[string], number>("SELECT seq FROM signals WHERE id = ?").pluck();

  function prepare([by, column, index, also]: (typeof windows)[keyof typeof windows]): Window {
    // No lower bound beside that of the page: SQLite would take that one, and read every page before it again.
    const read = db.prepare<Page, Fact>(
      `SELECT ${columns} FROM signals INDEXED BY ${index}
       WHERE (${column}, seq) > (@after, @afterSeq) AND ${column} < @until AND drill = 0 AND ${also}
       ORDER BY ${column}, seq LIMIT ${pageRows}`,
    );
    return { read, by };
  }

  function* pages({ read, by }: Window, from: Instant, until: Instant): Iterable<Fact> {
    let page: Page = { from, until, after: from, afterSeq: 0 };
    for (;;) {
      const facts = tried(() => read.all(page));
      const last = facts.at(-1);
      // Asked before anything is given: the reader may take its time.
      const afterSeq = last ? tried(() => seqOf.get(last.id)) : undefined;
      yield* facts;
      if (facts.length < pageRows || last === undefined || afterSeq === undefined) return;
      page = { from, until, after: last[by] ?? until, afterSeq };
    }
  }

  const received = prepare(windows.received);
  const open = prepare(windows.open);
  const outcome = prepare(windows.outcome);
  const closed = prepare(windows.closed);
  const accept = prepare(windows.accept);
  const feedback = prepare(windows.feedback);
  return {
    arrivals: (from, until) => pages(received, from, until),
    outcomesSet: (from, until) => pages(outcome, from, until),
    *clocksEnded(from, until) {
      yield* pages(accept, from, until);
      yield* pages(feedback, from, until);
    },
    closedSince: (from) => pages(closed, from, forever),
    open: () => pages(open, 0, forever),
  };
}

/** Runs a read in the middle of a stream; what SQLite throws becomes a Problem. */
function tried<T>(act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    throw storeProblem(thrown);
  }
}
