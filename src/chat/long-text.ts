/**
 * A text that is longer than one input of a platform holds, over several inputs: `text`, `text~2`, `text~3`. A piece that
 * goes on in the middle of a word is called `text~2-`.
 */
export interface Piece {
  readonly name: string;
  readonly text: string;
}

/** How much of a piece is searched, from its end, for a place between two words. */
const searched = 400;

/** Cuts a text into pieces of at most `most` characters (UTF-16 units): nothing is lost, also not white space. */
export function inPieces(name: string, text: string, most: number): readonly Piece[] {
  const found: Piece[] = [];
  let rest = text;
  let ending = "";
  do {
    const end = rest.length <= most ? rest.length : cutAt(rest, most);
    found.push({
      name: found.length === 0 ? name : `${name}~${found.length + 1}${ending}`,
      text: rest.slice(0, end),
    });
    ending = /\s$/.test(rest.slice(0, end)) ? "" : "-";
    rest = rest.slice(end);
  } while (rest !== "");
  return found;
}

function cutAt(text: string, most: number): number {
  for (let end = most; end > most - searched && end > 1; end--) {
    if (/\s/.test(text.charAt(end - 1))) return end;
  }
  // Never between the two halves of one character.
  return /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

/** Inputs by name, in any order, with the pieces of a long text joined again. Between two words there is always white space. */
export function joinedPieces(inputs: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const wholes = new Map<
    string,
    { readonly at: number; readonly isInWord: boolean; readonly text: string }[]
  >();
  for (const [name, text] of inputs) {
    const [, own = name, at = "1", dash = ""] = /^(.+)~(\d{1,3})(-?)$/.exec(name) ?? [];
    wholes.set(own, [...(wholes.get(own) ?? []), { at: Number(at), isInWord: dash !== "", text }]);
  }
  return Object.fromEntries(
    [...wholes].map(([name, pieces]) => {
      const inOrder = pieces.sort((a, b) => a.at - b.at);
      return [name, inOrder.reduce((before, piece) => before + gap(before, piece) + piece.text, "")];
    }),
  );
}

function gap(before: string, piece: { readonly isInWord: boolean; readonly text: string }): string {
  return !piece.isInWord && /\S$/.test(before) && /^\S/.test(piece.text) ? " " : "";
}
