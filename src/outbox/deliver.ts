import { errorName, type Log } from "#base/log.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { ChatPlatform } from "#chat/platform.ts";
import { type Address, platformOf } from "#signal/address.ts";
import type { Notice } from "#signal/notice.ts";
import type { Instant } from "#signal/signal.ts";
import type { Store, TakenNotice } from "#store/store.ts";
import type { Card } from "#texts/card.ts";

const leaseMs = 60_000;
const second = 1000;
const longestWait = 10 * 60 * second;
/** No call to a platform takes longer. */
const patienceMs = 5 * second;
/** After so many tries a human hears of it; trying goes on. */
const triesBeforeTelling = 10;

/** What the outbox needs to bring a notice to its reader. */
export interface OutboxParts {
  readonly store: Store;
  readonly platforms: ReadonlyMap<string, ChatPlatform>;
  /** Where this recipient can be reached, the preferred address first. */
  addressesOf(notice: Notice): Promise<readonly Address[]>;
  render(notice: Notice): Promise<Card>;
  /** Nobody could bring it there: a human hears it. */
  onDead(notice: Notice): Promise<void>;
  readonly log: Log;
}

/**
 * Sends the next message that is due, acute ones first. Gives 1, or 0 when nothing waits. One at a time: a crash between
 * sending and noting it down can then repeat one message, never more, and never lose one.
 */
export async function deliver(parts: OutboxParts, now: Instant): Promise<number> {
  const [taken] = await parts.store.takeNotices(now, 1, leaseMs);
  if (taken === undefined) return 0;
  await bring(parts, taken, now);
  return 1;
}

async function bring(parts: OutboxParts, { notice, attempt }: TakenNotice, now: Instant): Promise<void> {
  const { store, log } = parts;
  try {
    const card = await parts.render(notice);
    for (const to of await parts.addressesOf(notice)) {
      const platform = parts.platforms.get(platformOf(to));
      if (platform === undefined) continue;
      const updates = await store.messageAt(notice, to);
      const ref = await tryAt(platform, { id: notice.id, to, card, updates }, log);
      if (ref === null) continue;
      await store.noteDelivery(notice.id, { how: "sent", address: to, ref }, now);
      log.info("A message was sent.", {
        notice: notice.id,
        kind: notice.body.kind,
        platform: platform.name,
        ...(notice.signal === null ? {} : { signal: notice.signal }),
      });
      return;
    }
    log.error("A message can not be brought to its reader on any platform.", {
      notice: notice.id,
      kind: notice.body.kind,
    });
    await parts.onDead(notice);
    await store.noteDelivery(notice.id, { how: "dead" }, now);
  } catch (thrown) {
    const problem = problemOf(thrown);
    const at = now + Math.max(problem.retryAfterMs ?? 0, waitAfter(attempt));
    log.warn("A message was not sent and will be tried again.", {
      notice: notice.id,
      attempt,
      error: errorName(problem),
    });
    await store.noteDelivery(notice.id, { how: "retry", at }, now);
    if (attempt === triesBeforeTelling) await parts.onDead(notice);
  }
}

/** Null: this platform refuses this reader, the next address may work. */
async function tryAt(
  platform: ChatPlatform,
  message: Parameters<ChatPlatform["send"]>[0],
  log: Log,
): Promise<string | null> {
  try {
    return await withPatience(platform.send(message));
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.kind !== "refused") throw problem;
    log.warn("A platform refused a reader.", { platform: platform.name, notice: message.id });
    return null;
  }
}

/** One reader's platform that does not answer must not hold up everybody else's messages. */
async function withPatience<T>(sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Problem("retry", "The platform did not answer in time.")),
      patienceMs,
    );
  });
  try {
    return await Promise.race([sending, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** 1 s, 2 s, 4 s ... at most ten minutes, for ever: waiting notices are seen on the status page, and the ladder climbs meanwhile. */
function waitAfter(attempt: number): number {
  return Math.min(longestWait, second * 2 ** Math.min(attempt, 20));
}
