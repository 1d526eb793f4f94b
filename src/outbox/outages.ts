import type { Instant } from "#signal/signal.ts";

/** So many readers in a row can not be reached, and nobody else in between: then it is not them. */
const leastReaders = 3;
const second = 1_000;
/** Also for danger: it is the first that is tried. */
const longestWaitMs = 60 * second;

/**
 * What keeps all messages out of a platform (a token that was taken away, a platform that is down): it is no trouble of one
 * reader, and is logged once, not for each message that waits. While a platform is down one message tries it for all, so that
 * the others keep their place in line. In memory.
 */
export interface Outages {
  /** Is this the first time that it is seen since the platform last took a message? */
  isNew(platform: string, error: string): boolean;
  /** The platform did not take a message to this reader, for a reason that may pass. */
  failed(platform: string, reader: string, now: Instant): void;
  /** The platform is down: when the next message may try it. Null: at once. */
  downUntil(platform: string, now: Instant): Instant | null;
  /** The platform took a message. */
  over(platform: string, now: Instant): void;
  /** Has the platform taken a message at this instant or later? */
  hasWorkedSince(platform: string, since: Instant): boolean;
}

interface Failing {
  readonly readers: Set<string>;
  readonly tries: number;
  readonly from: Instant;
  readonly until: Instant;
}

/** Opens the list, empty. */
export function openOutages(): Outages {
  const known = new Map<string, Set<string>>();
  const worked = new Map<string, Instant>();
  const failing = new Map<string, Failing>();
  return {
    failed(platform, reader, now) {
      const { readers, tries } = failing.get(platform) ?? { readers: new Set<string>(), tries: 0 };
      if (readers.size < leastReaders) readers.add(reader);
      const isDown = readers.size >= leastReaders;
      const wait = isDown ? Math.min(longestWaitMs, second * 2 ** Math.min(tries, 20)) : 0;
      failing.set(platform, { readers, tries: isDown ? tries + 1 : 0, from: now, until: now + wait });
    },
    downUntil(platform, now) {
      const { from, until } = failing.get(platform) ?? { from: now, until: now };
      // A clock that was put back does not make it longer.
      return from <= now && now < until ? until : null;
    },
    isNew(platform, error) {
      const errors = known.get(platform) ?? new Set();
      known.set(platform, errors);
      if (errors.has(error)) return false;
      errors.add(error);
      return true;
    },
    over(platform, now) {
      known.delete(platform);
      failing.delete(platform);
      worked.set(platform, now);
    },
    hasWorkedSince: (platform, since) => (worked.get(platform) ?? Number.NEGATIVE_INFINITY) >= since,
  };
}
