/** What keeps all messages out of a platform (a token that was taken away): it is logged once, not for each message that waits. */
export interface Outages {
  /** Is this the first time that it is seen since the platform last took a message? */
  isNew(platform: string, error: string): boolean;
  /** The platform took a message. */
  over(platform: string): void;
}

/** Opens the list, empty. */
export function openOutages(): Outages {
  const known = new Map<string, Set<string>>();
  return {
    isNew(platform, error) {
      const errors = known.get(platform) ?? new Set();
      known.set(platform, errors);
      if (errors.has(error)) return false;
      errors.add(error);
      return true;
    },
    over(platform) {
      known.delete(platform);
    },
  };
}
