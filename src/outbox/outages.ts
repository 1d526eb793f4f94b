import type { Instant } from "#signal/signal.ts";

/**
 * What keeps all messages out of a platform (a token that was taken away, a platform that is down): it is no trouble of one
 * reader, and is logged once, not for each message that waits. In memory.
 */
export interface Outages {
  /** Is this the first time that it is seen since the platform last took a message? */
  isNew(platform: string, error: string): boolean;
  /** The platform took a message. */
  over(platform: string, now: Instant): void;
  /** Has the platform taken a message at this instant or later? */
  hasWorkedSince(platform: string, since: Instant): boolean;
}

/** Opens the list, empty. */
export function openOutages(): Outages {
  const known = new Map<string, Set<string>>();
  const worked = new Map<string, Instant>();
  return {
    isNew(platform, error) {
      const errors = known.get(platform) ?? new Set();
      known.set(platform, errors);
      if (errors.has(error)) return false;
      errors.add(error);
      return true;
    },
    over(platform, now) {
      known.delete(platform);
      worked.set(platform, now);
    },
    hasWorkedSince: (platform, since) => (worked.get(platform) ?? Number.NEGATIVE_INFINITY) >= since,
  };
}
