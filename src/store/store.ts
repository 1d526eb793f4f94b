import type { Address } from "#signal/address.ts";
import type { Decision, Entry, Passage, PassageKind, Signaler } from "#signal/decision.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Loads } from "#signal/directory.ts";
import type { ClockFact, Fact, OutcomeFact } from "#signal/fact.ts";
import type { Notice, Recipient } from "#signal/notice.ts";
import type { Press } from "#signal/press.ts";
import type { Instant, PassageId, PersonId, Signal, SignalerId, SignalId, Stage } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";

/** Seals and opens text. Bound to its place: a sealed text moved to another row does not open (privacy/vault.ts). */
export interface Sealer {
  seal(text: string, place: string): string;
  /** Throws Problem "misconfigured" where the key is missing or wrong, "bug" where the text was altered. */
  open(sealed: string, place: string): string;
  /** A keyed hash: finds a row by what must not be readable in it. */
  pseudonym(text: string): string;
}

/** A notice that was taken for sending. */
export interface TakenNotice {
  readonly notice: Notice;
  readonly attempt: number;
}

/** Words that were taken to be worked on. */
export interface TakenTyped {
  readonly press: Press;
  readonly attempt: number;
}

/** What the outbox made of a notice. */
export type Delivered =
  | { readonly how: "sent"; readonly address: Address; readonly ref: string }
  /** `stuck`: at a platform that takes nothing; `releaseStuck` brings its time forward. */
  | { readonly how: "retry"; readonly at: Instant; readonly stuck?: string }
  /** Can not be delivered to this recipient; the desk has been told. */
  | { readonly how: "dead" };

/** What is stuck at this platform, behind so many that were released (0: from the first). */
export interface StuckAt {
  readonly platform: string;
  readonly after: number;
}

/** A sent notice as its reader has it: what a pull platform (the web page) shows. */
export interface InboxMessage {
  readonly notice: Notice;
  readonly ref: string;
  readonly sentAt: Instant;
  /** When the card was last updated in place. */
  readonly updatedAt: Instant;
}

/** What a colleague has set about their own work; it goes before what the municipality's file says. */
export interface Staffing {
  readonly person: PersonId;
  /**
   * First and last day away, `YYYY-MM-DD`. Null: no leave of one's own. A leave that ends before it begins: back early from
   * one in the file (signal/leave.ts).
   */
  readonly away: { readonly from: string; readonly until: string } | null;
  /** Null: as in the file. */
  readonly capacity: number | null;
}

/**
 * A queue, for who watches over it. Its rows are numbered in the order in which they came, and the numbers only grow: from
 * `first` and `last` a watch knows for how long the oldest has been there (watch/ages.ts).
 */
export interface Queue {
  readonly length: number;
  /** The lowest and the highest number in it; null: it is empty. */
  readonly first: number | null;
  readonly last: number | null;
}

/** A digest that is over by no more than this is being counted. */
export const digestMayTakeMs = 3_600_000;

/** What should be done by now, and is not. */
export interface Waits {
  /** Everything that was typed and has not been worked on. */
  readonly typed: Queue;
  /** Notices, not dead, that are due at `now`, or were tried before (whenever they are tried again): the urgent ones. */
  readonly urgent: Queue;
  /** The same of the others. */
  readonly other: Queue;
  /**
   * The earliest due time of the timers that are due at `now`, also of those that are being worked on; not of those for a second
   * opinion (`what = 'second_opinion'`): nobody waits for it; and of those for a digest only what is an hour over
   * (`digestMayTakeMs`): to count a week may take a while, and holds up no clock. Null: none is due.
   */
  readonly timerDue: Instant | null;
  /** Of the open signals without holder, no exercises: when the oldest came in. Null: there is none. */
  readonly unheldSince: Instant | null;
  /** Of the same: the earliest end of the clock by which somebody must have it (`acceptDue`); also in the future. */
  readonly unheldDue: Instant | null;
}

/** Counts for `status --json`, the health page and whoever watches. */
export interface Counts {
  readonly signals: number;
  readonly open: number;
  /** Open signals without holder, without waiting clock and without waiting notice. Must be 0. */
  readonly unowned: number;
  /** What was typed and still has to be worked on. */
  readonly waitingTyped: number;
  readonly waitingNotices: number;
  readonly deadNotices: number;
  readonly dueTimers: number;
  readonly stages: Readonly<Record<Stage, number>>;
  readonly waits: Waits;
}

/**
 * Where everything is kept. One `commit` is one transaction: state, event log, passages, notices and timers together,
 * on disk when it resolves. Texts and identities are sealed on the way in and opened on the way out.
 */
export interface Store {
  /**
   * `done`; `stale`: somebody was faster, load again; `seen`: this key was committed before.
   * The decision's signal carries the revision it was made from (0 for a new one); the store writes revision + 1.
   */
  commit(decision: Decision): Promise<"done" | "stale" | "seen">;
  load(id: SignalId): Promise<Signal | null>;
  /** The signal where it is an exercise; null: it is real, or not there. Costs next to nothing where it is real. */
  loadDrill(id: SignalId): Promise<Signal | null>;
  findByCode(code: string): Promise<Signal | null>;
  /**
   * Resolves when everything that was committed before is on disk. What a read has seen may not be yet: who answers by it without
   * a commit of its own waits for this first.
   */
  settled(): Promise<void>;
  /** Was an event with this key committed? Gives the signal it made or changed. */
  findByKey(key: string): Promise<{ readonly signal: SignalId | null } | null>;
  /** Open ones first, newest first. */
  signalsOf(signaler: SignalerId, most: number): Promise<Signal[]>;
  /** Open signals that this person holds or has been asked for. */
  openFor(person: PersonId): Promise<Signal[]>;
  /** Every open signal, oldest first. */
  openSignals(): Promise<Signal[]>;
  loads(): Promise<Loads>;

