import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "#commands/csv.ts";

/** Reads one line of CSV as a spreadsheet does; written apart from what makes it. */
function cellsIn(line: string): string[] {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(;|$)/.exec(rest);
    const found = quoted ?? /^([^";\r\n]*)(;|$)/.exec(rest);
    if (found === null) throw new Error(`Not CSV: ${JSON.stringify(rest.slice(0, 40))}`);
    cells.push(quoted === null ? (found[1] ?? "") : (found[1] ?? "").replaceAll('""', '"'));
    if (found[2] === "") return cells;
    rest = rest.slice(found[0].length);
  }
}

const formulas = [
  "=1+1",
  '=HYPERLINK("http://evil.example";"klik")',
  "+1",
  "-1+2",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "=cmd|' /C calc'!A0",
  '-"x"',
  "=1\n=2",
];

test("no cell of an export is run as a formula by a spreadsheet, whatever it says", () => {
  const anything = fc.oneof(
    fc.constantFrom(...formulas),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.stringMatching(/^[=+\-@";\r\n\t a]{0,12}$/),
  );
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 6 }), (texts) => {
      const cells = cellsIn(csvLine(texts));
      expect(cells.map((cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell))).toEqual(
        texts.map((text) => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)),
      );
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
