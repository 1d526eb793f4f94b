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
  };
  /** The same for the week itself, where it may be shown. */
  readonly outcomes: {
    readonly prevention: Shown;
    readonly casework: Shown;
    readonly advice: Shown;
    readonly noFollowUp: Shown;
  };
  readonly trend: readonly TrendWeek[];
  readonly open: {
    readonly waiting: number;
    readonly inHand: number;
    readonly casework: number;
    readonly preventionWork: number;
    readonly overdue: number;
  };
  /** Accepted within the clock, of those whose clock ended in the week. */
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
