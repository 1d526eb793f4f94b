import type { App } from "@slack/bolt";

import { errorName, type Log } from "#base/log.ts";
import { pause } from "#chat/wire/pause.ts";
import { type Body } from "#chat/wire/sound-object.ts";

/** What hands a delivery to its listener: Bolt's app. */
export type Listening = Pick<App, "processEvent">;

/** What became of one delivery of Slack. */
export type Outcome =
  | { readonly acknowledged: true; readonly answer: unknown }
  | { readonly acknowledged: false; readonly why: "late" | "failed" | "ignored" };

/** Slack waits three seconds for an answer (limits.md 5); ours must still travel. */
const slackWaits = 2_500;
const stopsAfter = 5_000;

/**
 * Hands deliveries to Bolt and says in time what became of each. Acknowledged means: the listener has it on disk. Whatever
 * a listener does or throws later is logged and changes nothing.
 */
export function openDeliveries(log: Log, deadlineMs = slackWaits) {
  const running = new Set<Promise<void>>();

  function take(app: Listening, body: Body): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const timer = setTimeout(() => resolve({ acknowledged: false, why: "late" }), deadlineMs);
    const work = handled(app, body, resolve);
    running.add(work);
    void work.then(() => running.delete(work));
    return promise.finally(() => clearTimeout(timer));
  }

  async function handled(app: Listening, body: Body, settle: (outcome: Outcome) => void): Promise<void> {
    let acknowledged: { readonly answer: unknown } | null = null;
    const ack = async (answer?: unknown): Promise<void> => {
      if (acknowledged !== null) return;
      acknowledged = { answer };
      // Bolt acknowledges an event before its listener runs (App.processEvent): that counts only once the listener is through.
      if (!isEvent(body)) settle({ acknowledged: true, answer });
    };
    try {
      await app.processEvent({ body, ack });
      settle(outcomeOf(acknowledged));
    } catch (thrown) {
      log.error("what Slack delivered could not be handled", { platform: "slack", error: errorName(thrown) });
      settle({ acknowledged: false, why: "failed" });
    }
  }

  return {
    take,
    /** Resolves when nothing is being handled any more, or after five seconds. */
    async settled(): Promise<void> {
      const enough = new AbortController();
      await Promise.race([Promise.all(running), pause(stopsAfter, enough.signal)]);
      enough.abort();
    },
  };
}

function outcomeOf(acknowledged: { readonly answer: unknown } | null): Outcome {
  if (acknowledged === null) return { acknowledged: false, why: "ignored" };
  return { acknowledged: true, answer: acknowledged.answer };
}

/** Something that happened in Slack, which Slack delivers again when we do not answer; not a press, which somebody waits for. */
export function isEvent(body: Body): boolean {
  return body["event"] !== undefined;
}
