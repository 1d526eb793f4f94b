import type { Clock } from "#base/clock.ts";
import { derivedId, newCode } from "#base/ids.ts";
import { Problem } from "#base/problem.ts";
import { levelHeard } from "#classify/heard.ts";
import { readNet } from "#classify/safety-net.ts";
import { verdict } from "#classify/verdict.ts";
import { accept, decline } from "#follow-up/acknowledge.ts";
import { askFirst, askNext } from "#follow-up/ask.ts";
import { answerConsult, consult } from "#follow-up/consult.ts";
import { correct } from "#follow-up/correct.ts";
import { giveFeedback } from "#follow-up/feedback.ts";
import { handOver, isOneHopTooMany } from "#follow-up/hand-over.ts";
import { climb } from "#follow-up/ladder.ts";
import { goAway, isPressing, release } from "#follow-up/leave.ts";
import { close, setOutcome } from "#follow-up/outcome.ts";
import { remind } from "#follow-up/overdue.ts";
import { answer, ask } from "#follow-up/relay.ts";
import { reopen, worryLevel, worryOn } from "#follow-up/reopen.ts";
import { keepAddition, noteCall, supplement } from "#follow-up/supplement.ts";
import { passOver } from "#follow-up/unreachable.ts";
import { wait } from "#follow-up/waiting.ts";
import { withdraw } from "#follow-up/withdraw.ts";
import { takeClassification } from "#intake/classified.ts";
import { floodRefusal } from "#intake/flood.ts";
import { isCry, unreadable } from "#intake/readable.ts";
import { receive } from "#intake/receive.ts";
import { takeRereading } from "#intake/reread.ts";
import { mayDo, mayReceive } from "#privacy/access.ts";
import { dateErasure, eraseStory } from "#privacy/retention.ts";
import { assign } from "#route/assign.ts";
import type { Address } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import type { Draft } from "#signal/draft.ts";
import type { Reported, SignalAct, SignalEvent } from "#signal/event.ts";
import { momentFor } from "#signal/exercise.ts";
import { isOnLeave, staffed, thereOf } from "#signal/leave.ts";
import { isDoneAlready, refusalOf } from "#signal/lifecycle.ts";
import { type Moment, rotaOf } from "#signal/moment.ts";
import type { Refusal } from "#signal/screen.ts";
import { leadingCategory, type Signal } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";
import { compareUrgency, higherOf, type Urgency } from "#signal/words.ts";
import type { Calendar } from "#signal/working-time.ts";
import type { Store } from "#store/store.ts";

/** What can not be taken in: the counter asks it of words that are typed for a signal that exists. */
export { unreadable, unreadableAnswer } from "#intake/readable.ts";

/** What became of an event. `nothing`: a timer that fired for nothing. */
export type Answer =
  /** Only a cry ("help", "112"): nothing is stored, the sender gets the safety text at once. */
  | { readonly how: "cry" }
  | { readonly how: "done" | "seen"; readonly signal: Signal }
  | { readonly how: "nothing" }
  | { readonly how: "refused"; readonly refusal: Refusal; readonly signal: Signal | null };

/** The one place where events come in. When `handle` resolves, what it answers is on disk. */
export interface Desk {
  /** `from`: the timer that this event comes from; it is settled in the same commit. Throws Problem "retry" when the store can not be written. */
  handle(event: SignalEvent, from?: Timer): Promise<Answer>;
}

/** What the desk stands on. `onCommit` is called after every commit: there may be something to send. */
export interface DeskParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly directory: Directory;
  /** `asked`: after every reading a second reader is asked as well, later. */
  readonly secondReader: "asked" | "none";
  readonly onCommit: () => void;
}

/** Somebody was faster so many times that something else is wrong. */
const mostTries = 20;
const secondOpinion = { what: "second_opinion", tries: 0 } as const;

