import type { Category, Expertise, Source, Urgency } from "#signal/words.ts";

/** A count as its reader may see it: a number, or hidden because it is small ("1-4"). Hidden cells can not be derived from others. */
export type Shown = number | "hidden";

/** One dimension of a digest: what is counted, and how many. */
export interface Row<T extends string> {
  readonly of: T;
  readonly count: Shown;
}

/** One bar of the trend: outcomes set in that week. */
export interface TrendWeek {
  /** ISO week, `2026-W47`. */
  readonly week: string;
  readonly arrivals: Shown;
  readonly prevention: Shown;
  readonly casework: Shown;
}

/** The week in numbers, already protected for its audience (decision 11). Everything a digest shows is in here. */
export interface DigestNumbers {
  readonly week: string;
  readonly from: number;
  readonly until: number;
  readonly municipality: string;
  readonly audience: "team" | "management";
  /** Signals that arrived, without no-signals and withdrawn ones. Always shown. */
  readonly arrivals: number;
  readonly bySource: readonly Row<Source>[];
  readonly byCategory: readonly Row<Category>[];
  readonly byUrgency: readonly Row<Urgency>[];
  /** Outcomes set in the closed block of four weeks, and P0 and N beside it. */
  readonly block: {
    readonly fromWeek: string;
    readonly untilWeek: string;
    readonly prevention: Shown;
    readonly casework: Shown;
    readonly advice: Shown;
    readonly noFollowUp: Shown;
    /** (P1+P2) / (P1+P2+C1+C2), 0 to 1; null where it would reveal a hidden cell or nothing was set. */
    readonly preventionShare: number | null;
    /**
     * Outcomes that these weeks showed and that were changed or taken back before the block closed. Still counted here, as
     * shown: a block is the sum of its weeks. What they became counts in the week of the change.
     */
    readonly correctedSince: Shown;
  };
  /** The same for the week itself, where it may be shown. */
  readonly outcomes: {
    readonly prevention: Shown;
    readonly casework: Shown;
    readonly advice: Shown;
    readonly noFollowUp: Shown;
  };
  /** The share of this week alone, from the two counts above; null where one of them is hidden or nothing was set. */
  readonly weekShare: number | null;
  readonly trend: readonly TrendWeek[];
  /** Work that was open at the end of the week; each signal is in one of the first four. There is no total: it would tell too much. */
  readonly open: {
    /** Nobody holds it: never accepted, or handed over and not accepted yet. */
    readonly waiting: Shown;
    /** Somebody holds it, no help was started. Always hidden for management: week by week it would tell the outcomes. */
    readonly inHand: Shown;
    readonly casework: Shown;
    readonly preventionWork: Shown;
    /** A clock ran out: nobody holds it, the signaler has not heard, or there is no outcome. */
    readonly overdue: Shown;
  };
  /**
   * Accepted within the clock, of those whose clock ended in the week. The first acceptance counts; a signal that was
   * handed over since, and that nobody holds, does not count as done.
   */
  readonly onTime: { readonly done: Shown; readonly of: Shown };
  /** Signalers who heard back in time, of those due in the week. */
  readonly feedback: { readonly done: Shown; readonly of: Shown };
  readonly handOvers: Shown;
  /** Areas where nobody, or only one, knows about a category. Not about signals: nothing to hide. */
  readonly coverage: readonly {
    readonly area: string;
    readonly expertise: Expertise;
    readonly people: 0 | 1;
  }[];
}
