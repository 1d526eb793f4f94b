import { errorName, type Log } from "#base/log.ts";
import type { Problem } from "#base/problem.ts";
import type { Outgoing } from "#chat/platform.ts";
import { teamsCard } from "#chat/teams/cards.ts";
import type { TeamsMessage } from "#chat/teams/elements.ts";
import { TeamsProblem } from "#chat/teams/errors.ts";
import type { ChartData, ChartPart } from "#texts/card.ts";

/** Teams takes pictures up to 1 MB and 1,024 pixels (experience.md 2). */
const mostPictureBytes = 1_000_000;
const mostPictures = 2;
const rememberedNotices = 100;

/** How the charts of one notice go. */
interface Way {
  native: boolean;
  picture: boolean;
  /** By chart (`keyOf`): data addresses. */
  readonly drawn: Map<string, string>;
}

/** Cards as Teams messages, with their charts as Teams takes them. */
export interface Pictures {
  drawn(message: Outgoing): Promise<TeamsMessage>;
  /**
   * Teams refused this message (too large, or not understood). Gives `retry` where a chart may be why: the next `drawn` has
   * it in another way. Null: that is not why.
   */
  refused(message: Outgoing, problem: TeamsProblem): Problem | null;
}

/**
 * Teams' own bars, with a picture inside for clients that do not know them; where values are hidden only the picture. Teams
 * takes pictures inside the card, so no file is kept anywhere. What was refused goes simpler: without the picture, without
 * the bars; the numbers always stand there.
 */
export function openPictures({
  draw,
  log,
}: {
  readonly draw: (chart: ChartPart) => Promise<Buffer>;
  readonly log: Log;
}): Pictures {
  let takesBars = true;
  const ways = new Map<string, Way>();

  function wayOf({ id }: Outgoing): Way {
    const way = ways.get(id) ?? { native: true, picture: true, drawn: new Map() };
    ways.delete(id);
    ways.set(id, way);
    const oldest = ways.keys().next();
    if (ways.size > rememberedNotices && !oldest.done) ways.delete(oldest.value);
    return way;
  }

  async function picture(message: Outgoing, chart: ChartPart): Promise<string> {
    try {
      const bytes = await draw(chart);
      if (bytes.byteLength < mostPictureBytes) return `data:image/png;base64,${bytes.toString("base64")}`;
      log.warn("A chart is too large for a picture.", { platform: "teams", notice: message.id });
    } catch (thrown) {
      const error = errorName(thrown);
      log.warn("A chart could not be drawn.", { platform: "teams", notice: message.id, error });
    }
    return "";
  }

  return {
    async drawn(message) {
      const charts = chartsIn(message);
      if (charts.length === 0) return teamsCard(message.card);
      const way = wayOf(message);
      for (const chart of way.picture ? charts.slice(0, mostPictures) : []) {
        const key = keyOf(chart.title, chart.chart);
        if (!way.drawn.has(key)) way.drawn.set(key, await picture(message, chart));
      }
      return teamsCard(message.card, {
        ...(takesBars && way.native ? { charts: "native" } : {}),
        chartUrl: (chart, title) => (way.picture ? (way.drawn.get(keyOf(title, chart)) ?? "") : ""),
      });
    },
    refused(message, { reason, kind }) {
      if (kind !== "bug" || chartsIn(message).length === 0) return null;
      const way = wayOf(message);
      const isLarge = reason === "messagesizetoobig" || reason === "http_413";
      if (!isLarge && takesBars && way.native) {
        way.native = false;
        takesBars = false;
        log.warn("Teams does not take its own charts here: pictures from now on.", { platform: "teams" });
      } else if (way.picture) way.picture = false;
      else return null;
      return new TeamsProblem("retry", "The chart of this message has to be sent in another way.", {
        reason: "chart_refused",
        retryAfterMs: 0,
      });
    },
  };
}

/** Those in which there is anything to draw. */
function chartsIn({ card }: Outgoing): ChartPart[] {
  return card.parts
    .filter((part) => part.part === "chart")
    .filter(({ chart }) => chart.bars.some(({ values }) => values.some((value) => value !== null)));
}

/** A long title is clamped when a card is made to fit, and old bars left out. */
function keyOf(title: string, { series }: ChartData): string {
  return JSON.stringify([title.slice(0, 80), series.map(({ name }) => name)]);
}
