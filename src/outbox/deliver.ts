import { derivedId } from "#base/ids.ts";
import { errorName, type Log } from "#base/log.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { ChatPlatform, MessageRef, Outgoing } from "#chat/platform.ts";
import { openOutages } from "#outbox/outages.ts";
import { openRestored } from "#outbox/restored.ts";
import { openTrouble } from "#outbox/trouble.ts";
import { type Address, platformOf } from "#signal/address.ts";
import type { Tally } from "#signal/counted.ts";
import type { Notice } from "#signal/notice.ts";
import type { Instant } from "#signal/signal.ts";
import type { Store, TakenNotice } from "#store/store.ts";
import type { Card } from "#texts/card.ts";

const leaseMs = 60_000;
/** Of what is stuck so many are released before each message: one long write would hold up the others. */
const releasedAtOnce = 200;
/** No call to a platform takes longer. */
const patienceMs = 5_000;

/** What the outbox needs to bring a notice to its reader. */
export interface OutboxParts {
  readonly store: Store;
  readonly platforms: ReadonlyMap<string, ChatPlatform>;
  /** Where this recipient can be reached, the preferred address first. */
  addressesOf(notice: Notice): Promise<readonly Address[]>;
  render(notice: Notice): Promise<Card>;
  /** Nobody could bring it there: a human hears it. */
  onDead(notice: Notice): Promise<void>;
  /** Absent: nothing is counted. */
  readonly tally?: Tally;
  readonly log: Log;
}

/** The messages that wait, and how they are brought. */
export interface Outbox {
  /** The next one that is due, acute ones first, leased; null: nothing waits. */
  take(now: Instant): Promise<TakenNotice | null>;
  /**
   * Brings it, or decides when to try again. One try on each platform at most. Resolves when that has been asked of the store;
   * `noted` when it is on disk. Who takes the next one meanwhile shares the wait for the disk.
   */
  bring(taken: TakenNotice, now: Instant): Promise<{ readonly noted: Promise<void> }>;
  /**
   * Takes and brings one. Gives 1, or 0 when nothing waits. One at a time: a crash between sending and noting it down can
   * then repeat one message, never more, and never lose one.
   */
  deliver(now: Instant): Promise<number>;
}

