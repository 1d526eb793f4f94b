import type { Clock } from "#base/clock.ts";

/** How we stand with Teams: `refused` is what an administrator has to change, `unreachable` may pass by itself. */
export type TeamsState = "starting" | "connected" | "unreachable" | "refused";

/** As the health page shows it. */
export interface Standing {
  readonly state: TeamsState;
  /** Since when, epoch milliseconds. */
  readonly since: number;
  /** What is wrong and what to do, for an administrator; null: nothing is. */
  readonly complaint: string | null;
}

/** A standing that remembers since when it is so. */
export interface StandingKept {
  now(): Standing;
  /** True: this is news. */
  set(state: TeamsState, complaint?: string | null): boolean;
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
