import type { Clock } from "#base/clock.ts";
import { TeamsProblem } from "#chat/teams/errors.ts";

/** At most so many in so many milliseconds. */
interface Bound {
  readonly most: number;
  readonly ms: number;
}

const second = 1_000;
const hour = 3_600_000;

/**
 * What Teams takes per conversation is 7 in a second, 8 in two, 60 in thirty, 1,800 in an hour (msteams-docs, rate-limit.md;
 * "for estimation only"). Calm messages leave room for acute ones, and both stay a little below.
 */
const bounds: Readonly<Record<"acute" | "calm", readonly Bound[]>> = {
  acute: [
    { most: 6, ms: second },
    { most: 7, ms: 2 * second },
    { most: 55, ms: 30 * second },
    { most: 1_700, ms: hour },
  ],
  calm: [
    { most: 4, ms: second },
    { most: 5, ms: 2 * second },
    { most: 40, ms: 30 * second },
    { most: 1_300, ms: hour },
  ],
};
/** Over all conversations of one organisation Teams takes 30 a second. */
const boundsOfAll: readonly Bound[] = [{ most: 25, ms: second }];
/** Calm messages that wait for that come so far apart, a little slower, so that who comes late finds room. */
const apartMs = 45;

/** While Teams asks one conversation to wait, calls go one at a time: this long they wait for each other. */
const turnMs = 250;
/** Everybody waits so long at most for what two conversations were asked: one danger may be for a third. */
const longestForAllMs = 60_000;
/** A turn that nobody came back for. */
const lapsedMs = 600_000;

/** Beyond so many places, those where nothing happened lately are forgotten. */
const rememberedPlaces = 2_000;

/** Who may send when, so that Teams does not have to ask us to wait. */
export interface Pace {
  /**
   * Asks leave to send this notice to this place now; gives what must be called when it is over. Throws Problem `retry`
   * with the time until its turn, which is kept for it. An acute message does not wait behind the others.
   */
  enter(place: string, notice: string, lane: "acute" | "calm"): () => void;
  /** Teams asked us to wait (429): this place rests so long; with a second one that was asked everything does, for a minute at most. */
  hold(place: string, ms: number): void;
}

interface Place {
  /** Turns given out, by notice. */
  readonly turns: Readonly<Record<"acute" | "calm", Map<string, number>>>;
  /** What was really sent, in the last hour. */
  sent: number[];
  heldUntil: number;
}

/** Opens the pace of one bot. */
export function openPace(clock: Clock): Pace {
  const places = new Map<string, Place>();
  let sentToAll: number[] = [];
  /** The first turn that is free where many wait, at whatever place: without it all of them would come back at once. */
  let nextOfAll = 0;
  let allHeldUntil = 0;
  /** Until then some place rests. */
  let anyHeldUntil = 0;
  let tidyAt = rememberedPlaces;
  let calls = 0;
  let latest = 0;

  function placeOf(name: string): Place {
    const known = places.get(name);
    if (known !== undefined) return known;
    const fresh = { turns: { acute: new Map(), calm: new Map() }, sent: [], heldUntil: 0 };
    places.set(name, fresh);
    return fresh;
  }

  /** The time; when it was set back, what we knew is worth nothing. */
  function timeNow(): number {
    const now = clock.now();
    if (now < latest - second) {
      places.clear();
      sentToAll = [];
      nextOfAll = 0;
      allHeldUntil = 0;
      anyHeldUntil = 0;
    }
    latest = now;
    return now;
  }

  /** Forgets places of which there is nothing to know any more. Looks as often as the list has doubled: sending costs the same in a city. */
  function tidy(now: number): void {
    if (places.size < tidyAt) return;
    for (const [name, { sent, heldUntil, turns }] of places) {
      const isQuiet = (sent.at(-1) ?? 0) < now - hour && heldUntil <= now;
      if (isQuiet && turns.acute.size === 0 && turns.calm.size === 0) places.delete(name);
    }
    tidyAt = Math.max(rememberedPlaces, 2 * places.size);
  }

  /** The turn of one calm message more among all places; now where nobody waits. */
  function turnOfAll(now: number): number {
    const turn = Math.max(nextOfAll, earliest(sentToAll, boundsOfAll, now));
    if (turn > now) nextOfAll = turn + apartMs;
    return turn;
  }

  return {
    enter(name, notice, lane) {
      const now = timeNow();
      const place = placeOf(name);
      const held = Math.max(place.heldUntil, allHeldUntil);
      if (held > now) throw waits(held - now);
      place.sent = within(hour, place.sent, now);
      sentToAll = within(second, sentToAll, now);
      const turns = place.turns[lane];
      const turn =
        turns.get(notice) ??
        reserved(turns, notice, {
          sent: place.sent,
          bounds: bounds[lane],
          now,
          notBefore: lane === "acute" ? now : turnOfAll(now),
        });
      // Those who come late for their turn do not come all at once.
      const free = Math.max(
        turn,
        earliest(place.sent, bounds[lane], now),
        earliest(sentToAll, boundsOfAll, now),
      );
      if (free > now) throw waits(free - now);
      if (calls > 0 && anyHeldUntil > now) throw waits(turnMs);
      turns.delete(notice);
      place.sent.push(now);
      sentToAll.push(now);
      calls += 1;
      tidy(now);
      return () => {
        calls -= 1;
      };
    },
    hold(name, ms) {
      const now = timeNow();
      const place = placeOf(name);
      const isSecond = [...places].some(([other, { heldUntil }]) => other !== name && heldUntil > now);
      place.heldUntil = Math.max(place.heldUntil, now + ms);
      anyHeldUntil = Math.max(anyHeldUntil, now + ms);
      place.turns.acute.clear();
      place.turns.calm.clear();
      if (!isSecond) return;
      const longest = Math.max(...[...places.values()].map(({ heldUntil }) => heldUntil));
      allHeldUntil = Math.max(allHeldUntil, Math.min(longest, now + longestForAllMs));
    },
  };
}

function within(ms: number, times: readonly number[], now: number): number[] {
  return times.filter((at) => at > now - ms);
}

/** The first instant, not before now, at which one more stays within all bounds; `times` in order. */
function earliest(times: readonly number[], limits: readonly Bound[], now: number): number {
  return limits.reduce(
    (free, { most, ms }) => Math.max(free, (times.at(-most) ?? Number.NEGATIVE_INFINITY) + ms),
    now,
  );
}

/** Gives the notice the next free turn in its line, behind everybody who waits there. */
function reserved(
  turns: Map<string, number>,
  notice: string,
  from: {
    readonly sent: readonly number[];
    readonly bounds: readonly Bound[];
    readonly now: number;
    readonly notBefore: number;
  },
): number {
  for (const [other, turn] of turns) if (turn < from.now - lapsedMs) turns.delete(other);
  const waiting = [...turns.values()].sort((a, b) => a - b);
  const turn = Math.max(
    from.notBefore,
    waiting.at(-1) ?? from.now,
    earliest(
      [...from.sent, ...waiting].sort((a, b) => a - b),
      from.bounds,
      from.now,
    ),
  );
  turns.set(notice, turn);
  return turn;
}

function waits(retryAfterMs: number): TeamsProblem {
  return new TeamsProblem("retry", "Teams takes some messages a second for each reader: this one waits.", {
    reason: "pace",
    retryAfterMs,
  });
}
