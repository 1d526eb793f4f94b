import type { Personal, Span } from "#classify/redaction/span.ts";
import { kindsOfPersonal } from "#classify/redaction/span.ts";

/** A piece of the text with what stands in its place: from and to in the new text, start and end in the old one. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** A text with placeholders in it, and the way back. */
export interface Replaced {
  readonly redacted: string;
  /** How many of each were replaced. */
  readonly found: { what: Personal; count: number }[];
  /** Every placeholder, in order. */
  readonly pieces: readonly Piece[];
}

/** These tell one from another: the same person keeps the same number. */
const numbered: ReadonlySet<Personal> = new Set(["PERSOON", "SCHOOL", "CLUB", "ADRES"]);

/** Puts a placeholder ("[PERSOON 1]") where each span is. Where two overlap, what comes first in the list wins. */
export function replaceSpans(text: string, spans: readonly Span[]): Replaced {
  const numbers = new Map<string, number>();
  const counts = new Map<Personal, number>();
  const pieces: Piece[] = [];
  let redacted = "";
  let end = 0;
  for (const { what, from, to, key } of withoutOverlap(spans)) {
    counts.set(what, (counts.get(what) ?? 0) + 1);
    redacted += text.slice(end, from);
    const start = redacted.length;
    redacted += placeholder(what, key, numbers);
    pieces.push({ from: start, to: redacted.length, start: from, end: to });
    end = to;
  }
  redacted += text.slice(end);
  const found = kindsOfPersonal.flatMap((what) => {
    const count = counts.get(what);
    return count ? [{ what, count }] : [];
  });
  return { redacted, found, pieces };
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
