import type { Period } from "#digest/week.ts";
import { blockOf, weekBounds } from "#digest/week.ts";
import { trendOf } from "#digest/windows.ts";
import type { ClockFact, Fact, OutcomeFact } from "#signal/fact.ts";
import type { Instant, SignalId } from "#signal/signal.ts";
import type { Category, Outcome, Source, Urgency } from "#signal/words.ts";
import { categories, isCasework, isPrevention, sources, urgencies } from "#signal/words.ts";

/** What a digest is counted from; each is read once, in any order. More than the windows ask for does no harm. */
export interface DigestFacts {
  readonly arrivals: Iterable<Fact>;
  readonly outcomes: Iterable<OutcomeFact>;
  readonly clocks: Iterable<ClockFact>;
  /** Closed since the week was over: a digest that is late counts them as open. */
  readonly closedSince: Iterable<Fact>;
  readonly open: Iterable<Fact>;
}

/** Outcomes by lane: P1+P2, C1+C2, P0, and N1 to N5 (decision 4). */
export interface Lanes<T> {
  readonly prevention: T;
  readonly casework: T;
  readonly advice: T;
  readonly noFollowUp: T;
}

export interface Pair {
  readonly done: number;
  readonly of: number;
}

/** Raw counts of open work. */
export interface OpenLoad {
  readonly waiting: number;
  readonly inHand: number;
  readonly casework: number;
  readonly preventionWork: number;
  readonly overdue: number;
}

/** Raw counts, not fit for any eye but the team's own: suppress.ts comes after. */
export interface Tally {
  /** Of the week. */
  readonly bySource: Record<Source, number>;
  readonly byCategory: Record<Category, number>;
  readonly byUrgency: Record<Urgency, number>;
  /** Signals of the week that were handed over at least once. */
  readonly handOvers: number;
  /** Per week of the trend and of the block. */
  readonly weeks: ReadonlyMap<string, { readonly arrivals: number; readonly outcomes: Lanes<number> }>;
  readonly open: OpenLoad;
  readonly onTime: Pair;
  readonly feedback: Pair;
}

/** Counts a week. Only signals count: no no-signals, nothing withdrawn (domain.md 4.4). */
export function tally(week: string, facts: DigestFacts): Tally {
  const bounds = weekBounds(week);
  const weeks = countedWeeks(week);
  const bySource = zeros(sources);
  const byCategory = zeros(categories);
  const byUrgency = zeros(urgencies);
  const load = new Load(bounds.until);
  let handOvers = 0;
  for (const fact of facts.arrivals) {
    if (!counts(fact)) continue;
    const place = placeIn(weeks, fact.receivedAt);
    if (place) place.arrivals += 1;
    if (!within(bounds, fact.receivedAt)) continue;
    bySource[fact.source] += 1;
    byCategory[fact.category] += 1;
    byUrgency[fact.urgency] += 1;
    if (fact.hops > 0) handOvers += 1;
  }
  for (const fact of facts.outcomes) {
    if (!counts(fact)) continue;
    const place = placeIn(weeks, fact.outcomeAt);
    if (place && fact.outcome) place.outcomes[laneOf(fact.outcome)] += 1;
  }
  const onTime = { done: 0, of: 0 };
  const feedback = { done: 0, of: 0 };
  for (const fact of facts.clocks) {
    if (!counts(fact)) continue;
    if (within(bounds, fact.acceptDue)) run(onTime, fact.acceptDue, pickedUpAt(fact));
    if (within(bounds, fact.feedbackDue)) run(feedback, fact.feedbackDue, fact.feedbackAt);
  }
  // What is closed between these two is in the second: facts may be read as they are walked.
  for (const fact of facts.open) if (counts(fact)) load.see(fact);
  for (const fact of facts.closedSince) if (counts(fact)) load.see(fact);
  return {
    bySource,
    byCategory,
    byUrgency,
    handOvers,
    weeks: new Map(weeks.map(({ week, arrivals, outcomes }) => [week, { arrivals, outcomes }])),
    open: load.counted,
    onTime,
    feedback,
  };
}