/** Opens the outbox. */
export function openOutbox(parts: OutboxParts): Outbox {
  const { store, platforms, log } = parts;
  const trouble = openTrouble();
  /** Platforms that do not let us in, of which a human heard. */
  const lockedOut = new Set<string>();
  const outages = openOutages();
  const isRestored = openRestored(store);

  async function bring({ notice, attempt }: TakenNotice, now: Instant): Promise<{ noted: Promise<void> }> {
    try {
      const card = await parts.render(notice);
      const sent = await bringAnywhere(notice, { card, attempt }, now);
      trouble.over(notice);
      if (sent !== null) return { noted: store.noteDelivery(notice.id, { how: "sent", ...sent }, now) };
      log.error("A message can not be brought to its reader on any platform.", {
        notice: notice.id,
        kind: notice.body.kind,
      });
      parts.tally?.note({ what: "delivery", platform: await preferredBy(notice), how: "dead" });
      await parts.onDead(notice);
      return { noted: store.noteDelivery(notice.id, { how: "dead" }, now) };
    } catch (thrown) {
      return { noted: postpone(notice, { attempt, problem: problemOf(thrown) }, now) };
    }
  }

  /** Where it is. Null: every platform refuses this reader. Throws where trying again may help. */
  async function bringAnywhere(
    notice: Notice,
    { card, attempt }: { readonly card: Card; readonly attempt: number },
    now: Instant,
  ): Promise<{ readonly address: Address; readonly ref: MessageRef } | null> {
    let hindered: Problem | null = null;
    for (const { to, updates } of await placesFor(notice)) {
      const platform = platforms.get(platformOf(to));
      if (platform === undefined) continue;
      const under = await threadFor(notice, to);
      const slot = notice.slot === null ? {} : { slot: derivedId("slot", to, notice.slot) };
      const message = { id: notice.id, ...slot, to, card, updates, under, attempt };
      const tried = await tryAt(platform, message, now);
      if (typeof tried === "string") {
        log.info("A message was sent.", {
          notice: notice.id,
          kind: notice.body.kind,
          platform: platform.name,
          ...(notice.signal === null ? {} : { signal: notice.signal }),
        });
        return { address: to, ref: tried };
      }
      hindered ??= tried;
    }
    if (hindered !== null) throw hindered;
    return null;
  }

  /**
   * Where it can go, the preferred one first; but a card that stands somewhere is changed there, also when it came to a second
   * address because the first one refused: an old card elsewhere would keep its buttons.
   */
  async function placesFor(
    notice: Notice,
  ): Promise<{ readonly to: Address; readonly updates: MessageRef | null }[]> {
    const places = await Promise.all(
      (await parts.addressesOf(notice)).map(async (to) => ({
        to,
        updates: await store.messageAt(notice, to),
      })),
    );
    return places.toSorted((a, b) => Number(a.updates === null) - Number(b.updates === null));
  }

  /**
   * The receipt, for what a signaler hears about the same signal later; what must be seen at once stands by itself. What was
   * typed in a thread is answered there.
   */
  async function threadFor({ to, signal, body }: Notice, address: Address): Promise<MessageRef | null> {
    if (body.kind === "answer") return body.under ?? null;
    if (to.to !== "signaler" || signal === null) return null;
    if (body.kind === "receipt" || body.kind === "safety") return null;
    return store.messageAt({ to, slot: `receipt:${signal}` }, address);
  }

  /**
   * The ref; null: this platform refuses this reader; a Problem: nobody gets in there, or not with this message. In both
   * cases the next address may work. What may pass by itself is thrown: it may have arrived, and another would be a second.
   */
  async function tryAt(
    platform: ChatPlatform,
    message: Outgoing,
    now: Instant,
  ): Promise<MessageRef | Problem | null> {
    try {
      const ref = await withPatience(platform.send(message));
      lockedOut.delete(platform.name);
      outages.over(platform.name, now);
      parts.tally?.note({ what: "delivery", platform: platform.name, how: "sent" });
      return ref;
    } catch (thrown) {
      const problem = problemOf(thrown);
      const how = problem.kind === "refused" ? "refused" : "retried";
      parts.tally?.note({ what: "delivery", platform: platform.name, how });
      if (problem.kind === "retry") throw new Hindered(platform.name, problem);
      const facts = { platform: platform.name, notice: message.id, error: errorName(problem) };
      if (problem.kind === "refused") log.warn("A platform refused a reader.", facts);
      else if (problem.kind !== "misconfigured" || outages.isNew(platform.name, facts.error))
        log.error("A platform can not take a message; an administrator has to look.", facts);
      return problem.kind === "refused" ? null : new Hindered(platform.name, problem);
    }
  }

  async function preferredBy(notice: Notice): Promise<string> {
    const [first] = await parts.addressesOf(notice);
    return first === undefined ? "none" : platformOf(first);
  }

  async function postpone(
    notice: Notice,
    { attempt, problem }: { readonly attempt: number; readonly problem: Problem },
    now: Instant,
  ): Promise<void> {
    const { at, since, lastTriedAt, isNews, tell } = trouble.note(notice, problem, now);
    const facts = { notice: notice.id, attempt, error: errorName(problem) };
    const isAsked = problem.kind === "retry" && problem.retryAfterMs !== undefined;
    if (isAsked && isNews) log.warn("A platform keeps asking a message to wait.", facts);
    // To wait for one's turn is no trouble, and an outage was logged when it began.
    else if (!isAsked && (problem.kind === "retry" || !(problem instanceof Hindered)))
      log.warn("A message was not sent and will be tried again.", facts);
    // A platform that takes nobody's message says nothing about this reader: the watch tells of it (watch/ailments.ts).
    const isOwn = downFor(problem, since, now) === null;
    const stuck = isAsked ? null : downFor(problem, lastTriedAt, now);
    if (stuck !== null) outages.begin(stuck);
    await store.noteDelivery(notice.id, { how: "retry", at, ...(stuck === null ? {} : { stuck }) }, now);
    if (!(tell && isOwn) && !isNewLock(notice, problem)) return;
    await parts.onDead(notice);
    trouble.told(notice);
  }

  /** The platform that took nobody's message since then; null: the trouble is of this message alone. */
  function downFor(problem: Problem, since: Instant, now: Instant): string | null {
    if (!(problem instanceof Hindered)) return null;
    return outages.hasWorkedSince(problem.platform, since, now) ? null : problem.platform;
  }

  /** The first message that does not get in tells it for all that wait with it; until something gets in there again. */
  function isNewLock({ body }: Notice, problem: Problem): boolean {
    // "Could not be reached" tells nobody anything when it can not be brought itself.
    if (problem.kind !== "misconfigured" || !(problem instanceof Hindered) || body.kind === "unreachable")
      return false;
    if (lockedOut.has(problem.platform)) return false;
    lockedOut.add(problem.platform);
    return true;
  }

  async function take(now: Instant): Promise<TakenNotice | null> {
    // What waited for a platform that is back comes in its order now, and not each at its own time (up to ten minutes later).
    const stuck = outages.toRelease();
    if (stuck !== null)
      outages.released(stuck.platform, await store.releaseStuck(stuck, now, releasedAtOnce));
    const taken = (await store.takeNotices(now, 1, leaseMs))[0];
    if (taken === undefined) return null;
    return taken.attempt === 1 && (await isRestored(now)) ? { ...taken, attempt: 2 } : taken;
  }

  return {
    take,
    bring,
    async deliver(now) {
      const taken = await take(now);
      if (taken === null) return 0;
      await (await bring(taken, now)).noted;
      return 1;
    },
  };
}

/** A failure, and the platform where it happened. */
class Hindered extends Problem {
  readonly platform: string;

  constructor(platform: string, { kind, message, cause, retryAfterMs }: Problem) {
    super(kind, message, { cause, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
    this.platform = platform;
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
