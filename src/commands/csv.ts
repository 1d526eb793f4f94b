/** What begins a formula, also wide as in Japanese; spreadsheets pass over what is invisible before it. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^\p{Cc}/u;

/** A line of CSV as Dutch Excel reads it: `;` between the cells. A cell that would be run as a formula is made text (OWASP, ASVS 1.2.10). */
export function csvLine(cells: readonly string[]): string {
  return cells.map(cell).join(";");
}

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