/** The lane an outcome counts in. */
function laneOf(outcome: Outcome): keyof Lanes<unknown> {
  if (isPrevention(outcome)) return "prevention";
  if (isCasework(outcome)) return "casework";
  return outcome === "P0" ? "advice" : "noFollowUp";
}

function counts({ kind, stage }: Pick<Fact, "kind" | "stage">): boolean {
  return kind !== "not_a_signal" && stage !== "withdrawn";
}

function within(period: Period, instant: Instant | null): boolean {
  return instant !== null && instant >= period.from && instant < period.until;
}

/**
 * The first acceptance; a later hand-over does not undo it once somebody else has the signal. Nobody has it: then it was
 * not picked up, whoever pressed before. (Handed over after the clock had ended it falls too: on the strict side.)
 */
function pickedUpAt({ holder, stage, acceptedAt }: ClockFact): Instant | null {
  return holder === null && stage !== "closed" ? null : acceptedAt;
}

function run(pair: { done: number; of: number }, due: Instant, doneAt: Instant | null): void {
  pair.of += 1;
  if (doneAt !== null && doneAt <= due) pair.done += 1;
}

interface Counted {
  readonly week: string;
  readonly bounds: Period;
  arrivals: number;
  readonly outcomes: Record<keyof Lanes<unknown>, number>;
}

function countedWeeks(week: string): Counted[] {
  const all = [...new Set([...trendOf(week), ...blockOf(week).weeks])];
  return all.map((each) => ({
    week: each,
    bounds: weekBounds(each),
    arrivals: 0,
    outcomes: { prevention: 0, casework: 0, advice: 0, noFollowUp: 0 },
  }));
}

function placeIn(weeks: readonly Counted[], instant: Instant | null): Counted | undefined {
  return weeks.find(({ bounds }) => within(bounds, instant));
}

function zeros<T extends string>(names: readonly T[]): Record<T, number> {
  const made: Partial<Record<T, number>> = {};
  for (const name of names) made[name] = 0;
  return made as Record<T, number>;
}

/**
 * The work that was open at the end of the week, each signal once: what is open now, and in a digest that is late (downtime)
 * what was closed since.
 */
class Load {
  readonly counted = { waiting: 0, inHand: 0, casework: 0, preventionWork: 0, overdue: 0 };
  private readonly seen = new Set<SignalId>();
  private readonly at: Instant;

  constructor(at: Instant) {
    this.at = at;
  }

  see(fact: Fact): void {
    if (!this.wasOpen(fact) || this.seen.has(fact.id)) return;
    this.seen.add(fact.id);
    this.counted[this.shelfOf(fact)] += 1;
    if (this.isOverdue(fact)) this.counted.overdue += 1;
  }

  private wasOpen(fact: Fact): boolean {
    if (fact.receivedAt >= this.at) return false;
    return fact.stage !== "closed" || (fact.closedAt !== null && fact.closedAt >= this.at);
  }

  /** What nobody holds waits, also a case that was handed over: an outcome does not look after anyone. */
  private shelfOf(fact: Fact): Exclude<keyof OpenLoad, "overdue"> {
    if (!this.isHeld(fact)) return "waiting";
    const outcome = this.happened(fact.outcomeAt) ? fact.outcome : null;
    if (outcome && isCasework(outcome)) return "casework";
    if (outcome && isPrevention(outcome)) return "preventionWork";
    return "inHand";
  }

  /** A hand-over keeps the instant of the first acceptance: the holder tells. Who set an outcome unasked holds it from then. */
  private isHeld(fact: Fact): boolean {
    return fact.holder !== null && this.happened(fact.acceptedAt ?? fact.outcomeAt);
  }

  private isOverdue(fact: Fact): boolean {
    const isPast = (due: Instant) => due < this.at;
    return (
      (isPast(fact.acceptDue) && !this.isHeld(fact)) ||
      (isPast(fact.feedbackDue) && !this.happened(fact.feedbackAt)) ||
      (isPast(fact.outcomeDue) && !this.happened(fact.outcomeAt))
    );
  }

  private happened(instant: Instant | null): boolean {
    return instant !== null && instant < this.at;
  }
}
