import type { Decision } from "#signal/decision.ts";
import type { SignalId } from "#signal/signal.ts";
import type { Rows } from "#store/sqlite/rows.ts";

/** Writes a decision, inside a transaction. `stale` writes nothing; `seen` only settles the timer that brought it. */
export function writeDecision(rows: Rows, decision: Decision): "done" | "stale" | "seen" {
  const { signal } = decision;
  if (rows.seen.find(decision.key)) {
    if (decision.settles !== null) rows.timers.settle(decision.settles);
    return "seen";
  }
  const from = decision.signaler?.vouched === true ? "known" : "stranger";
  if (signal && !rows.signals.write(signal, from)) return "stale";
  rows.seen.add(decision.key, signal?.id ?? null);
  if (decision.settles !== null) rows.timers.settle(decision.settles);
  if (decision.signaler) rows.signalers.remember(decision.signaler);
  rows.entries.add(decision.entries, signal ? signal.revision + 1 : null);
  for (const passage of decision.passages) rows.passages.add(passage);
  for (const notice of decision.notices) rows.notices.add(notice);
  for (const timer of decision.timers) rows.timers.add(timer);
  if (decision.erase !== null) eraseWords(rows, decision.erase);
  return "done";
}

/** Deletes the words of a signal, and its signaler where nothing else needs the address. Gives how many passages. */
export function eraseWords(rows: Rows, signal: SignalId): number {
  const erased = rows.passages.erase(signal);
  rows.deliveries.eraseWorded(signal);
  rows.signalers.forgetUnneeded(signal);
  rows.checkpoints.owe();
  return erased;
}
