import type { Clock } from "#base/clock.ts";
import { Problem } from "#base/problem.ts";

/** Slack takes about one message per second for each channel, and short bursts (docs.slack.dev, rate limits). */
const stepMs = 1_000;
const burst = 3;
const slackMs = (burst - 1) * stepMs;
/** While Slack asks one reader's messages to wait, calls go one at a time: this long they wait for each other. */
const turnMs = 250;
/** Everybody waits so long at most for what two readers were asked: one danger may be for a third. */
const longestForAllMs = 60_000;
/** A place in line that nobody came back for. */
const lapsedMs = 600_000;
/** Beyond so many places, those where nothing happened lately are forgotten. */
const rememberedPlaces = 2_000;

/** Who may send when, so that Slack does not have to ask us to wait. */
export interface Pace {
  /**
   * Asks leave to send this notice to this place now; gives what must be called when it is over. Throws Problem `retry`
   * with the time until its turn, which is kept for it. An acute message does not wait behind the others.
   */
  enter(place: string, notice: string, lane: "acute" | "calm"): () => void;
  /** Slack asked us to wait (429): this place rests so long; with a second one that was asked everything does, for a minute at most. */
  hold(place: string, ms: number): void;
}

/** One line of waiting: reserved turns, and what was really sent. */
interface Line {
  /** Turns given out up to here. */
  planned: number;
  readonly turns: Map<string, number>;
}

interface Place {
  readonly calm: Line;
  readonly acute: Line;
  /** What was really sent up to here: also those who come late for their turn do not come all at once. */
  sent: number;
  heldUntil: number;
}

/** Opens the pace of one workspace. */
export function openPace(clock: Clock): Pace {
  const places = new Map<string, Place>();
  let allHeldUntil = 0;
  /** Until then some place rests. */
  let anyHeldUntil = 0;
  let forgetAt = rememberedPlaces;
  let calls = 0;
  let latest = 0;

  function placeOf(name: string): Place {
    const known = places.get(name);
    if (known !== undefined) return known;
    const line = (): Line => ({ planned: 0, turns: new Map() });
    const fresh = { calm: line(), acute: line(), sent: 0, heldUntil: 0 };
    places.set(name, fresh);
    return fresh;
  }

  /** Forgets places of which there is nothing to know any more. Looks as often as the list has doubled: sending costs the same in a city. */
  function forgetQuiet(now: number): void {
    if (places.size < forgetAt) return;
    for (const [name, place] of places) if (isQuiet(place, now)) places.delete(name);
    forgetAt = Math.max(rememberedPlaces, 2 * places.size);
  }

  /** The time; when it was set back, what we knew is worth nothing. */
  function timeNow(): number {
    const now = clock.now();
    if (now < latest - stepMs) {
      places.clear();
      allHeldUntil = 0;
      anyHeldUntil = 0;
    }
    latest = now;
    return now;
  }

  /** Nothing goes before then, and from then on one at a time. */
  function rest(place: Place, until: number): void {
    for (const line of [place.calm, place.acute]) {
      line.turns.clear();
      line.planned = Math.max(line.planned, until + slackMs);
    }
    place.sent = Math.max(place.sent, until + slackMs);
  }

  return {
    enter(name, notice, lane) {
      const now = timeNow();
      forgetQuiet(now);
      const place = placeOf(name);
      const line = place[lane];
      const held = Math.max(place.heldUntil, allHeldUntil);
      if (held > now) throw waits(held - now);
      const turn = line.turns.get(notice) ?? reserved(line, notice, now);
      // An acute one may go on top of the others, within its own bound.
      const free = lane === "acute" ? turn : Math.max(turn, place.sent - slackMs);
      if (free > now) throw waits(free - now);
      if (anyHeldUntil > now && calls > 0) throw waits(turnMs);
      line.turns.delete(notice);
      place.sent = Math.max(place.sent, now) + stepMs;
      calls += 1;
      return () => {
        calls -= 1;
      };
    },
    hold(name, ms) {
      const now = timeNow();
      const until = now + ms;
      const place = placeOf(name);
      const isSecond = [...places].some(([other, { heldUntil }]) => other !== name && heldUntil > now);
      place.heldUntil = Math.max(place.heldUntil, until);
      anyHeldUntil = Math.max(anyHeldUntil, until);
      rest(place, place.heldUntil);
      if (!isSecond) return;
      const longest = Math.max(...[...places.values()].map(({ heldUntil }) => heldUntil));
      allHeldUntil = Math.max(allHeldUntil, Math.min(longest, now + longestForAllMs));
      for (const one of places.values()) rest(one, allHeldUntil);
    },
  };
}

/** Nothing is planned or held here, and a burst would be allowed: as if it were new. */
function isQuiet({ calm, acute, sent, heldUntil }: Place, now: number): boolean {
  const over = Math.max(sent, heldUntil, calm.planned, acute.planned);
  return over < now && calm.turns.size === 0 && acute.turns.size === 0;
}

/** Gives the notice the next free turn in the line. */
function reserved(line: Line, notice: string, now: number): number {
  for (const [other, turn] of line.turns) if (turn < now - lapsedMs) line.turns.delete(other);
  const turn = Math.max(now, line.planned - slackMs);
  line.planned = Math.max(line.planned, now) + stepMs;
  line.turns.set(notice, turn);
  return turn;
}

function waits(retryAfterMs: number): Problem {
  return new Problem("retry", "Slack takes about one message per second for each reader: this one waits.", {
    retryAfterMs,
  });
}
