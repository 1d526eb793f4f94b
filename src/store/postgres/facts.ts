import type { ClockFact, Fact, OutcomeFact } from "#signal/fact.ts";
import type { Instant } from "#signal/signal.ts";
import type { Session } from "#store/postgres/session.ts";

/** Facts for the digest. */
export interface FactRows {
  arrivals(from: Instant, until: Instant): Promise<Fact[]>;
  outcomesSet(from: Instant, until: Instant): Promise<OutcomeFact[]>;
  clocksEnded(from: Instant, until: Instant): Promise<ClockFact[]>;
  closedSince(from: Instant): Promise<Fact[]>;
  open(): Promise<Fact[]>;
}

const columns = `id, received_at AS "receivedAt", stage, kind, category, urgency, source, area, holder,
  accept_due AS "acceptDue", accepted_at AS "acceptedAt", feedback_due AS "feedbackDue", feedback_at AS "feedbackAt",
  outcome_due AS "outcomeDue", outcome, outcome_at AS "outcomeAt", closed_at AS "closedAt", hops`;
// Of many thousands of rows a column more is felt.
const ofOutcomes = `id, kind, stage, outcome, outcome_at AS "outcomeAt"`;
const ofClocks = `id, kind, stage, holder, accept_due AS "acceptDue", accepted_at AS "acceptedAt",
  feedback_due AS "feedbackDue", feedback_at AS "feedbackAt"`;

export function openFactRows(session: Session): FactRows {
  const rows = <T>(of: string, where: string, values: readonly unknown[]) =>
    session.all<T>(`SELECT ${of} FROM signals WHERE drill = 0 AND ${where}`, values);
  const read = (where: string, values: readonly unknown[]) => rows<Fact>(columns, where, values);
  const clocks = (where: string, values: readonly unknown[]) => rows<ClockFact>(ofClocks, where, values);
  const within = (column: string) => `${column} >= $1 AND ${column} < $2`;
  return {
    arrivals: (from, until) => read(within("received_at"), [from, until]),
    outcomesSet: (from, until) => rows(ofOutcomes, within("outcome_at"), [from, until]),
    async clocksEnded(from, until) {
      const accept = await clocks(within("accept_due"), [from, until]);
      // Those whose accept clock ended in the window too were given already.
      const feedback = await clocks(`${within("feedback_due")} AND (accept_due < $1 OR accept_due >= $2)`, [
        from,
        until,
      ]);
      return [...accept, ...feedback];
    },
    closedSince: (from) => read("closed_at >= $1", [from]),
    open: () => read("open = 1", []),
  };
}
