import { slackMessage, slackModal } from "#chat/slack/cards.ts";
import { type Ask, bad, good, isAway, note, type SlackFinding, saidBy } from "#chat/slack/check/finding.ts";
import type { Pause } from "#chat/wire/pause.ts";
import type { Card, Form } from "#texts/card.ts";

/** A message or a dialog that the bot can show. */
export interface Example {
  readonly name: string;
  readonly card: Card | null;
  readonly form: Form | null;
}

/** blocks.validate has limits that Slack does not tell; where it asks for patience, it gets that. */
const paceMs = 100;
/** More of the same says nothing new. */
const mostFaults = 20;

/** Does Slack accept everything that the bot can show? Sends nothing: `blocks.validate` only looks. */
export async function checkLook(
  ask: Ask,
  parts: {
    readonly gallery: readonly Example[];
    readonly pause: Pause;
    readonly progress: (done: number, all: number) => void;
  },
): Promise<SlackFinding[]> {
  const { gallery, pause, progress } = parts;
  const findings: SlackFinding[] = [];
  let withoutBars = 0;
  let faults = 0;
  for (const [index, example] of gallery.entries()) {
    if (index > 0) await pause(paceMs);
    const verdict = await lookAt(ask, example);
    if (verdict.is === "away") {
      return [
        ...findings,
        bad(
          `Slack stopped answering: ${gallery.length - index} messages were not looked at. ${verdict.message}`,
        ),
      ];
    }
    if (verdict.is === "unknown") return [...findings, note(verdict.message)];
    if (verdict.is === "without bars") withoutBars += 1;
    if (verdict.is === "refused") {
      faults += 1;
      if (faults <= mostFaults) findings.push(bad(refusal(example.name, verdict.reason)));
    }
    progress(index + 1, gallery.length);
  }
  if (faults > mostFaults) findings.push(bad(`And ${faults - mostFaults} more that Slack does not accept.`));
  if (withoutBars > 0) {
    findings.push(
      note("This workspace does not take Slack's own bars yet: digests come with a picture instead."),
    );
  }
  if (faults === 0 && gallery.length > 0) {
    findings.push(good(`Slack accepts all ${gallery.length} messages and dialogs of the gallery.`));
  }
  return findings;
}

const refusal = (name: string, reason: string) =>
  `Slack does not accept ${JSON.stringify(name)} (${reason}). This is a fault in Voelspriet: report it with this line.`;

type Verdict =
  | { readonly is: "accepted" | "without bars" }
  | { readonly is: "refused"; readonly reason: string }
  | { readonly is: "away" | "unknown"; readonly message: string };

async function lookAt(ask: Ask, { card, form }: Example): Promise<Verdict> {
  const { problem } = await ask("blocks.validate", payloadOf(card, form, "native"));
  if (problem === null) return { is: "accepted" };
  if (isAway(problem)) return { is: "away", message: saidBy(problem) };
  if (problem.reason === "unknown_method" || problem.kind === "misconfigured") {
    return {
      is: "unknown",
      message: `Whether Slack accepts all messages could not be looked at: ${saidBy(problem)}`,
    };
  }
  if (card?.parts.some(({ part }) => part === "chart")) {
    const plain = await ask("blocks.validate", payloadOf(card, form, "text"));
    if (plain.problem === null) return { is: "without bars" };
  }
  return { is: "refused", reason: problem.reason };
}

function payloadOf(card: Card | null, form: Form | null, charts: "native" | "text"): Record<string, unknown> {
  if (card !== null) return { message: slackMessage(card, { charts }) };
  return form === null ? { blocks: [] } : { view: slackModal(form) };
}
