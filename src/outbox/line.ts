import type { Notice } from "#signal/notice.ts";
import type { Instant } from "#signal/signal.ts";
import type { Store } from "#store/store.ts";

/** So often the first in line tries whether a platform is back, and then lets the next one try: it may be the message itself. */
const mostInFront = 3;

/** The order of what waits for a platform that is down. In memory. */
export interface Line {
  /**
   * The first in line has tried in vain, for the `failures`th time, and the platform is tried again at `until`. It keeps its
   * place, or steps aside for one try of the next; where that is in vain too it gets its place back.
   */
  keep(notice: Notice, tried: Tried, now: Instant): Promise<void>;
  /** The platform took a message. */
  over(platform: string): void;
}

interface Tried {
  readonly platform: string;
  readonly failures: number;
  readonly until: Instant;
}

/** Opens the line: nobody has stepped aside. */
export function openLine(store: Pick<Store, "noteDelivery">): Line {
  /** Per platform who has stepped aside, and until when. */
  const aside = new Map<string, { readonly notice: Notice; readonly until: Instant }>();
  return {
    async keep(notice, { platform, failures, until }, now) {
      const before = aside.get(platform);
      aside.delete(platform);
      // Once it is due again somebody may have taken it.
      if (before !== undefined && before.notice.id !== notice.id && now < before.until)
        await store.noteDelivery(before.notice.id, { how: "retry", at: before.notice.dueAt }, now);
      const at = failures % mostInFront === 0 ? until + (until - now) : notice.dueAt;
      if (at > until) aside.set(platform, { notice, until: at });
      await store.noteDelivery(notice.id, { how: "retry", at }, now);
    },
    over(platform) {
      aside.delete(platform);
    },
  };
}
