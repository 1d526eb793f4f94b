import type { Problem } from "#base/problem.ts";
import type { Notice } from "#signal/notice.ts";
import type { Instant } from "#signal/signal.ts";

const second = 1_000;
const minute = 60 * second;
const longestWaitMs = 10 * minute;
/** Danger does not wait ten minutes for a platform that is back. */
const longestUrgentWaitMs = minute;
/** Until an administrator has changed something, trying is of little use. */
const lockedOutWaitMs = 30 * second;
/** After so many failures a human hears of it; trying goes on. */
const failuresBeforeTelling = 10;
/** Also when a platform only asked us to wait, all that time. */
const waitedBeforeTelling = 15 * minute;
const rememberedNotices = 10_000;

interface Known {
  readonly since: Instant;
  failedAt: Instant;
  failures: number;
  /** It has lasted long. */
  long: boolean;
  told: boolean;
}

/**
 * What goes wrong with which messages. In memory: after a restart counting starts anew, and so does trying, quickly. What
 * waits is in the store.
 */
export interface Trouble {
  /**
   * One try failed. When to try again, since when it fails, when it was tried before (now: it was not), whether it has just become
   * long (`isNews`), and whether a human should hear of it, until one was `told`.
   */
  note(
    notice: Notice,
    problem: Problem,
    now: Instant,
  ): {
    readonly at: Instant;
    readonly since: Instant;
    readonly lastTriedAt: Instant;
    readonly isNews: boolean;
    readonly tell: boolean;
  };
  /** A human was told. */
  told(notice: Notice): void;
  over(notice: Notice): void;
}

/** Opens the list, empty. */
export function openTrouble(): Trouble {
  const all = new Map<string, Known>();
  return {
    note(notice, problem, now) {
      const known = all.get(keyOf(notice)) ?? {
        since: now,
        failedAt: now,
        failures: 0,
        long: false,
        told: false,
      };
      const lastTriedAt = known.failedAt;
      known.failedAt = now;
      all.set(keyOf(notice), known);
      const oldest = all.keys().next();
      if (all.size > rememberedNotices && !oldest.done) all.delete(oldest.value);
      const asked = problem.kind === "retry" ? problem.retryAfterMs : undefined;
      if (asked === undefined) known.failures += 1;
      const isLong = known.failures >= failuresBeforeTelling || now - known.since >= waitedBeforeTelling;
      const isNews = isLong && !known.long;
      known.long = isLong;
      return {
        // A platform that says when is asked again exactly then.
        at: now + (asked ?? waitAfter(known.failures, notice, problem)),
        since: known.since,
        lastTriedAt,
        isNews,
        tell: isLong && !known.told,
      };
    },
    told(notice) {
      const known = all.get(keyOf(notice));
      if (known !== undefined) known.told = true;
    },
    over(notice) {
      all.delete(keyOf(notice));
    },
  };
}

/** A newer form of a card takes the place of the one that waits: it is the same message that does not arrive. */
function keyOf({ id, to, slot }: Notice): string {
  return slot === null ? id : `${to.to}:${to.to === "channel" ? to.address : to.id} ${slot}`;
}

/** 2 s, 4 s, 8 s ..., for ever: waiting notices are seen on the status page, and the ladder climbs meanwhile. */
function waitAfter(failures: number, { urgent }: Notice, { kind }: Problem): number {
  const longest = urgent ? longestUrgentWaitMs : longestWaitMs;
  const wait = Math.min(longest, second * 2 ** Math.min(failures, 20));
  return kind === "misconfigured" ? Math.max(lockedOutWaitMs, wait) : wait;
}
