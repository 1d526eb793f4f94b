import { pieces } from "#chat/shown.ts";
import type { Part } from "#texts/card.ts";

/** How much room a part takes on a page, in the same measure as the page. */
type RoomOf = (part: Part) => number;

/**
 * The parts of a card over as many pages as they need, in order. Words of people that take more than a good half of a page
 * are cut between two lines or words: nothing of them is lost.
 */
export function pagesOf(parts: readonly Part[], room: number, roomOf: RoomOf): readonly (readonly Part[])[] {
  const pages: Part[][] = [];
  let left = 0;
  for (const part of parts.flatMap((one) => piecesOf(one, room * 0.6, roomOf))) {
    const needed = roomOf(part);
    const page = pages.at(-1);
    if (page !== undefined && needed <= left) {
      page.push(part);
      left -= needed;
    } else {
      pages.push([part]);
      left = room - needed;
    }
  }
  return pages;
}

function piecesOf(part: Part, most: number, roomOf: RoomOf): readonly Part[] {
  if (part.part !== "quote" || roomOf(part) <= most) return [part];
  const halves = halvesOf(part.text);
  if (halves.length < 2) return [part];
  return halves.flatMap((text) => piecesOf({ ...part, text }, most, roomOf));
}

/** Cut between two lines, where there is one near the middle. */
function halvesOf(text: string): readonly string[] {
  const half = Math.ceil(text.length / 2);
  const line = text.lastIndexOf("\n", half);
  return line > half / 2 ? [text.slice(0, line), text.slice(line + 1)] : pieces(text, half);
}
