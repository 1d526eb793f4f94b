import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import type { Signal } from "#signal/signal.ts";
import { refreshAlerts, tellReceipt, whoWaits } from "#signal/tell.ts";

/**
 * The signaler takes it back. A preventive or soon signal closes at once; of an urgent or acute one, and of one that
 * nothing has read yet, it is a request: a human looks first (domain.md, settled readings).
 */
export function withdraw(signal: Signal, event: ActOf<"withdrawn">, moment: Moment): Draft {
  const drafted = draft(signal, event, moment.now).note("withdrawn", { urgency: signal.urgency });
  if (signal.withdrawAskedAt !== null) return drafted;
  const isLight = signal.urgency === "soon" || signal.urgency === "preventive";
  const isDone = isLight && signal.stage !== "received";
  for (const id of whoWaits(signal)) {
    const body = { kind: "withdraw_request", code: signal.code, state: isDone ? "done" : "asked" } as const;
    drafted.tell({ to: "person", id }, body);
  }
  if (!isDone) {
    drafted.change({ withdrawAskedAt: moment.now });
    return drafted.tell(
      { to: "signaler", id: signal.signaler },
      { kind: "withdraw_asked", code: signal.code },
    );
  }
  drafted.change({ stage: "withdrawn", climbAt: null, closedAt: moment.now });
  tellReceipt(drafted, moment);
  refreshAlerts(drafted);
  return drafted;
}
