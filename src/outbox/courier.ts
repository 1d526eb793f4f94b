import { errorName, type Log } from "#base/log.ts";
import type { Outbox } from "#outbox/deliver.ts";
import type { Notice } from "#signal/notice.ts";
import type { Instant } from "#signal/signal.ts";

/** So many messages at once, to different readers, and only where a platform is slow. */
const mostAtOnce = 3;
/** Longer than this is slow: the next message does not wait for it. */
const slowMs = 300;

/** Brings what waits, one after another, as long as that goes quickly. */
export interface Courier {
  /** One step; 0: nothing waits and nothing is on its way. */
  step(): Promise<number>;
}

/**
 * A slow platform (some seconds a message) must not hold up an acute signal, nor another platform. As long as messages go
 * quickly there is one on its way, so that a crash repeats one at most; with a slow platform it is one for each of three.
 */
export function openCourier({
  outbox,
  now,
  log,
}: {
  readonly outbox: Outbox;
  readonly now: () => Instant;
  readonly log: Log;
}): Courier {
  /** The last message on its way to each reader: what follows it waits for it. */
  const lines = new Map<string, Promise<void>>();
  const underway = new Set<Promise<void>>();

  function send(taken: Parameters<Outbox["bring"]>[0]): Promise<void> {
    const reader = readerOf(taken.notice);
    const sending = (lines.get(reader) ?? Promise.resolve())
      .then(() => outbox.bring(taken, now()))
      // Not waited for here: the next one is taken in the same wait for the disk, and is not sent before that.
      .then(({ noted }) => void noted.catch(notNoted))
      .catch(notNoted)
      .finally(() => {
        underway.delete(sending);
        if (lines.get(reader) === sending) lines.delete(reader);
      });
    lines.set(reader, sending);
    underway.add(sending);
    return sending;
  }

  /** Its lease ends, and it comes back. */
  function notNoted(thrown: unknown): void {
    log.error("A message could not be noted.", { error: errorName(thrown) });
  }

  return {
    async step() {
      if (underway.size >= mostAtOnce) await Promise.race(underway);
      const taken = await outbox.take(now());
      if (taken !== null) await within(slowMs, [send(taken)]);
      else if (underway.size > 0) await within(slowMs, underway);
      else return 0;
      return 1;
    },
  };
}

function readerOf({ to }: Notice): string {
  return `${to.to}:${to.to === "channel" ? to.address : to.id}`;
}

/** Until one of them is done, or the time is over. */
async function within(ms: number, doing: Iterable<Promise<void>>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([...doing, over]);
  clearTimeout(timer);
}
