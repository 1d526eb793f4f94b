import { slackMessage } from "#chat/slack/cards.ts";
import { slackFileUrl } from "#chat/slack/look/charts.ts";
import { drawChart } from "#digest/chart.ts";
import { pngOf } from "#digest/picture.ts";
import { digestDue, weekBounds } from "#digest/week.ts";
import { coverageGaps } from "#route/coverage.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Directory } from "#signal/directory.ts";
import type { Fact } from "#signal/fact.ts";
import type { Category, Source, Urgency } from "#signal/words.ts";
import type { ChartData } from "#texts/card.ts";
import { noticeCard } from "#texts/notice-card.ts";
import { day, digest, hour, outcomeIn, signal, times } from "./digest-facts.ts";

const weeks = [40, 41, 42, 43, 44, 45, 46, 47].map((number) => `2026-W${number}`);
const last = "2026-W47";
/** Outcomes per week, oldest first. */
const prevention = [6, 5, 7, 3, 8, 6, 7, 9];
const casework = [5, 6, 2, 5, 4, 7, 5, 6];
/** What arrives in the last week: 17. */
const arrivals: readonly (readonly [Source, Category, Urgency, number])[] = [
  ["school", "domestic_violence", "urgent", 2],
  ["school", "psychological", "soon", 6],
  ["school", "debt", "preventive", 2],
  ["club", "addiction", "soon", 2],
  ["club", "psychological", "acute", 1],
  ["wijkplatform", "debt", "preventive", 4],
];

function facts(): Fact[] {
  const begin = weekBounds(last).from;
  // Everything in time: what is open and late is not what this digest is about.
  const kept = { holder: "anna", feedbackAt: begin - 90 * day } as const;
  const goesOn = { stage: "working", closedAt: null, source: "wijkplatform" } as const;
  const closed = weeks.flatMap((week, place) => [
    ...times(prevention[place] ?? 0, () => outcomeIn(week, "P2", { ...kept, source: "school" })),
    ...times(casework[place] ?? 0, () => outcomeIn(week, "C1", { ...kept, ...(place > 4 ? goesOn : {}) })),
    ...times(2, () => outcomeIn(week, "P0", { ...kept, source: "club" })),
  ]);
  const arrived = arrivals.flatMap(([source, category, urgency, number]) =>
    times(number, () => {
      const at = begin + day + 10 * hour;
      const taken = {
        stage: "accepted",
        acceptedAt: at + hour,
        holder: "anna",
        feedbackAt: at + day,
      } as const;
      return signal(at, {
        source,
        category,
        urgency,
        acceptDue: at + 2 * hour,
        feedbackDue: at + 2 * day,
        ...taken,
      });
    }),
  );
  return [...closed, ...arrived];
}

/** The digest of a week as management gets it in Slack, by the real rules for small numbers. */
export function digestBlocks(directory: Directory): {
  readonly blocks: readonly unknown[];
  readonly at: number;
} {
  const all = facts();
  const published: DigestNumbers[] = [];
  const coverage = coverageGaps(directory);
  const { municipality } = directory;
  for (const week of weeks) {
    const numbers = digest(week, all, { audience: "management", published: [...published], coverage });
    published.push({ ...numbers, municipality });
  }
  const numbers = published.at(-1);
  if (numbers === undefined) throw new Error("There is no digest.");
  const at = digestDue(last);
  const body = { kind: "digest", numbers, audience: "management" } as const;
  const card = noticeCard(body, { language: "nl", directory, words: new Map(), now: at });
  let drawn: ChartData | null = null;
  const { blocks } = slackMessage(card, {
    chartUrl(chart) {
      drawn = chart;
      return slackFileUrl("F0CHART");
    },
  });
  if (drawn === null) throw new Error("The digest has no chart.");
  // As the house draws it for Slack (serve.ts); Slack fetches it by the file's id.
  const png = Buffer.from(pngOf(drawChart(drawn, "", ""))).toString("base64");
  const shown = blocks.map((block) =>
    block.type === "image" ? { ...block, image_url: `data:image/png;base64,${png}` } : block,
  );
  return { blocks: shown, at };
}