  passages(signal: SignalId, kinds?: readonly PassageKind[]): Promise<Passage[]>;
  passage(id: PassageId): Promise<Passage | null>;
  signaler(id: SignalerId): Promise<Signaler | null>;
  rememberSignaler(signaler: Signaler): Promise<void>;
  /** The addresses of the signalers that are known, on this platform. */
  signalerAddresses(platform: string): Promise<readonly Address[]>;
  /** What colleagues have set about their own work. */
  staffing(): Promise<readonly Staffing[]>;
  setStaffing(staffing: Staffing): Promise<void>;
  /** The pseudonym of an address. */
  signalerId(address: Address): SignalerId;
  entries(signal: SignalId): Promise<Entry[]>;
  /** The newest entries of all signals, newest first. */
  latestEntries(most: number): Promise<Entry[]>;
  /** An entry outside a decision: a view, an erasure. */
  addEntry(entry: Entry): Promise<void>;
  /** How many signals this signaler sent since then: against floods. */
  reportedSince(signaler: SignalerId, since: Instant): Promise<number>;
  /**
   * How many signals came in since then for this organisation (null: for none) from strangers: people without the code of
   * an organisation, of whom nothing had come in before `knownBefore`.
   */
  reportedByStrangers(
    organisation: string | null,
    from: { readonly since: Instant; readonly knownBefore: Instant },
  ): Promise<number>;
  /** Did anything of this signaler come in before that? */
  isKnownSince(signaler: SignalerId, before: Instant): Promise<boolean>;

  /** Keeps what was typed until it has been worked on; the same words at the same place once. */
  keepTyped(press: Press, now: Instant): Promise<void>;
  /** Takes what was typed, oldest first, leased. */
  takeTyped(now: Instant, most: number, leaseMs: number): Promise<TakenTyped[]>;
  /** It has been worked on (null), or is to be tried again then. */
  noteTyped(press: Press, again: Instant | null): Promise<void>;

  /** Takes timers that are due, leased until `now + leaseMs`: unfinished ones come back. */
  takeTimers(now: Instant, most: number, leaseMs: number): Promise<Timer[]>;
  /** Settles a timer that found nothing to do. */
  settleTimer(id: string): Promise<void>;
  /** Adds a timer outside a decision, once: an id that exists stays as it is. */
  addTimer(timer: Timer): Promise<void>;
  /** When the next timer, notice or typed word is due; null: nothing waits. */
  nextDue(): Promise<Instant | null>;

  /** Takes notices that are due, urgent ones first, leased. Notices of one slot are taken in order, one at a time. */
  takeNotices(now: Instant, most: number, leaseMs: number): Promise<TakenNotice[]>;
  /** The message that the notice's slot has at this address, if any: to be updated there, and nowhere else. */
  messageAt(notice: Pick<Notice, "to" | "slot">, address: Address): Promise<string | null>;
  /** The signal that the message with this ref, at this address, is about; null: none, or not one of ours. */
  signalAt(address: Address, ref: string): Promise<SignalId | null>;
  noteDelivery(noticeId: string, delivered: Delivered, now: Instant): Promise<void>;
  /**
   * A platform takes messages again: the `most` that were told first of what is stuck there are due now, before all others of
   * their urgency, in the order in which they were told. Gives the `after` of the next ones; null: there are none.
   */
  releaseStuck(at: StuckAt, now: Instant, most: number): Promise<number | null>;
  /** What this recipient has been sent, oldest first, one per slot as it looks now. */
  inbox(to: Recipient, most: number): Promise<InboxMessage[]>;

  /** Facts of signals received in [from, until), any order. */
  arrivals(from: Instant, until: Instant): Promise<Iterable<Fact>>;
  /** Facts of signals whose current outcome was set in [from, until). */
  outcomesSet(from: Instant, until: Instant): Promise<Iterable<OutcomeFact>>;
  /** Facts of signals whose accept or feedback clock ended in [from, until). */
  clocksEnded(from: Instant, until: Instant): Promise<Iterable<ClockFact>>;
  /** Facts of signals that were closed at this instant or later. */
  closedSince(from: Instant): Promise<Iterable<Fact>>;
  openFacts(): Promise<Iterable<Fact>>;
  /** A week's digest as it was published: frozen. */
  publishedWeek(week: string, audience: "team" | "management"): Promise<DigestNumbers | null>;
  publishWeek(numbers: DigestNumbers): Promise<void>;

  /** Erases the passages (and the sent words) of a signal, so that their bytes are gone from the files too. Gives how many. */
  erase(signal: SignalId, now: Instant): Promise<number>;
  /** Small settings that must survive: the trial's clock, the last seen time. */
  recall(name: string): Promise<string | null>;
  remember(name: string, value: string): Promise<void>;
  /** How a door reaches this address, in the door's own words (chat/platform.ts Contacts). */
  contactOf(address: Address): Promise<string | null>;
  rememberContact(address: Address, value: string | null): Promise<void>;
  counts(now: Instant): Promise<Counts>;
  /** A consistent copy of everything, still sealed, to this file. */
  backup(file: string): Promise<void>;
  /**
   * Throws Problem where something is damaged, was altered, or is missing from an event log. `sample` opens a few hundred of
   * each kind of row, spread over all; `whole` opens every one.
   */
  check(how: "sample" | "whole"): Promise<void>;
  close(): Promise<void>;
}
