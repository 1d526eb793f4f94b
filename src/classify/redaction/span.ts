/** What a piece of text is; the words of the placeholder. */
export const kindsOfPersonal = [
  "PERSOON",
  "BSN",
  "TELEFOON",
  "ADRES",
  "POSTCODE",
  "EMAIL",
  "IBAN",
  "GEBOORTEDATUM",
  "DATUM",
  "SCHOOL",
  "CLUB",
  "LINK",
  "HERKOMST",
  "GELOOF",
  "PLAATS",
] as const;
export type Personal = (typeof kindsOfPersonal)[number];

/** A piece of a text that must not go out. `key`: the same person or school, the same number. */
export interface Span {
  readonly what: Personal;
  readonly from: number;
  readonly to: number;
  readonly key: string;
}

/** The matches of an expression as spans; `fits` says no to a match that only looks like it. */
export function spansOf(
  text: string,
  what: Personal,
  expression: RegExp,
  fits: (match: RegExpExecArray) => boolean = () => true,
): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(expression)) {
    const [whole, first] = match;
    if (!fits(match)) continue;
    // A first group narrows the span to itself.
    const part = first ?? whole;
    const from = match.index + whole.indexOf(part);
    spans.push({ what, from, to: from + part.length, key: part.toLowerCase().replace(/\s+/g, " ") });
  }
  return spans;
}