/** The whole job on one page: which room answers which event. */
export function openDesk({ store, clock, calendar, directory, secondReader, onCommit }: DeskParts): Desk {
  async function momentNow(from?: Timer): Promise<Moment> {
    // A clock that was set back meanwhile must not make a due timer look early: it would be settled for nothing.
    const now = Math.max(clock.now(), from?.dueAt ?? 0);
    const who = staffed(directory, await store.staffing());
    return { now, calendar, directory: who, loads: await store.loads() };
  }
  const assignment = (signal: Signal, moment: Moment) => assign({ signal, ...moment });

  async function handle(event: SignalEvent, from?: Timer): Promise<Answer> {
    for (let tries = 0; tries < mostTries; tries++) {
      const earlier = await store.findByKey(event.key);
      if (earlier !== null) return seen(earlier.signal);
      const drafted = event.type === "reported" ? await report(event) : await act(event, from);
      if ("how" in drafted) return settled(drafted);
      const done = await store.commit({ ...drafted.done(), settles: from?.id ?? null });
      if (done === "seen") return seen(drafted.signal.id);
      if (done === "stale") continue;
      onCommit();
      return { how: "done", signal: { ...drafted.signal, revision: drafted.signal.revision + 1 } };
    }
    throw new Problem("retry", "The signal kept changing under our hands. Try again.");
  }

  async function seen(id: string | null): Promise<Answer> {
    const signal = id === null ? null : await store.load(id);
    return settled(signal === null ? { how: "nothing" } : { how: "seen", signal });
  }

  /** By what was read: on disk before anybody hears it. */
  async function settled(answer: Answer): Promise<Answer> {
    await store.settled();
    return answer;
  }

  async function report(event: Reported): Promise<Draft | Answer> {
    if (isCry(event.text)) return { how: "cry" };
    const unread = unreadable(event.text);
    // Someone in danger who could not type is not told off about the form.
    if (unread !== null && event.danger === "now") return { how: "cry" };
    if (unread !== null) return { how: "refused", refusal: unread, signal: null };
    const moment = momentFor(event, await momentNow());
    const net = readNet(event.text);
    const provisional = verdict({
      net,
      classification: null,
      danger: event.danger,
      ageGroup: event.ageGroup,
    });
    const signaler = store.signalerId(event.address);
    // A flood never holds back what the safety net, or the signaler, takes for danger.
    const isCalm = provisional.urgency !== "acute" && provisional.urgency !== "urgent";
    const flood = isCalm ? await floodRefusal(store, { ...event, signaler }, moment.now) : null;
    if (flood !== null) return { how: "refused", refusal: flood, signal: null };
    const drafted = receive({ event, code: await freeCode(), signaler, net, verdict: provisional }, moment);
    const { urgency } = drafted.signal;
    // What can not wait does not wait for the classifier.
    if (urgency === "acute" || urgency === "urgent")
      askFirst(drafted, assignment(drafted.signal, moment), moment);
    return drafted;
  }

  async function freeCode(): Promise<string> {
    for (;;) {
      const code = newCode();
      if ((await store.findByCode(code)) === null) return code;
    }
  }

  async function act(event: SignalAct, from?: Timer): Promise<Draft | Answer> {
    const signal = await store.load(event.signal);
    if (signal === null) return { how: "refused", refusal: "unknown_signal", signal: null };
    if (!mayDo(signal, event.by, event.type, directory))
      return { how: "refused", refusal: "not_yours", signal };
    if (isDoneAlready(signal, event)) return { how: "seen", signal };
    const moment = momentFor(signal, await momentNow(from));
    const refusal = refusalOf(signal, event) ?? recipientRefusal(signal, event, moment);
    if (refusal !== null)
      return event.by.as === "system" ? { how: "nothing" } : { how: "refused", refusal, signal };
    const drafted = decide(signal, event, moment);
    if (drafted === null) return nothingNew(event, moment);
    whoIsOnDuty(signal, drafted, moment);
    whoIsThere(signal, drafted, moment);
    dateErasure(drafted, moment);
    if ("address" in event) await rememberAgain(drafted, event.address);
    return drafted;
  }

  /** A second reader may see more in it. No decision: one without a line in the event log would look like a line taken away. */
  async function nothingNew({ type, key, signal }: SignalAct, { now }: Moment): Promise<Answer> {
    if (secondReader === "asked" && (type === "classified" || type === "not_classified"))
      await store.addTimer({ id: derivedId(key, "second"), dueAt: now, signal, ...secondOpinion });
    return { how: "nothing" };
  }

  /** Who gets it must be someone who may: not where it comes from, not who only reads numbers. */
  function recipientRefusal(signal: Signal, event: SignalAct, moment: Moment): Refusal | null {
    if (event.type !== "handed_over" && event.type !== "consulted") return null;
    const as = event.type === "consulted" ? "consult" : "take";
    const id = event.type === "consulted" ? event.whom : event.to;
    const person = directory.people.find((one) => one.id === id);
    if (id !== null && (person === undefined || !mayReceive(signal, person, as, directory)))
      return "unknown_person";
    if (event.type === "consulted" || event.by.as !== "person") return null;
    return event.to !== null && isOneHopTooMany(signal, event.by.id, event.to, moment)
      ? "too_many_hops"
      : null;
  }

  /** The address may have gone with an earlier story; the signaler who speaks again must hear back again. */
  async function rememberAgain(drafted: Draft, address: Address): Promise<void> {
    const { signaler, report } = drafted.signal;
    if ((await store.signaler(signaler)) !== null) return;
    const { language, role, organisation } = report;
    drafted.remember({ id: signaler, address, language, role, organisation, vouched: false });
  }

  /** What just became acute, or urgent while the office is closed, is for whoever is on duty now, whoever had it before. */
  function whoIsOnDuty(before: Signal, drafted: Draft, moment: Moment): void {
    const { signal } = drafted;
    const isRaised = compareUrgency(signal.urgency, before.urgency) < 0;
    const isNight = !calendar.isOpen(moment.now) && rotaOf(moment.directory) === "rota";
    if (signal.stage !== "routed" || (before.stage !== "routed" && before.holder === null)) return;
    if (!isRaised || (signal.urgency !== "acute" && !(signal.urgency === "urgent" && isNight))) return;
    askNext(drafted, assignment(signal, moment), "raised");
  }

  /** What can not wait any longer is not left with a holder on leave. */
  function whoIsThere(before: Signal, drafted: Draft, moment: Moment): void {
    const { signal } = drafted;
    const { holder } = signal;
    if (holder === null || isPressing(before) || !isPressing(signal) || !isOnLeave(holder, moment)) return;
    const without = { ...signal, declined: [...signal.declined, holder] };
    release(drafted, holder, assignment(without, moment), moment);
  }

  function decide(signal: Signal, event: SignalAct, moment: Moment): Draft | null {
    const by = event.by.as === "person" ? event.by.id : event.by.as;
    switch (event.type) {
      case "classified":
      case "not_classified": {
        const drafted = takeClassification(signal, event, moment);
        if (drafted !== null) routeRead(signal, drafted, moment);
        return secondReader === "none" ? drafted : (drafted?.start(moment.now, secondOpinion) ?? null);
      }
      case "reread":
        return takeRereading(signal, event, moment);
      case "supplemented":
        if (signal.stage !== "closed") return supplement(signal, event, levelHeard(signal, event), moment);
        return openAgain(keepAddition(signal, event, moment).drafted, levelHeard(signal, event), moment);
      case "called":
        return noteCall(signal, event, moment);
      case "answered": {
        const level = levelHeard(signal, event);
        const drafted = answer(signal, event, level, moment);
        return signal.stage === "closed" && level !== null ? openAgain(drafted, level, moment) : drafted;
      }
      case "still_worried": {
        const level = higherOf(worryLevel(signal, moment.now), levelHeard(signal, event));
        if (signal.stage !== "closed") return worryOn(signal, event, level, moment);
        return openAgain(worryOn(signal, event, null, moment), level, moment);
      }
      case "withdrawn":
        return withdraw(signal, event, moment);
      case "accepted":
        return accept(signal, event, by, moment);
      case "declined": {
        const without = { ...signal, declined: [...signal.declined, by] };
        return decline(signal, event, by, { assignment: assignment(without, moment), moment });
      }
      case "handed_over": {
        const without = { ...signal, declined: [...signal.declined, by] };
        // After two hand-overs "let the system choose" is the coordinator.
        const to =
          event.to ??
          (isOneHopTooMany(signal, by, null, moment)
            ? (thereOf(directory.coordinators, moment)[0] ?? null)
            : null);
        return handOver(signal, { ...event, to }, by, { assignment: assignment(without, moment), moment });
      }
      case "consulted":
        return consult(signal, event, by, moment);
      case "consult_answered":
        return answerConsult(signal, event, by, moment);
      case "asked":
        return ask(signal, event, moment);
      case "feedback_given":
        return giveFeedback(signal, event, by, moment);
      case "corrected":
        return correct(signal, event, by, moment);
      case "waiting":
        return wait(signal, event, moment);
      case "outcome_set":
        return setOutcome(signal, event, by, moment);
      case "closed":
        return close(signal, event, by, moment);
      case "overdue":
        if (event.clock === "accept") return climb(signal, event, assignment(signal, moment), moment);
        return remind(signal, event, moment);
      case "erasure_due":
        return eraseStory(signal, event, moment);
      case "went_away": {
        const without = { ...signal, declined: [...signal.declined, event.person] };
        return goAway(signal, event, assignment(without, moment), moment);
      }
      case "unreachable":
        return passOver(signal, event, assignment(signal, moment), moment);
    }
  }

  /** Routed on the safety net's word, and the classifier says that it is about something else: who knows about that is asked too. */
  function routeRead(before: Signal, drafted: Draft, moment: Moment): void {
    const { signal } = drafted;
    const found = assignment(signal, moment);
    if (signal.stage === "received") return askFirst(drafted, found, moment);
    const isHeld = before.stage !== "routed" || before.holder !== null;
    if (!isHeld && leadingCategory(before) !== leadingCategory(signal)) askNext(drafted, found, "assigned");
  }

  /** A closed signal opens again: routed anew, at its own level or higher. */
  function openAgain(drafted: Draft, level: Urgency | null, moment: Moment): Draft {
    const urgency = higherOf(drafted.signal.urgency, level) ?? drafted.signal.urgency;
    const open: Signal = { ...drafted.signal, declined: [], urgency };
    return reopen(drafted, urgency, assignment(open, moment), moment);
  }

  return { handle };
}
