import { readNet } from "#classify/safety-net.ts";
import { verdict } from "#classify/verdict.ts";
import type { ActOf } from "#signal/event.ts";
import type { Signal } from "#signal/signal.ts";
import type { Urgency } from "#signal/words.ts";

/** What a signaler's new words and answers ask for: the safety net reads them, danger counts, and so does an age that was not known. */
export function levelHeard(
  signal: Signal,
  event: ActOf<"supplemented" | "answered" | "still_worried">,
): Urgency | null {
  const net = readNet(event.text ?? "");
  if (event.type !== "supplemented") return net.level;
  const isNewAge = signal.report.ageGroup === null && event.ageGroup !== null;
  const { kind, categories, urgency } = signal;
  const classification = {
    kind,
    categories,
    urgency,
    confidence: "high",
    evidence: [],
    engine: "",
    version: "",
  } as const;
  // Only a newly told age lifts: told twice is not twice as young.
  const ageGroup = isNewAge ? event.ageGroup : "adult";
  const heard = verdict({ net, classification, danger: event.danger, ageGroup });
  return heard.urgency === "none" ? null : heard.urgency;
}
