import { Problem } from "#base/problem.ts";
import { csvLine } from "#commands/csv.ts";
import type { Command } from "#commands/terminal.ts";
import { readConfig } from "#config.ts";
import { isWeek, weekBounds, weekOf } from "#digest/week.ts";
import type { Fact } from "#signal/fact.ts";
import { openStore } from "#start/open.ts";

const columns = [
  "week",
  "stage",
  "kind",
  "category",
  "urgency",
  "source",
  "area",
  "accepted_in_time",
  "heard_in_time",
  "outcome",
  "outcome_week",
  "hops",
];

/**
 * One row per signal in codes and weeks, for the municipality's own analysis: no story, no person, no code to look it up
 * by. Rows are not protected against small numbers: they must not leave the organisation (domain.md 4.5).
 */
export const exportFacts: Command = async ({ flags, print }) => {
  const from = boundsOf(flags["from"])?.from ?? 0;
  const until = boundsOf(flags["until"])?.until ?? Number.MAX_SAFE_INTEGER;
  if (from >= until) {
    throw new Problem(
      "refused",
      `--from ${flags["from"]} is later than --until ${flags["until"]}. Turn them round; nothing was exported.`,
    );
  }
  const store = await openStore(readConfig(), "beside");
  try {
    // A mark at the start tells Dutch Excel that this is UTF-8.
    print(`\ufeff${csvLine(columns)}`);
    for (const fact of await store.arrivals(from, until)) print(csvLine(row(fact)));
    return 0;
  } finally {
    await store.close();
  }
};

function boundsOf(week: string | true | undefined) {
  if (typeof week !== "string") return null;
  if (!isWeek(week))
    throw new Problem("refused", `The week is "${week}"; expected an ISO week such as 2026-W47.`);
  return weekBounds(week);
}

function row(fact: Fact): string[] {
  const inTime = (at: number | null, due: number) => (at === null ? "" : at <= due ? "yes" : "no");
  return [
    weekOf(fact.receivedAt),
    fact.stage,
    fact.kind,
    fact.category,
    fact.urgency,
    fact.source,
    fact.area ?? "",
    inTime(fact.acceptedAt, fact.acceptDue),
    inTime(fact.feedbackAt, fact.feedbackDue),
    fact.outcome ?? "",
    fact.outcomeAt === null ? "" : weekOf(fact.outcomeAt),
    String(fact.hops),
  ];
}
