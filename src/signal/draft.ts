import { derivedId } from "#base/ids.ts";
import type { Decision, Entry, Passage, PassageKind, Signaler } from "#signal/decision.ts";
import type { Actor, ClockName, SignalEvent } from "#signal/event.ts";
import type { Notice, NoticeBody, Recipient } from "#signal/notice.ts";
import type { Instant, PassageId, Signal, SignalId } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";

/** A timer as a room asks for it: the draft gives it its id. */
export type TimerWish =
  | { readonly what: "classify" }
  | { readonly what: "second_opinion"; readonly tries: number }
  | { readonly what: "clock"; readonly clock: ClockName }
  | { readonly what: "erase" };

/**
 * A decision in the making. Rooms change the state, note what happened, keep the words, tell people and start timers;
 * `done` gives the Decision. Every id is derived from the event's key, so the same event always drafts the same decision.
 */
export interface Draft {
  /** The state as it is by now. */
  readonly signal: Signal;
  change(change: Partial<Signal>): Draft;
  note(type: Entry["type"], facts?: Entry["facts"]): Draft;
  /** Words go to the vault; what stays is their id. */
  keep(what: PassageKind, text: string): PassageId;
  tell(to: Recipient, body: NoticeBody, options?: { readonly slot?: string; readonly urgent?: true }): Draft;
  start(dueAt: Instant, wish: TimerWish): Draft;
  remember(signaler: Signaler): Draft;
  forget(): Draft;
  done(): Decision;
}

/** How an actor is written in the event log: `system`, `signaler`, or the colleague's id. */
export function actorName(actor: Actor): string {
  return actor.as === "person" ? actor.id : actor.as;
}

/** The id of the first words that the event with this key kept: what was made of it can be asked later. */
export function firstPassageOf(key: string, signal: SignalId): PassageId {
  return derivedId(key, signal, "passage", "0");
}

/** Opens a draft for what `event` does to `signal` at `now`. */
export function draft(signal: Signal, event: Pick<SignalEvent, "key" | "by">, now: Instant): Draft {
  let state = signal;
  const entries: Entry[] = [];
  const passages: Passage[] = [];
  const notices: Notice[] = [];
  const timers: Timer[] = [];
  let signaler: Signaler | null = null;
  let erase: string | null = null;
  const by = actorName(event.by);
  const idFor = (what: string, count: number) => derivedId(event.key, signal.id, what, String(count));

  const self: Draft = {
    get signal() {
      return state;
    },
    change(change) {
      state = { ...state, ...change };
      return self;
    },
    note(type, facts = {}) {
      entries.push({ signal: signal.id, at: now, by, type, facts });
      return self;
    },
    keep(what, text) {
      const id = idFor("passage", passages.length);
      passages.push({ id, signal: signal.id, what, by, at: now, text });
      return id;
    },
    tell(to, body, options = {}) {
      notices.push({
        id: idFor("notice", notices.length),
        to,
        signal: signal.id,
        slot: options.slot ?? null,
        urgent: options.urgent === true,
        dueAt: now,
        body,
      });
      return self;
    },
    start(dueAt, wish) {
      const about = { id: idFor("timer", timers.length), dueAt: Math.max(dueAt, now), signal: signal.id };
      timers.push({ ...about, ...wish });
      return self;
    },
    remember(person) {
      signaler = person;
      return self;
    },
    forget() {
      erase = signal.id;
      return self;
    },
    done: () => ({
      key: event.key,
      signal: state,
      entries,
      passages,
      notices,
      timers,
      settles: null,
      signaler,
      erase,
    }),
  };
  return self;
}
