import type { Clock } from "#base/clock.ts";
import type { Log } from "#base/log.ts";
import type { ChatPlatform, Counter, Stop } from "#chat/platform.ts";
import type { Classifier } from "#classify/classifier.ts";
import { readSignal, wholeOf } from "#classify/read-signal.ts";
import { readNet } from "#classify/safety-net.ts";
import type { SecondReader } from "#classify/second-reader.ts";
import { openCounter } from "#counter/counter.ts";
import { type Answer, type Desk, openDesk } from "#desk.ts";
import { openInTray } from "#in-tray/in-tray.ts";
import { openCourier } from "#outbox/courier.ts";
import { type OutboxParts, openOutbox } from "#outbox/deliver.ts";
import { openPost, type Post } from "#post.ts";
import { availability } from "#route/availability.ts";
import { openSecondOpinions, type SecondOpinions } from "#second-opinions.ts";
import { platformOf } from "#signal/address.ts";
import type { Counted, Tally } from "#signal/counted.ts";
import type { Directory } from "#signal/directory.ts";
import type { SignalEvent } from "#signal/event.ts";
import { staffed } from "#signal/leave.ts";
import type { Timer } from "#signal/timer.ts";
import { type Calendar, openCalendar } from "#signal/working-time.ts";
import type { Store } from "#store/store.ts";
import { openErasureGuard } from "#timers/erasure-guard.ts";
import { openRunner, startHeartbeat } from "#timers/heartbeat.ts";
import { openLull } from "#timers/lull.ts";
import { onceADay } from "#timers/once-a-day.ts";
import { callLeave, callRoll, hasOpened } from "#timers/roll-call.ts";
import { leaseMs, wake } from "#timers/wake.ts";
import { type Compose, openDigests, openWeekly, type Weekly } from "#weekly.ts";

/** What a house is built from: everything that differs between a trial, a test, the demo and real use. */
export interface HouseParts {
  readonly store: Store;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly classifier: Classifier;
  /** A language model that reads along, later. Absent or null: none. */
  readonly secondReader?: SecondReader | null;
  readonly platforms: readonly ChatPlatform[];
  /** Where it is counted what happens, for whoever watches over the machine. Absent: nowhere. */
  readonly tally?: Tally;
  readonly log: Log;
  /** Where a week is composed; here where nothing is said. */
  readonly compose?: Compose;
}

/** Everything joined: desk and counter inside, doors around it, engines below. */
export interface House extends HouseParts {
  readonly calendar: Calendar;
  readonly desk: Desk;
  readonly counter: Counter;
  readonly weekly: Weekly;
  readonly post: Post;
  /** Null: there is no second reader. */
  readonly secondOpinions: SecondOpinions | null;
  /** Does everything that is due now, in order, until nothing is: for a clock that is turned by hand. */
  runDue(): Promise<void>;
  /** Lets the engines run by the second. */
  start(): Promise<Stop>;
  /** Calls back after every change that somebody can see. Gives the way to stop. */
  onChange(listener: () => void): () => void;
}

