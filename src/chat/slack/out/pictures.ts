import { z } from "zod";
import { errorName, type Log } from "#base/log.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { Outgoing } from "#chat/platform.ts";
import { slackMessage } from "#chat/slack/cards.ts";
import { SlackProblem, unreadable } from "#chat/slack/errors.ts";
import type { SlackMessage } from "#chat/slack/look/blocks.ts";
import { nativeChart, slackFileUrl } from "#chat/slack/look/charts.ts";
import { slackLimits } from "#chat/slack/look/limits.ts";
import type { SlackApi } from "#chat/slack/out/web-api.ts";
import type { ChartData, ChartPart } from "#texts/card.ts";

/** Slack looks a file over before it may stand in a message. */
const readyMs = 2_000;
/** After so many tries the numbers alone have to do: they stand beside every chart. */
const mostTries = 3;
const rememberedNotices = 200;

/** How far the pictures of one notice are. */
interface Progress {
  tries: number;
  /** By chart (`keyOf`). */
  readonly files: Map<string, string>;
  gaveUp: boolean;
}

/** Cards as Slack messages, with their charts as this workspace takes them. */
export interface Pictures {
  /** Throws Problem `retry` where a picture is not uploaded yet; what was uploaded is not uploaded again. */
  drawn(message: Outgoing): Promise<SlackMessage>;
  /**
   * Slack refused these blocks. Gives `retry` where a chart may be why: the next `drawn` has it in another way. Null: it
   * had no chart, so that is not why.
   */
  refused(message: Outgoing): Problem | null;
}

interface PictureParts {
  readonly api: SlackApi;
  readonly draw: (chart: ChartPart) => Promise<Buffer>;
  readonly log: Log;
}

const slot = z.object({
  upload_url: z.string().max(4_000),
  file_id: z.string().regex(/^F[A-Z0-9]{1,40}$/),
});

/**
 * Slack's own bars where the workspace takes them; after one `invalid_blocks`, and for a chart with hidden numbers, a
 * picture; where that fails too, text. What a workspace does not take is remembered as long as the process runs.
 */
export function openPictures({ api, draw, log }: PictureParts): Pictures {
  let takesBars = true;
  const notices = new Map<string, Progress>();

  function progressOf(notice: string): Progress {
    const progress = notices.get(notice) ?? { tries: 0, files: new Map(), gaveUp: false };
    notices.delete(notice);
    notices.set(notice, progress);
    const oldest = notices.keys().next();
    if (notices.size > rememberedNotices && !oldest.done) notices.delete(oldest.value);
    return progress;
  }

  /** The charts that have to be pictures. */
  function toDraw({ card }: Outgoing): ChartPart[] {
    return card.parts
      .filter((part) => part.part === "chart")
      .filter((part) => part.chart.bars.some((bar) => bar.values.some((value) => value !== null)))
      .filter((part) => !takesBars || nativeChart(part) === null)
      .slice(0, slackLimits.chartsPerMessage);
  }

  async function upload(chart: ChartPart): Promise<string> {
    const bytes = await draw(chart);
    const asked = { filename: "chart.png", length: bytes.byteLength };
    const answer = slot.safeParse(await api.call("files.getUploadURLExternal", asked));
    if (!answer.success) throw unreadable();
    const { upload_url, file_id } = answer.data;
    await api.upload(upload_url, bytes);
    // Without a channel: the file is nobody's to find, it only stands in our message.
    await api.call("files.completeUploadExternal", {
      files: [{ id: file_id, title: chart.title.slice(0, 100) }],
    });
    return file_id;
  }

  /** A failure means another try, or the text instead. */
  function failed(notice: string, progress: Progress, thrown: unknown): void {
    const problem = problemOf(thrown);
    progress.tries += 1;
    progress.gaveUp = problem.kind !== "retry" || progress.tries >= mostTries;
    log.warn("A chart could not be sent as a picture.", {
      notice,
      attempt: progress.tries,
      error: errorName(thrown),
    });
    if (!progress.gaveUp) throw later(Math.max(readyMs, problem.retryAfterMs ?? 0));
  }

  return {
    async drawn(message) {
      const charts = takesBars ? "native" : "text";
      const wanted = toDraw(message);
      if (wanted.length === 0) return slackMessage(message.card, { charts });
      const progress = progressOf(message.id);
      for (const chart of wanted) {
        if (progress.gaveUp || progress.files.has(keyOf(chart.title, chart.chart))) continue;
        try {
          progress.files.set(keyOf(chart.title, chart.chart), await upload(chart));
        } catch (thrown) {
          failed(message.id, progress, thrown);
        }
      }
      if (progress.gaveUp) return slackMessage(message.card, { charts });
      const chartUrl = (chart: ChartData, title: string) => {
        const file = progress.files.get(keyOf(title, chart));
        return file === undefined ? "" : slackFileUrl(file);
      };
      return slackMessage(message.card, { charts, chartUrl });
    },
    refused(message) {
      const progress = notices.get(message.id);
      if (progress !== undefined && progress.files.size > 0 && !progress.gaveUp) {
        progress.tries += 1;
        progress.gaveUp = progress.tries >= mostTries;
        return later(progress.gaveUp ? 0 : readyMs);
      }
      const hasBars = message.card.parts.some((part) => part.part === "chart" && nativeChart(part) !== null);
      if (!takesBars || !hasBars) return null;
      takesBars = false;
      log.warn("This workspace does not take Slack's own charts: pictures from now on.", {
        platform: "slack",
      });
      return later(0);
    },
  };
}

/** A long title is clamped when a card is made to fit, and old bars left out. */
function keyOf(title: string, { series }: ChartData): string {
  return JSON.stringify([title.slice(0, 80), series.map(({ name }) => name)]);
}

function later(retryAfterMs: number): Problem {
  return new SlackProblem(
    "retry",
    "The chart of this message has to be sent in another way, or is not ready.",
    {
      reason: "chart_not_ready",
      retryAfterMs,
    },
  );
}
