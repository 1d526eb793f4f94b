/** One line of standard input. `text` null: it could not be taken, for this reason. */
export interface InputLine {
  /** From 1. */
  readonly number: number;
  readonly text: string | null;
  readonly fault: "not_utf8" | "too_long" | null;
}

/** A line that is longer is not kept in memory: a text of 8000 characters, written in escapes, is twenty times shorter. */
const mostBytes = 1024 * 1024;
const newline = 0x0a;
const mark = "\ufeff";

/**
 * Bytes as lines, as they come. Only a line feed ends a line (with a carriage return before it or not): U+2028 and U+2029 may
 * stand inside JSON. A mark of UTF-8 at the very start is dropped.
 */
export async function* inputLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<InputLine> {
  const line = openLine();
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      line.add(chunk.subarray(from, at));
      yield line.end();
      from = at + 1;
    }
    line.add(chunk.subarray(from));
  }
  if (line.begun()) yield line.end();
}

/** The line that is being read. */
function openLine() {
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;

  function taken(): Pick<InputLine, "text" | "fault"> {
    if (length > mostBytes) return { text: null, fault: "too_long" };
    try {
      const text = utf8.decode(Buffer.concat(parts));
      const start = number === 1 && text.startsWith(mark) ? 1 : 0;
      return { text: text.slice(start, text.endsWith("\r") ? -1 : undefined), fault: null };
    } catch {
      return { text: null, fault: "not_utf8" };
    }
  }

  return {
    begun: () => length > 0,
    add(part: Uint8Array) {
      length += part.length;
      // Copied: the chunk that it is a part of may be large, and may be used again.
      if (length <= mostBytes && part.length > 0) parts.push(part.slice());
    },
    end(): InputLine {
      number += 1;
      const line = { number, ...taken() };
      parts = [];
      length = 0;
      return line;
    },
  };
}
