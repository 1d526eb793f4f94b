import type { SignalAct } from "#signal/event.ts";
import type { Refusal } from "#signal/screen.ts";
import { isOpen, type Signal, type Stage } from "#signal/signal.ts";
import { compareUrgency, type Outcome } from "#signal/words.ts";

/** At most two hand-overs, then a coordinator decides (features row 33). */
export const mostHops = 2;

/** Stages in which each act can be done. What is not named here is refused: late, or too early. */
const open: readonly Stage[] = ["received", "routed", "accepted", "working"];
const held: readonly Stage[] = ["accepted", "working"];
const admitted = {
  classified: open,
  not_classified: open,
  // Once an outcome is set, what a machine thinks of it no longer matters.
  reread: ["received", "routed", "accepted"],
  // What a signaler still says after the end is kept and read: it opens the signal again, or reaches who had it.
  supplemented: [...open, "closed"],
  called: [...open, "closed"],
  answered: [...open, "closed"],
  still_worried: ["received", "routed", "accepted", "working", "closed"],
  withdrawn: open,
  accepted: ["routed"],
  declined: ["routed"],
  handed_over: ["routed", "accepted", "working"],
  consulted: ["routed", "accepted", "working"],
  consult_answered: open,
  asked: held,
  feedback_given: held,
  corrected: open,
  waiting: held,
  // Also on a closed one: light help that became casework (domain.md 4.2) is the same signal with a later outcome.
  outcome_set: ["accepted", "working", "closed"],
  closed: ["working"],
  overdue: [...open, "closed"],
  erasure_due: ["accepted", "working", "closed", "withdrawn"],
  went_away: open,
  unreachable: [...open, "closed"],
} as const satisfies Record<SignalAct["type"], readonly Stage[]>;

/**
 * Can this act be done to the signal as it is now? Null: yes. Otherwise what the person who pressed is told.
 * Who may do it is decided in privacy/access.ts; here it is only about the state and about what an act must carry.
 */
export function refusalOf(signal: Signal, act: SignalAct): Refusal | null {
  return lateness(signal, act) ?? incompleteness(signal, act);
}

/** Can such an act be done in this stage at all? */
export function isAdmitted({ stage }: Pick<Signal, "stage">, type: SignalAct["type"]): boolean {
  const stages: readonly Stage[] = admitted[type];
  return stages.includes(stage);
}

/** Is it too late for such an act, or too early? Null: it is the moment, also to open its form. */
export function lateness(signal: Signal, act: Pick<SignalAct, "type" | "by">): Refusal | null {
  if (isAdmitted(signal, act.type)) return null;
  if (signal.stage === "withdrawn") return "withdrawn";
  if (signal.stage === "closed") return "closed";
  const byHolder = act.by.as === "person" && act.by.id === signal.holder;
  if ((act.type === "accepted" || act.type === "declined") && signal.holder !== null && !byHolder)
    return "taken";
  return "not_now";
}

function incompleteness(signal: Signal, act: SignalAct): Refusal | null {
  switch (act.type) {
    case "corrected": {
      const lowers = compareUrgency(act.urgency, signal.urgency) > 0;
      const unmakes = act.kind === "not_a_signal" && signal.kind !== "not_a_signal";
      return (lowers || unmakes) && !act.text?.trim() ? "lowering_needs_reason" : null;
    }
    case "outcome_set":
      return bypassesVeiligThuis(signal, act.outcome) ? "structural_needs_veilig_thuis" : wordless(act);
    case "closed":
      return bypassesVeiligThuis(signal, signal.outcome) ? "structural_needs_veilig_thuis" : wordless(act);
    default:
      return null;
  }
}

/** No closing without a word to the signaler, or a reason why not (the feedback clock). */
function wordless(act: { readonly word: unknown; readonly text: string | null }): Refusal | null {
  return act.word === null && !act.text?.trim() ? "no_word_needs_reason" : null;
}

/** Acute unsafety at home goes by Veilig Thuis; own help is beside it, never instead (domain.md L7). A human may lower it first, with a reason. */
function bypassesVeiligThuis(signal: Signal, outcome: Outcome | null): boolean {
  if (signal.urgency !== "acute" || !signal.categories.includes("domestic_violence")) return false;
  return outcome !== null && ["P0", "P1", "P2", "C1", "N2", "N3"].includes(outcome);
}

/** The worst software fault here would be an open signal that nobody has and nothing chases. */
export function isOrphan(signal: Signal): boolean {
  return isOpen(signal) && signal.holder === null && signal.climbAt === null;
}

/** Pressed again by the one who did it: there is nothing to do a second time. */
export function isDoneAlready(signal: Signal, { type, by }: SignalAct): boolean {
  if (by.as !== "person") return false;
  if (type === "accepted") return by.id === signal.holder;
  return type === "declined" && signal.declined.includes(by.id);
}
