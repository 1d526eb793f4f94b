import type { House } from "#house.ts";
import type { Entry } from "#signal/decision.ts";
import type { Signal } from "#signal/signal.ts";
import { leadingCategory } from "#signal/signal.ts";
import type { Card } from "#texts/card.ts";
import { cardText } from "#texts/card-text.ts";
import { momentInWords } from "#texts/dates.ts";
import { trailLine } from "#texts/trail.ts";

/** The story of three signals in plain lines: an acute one, one that was passed on, one that became prevention. */
export async function trailsOf(house: House, signals: readonly Signal[]): Promise<string[]> {
  const wanted: ((signal: Signal) => boolean)[] = [
    (signal) => signal.urgency === "acute" && signal.outcome !== null && signal.hops === 0,
    (signal) => signal.hops > 0 && signal.outcome !== null,
    (signal) => signal.outcome === "P1" || signal.outcome === "P2",
  ];
  const chosen: Signal[] = [];
  for (const fits of wanted)
    chosen.push(...signals.filter((one) => fits(one) && !chosen.includes(one)).slice(0, 1));
  const lines: string[] = [];
  for (const signal of chosen) {
    lines.push("", `Signaal ${signal.code}`);
    for (const entry of await house.store.entries(signal.id)) lines.push(`  ${line(house, entry)}`);
  }
  return lines;
}

function line({ directory, clock }: House, entry: Entry): string {
  const reading = { language: "nl", directory, words: new Map<string, string>(), now: clock.now() } as const;
  return `${momentInWords(entry.at, "nl")}: ${trailLine(entry, reading)}`;
}

/** How many signals each colleague was asked for first, by leading category. */
export function alertsPerPerson({ directory }: House, signals: readonly Signal[]): string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const signal of signals) {
    for (const person of signal.asked) {
      const mine = counts.get(person) ?? new Map<string, number>();
      const category = leadingCategory(signal);
      mine.set(category, (mine.get(category) ?? 0) + 1);
      counts.set(person, mine);
    }
  }
  return directory.people
    .filter(({ id }) => counts.has(id))
    .map(({ id, name, role }) => {
      const mine = [...(counts.get(id) ?? [])].sort((a, b) => b[1] - a[1]);
      const total = mine.reduce((sum, [, count]) => sum + count, 0);
      const detail = mine.map(([category, count]) => `${category} ${count}`).join(", ");
      return `  ${name.padEnd(10)} ${role.nl.padEnd(34)} ${String(total).padStart(3)}  (${detail})`;
    });
}

/** The last digest that was posted, as text; null where none was. */
export function digestText(cards: readonly Card[]): string | null {
  const last = cards.filter((card) => card.parts.some((part) => part.part === "chart")).at(-1);
  return last === undefined ? null : cardText(last);
}
