import type { Evidence } from "#signal/classified.ts";
import type { Proposal, RoutingReason, Signal } from "#signal/signal.ts";
import type { Part } from "#texts/card.ts";
import type { Reading } from "#texts/labels.ts";
import { heading, list, text } from "#texts/parts.ts";
import { nameOf } from "#texts/people.ts";
import { rereadInWords } from "#texts/rereading.ts";
import { routingLines } from "#texts/routing-words.ts";
import { flagsInWords } from "#texts/rule-words.ts";
import { type Said, say } from "#texts/say.ts";
import { evidenceParts } from "#texts/screens/evidence.ts";
import { categoriesInWords, confidenceWords, urgencyWords } from "#texts/terms.ts";

/** Why the computer sorted it like this, in words: a proposal, never a bare number (domain.md L21). */
export function sortingParts(
  of: { readonly signal: Signal; readonly proposal: Proposal | null; readonly evidence: readonly Evidence[] },
  reading: Reading,
): readonly Part[] {
  const { language } = reading;
  const rules = flagsInWords(of.proposal?.flags ?? [], language);
  return [
    heading(say(language, { nl: "Waarom deze indeling?", en: "Why sorted like this?" })),
    text([...decided(of, reading), proposed(of, reading)].join(" ")),
    ...rereadParts(of.signal, reading),
    ...(rules.length === 0 ? [] : [list(rules)]),
    ...evidenceParts(of.evidence, reading),
  ];
}

function rereadParts({ reread }: Signal, { language }: Reading): readonly Part[] {
  const lines = rereadInWords(reread, language);
  return lines.length === 0 ? [] : [text(lines.join(" "))];
}

type Sorted = { readonly signal: Signal; readonly proposal: Proposal | null };

/** Who decided what it is about. The urgency stands apart: it may have risen since, by a press or by added words. */
function decided({ signal, proposal }: Sorted, reading: Reading): readonly string[] {
  const { language } = reading;
  const now = say(
    language,
    { nl: "Urgentie nu: {urgency}.", en: "Urgency now: {urgency}." },
    { urgency: say(language, urgencyWords[signal.urgency]) },
  );
  if (signal.decidedBy === null) {
    return proposal === null || proposal.urgency === signal.urgency ? [] : [now];
  }
  const said: Said = {
    nl: "{name} heeft bepaald waar het over gaat: {what}.",
    en: "{name} decided what it is about: {what}.",
  };
  const values = {
    name: nameOf(signal.decidedBy, reading),
    what: categoriesInWords(language, signal.categories),
  };
  return [say(language, said, values), now];
}

function proposed({ signal, proposal }: Sorted, reading: Reading): string {
  const { language } = reading;
  if (proposal === null) {
    const unsorted = say(language, {
      nl: "De computer kon dit niet indelen.",
      en: "The computer could not sort this.",
    });
    const yours = say(language, { nl: "Jij beslist.", en: "You decide." });
    return signal.decidedBy === null ? `${unsorted} ${yours}` : unsorted;
  }
  const said: Said = {
    nl: "Voorstel van de computer: {what}, {urgency}.",
    en: "Proposal of the computer: {what}, {urgency}.",
  };
  const values = {
    what: categoriesInWords(language, proposal.categories),
    urgency: say(language, urgencyWords[proposal.urgency]),
  };
  return `${say(language, said, values)} ${say(language, confidenceWords[proposal.confidence])}`;
}

/** Why the one who was asked last was asked: that is whom the reason is about. */
export function routingParts(
  signal: Signal,
  reason: RoutingReason | null,
  reading: Reading,
): readonly Part[] {
  if (reason === null) return [];
  const { language } = reading;
  const person = signal.asked.at(-1) ?? signal.holder;
  const lines = routingLines(reason, person, reading);
  if (lines.length === 0) return [];
  const title =
    person === null
      ? say(language, { nl: "Waarom bij deze collega?", en: "Why this colleague?" })
      : say(language, { nl: "Waarom bij {name}?", en: "Why {name}?" }, { name: nameOf(person, reading) });
  return [heading(title), list(lines)];
}
