import type { Database, Statement } from "better-sqlite3";
import type { ClockFact, Fact, OutcomeFact } from "#signal/fact.ts";
import type { Instant } from "#signal/signal.ts";
import { storeProblem } from "#store/sqlite/faults.ts";

/** Streams of facts for the digest. */
export interface FactRows {
  arrivals(from: Instant, until: Instant): Iterable<Fact>;
  outcomesSet(from: Instant, until: Instant): Iterable<OutcomeFact>;
  clocksEnded(from: Instant, until: Instant): Iterable<ClockFact>;
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

/** One window over the index on an instant. `also`: what must be so besides. */
interface Window<Row> {
  readonly by: keyof Row;
  readonly column: string;
  readonly index: string;
  readonly also: string;
}

/** Rows at a time: no statement stays open between them, so that writes go on while somebody reads. */
const pageRows = 1000;
const forever = Number.MAX_SAFE_INTEGER;

const columns = `id, received_at AS receivedAt, stage, kind, category, urgency, source, area, holder,
  accept_due AS acceptDue, accepted_at AS acceptedAt, feedback_due AS feedbackDue, feedback_at AS feedbackAt,
  outcome_due AS outcomeDue, outcome, outcome_at AS outcomeAt, closed_at AS closedAt, hops`;
const ofOutcomes = "id, kind, stage, outcome, outcome_at AS outcomeAt";
const ofClocks = `id, kind, stage, holder, accept_due AS acceptDue, accepted_at AS acceptedAt,
  feedback_due AS feedbackDue, feedback_at AS feedbackAt`;

const received: Window<Fact> = {
  by: "receivedAt",
  column: "received_at",
  index: "signals_received",
  also: "1 = 1",
};
const open: Window<Fact> = { ...received, index: "signals_open", also: "open = 1" };
const closed: Window<Fact> = {
  by: "closedAt",
  column: "closed_at",
  index: "signals_closed",
  also: "closed_at IS NOT NULL",
};
const outcome: Window<OutcomeFact> = {
  by: "outcomeAt",
  column: "outcome_at",
  index: "signals_outcome",
  also: "outcome_at IS NOT NULL",
};
const accept: Window<ClockFact> = {
  by: "acceptDue",
  column: "accept_due",
  index: "signals_accept",
  also: "1 = 1",
};
const feedback: Window<ClockFact> = {
  by: "feedbackDue",
  column: "feedback_due",
  index: "signals_feedback",
  // Those whose accept clock ended in the window too were given already.
  also: "(accept_due < @from OR accept_due >= @until)",
};

/** Prepares the statements on this database. */
export function openFactRows(db: Database): FactRows {
  const seqOf = db.prepare<[string], number>("SELECT seq FROM signals WHERE id = ?").pluck();

  /** Reads a window page by page. */
  function pagesOf<Row extends { readonly id: string }>(
    of: string,
    { by, column, index, also }: Window<Row>,
  ): (from: Instant, until: Instant) => Iterable<Row> {
    // No lower bound beside that of the page: SQLite would take that one, and read every page before it again.
    const read: Statement<[Page], Row> = db.prepare(
      `SELECT ${of} FROM signals INDEXED BY ${index}
       WHERE (${column}, seq) > (@after, @afterSeq) AND ${column} < @until AND drill = 0 AND ${also}
       ORDER BY ${column}, seq LIMIT ${pageRows}`,
    );
    return function* (from, until) {
      let page: Page = { from, until, after: from, afterSeq: 0 };
      for (;;) {
        const rows = tried(() => read.all(page));
        const last = rows.at(-1);
        // Asked before anything is given: the reader may take its time.
        const afterSeq = last ? tried(() => seqOf.get(last.id)) : undefined;
        yield* rows;
        if (rows.length < pageRows || last === undefined || afterSeq === undefined) return;
        page = { from, until, after: Number(last[by]), afterSeq };
      }
    };
  }

  const opened = pagesOf(columns, open);
  const closedFrom = pagesOf(columns, closed);
  const accepts = pagesOf(ofClocks, accept);
  const feedbacks = pagesOf(ofClocks, feedback);
  return {
    arrivals: pagesOf(columns, received),
    outcomesSet: pagesOf(ofOutcomes, outcome),
    *clocksEnded(from, until) {
      yield* accepts(from, until);
      yield* feedbacks(from, until);
    },
    closedSince: (from) => closedFrom(from, forever),
    open: () => opened(0, forever),
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
