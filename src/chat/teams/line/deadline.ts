import { errorName, type Log } from "#base/log.ts";
import type { HttpAnswer } from "#chat/teams/line/respond.ts";
import { pause } from "#chat/wire/pause.ts";
import { type Body } from "#chat/wire/sound-object.ts";

export interface Deadlines {
  /** Somebody waits before a card or a dialog: Teams gives up after five seconds. */
  readonly invokeMs: number;
  /** After fifteen seconds Teams sends the same again (limits.md 5). */
  readonly otherMs: number;
}

export const deadlines: Deadlines = { invokeMs: 4_500, otherMs: 10_000 };
const stopsAfter = 5_000;

/** Says in time what became of each delivery: 503 when it is not certain that it is on disk. */
export function openDeliveries(log: Log, { invokeMs, otherMs }: Deadlines = deadlines) {
  const running = new Set<Promise<unknown>>();

  async function take(body: Body, handle: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
    const late = new AbortController();
    const work = handle();
    running.add(work);
    void work.catch(() => {}).then(() => running.delete(work));
    try {
      const inTime = body["type"] === "invoke" ? invokeMs : otherMs;
      return await Promise.race([work, tooLate(inTime, late.signal)]);
    } catch (thrown) {
      log.error("what Teams delivered could not be handled", { platform: "teams", error: errorName(thrown) });
      return { status: 503 };
    } finally {
      late.abort();
    }
  }

  async function tooLate(ms: number, signal: AbortSignal): Promise<HttpAnswer> {
    await pause(ms, signal);
    if (!signal.aborted) {
      log.warn("a delivery of Teams was not acknowledged", { platform: "teams", kind: "late" });
    }
    return { status: 503 };
  }

  return {
    take,
    /** Resolves when nothing is being handled any more, or after five seconds. */
    async settled(): Promise<void> {
      const enough = new AbortController();
      await Promise.race([Promise.allSettled(running), pause(stopsAfter, enough.signal)]);
      enough.abort();
    },
  };
}
