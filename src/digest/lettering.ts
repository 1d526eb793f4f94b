/** The chart's letters: one family that ships with us, and what a page or a bare machine may have instead. */
const family = "Atkinson Hyperlegible, DejaVu Sans, Verdana, Arial, sans-serif";

/** A piece of text on the chart. Sizes in pixels of a drawing that is 1024 wide. */
export interface Lettering extends Type {
  readonly x: number;
  readonly y: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
}

/** One line of text as SVG. `y` is the base line. */
export function lettered(text: string, how: Lettering): string {
  const weight = how.bold ? ' font-weight="700"' : "";
  return (
    `<text x="${round(how.x)}" y="${round(how.y)}" font-family="${family}" font-size="${round(how.size)}"` +
    `${weight} text-anchor="${how.anchor ?? "start"}" fill="${how.fill ?? "#1a1a1a"}">${escaped(text)}</text>`
  );
}

/** Text that can stand in XML: the five signs written out, and characters that XML does not know left out. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Size in pixels, and weight. */
export interface Type {
  readonly size: number;
  readonly bold?: true;
}

/** About how wide a line is, rather too wide than too narrow: nothing measures text without a browser. */
export function widthOf(text: string, type: Type): number {
  let ems = 0;
  for (const letter of text) {
    if (/[ijlItf.,:;'|!()[\]-]/.test(letter)) ems += 0.41;
    else if (/[mwMW@%—–…]/.test(letter)) ems += 1.04;
    else if (/[a-z\s]/.test(letter)) ems += 0.67;
    else if (/[A-Z0-9]/.test(letter)) ems += 0.73;
    else ems += letter.length > 1 || letter > "\u{2000}" ? 1.1 : 0.73;
  }
  return ems * type.size * (type.bold ? 1 : 0.9);
}

/** The text in lines that fit; what is left after the last line ends in an ellipsis. */
export function wrapped(
  text: string,
  type: Type,
  room: { readonly width: number; readonly lines: number },
): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer, type) > room.width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  const kept = lines.slice(0, room.lines);
  if (lines.length > kept.length) kept.push(`${kept.pop() ?? ""} …`);
  return kept.map((each) => clipped(each, type, room.width));
}

/** The text, cut where it would be wider than there is room. */
export function clipped(text: string, type: Type, width: number): string {
  if (widthOf(text, type) <= width) return text;
  let letters = Array.from(text.replace(/ …$/, ""));
  while (letters.length > 1 && widthOf(`${letters.join("")}…`, type) > width) letters = letters.slice(0, -1);
  return `${letters.join("").trimEnd()}…`;
}

/** A number as SVG wants it: at most two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
