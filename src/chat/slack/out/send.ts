import { z } from "zod";
import type { Clock } from "#base/clock.ts";
import type { Log } from "#base/log.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { MessageRef, Outgoing } from "#chat/platform.ts";
import { SlackProblem, unreadable } from "#chat/slack/errors.ts";
import { openChannels } from "#chat/slack/out/direct.ts";
import { openPace } from "#chat/slack/out/pace.ts";
import { openPictures } from "#chat/slack/out/pictures.ts";
import { openTraces } from "#chat/slack/out/traces.ts";
import type { SlackApi } from "#chat/slack/out/web-api.ts";
import { messageOf, placeOf, refOf, type SlackPlace } from "#chat/slack/place.ts";
import type { ChartPart } from "#texts/card.ts";

/** Sends one message: one attempt. Throws Problem. */
export type Sender = (message: Outgoing) => Promise<MessageRef>;

export interface SenderParts {
  readonly api: SlackApi;
  readonly clock: Clock;
  /** The chart as PNG, 1024 pixels wide. */
  readonly draw: (chart: ChartPart) => Promise<Buffer>;
  readonly log: Log;
}

/** The outbox waits five seconds, and a call lasts four at most: what was prepared later than this is sent next time. */
const preparedWithinMs = 900;
const rememberedRefs = 2_000;

/** What Slack says of a message that is not there to be answered under. */
const gone: ReadonlySet<string> = new Set([
  "message_not_found",
  "thread_not_found",
  "invalid_thread_ts",
  "cannot_reply_to_message",
  "is_tombstoned",
]);

const posted = z.object({ channel: z.string(), ts: z.string() });

/**
 * Everything that goes out to Slack: paced, with its charts, in its thread, and recognised when an earlier attempt of the
 * same notice had arrived after all. One attempt makes one message at most; with the same notice at the same address
 * twice at once, or again after it arrived, nothing new is posted. In channels, which we may not read, a lost answer can
 * give a message twice after all.
 */
export function openSender({ api, clock, draw, log }: SenderParts): Sender {
  const channels = openChannels(api, clock);
  const pace = openPace(clock);
  const pictures = openPictures({ api, draw, log });
  const traces = openTraces(api);
  /** Messages that turned out to be gone. */
  const vanished = new Set<MessageRef>();
  const underway = new Map<string, Promise<MessageRef>>();
  const arrived = new Map<string, MessageRef>();

  async function attempt(message: Outgoing): Promise<MessageRef> {
    const place = placeOf(message.to);
    if (place === null) throw new Problem("refused", "This is no place in Slack.");
    traces.begin(message);
    const leave = pace.enter(message.to, message.id, message.card.tone === "acute" ? "acute" : "calm");
    try {
      return await bring(message, place);
    } catch (thrown) {
      if (thrown instanceof SlackProblem && asksToWait(thrown)) {
        pace.hold(message.to, thrown.retryAfterMs ?? 1_000);
      }
      throw blocksRefused(thrown) ? (pictures.refused(message) ?? thrown) : thrown;
    } finally {
      leave();
    }
  }

  async function bring(message: Outgoing, place: SlackPlace): Promise<MessageRef> {
    const late = AbortSignal.timeout(preparedWithinMs);
    const drawn = await pictures.drawn(message);
    const content = { text: drawn.text, blocks: traces.marked(message, drawn.blocks) };
    const before = refIn(message.updates);
    if (before !== null) {
      if (late.aborted) throw nextTime();
      if (await isUpdated(before.ref, { ...before.at, ...content })) return before.ref;
    }
    const channel = await channels.channelOf(place);
    const earlier = await traces.find(message, channel);
    if (earlier !== null) {
      log.info("An earlier attempt of a message had arrived.", { notice: message.id, platform: "slack" });
      if (earlier.form === "same") return earlier.ref;
    }
    if (late.aborted) throw nextTime();
    const stands = refIn(earlier?.ref ?? null);
    if (stands !== null && (await isUpdated(stands.ref, { ...stands.at, ...content }))) return stands.ref;
    return post(message, place, { channel, ...content });
  }

  async function post(
    message: Outgoing,
    place: SlackPlace,
    content: { readonly channel: string; readonly text: string; readonly blocks: readonly unknown[] },
  ): Promise<MessageRef> {
    const under = refIn(message.under);
    const isThere = under !== null && under.at.channel === content.channel;
    // Also shown in the conversation itself: in a thread alone it would not be seen.
    const thread = isThere ? { thread_ts: under.at.ts, reply_broadcast: true } : {};
    traces.posting(message);
    try {
      const said = posted.safeParse(
        await api.call("chat.postMessage", {
          ...content,
          ...thread,
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      if (!said.success) throw unreadable();
      return refOf(said.data);
    } catch (thrown) {
      traces.failed(message, thrown);
      if (isThere && isGone(thrown)) {
        vanished.add(under.ref);
        throw nextTime();
      }
      // Opened before, and not there any more: opened anew, once.
      if (isUnknownChannel(thrown) && channels.forget(place)) throw nextTime();
      throw thrown;
    }
  }

  /** False: that message is gone, or its whole conversation (an app that was made anew has others); it is not tried again. */
  async function isUpdated(ref: MessageRef, args: Readonly<Record<string, unknown>>): Promise<boolean> {
    try {
      await api.call("chat.update", args);
      return true;
    } catch (thrown) {
      // Whether the reader is there is seen where a new one is sent.
      if (problemOf(thrown).kind !== "refused") throw thrown;
      vanished.add(ref);
      return false;
    }
  }

  function refIn(ref: MessageRef | null) {
    const at = ref === null || vanished.has(ref) ? null : messageOf(ref);
    return ref === null || at === null ? null : { ref, at };
  }

  return (message) => {
    const key = `${message.id} ${message.to}`;
    const done = arrived.get(key);
    if (done !== undefined) return Promise.resolve(done);
    // Whoever stopped waiting for it did not stop it.
    const running = underway.get(key);
    if (running !== undefined) return running;
    const sending = attempt(message)
      .then((ref) => {
        arrived.set(key, ref);
        const oldest = arrived.keys().next();
        if (arrived.size > rememberedRefs && !oldest.done) arrived.delete(oldest.value);
        return ref;
      })
      .finally(() => underway.delete(key));
    underway.set(key, sending);
    return sending;
  };
}

function isGone(thrown: unknown): boolean {
  return thrown instanceof SlackProblem && gone.has(thrown.reason);
}

function isUnknownChannel(thrown: unknown): boolean {
  return thrown instanceof SlackProblem && thrown.reason === "channel_not_found";
}

function asksToWait({ reason }: SlackProblem): boolean {
  return ["http_429", "ratelimited", "rate_limited", "message_limit_exceeded"].includes(reason);
}

function blocksRefused(thrown: unknown): boolean {
  return (
    thrown instanceof SlackProblem && ["invalid_blocks", "invalid_blocks_format"].includes(thrown.reason)
  );
}

/** What was prepared is kept: the next attempt begins where this one ended. */
function nextTime(): Problem {
  return new SlackProblem("retry", "Slack answers slowly: the message itself goes with the next attempt.", {
    reason: "prepared",
    retryAfterMs: 0,
  });
}