/** Builds the house. Nothing runs until `start` or `runDue`. */
export function openHouse(parts: HouseParts): House {
  const { store, directory, clock, classifier, log } = parts;
  const calendar = openCalendar(directory.hours);
  const listeners = new Set<() => void>();
  const lull = openLull();
  const timers = openRunner(() => wakeNow(), lull.reached, log);
  const taking = openRunner(() => inTray.work(), lull.reached, log);
  const outgoing = openRunner(() => delivered(courier.step()), lull.reached, log);
  let live = false;

  const staffedNow = async () => staffed(directory, await store.staffing());
  const onCommit = () => {
    for (const listener of listeners) listener();
    if (!live) return;
    timers.nudge();
    outgoing.nudge();
  };
  const typed = () => {
    if (live) taking.nudge();
  };
  const reader = parts.secondReader ?? null;
  const secondReader = reader === null ? "none" : "asked";
  const desk = told(openDesk({ store, clock, calendar, directory, secondReader, onCommit }), parts);
  const secondOpinions =
    reader === null ? null : openSecondOpinions({ store, desk, clock, classifier, reader, log });
  const weekly = openWeekly({ store, clock, directory, compose: parts.compose, onCommit });
  const behind = openCounter({
    desk,
    store,
    directory,
    calendar,
    clock,
    onCommit,
    week: () => weekly.latest("management"),
    raisesAlarm: (text) => readNet(text).level !== null,
    away: async () => {
      const next = calendar.nextOpening(clock.now());
      return (await staffedNow()).people
        .filter((one) => availability(one, next, calendar) !== "working")
        .map(({ id }) => id);
    },
  });
  // People at a door first, engines after them.
  const counter: Counter = {
    press: (press) => lull.ahead(() => behind.press(press)),
    async say(press) {
      await lull.ahead(() => inTray.put(press));
      typed();
    },
  };
  const post = openPost({ store, directory, calendar, clock });
  const inTray = openInTray({
    store,
    now: () => clock.now(),
    answer: behind.say,
    onStuck: async (press) => {
      await post.sayStuck(press);
      onCommit();
    },
    log,
  });
  const guard = openErasureGuard(store);
  const outboxParts: OutboxParts = {
    store,
    platforms: new Map(parts.platforms.map((platform) => [platform.name, platform])),
    addressesOf: post.addressesOf,
    render: (notice) => post.render(notice, clock.now()),
    onDead: async (notice) => {
      // A "could not be reached" that can not be brought itself is where telling ends. Of what was typed and taken in, the
      // receipt says it; the rest was only an answer.
      if (notice.body.kind === "unreachable" || notice.body.kind === "answer") return;
      const person = notice.to.to === "person" ? notice.to.id : notice.to.to;
      const key = `dead:${notice.id}`;
      if (notice.signal === null || person === "channel") return post.sayUnreachable(person, key);
      await desk.handle({ type: "unreachable", key, by: { as: "system" }, signal: notice.signal, person });
    },
    ...(parts.tally === undefined ? {} : { tally: parts.tally }),
    log,
  };
  const outbox = openOutbox(outboxParts);
  const courier = openCourier({ outbox, now: () => clock.now(), log });

  const digests = openDigests(weekly, { clock, log });
  const roll = onceADay(
    (now) => callRoll({ store, directory, calendar }, now, (event) => desk.handle(event)),
    log,
  );
  const planned = onceADay((now) => weekly.plan(now), log);
  const leave = onceADay(
    async (now) =>
      callLeave({ store, directory: await staffedNow(), calendar }, now, (event) => desk.handle(event)),
    log,
  );

  async function wakeNow(): Promise<number> {
    const now = clock.now();
    const reading = await guard.look(now);
    const today = calendar.localDate(now);
    // A clock that was put right since the start: Monday is not when it was.
    if (live) await planned(today, now);
    await roll(today, now);
    if (hasOpened(now, calendar)) await leave(today, now);
    return wake(store, (timer) => onTimer(timer, reading), now, log);
  }

  async function delivered(step: Promise<number>): Promise<number> {
    const count = await step;
    if (count > 0) for (const listener of listeners) listener();
    return count;
  }

  async function onTimer(
    timer: Timer,
    reading: Awaited<ReturnType<typeof guard.look>>,
  ): Promise<"settled" | "nothing" | "elsewhere"> {
    const by = { as: "system" } as const;
    const key = `timer:${timer.id}`;
    switch (timer.what) {
      case "classify": {
        const signal = await store.load(timer.signal);
        if (signal === null) return "nothing";
        const told = wholeOf(await store.passages(timer.signal, ["story", "addition"]));
        return settledBy(await desk.handle(await readSignal(signal, told, { classifier, key, log }), timer));
      }
      case "second_opinion":
        // Asked for by a house that had a second reader: this one has none.
        if (secondOpinions === null) return "nothing";
        secondOpinions.take(timer);
        return "elsewhere";
      case "clock":
        return settledBy(
          await desk.handle({ type: "overdue", key, by, signal: timer.signal, clock: timer.clock }, timer),
        );
      case "erase":
        if (reading.erasing === "held") {
          await store.addTimer({ ...timer, id: `${timer.id}+`, dueAt: reading.until });
          await post.sayErasureHeld(reading);
          return "nothing";
        }
        return settledBy(await desk.handle({ type: "erasure_due", key, by, signal: timer.signal }, timer));
      case "digest":
        digests.take(timer, clock.now() + leaseMs);
        return "elsewhere";
    }
  }

  return {
    ...parts,
    calendar,
    desk,
    counter,
    weekly,
    post,
    secondOpinions,
    async runDue() {
      const woken = async () => {
        const count = await wakeNow();
        await digests.idle();
        return count;
      };
      while ((await inTray.work()) + (await woken()) + (await delivered(outbox.deliver(clock.now()))) > 0);
    },
    async start() {
      live = true;
      await weekly.plan();
      const stopBeat = startHeartbeat(() => {
        typed();
        timers.nudge();
        outgoing.nudge();
      });
      typed();
      onCommit();
      return async () => {
        live = false;
        await stopBeat();
        await Promise.all([
          secondOpinions?.rest(),
          digests.rest(),
          taking.rest(),
          timers.rest(),
          outgoing.rest(),
        ]);
      };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The desk, with a line in the log for each event that was committed: which signal, what happened, where it stands; and counted. */
function told(desk: Desk, { log, tally }: Pick<HouseParts, "log" | "tally">): Desk {
  return {
    async handle(event, from) {
      const answer = await desk.handle(event, from);
      const counted = countedOf(event, answer);
      if (counted !== null) tally?.note(counted);
      if (answer.how !== "done") return answer;
      const { id, stage } = answer.signal;
      const message = event.type === "erasure_due" ? "A story was erased." : "An event was committed.";
      log.info(message, { event: event.type, signal: id, stage });
      return answer;
    },
  };
}

function countedOf(event: SignalEvent, { how }: Answer): Counted | null {
  if (event.type === "reported")
    return { what: "report", platform: platformOf(event.address), how: outcomes[how] };
  return event.type === "overdue" && event.clock === "accept" && how === "done"
    ? { what: "escalation" }
    : null;
}

const outcomes = {
  done: "received",
  seen: "repeated",
  nothing: "repeated",
  refused: "refused",
  cry: "cry",
} as const satisfies Record<Answer["how"], string>;

/** A commit settles its timer; where there was nothing to commit, the timer still has to be settled. */
function settledBy(answer: { readonly how: string }): "settled" | "nothing" {
  return answer.how === "done" || answer.how === "seen" ? "settled" : "nothing";
}
