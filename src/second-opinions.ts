import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import type { Classifier } from "#classify/classifier.ts";
import { wholeOf } from "#classify/read-signal.ts";
import { rereadSignal } from "#classify/reread.ts";
import type { SecondAnswer, SecondReader } from "#classify/second-reader.ts";
import type { Desk } from "#desk.ts";
import { openTally, type SecondTally } from "#second-tally.ts";
import { isAdmitted } from "#signal/lifecycle.ts";
import type { SignalId } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";
import type { Store } from "#store/store.ts";
import { openLane } from "#timers/lane.ts";
import { leaseMs, longestWorkMs } from "#timers/wake.ts";

type Due = Extract<Timer, { what: "second_opinion" }>;

/** A model of one's own reads few at a time; of a service nobody wants to be a flood. */
const mostAtOnce = 3;
const minute = 60_000;
/** After a failure that may pass it is asked again so much later; after the last it is given up. */
const waitsMs = [minute, 10 * minute];
const longestWaitMs = 60 * minute;

/** The second reader at work, beside everything else. */
export interface SecondOpinions {
  /** Takes over a timer that was leased just now. */
  take(timer: Due): void;
  state(): "on" | "off";
  tally(): Promise<SecondTally>;
  /** Resolves when nobody is asked any more: for a clock that is turned by hand. */
  idle(): Promise<void>;
  /** For good. Whoever is being asked is not waited for. */
  rest(): Promise<void>;
}

/** What it works with. */
export interface SecondParts {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly classifier: Classifier;
  readonly reader: SecondReader;
  readonly log: Log;
}

/** Opens it. What the reader says becomes an event; whatever goes wrong, what was read without it stands. */
export function openSecondOpinions(parts: SecondParts): SecondOpinions {
  const { store, desk, clock, classifier, reader, log } = parts;
  const counted = openTally(store);
  const lane = openLane({
    work: (timer, abort) => reread(timer as Due, abort),
    atOnce: mostAtOnce,
    // Shorter than a lease, whatever the settings say.
    longestMs: Math.min(reader.longestMs, longestWorkMs),
    clock,
    log,
  });
  let ended = false;

  async function reread(timer: Due, abort: AbortSignal): Promise<void> {
    const text = await textOf(timer.signal);
    if (text === null) return store.settleTimer(timer.id);
    const answer = await orGivenUp(reader.read(text, abort), abort);
    // The house stops: the timer comes back at the next start.
    if (ended) return;
    await counted.add(changeBy(answer));
    if (answer.how === "read") return told(timer, text, answer);
    if (answer.how === "failed") await again(timer, answer);
    await store.settleTimer(timer.id);
  }

  /** What there is to read; null: nothing, or nobody needs it any more. */
  async function textOf(id: SignalId): Promise<string | null> {
    const signal = await store.load(id);
    if (signal === null || signal.story === null || !isAdmitted(signal, "reread")) return null;
    return wholeOf(await store.passages(id, ["story", "addition"]));
  }

  async function told(
    timer: Due,
    text: string,
    { classification: second }: Extract<SecondAnswer, { how: "read" }>,
  ): Promise<void> {
    const signal = await store.load(timer.signal);
    if (signal === null) return store.settleTimer(timer.id);
    const reading = await rereadSignal(signal, text, { classifier, second });
    // The same for every try: two answers to one question are one event.
    const key = `reread:${timer.id.replace(/\++$/, "")}`;
    const answer = await desk.handle(
      { type: "reread", key, by: { as: "system" }, signal: signal.id, reading },
      timer,
    );
    if (answer.how !== "done") await store.settleTimer(timer.id);
  }

  async function again(timer: Due, { againMs, error }: Extract<SecondAnswer, { how: "failed" }>) {
    const wait = waitsMs[timer.tries];
    const { signal, tries } = timer;
    log.info("The second reader gave no answer; what was read without it stands.", {
      signal,
      attempt: tries + 1,
      error,
    });
    if (wait === undefined || againMs === null) return;
    const dueAt = clock.now() + Math.min(Math.max(wait, againMs), longestWaitMs);
    await store.addTimer({ ...timer, id: `${timer.id}+`, dueAt, tries: tries + 1 });
  }

  return {
    take: (timer) => lane.take(timer, clock.now() + leaseMs),
    state: () => (reader.isOff() ? "off" : "on"),
    tally: counted.now,
    idle: lane.idle,
    rest() {
      ended = true;
      return lane.rest();
    },
  };
}

/** A reader that does not listen to `abort`, or that throws after all, is not waited for. */
async function orGivenUp(answer: Promise<SecondAnswer>, abort: AbortSignal): Promise<SecondAnswer> {
  const aborted = Promise.withResolvers<SecondAnswer>();
  const end = () => aborted.resolve({ how: "failed", againMs: 0, error: "too slow" });
  abort.addEventListener("abort", end, { once: true });
  if (abort.aborted) end();
  try {
    return await Promise.race([answer, aborted.promise]);
  } catch (thrown) {
    return { how: "failed", againMs: null, error: errorName(thrown) };
  } finally {
    abort.removeEventListener("abort", end);
  }
}

function changeBy({ how }: SecondAnswer): Partial<SecondTally> {
  if (how === "read") return { asked: 1, answered: 1 };
  return how === "failed" ? { asked: 1, failed: 1 } : { [how]: 1 };
}
