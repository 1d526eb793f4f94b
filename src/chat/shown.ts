/**
 * Words as they may stand on a screen: no control characters or terminal codes, no direction overrides, no piled-up
 * accents or screens of empty lines, and no address that a client would turn into a link (limits.md F16, F17). A
 * zero-width space breaks such addresses; everything else that can be seen stays as it was typed.
 */
export function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/\p{Cc}\[[0-9;?]{0,20}[A-Za-z]/gu, (code) => (code.startsWith("\n") ? code : ""))
    .replace(/\t/g, " ")
    .replace(/(?!\n)\p{Cc}/gu, "")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .replace(/\n(?:[ \u00a0]*\n){2,}/g, "\n\n")
    .replace(/:\/\//g, ":\u200b//")
    .replace(/\b(www)\./gi, "$1\u200b.")
    .replace(/\b(mailto|javascript):/gi, "$1:\u200b")
    .trim();
}

/** `shown`, on one line: for labels, cells and other places where a line break would break the layout. */
export function oneLine(text: string): string {
  return shown(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

/** At most `most` characters (UTF-16 units); what was cut off is marked with "…". */
export function clamp(text: string, most: number): string {
  if (text.length <= most) return text;
  if (most <= 1) return "…".slice(0, Math.max(0, most));
  const cut = text.slice(0, most - 1);
  return `${cut.replace(/[\ud800-\udbff\u200d]$/, "").trimEnd()}…`;
}

/** A stretch of text in one weight. */
export interface Span {
  readonly text: string;
  readonly bold: boolean;
}

/** Our own texts mark bold with **...**; the marks are taken away, nothing else in the text has a meaning. */
export function spans(text: string): readonly Span[] {
  return text
    .split(/\*\*([^*\n]+)\*\*/)
    .map((piece, place) => ({ text: piece, bold: place % 2 === 1 }))
    .filter((span) => span.text !== "");
}

/** Cuts a long text at a space, into pieces of at most `most` characters. Nothing is lost but the space. */
export function pieces(text: string, most: number): readonly string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = Math.max(rest.lastIndexOf(" ", most), rest.lastIndexOf("\n", most));
    let end = space > most / 2 ? space : most;
    // Never between the two halves of one character.
    if (/[\ud800-\udbff]/.test(rest.charAt(end - 1))) end -= 1;
    found.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== "") found.push(rest);
  return found.filter((piece) => piece !== "");
}
