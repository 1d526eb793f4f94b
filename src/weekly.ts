import type { Clock } from "#base/clock.ts";
import { derivedId } from "#base/ids.ts";
import type { Log } from "#base/log.ts";
import { composeDigest, windowsOf } from "#digest/compose.ts";
import { publishedOf } from "#digest/published.ts";
import { digestDue, nextWeek, previousWeek, weekOf } from "#digest/week.ts";
import { coverageGaps } from "#route/coverage.ts";
import { emptyDecision } from "#signal/decision.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Directory } from "#signal/directory.ts";
import type { Notice, Recipient } from "#signal/notice.ts";
import type { Instant } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";
import type { Store } from "#store/store.ts";
import { type Lane, openLane } from "#timers/lane.ts";
import { longestWorkMs } from "#timers/wake.ts";

type Audience = DigestNumbers["audience"];

/** The week in numbers: composed from the store, published once, posted on Monday. */
export interface Weekly {
  /** The week as this audience may see it: as published, or composed now. */
  numbers(week: string, audience: Audience): Promise<DigestNumbers>;
  /** Posts a week's digest, once, and sets the timer for the next. Also with zero signals. */
  post(timer: Timer & { what: "digest" }): Promise<void>;
  /** Makes sure that the Monday after this instant (left out: now) is waited for; harmless to repeat. */
  plan(now?: Instant): Promise<void>;
  /** The last week that was published; before the first, the last week that is over. */
  latest(audience: Audience): Promise<DigestNumbers>;
}

/** The numbers of a week, composed from the facts as they are now. */
export type Compose = (week: string, audience: Audience) => Promise<DigestNumbers>;

/** How many weeks back a digest looks: its trend. */
const trendWeeks = 8;

/** Composes from this store, here and now. */
export function composeFrom({ store, directory }: { store: Store; directory: Directory }): Compose {
  return async (week, audience) => {
    const published = await earlierWeeks(store, week, audience);
    const { arrivals, outcomes, clocks, closedSince } = windowsOf(
      week,
      publishedOf(published, audience, week),
    );
    return composeDigest({
      week,
      audience,
      directory,
      facts: {
        arrivals: await store.arrivals(arrivals.from, arrivals.until),
        outcomes: await store.outcomesSet(outcomes.from, outcomes.until),
        clocks: await store.clocksEnded(clocks.from, clocks.until),
        open: await store.openFacts(),
        closedSince: await store.closedSince(closedSince),
      },
      coverage: coverageGaps(directory),
      published,
    });
  };
}

/** What was published of the weeks of the trend before this one, oldest first. */
async function earlierWeeks(store: Store, week: string, audience: Audience): Promise<DigestNumbers[]> {
  const found: DigestNumbers[] = [];
  let before = week;
  for (let back = 0; back < trendWeeks; back++) {
    before = previousWeek(before);
    const published = await store.publishedWeek(before, audience);
    if (published !== null) found.unshift(published);
  }
  return found;
}

/**
 * Opens the weekly round over this store. `onCommit` is called after a digest was posted. `compose`: where composing takes
 * place, for it can be long (start/side-thread.ts).
 */
export function openWeekly(parts: {
  store: Store;
  clock: Clock;
  directory: Directory;
  compose?: Compose | undefined;
  onCommit: () => void;
}): Weekly {
  const { store, clock, directory } = parts;
  const compose = parts.compose ?? composeFrom(parts);

  const numbers: Compose = async (week, audience) =>
    (await store.publishedWeek(week, audience)) ?? compose(week, audience);

  async function post(timer: Timer & { what: "digest" }): Promise<void> {
    const { week } = timer;
    const team = await published(week, "team");
    const management = await published(week, "management");
    await store.commit({
      ...emptyDecision(`digest:${week}`),
      notices: posts(team, management),
      timers: [monday(nextWeek(week))],
      settles: timer.id,
    });
    parts.onCommit();
  }

  /** Published before posted: what people saw and what later weeks build on are the same numbers, also where another was faster. */
  async function published(week: string, audience: Audience): Promise<DigestNumbers> {
    const counted = await numbers(week, audience);
    await store.publishWeek(counted);
    return (await store.publishedWeek(week, audience)) ?? counted;
  }

  function posts(team: DigestNumbers, management: DigestNumbers): Notice[] {
    const { managers, coordinators, digest } = directory;
    const channel = (address: string): Recipient => ({ to: "channel", address });
    return [
      ...managers.map((id) => notice({ to: "person", id }, management)),
      // Coordinators belong to the handling team: they see its own counts.
      ...coordinators.filter((id) => !managers.includes(id)).map((id) => notice({ to: "person", id }, team)),
      ...digest.managementChannels.map((address) => notice(channel(address), management)),
      ...digest.teamChannels.map((address) => notice(channel(address), team)),
    ];
  }

  function notice(to: Recipient, shown: DigestNumbers): Notice {
    return {
      id: derivedId("digest", shown.week, JSON.stringify(to)),
      to,
      signal: null,
      slot: null,
      urgent: false,
      dueAt: clock.now(),
      body: { kind: "digest", numbers: shown, audience: shown.audience },
    };
  }

  return {
    numbers,
    post,
    plan: (now = clock.now()) => store.addTimer(monday(weekOf(now))),
    async latest(audience) {
      const last = previousWeek(weekOf(clock.now()));
      // Between Sunday night and Monday eight o'clock the new week is not out: live numbers beside frozen ones would tell too much.
      const published = await store.publishedWeek(last, audience);
      return published ?? (await earlierWeeks(store, last, audience)).at(-1) ?? numbers(last, audience);
    },
  };
}

/** The timer of a week's digest: one per week, whoever asks for it. */
function monday(week: string): Timer {
  return { id: `digest:${week}`, dueAt: digestDue(week), what: "digest", week };
}

/** The digests that are due, in a lane of their own: to count a week takes long, and no clock waits for it. */
export function openDigests(weekly: Pick<Weekly, "post">, { clock, log }: { clock: Clock; log: Log }): Lane {
  return openLane({
    async work(timer) {
      if (timer.what !== "digest") return;
      await weekly.post(timer);
      log.info("The digest was posted.", { week: timer.week });
    },
    atOnce: 1,
    longestMs: longestWorkMs,
    clock,
    log,
  });
}
