import type { Clock } from "#base/clock.ts";

/** How we stand with Slack: `refused` is what an administrator has to change, `unreachable` may pass by itself. */
export type SlackState = "starting" | "connected" | "unreachable" | "refused";

/** One side of the connection (who we are there, the socket), as the health page shows it. */
export interface Standing {
  readonly state: SlackState;
  /** Since when, epoch milliseconds. */
  readonly since: number;
  /** What is wrong and what to do, for an administrator; null: nothing is. */
  readonly complaint: string | null;
}

/** A standing that remembers since when it is so. */
export interface StandingKept {
  now(): Standing;
  /** True: this is news. */
  set(state: SlackState, complaint?: string | null): boolean;
}

/** Starts as `starting`. */
export function openStanding(clock: Clock): StandingKept {
  let standing: Standing = { state: "starting", since: clock.now(), complaint: null };
  return {
    now: () => standing,
    set(state, complaint = null) {
      const isNews = state !== standing.state || complaint !== standing.complaint;
      const since = state === standing.state ? standing.since : clock.now();
      standing = { state, since, complaint };
      return isNews;
    },
  };
}

const fromBest: readonly SlackState[] = ["connected", "starting", "unreachable", "refused"];

/** The worst of several: that is how Slack as a whole is. Of equally bad ones the first. */
export function worstOf(first: Standing, ...others: readonly Standing[]): Standing {
  return others.reduce(
    (worst, one) => (fromBest.indexOf(one.state) > fromBest.indexOf(worst.state) ? one : worst),
    first,
  );
}
