import { clamp } from "#chat/shown.ts";
import type { Card, Part } from "#texts/card.ts";

/** How much of a card there is room for: characters of text besides title, safety text and buttons, and parts. */
interface Space {
  readonly characters: number;
  readonly parts: number;
}

const spaces: readonly Space[] = [
  { characters: 10_000, parts: 45 },
  { characters: 7_000, parts: 40 },
  { characters: 5_000, parts: 30 },
  { characters: 3_500, parts: 20 },
  { characters: 2_000, parts: 15 },
  { characters: 1_000, parts: 10 },
  { characters: 500, parts: 6 },
  { characters: 200, parts: 3 },
  { characters: 0, parts: 0 },
];

/**
 * Draws the parts of a card (safety text first) with as much text as fits: the longest parts are shortened first, with
 * a visible "…". Title, safety text and buttons are never shortened: a card that can not fit at all is drawn with those alone.
 */
export function drawnToFit<Drawn>(
  card: Card,
  draw: (parts: readonly Part[]) => Drawn,
  fits: (drawn: Drawn) => boolean,
): Drawn {
  const safety = card.parts.filter((part) => part.part === "safety");
  const others = card.parts.filter((part) => part.part !== "safety");
  let drawn = draw([...safety, ...others]);
  for (const space of spaces) {
    if (fits(drawn)) return drawn;
    drawn = draw([...safety, ...shortened(others, space)]);
  }
  return drawn;
}

function shortened(parts: readonly Part[], space: Space): readonly Part[] {
  const kept = parts.slice(0, space.parts);
  const most = fairShare(kept.map(sizeOf), space.characters);
  const short = kept.map((part) => (sizeOf(part) <= most ? part : shortenedPart(part, most)));
  return kept.length < parts.length ? [...short, { part: "text", text: "…" }] : short;
}

/** The largest share with which all sizes, cut at that share, stay within the total. */
function fairShare(sizes: readonly number[], total: number): number {
  let left = total;
  let waiting = sizes.length;
  for (const size of sizes.toSorted((a, b) => a - b)) {
    if (size * waiting > left) return Math.floor(left / waiting);
    left -= size;
    waiting -= 1;
  }
  return Number.POSITIVE_INFINITY;
}

/** Characters of text in a part. */
function sizeOf(part: Part): number {
  switch (part.part) {
    case "safety":
      return total(part.lines);
    case "quote":
      return part.text.length + part.by.length;
    case "facts":
      return total(part.facts.flatMap((fact) => [fact.label, fact.value]));
    case "list":
      return total(part.items);
    case "table":
      return part.caption.length + total(part.columns) + total(part.rows.flat());
    case "chart":
      return part.title.length + part.alt.length + total(part.chart.bars.map((bar) => bar.label));
    case "text":
    case "heading":
    case "note":
      return part.text.length;
  }
}

function total(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

function shortenedPart(part: Part, most: number): Part {
  switch (part.part) {
    case "safety":
      return part;
    case "quote":
      return { ...part, text: clamp(part.text, most), by: clamp(part.by, 100) };
    case "facts": {
      const facts = part.facts.map((fact) => ({
        label: clamp(fact.label, 80),
        value: clamp(fact.value, Math.max(20, most / 4)),
      }));
      return { ...part, facts: upTo(facts, most, (fact) => fact.label.length + fact.value.length) };
    }
    case "list": {
      const items = upTo(
        part.items.map((item) => clamp(item, Math.max(20, most / 2))),
        most,
        (item) => item.length,
      );
      return { ...part, items: items.length < part.items.length ? [...items, "…"] : items };
    }
    case "table": {
      const columns = part.columns.slice(0, 20).map((column) => clamp(column, 40));
      const cells = part.rows.map((row) => row.slice(0, 20).map((cell) => clamp(cell, 60)));
      const rows = upTo(cells, most - total(columns), total);
      return {
        ...part,
        caption: clamp(part.caption, 150),
        columns,
        rows: rows.length < cells.length ? [...rows, ["…"]] : rows,
      };
    }
    case "chart": {
      // The newest bars are the last ones: those stay.
      const bars = upTo(part.chart.bars.toReversed(), most, (bar) => bar.label.length + 10).toReversed();
      const title = clamp(part.title, 150);
      return { ...part, title, alt: clamp(part.alt, Math.max(100, most)), chart: { ...part.chart, bars } };
    }
    case "text":
      return { ...part, text: clampMarked(part.text, most) };
    case "heading":
    case "note":
      return { ...part, text: clamp(part.text, most) };
  }
}

/** As `clamp`; a bold stretch that was cut in two is closed again. */
function clampMarked(text: string, most: number): string {
  const cut = clamp(text, most);
  return cut.split("**").length % 2 === 0 ? `${cut}**` : cut;
}

function upTo<Item>(items: readonly Item[], most: number, size: (item: Item) => number): readonly Item[] {
  let room = most;
  const end = items.findIndex((item) => {
    room -= size(item);
    return room < 0;
  });
  return end < 0 ? items : items.slice(0, end);
}
