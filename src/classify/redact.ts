import { numbersIn } from "#classify/redaction/numbers.ts";
import { personsIn } from "#classify/redaction/persons.ts";
import { placesIn } from "#classify/redaction/places.ts";
import type { Personal, Span } from "#classify/redaction/span.ts";
import { kindsOfPersonal } from "#classify/redaction/span.ts";

/** A text without what points to a person. */
export interface Redacted {
  readonly redacted: string;
  /** How many of each were replaced. */
  readonly found: { what: string; count: number }[];
}

/** These tell one from another: the same person keeps the same number. */
const numbered: ReadonlySet<Personal> = new Set(["PERSOON", "SCHOOL", "CLUB", "ADRES"]);

/**
 * Replaces persons, citizen service numbers, phone numbers, addresses, postcodes, mail addresses, bank accounts, birth
 * dates, schools and clubs by placeholders that keep the sense ("[PERSOON 1]"). When in doubt it replaces. Rules and
 * name lists only: a name that is an ordinary word, or typed without a capital and not on the list, can stay.
 */
export function redact(text: string): Redacted {
  // In this order: what comes first wins where two overlap.
  const spans = withoutOverlap([...numbersIn(text), ...placesIn(text), ...personsIn(text)]);
  const numbers = new Map<string, number>();
  const counts = new Map<Personal, number>();
  let redacted = "";
  let end = 0;
  for (const { what, from, to, key } of spans) {
    counts.set(what, (counts.get(what) ?? 0) + 1);
    redacted += text.slice(end, from) + placeholder(what, key, numbers);
    end = to;
  }
  redacted += text.slice(end);
  const found = kindsOfPersonal.flatMap((what) => {
    const count = counts.get(what);
    return count ? [{ what, count }] : [];
  });
  return { redacted, found };
}

function placeholder(what: Personal, key: string, numbers: Map<string, number>): string {
  if (!numbered.has(what)) return `[${what}]`;
  const name = `${what} ${key}`;
  const known = numbers.get(name);
  if (known !== undefined) return `[${what} ${known}]`;
  const next = (numbers.get(what) ?? 0) + 1;
  numbers.set(what, next).set(name, next);
  return `[${what} ${next}]`;
}

function withoutOverlap(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  const order = new Map(spans.map((span, i) => [span, i]));
  const byPlace = spans.toSorted((a, b) => a.from - b.from || (order.get(a) ?? 0) - (order.get(b) ?? 0));
  for (const span of byPlace) {
    const last = kept.at(-1);
    if (!last || span.from >= last.to) {
      kept.push(span);
      continue;
    }
    // Overlapping: one placeholder for both, of the more certain kind, so that nothing in between stays.
    const surer = (order.get(span) ?? 0) < (order.get(last) ?? 0) ? span : last;
    const joined = { ...surer, from: Math.min(last.from, span.from), to: Math.max(last.to, span.to) };
    order.set(joined, Math.min(order.get(span) ?? 0, order.get(last) ?? 0));
    kept[kept.length - 1] = joined;
  }
  return kept;
}
