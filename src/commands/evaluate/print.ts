import type { Score, Scorecard } from "#commands/evaluate/scorecard.ts";
import { urgencies } from "#signal/words.ts";

const percent = (share: number) => `${(100 * share).toFixed(1)}%`.padStart(7);
const levels = [...urgencies, "none"] as const;

/** The scorecard as lines of text: what was reached, beside the goal where there is one (with no model, with a model). */
export function cardLines(card: Scorecard): string[] {
  return [
    `${card.messages} messages`,
    "",
    `${"category".padEnd(20)}precision recall    F1   count`,
    ...Object.entries(card.perCategory).map(([name, score]) => scoreLine(name, score)),
    `${"macro-F1".padEnd(20)}${card.macroF1.toFixed(3)}   goal 0.88, with a model 0.95`,
    "",
    `${"kind right".padEnd(20)}${percent(card.kindRight)}   goal 90%, 96%`,
    `${"unclear".padEnd(20)}${percent(card.unclear)}   of the concerns`,
    `${scoreLine("acute", card.acute)}   goal recall 96%, precision 75%; 99%, 85%`,
    `${"urgent or higher".padEnd(20)}${percent(card.urgentOrHigher.recall)} found   goal 93%, 97%; precision ${percent(card.urgentOrHigher.precision).trim()}`,
    `${"two levels too low".padEnd(20)}${percent(card.underBy2)}   of the concerns; goal at most 1%, 0%`,
    `${"paged for nothing".padEnd(20)}${percent(card.nonSignalAcute)}   of what is no concern; goal at most 1%, 0.5%`,
    "",
    "urgency: rows what was meant, columns what it became",
    `${"".padEnd(12)}${levels.map((name) => name.padStart(11)).join("")}`,
    ...levels.map(
      (meant) =>
        `${meant.padEnd(12)}${levels.map((got) => String(card.urgencies[meant]?.[got] ?? 0).padStart(11)).join("")}`,
    ),
  ];
}

/** How hard the set is, by what a plain list of key words makes of it. */
export function hardnessLine({ macroF1, acute }: Scorecard): string {
  const reached = `macro-F1 ${macroF1.toFixed(2)}, ${percent(acute.recall).trim()} of the acute`;
  return `a plain list of key words: ${reached} (0.48 and 20% where the goals were set)`;
}

/** One line per group: the figures that matter most. */
export function groupLines(title: string, groups: Readonly<Record<string, Scorecard>>): string[] {
  const head = `${title.padEnd(20)}count  macroF1   kind right   acute found   urgent found`;
  return [
    head,
    ...Object.entries(groups).map(
      ([name, card]) =>
        `${name.padEnd(20)}${String(card.messages).padStart(5)}  ${card.macroF1.toFixed(3).padStart(7)}   ${percent(card.kindRight)}      ${ofAll(card.acute)}       ${ofAll(card.urgentOrHigher)}`,
    ),
  ];
}

function ofAll({ recall, count }: Score): string {
  return count === 0 ? "   none" : percent(recall);
}

function scoreLine(name: string, { precision, recall, f1, count }: Score): string {
  return `${name.padEnd(20)}${percent(precision)} ${percent(recall)}  ${f1.toFixed(3)} ${String(count).padStart(5)}`;
}
