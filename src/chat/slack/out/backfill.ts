import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { Counter, Memory } from "#chat/platform.ts";
import { openChannels } from "#chat/slack/out/direct.ts";
import { type Ask, typedSince } from "#chat/slack/out/history.ts";
import type { SlackApi } from "#chat/slack/out/web-api.ts";
import { placeOf } from "#chat/slack/place.ts";
import { type Pause, pause } from "#chat/wire/pause.ts";
import type { Address } from "#signal/address.ts";
import type { Press } from "#signal/press.ts";

export interface BackfillParts {
  readonly api: SlackApi;
  readonly counter: Pick<Counter, "say">;
  readonly memory: Memory;
  /** Everybody whose direct messages may have been missed. */
  readonly addresses: () => Promise<readonly Address[]>;
  readonly clock: Clock;
  readonly log: Log;
  /** Waits; a test does not. */
  readonly pause?: Pause;
}

/** Catching up with direct messages that came while we were away. */
export interface Backfill {
  /**
   * A sign of life: call it when the connection stands (start, reconnect) and every minute while it does; never while it
   * does not. After a silence of more than five minutes, and a few times a day all the same, it starts catching up in the
   * background, and goes on with what an earlier one did not finish. Never throws.
   */
  alive(): Promise<void>;
  /** Resolves when nothing is being caught up. */
  rest(): Promise<void>;
  /** Ends catching up; what was not done is done after the next start. */
  stop(): Promise<void>;
}

const minute = 60_000;
/** Slack delivers an event again at once, after one minute and after five, and then never more. */
const silenceMs = 5 * minute;
/** What came shortly before the silence may have been lost as well. Twice is harmless: the desk knows the key. */
const marginMs = 10 * minute;
/** A road that is closed on Slack's side (a proxy, a certificate) is not seen from here: so often it is looked after anyhow. */
const looksEveryMs = 6 * 60 * minute;
/** Slack allows about fifty such calls a minute, and messages that go out need some of them. */
const betweenCallsMs = 1_200;
const mostWaits = 5;

/** When we were last heard from, since when messages may have been missed (empty: not), and when all were last read. Epoch milliseconds. */
const aliveName = "slack.alive";
const missedName = "slack.missed";
const readName = "slack.read";

/** Opens catching up. Nothing happens until the first sign of life; without an earlier one there is nothing to catch up with. */
export function openBackfill(parts: BackfillParts): Backfill {
  const { api, counter, memory, clock, log, pause: wait = pause } = parts;
  const stopping = new AbortController();
  const channels = openChannels(api, clock);
  /** How many rounds of catching up this process knows of, and who is done in the newest. */
  let rounds = 0;
  let done = { rounds, addresses: new Set<Address>() };
  let running: Promise<void> | null = null;

  /** A call at its pace, again after the time that Slack asks for. */
  async function paced<T>(call: () => Promise<T>): Promise<T> {
    for (let waits = 0; ; waits++) {
      await wait(betweenCallsMs, stopping.signal);
      if (stopping.signal.aborted) throw new Problem("retry", "Catching up was stopped.");
      try {
        return await call();
      } catch (thrown) {
        const { retryAfterMs } = problemOf(thrown);
        if (retryAfterMs === undefined || waits >= mostWaits) throw thrown;
        await wait(retryAfterMs, stopping.signal);
      }
    }
  }
  const ask: Ask = (method, args) => paced(() => api.call(method, args));

  /** What this person typed since then; nothing where Slack does not let us write to the person. */
  async function typedBy(address: Address, since: number): Promise<readonly Press[]> {
    const place = placeOf(address);
    if (place === null || !/^[UW]/.test(place.id)) return [];
    try {
      const channel = await paced(() => channels.channelOf(place));
      return await typedSince({ ask, channel, home: place.home }, since);
    } catch (thrown) {
      if (problemOf(thrown).kind === "refused") return [];
      throw thrown;
    }
  }

  async function catchUp(since: number): Promise<void> {
    if (done.rounds !== rounds) done = { rounds, addresses: new Set() };
    const here = done;
    let count = 0;
    let unread: unknown = null;
    for (const address of await parts.addresses()) {
      if (here.addresses.has(address)) continue;
      try {
        for (const press of await typedBy(address, since)) {
          await counter.say(press);
          count += 1;
        }
        here.addresses.add(address);
      } catch (thrown) {
        // A fault with one person's messages keeps nobody else waiting. What is wrong for everybody ends it for now.
        if (problemOf(thrown).kind !== "bug") throw thrown;
        unread = thrown;
      }
    }
    if (unread !== null) throw unread;
    // Silent again meanwhile: the next sign of life begins anew.
    if (here.rounds === rounds) await memory.remember(missedName, "");
    log.info("Direct messages of the time away were caught up with.", { platform: "slack", count });
  }

  function start(since: number): void {
    running ??= catchUp(since)
      .catch((thrown: unknown) => {
        if (stopping.signal.aborted) return;
        const error = errorName(thrown);
        log.warn("Catching up with direct messages failed; it goes on later.", { platform: "slack", error });
      })
      .finally(() => {
        running = null;
      });
  }

  return {
    async alive() {
      try {
        const now = clock.now();
        const before = instantIn(await memory.recall(aliveName));
        const read = instantIn(await memory.recall(readName));
        let missed = instantIn(await memory.recall(missedName));
        const wasSilent = before !== null && now - before > silenceMs;
        const mustLook = read !== null && Math.abs(now - read) >= looksEveryMs;
        if (wasSilent || mustLook) {
          const gone = Math.min(now, wasSilent ? before : now, mustLook ? read : now);
          rounds += 1;
          missed = Math.min(missed ?? Number.POSITIVE_INFINITY, gone - marginMs);
          // Before the sign of life: a crash between the two makes it caught up twice, not never.
          await memory.remember(missedName, String(missed));
        }
        if (read === null || mustLook) await memory.remember(readName, String(now));
        await memory.remember(aliveName, String(now));
        if (missed !== null && !stopping.signal.aborted) start(missed);
      } catch (thrown) {
        log.warn("A sign of life could not be noted.", { platform: "slack", error: errorName(thrown) });
      }
    },
    async rest() {
      await running;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function instantIn(text: string | null): number | null {
  return text !== null && /^-?\d{1,16}$/.test(text) ? Number(text) : null;
}
