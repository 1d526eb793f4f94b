import { errorName, type Log } from "#base/log.ts";
import { type Ailment, type Cured, illnesses } from "#signal/ailment.ts";
import type { Instant } from "#signal/signal.ts";
import type { Store } from "#store/store.ts";
import { ailmentsIn, lingeringIn, nameOf } from "#watch/ailments.ts";
import { type Course, type News, openCourse } from "#watch/course.ts";
import type { Look, Looking } from "#watch/look.ts";
import type { Ping } from "#watch/ping.ts";

/** What the watch needs. */
export interface WatchParts {
  readonly look: Looking;
  readonly store: Pick<Store, "recall" | "remember">;
  /** Tells the coordinators, on these platforms. False: nobody could be told. Never throws. */
  readonly tell: (news: News, on: readonly string[], now: Instant) => Promise<boolean>;
  /** Null: nobody outside waits for a sign of life. */
  readonly ping: Ping | null;
  readonly log: Log;
}

/** Watches whether Voelspriet itself is well, and tells a human when it is not. */
export interface Watch {
  /** Before anything else is written: how long the program was away. */
  begin(now: Instant): Promise<void>;
  /** To be called each half minute. Never throws. */
  beat(): Promise<void>;
}

const minute = 60_000;
/** A restart takes less. */
const longAway = 10 * minute;
const slowStart = 3 * minute;
const pingEveryMs = minute - 1_000;
const knownSetting = "watch.known";

/** Opens the watch. It reads nothing before `begin`. */
export function openWatch({ look, store, tell, ping, log }: WatchParts): Watch {
  let course: Course = openCourse();
  let away: Cured | null = null;
  let begun: Instant = 0;
  let pinged = Number.NEGATIVE_INFINITY;
  let kept = "[]";
  /** Of what the log has a line. */
  const logged = new Set<string>();

  async function keepKnown(): Promise<void> {
    const known = JSON.stringify(course.known());
    if (known === kept) return;
    try {
      await store.remember(knownSetting, known);
      kept = known;
    } catch (thrown) {
      log.error("What was told of an illness could not be kept.", { error: errorName(thrown) });
    }
  }

  async function tellNews(news: News, { at, platforms }: Look): Promise<void> {
    for (const ailment of news.ill) logIll(ailment);
    const { ill } = news;
    const back = backNow(platforms, at);
    const well = back === null ? news.well : [...news.well, back];
    if (ill.length + well.length === 0) return;
    const on = Object.entries(platforms).flatMap(([name, { ready }]) => (ready ? [name] : []));
    if (!(await tell({ ill, well }, on, at))) {
      for (const { what } of ill) {
        if (logged.has(`untold ${what}`)) continue;
        logged.add(`untold ${what}`);
        log.error("Nobody can be told that Voelspriet is ill; it is tried again.", { kind: what });
      }
      return;
    }
    for (const ailment of well) logWell(ailment);
    course.told(news, at);
    if (back !== null) away = null;
  }

  /** That it was away: once everybody can be told, or at least somebody after a while. */
  function backNow(platforms: Look["platforms"], at: Instant): Cured | null {
    const all = Object.values(platforms).every(({ ready }) => ready);
    return away !== null && (all || at - away.until > slowStart) ? away : null;
  }

  function logIll(ailment: Ailment): void {
    const name = nameOf(ailment);
    if (logged.has(name)) return;
    logged.add(name);
    const { what, platform } = ailment;
    log.error("Voelspriet is ill.", { kind: what, ...(platform === null ? {} : { platform }) });
  }

  function logWell({ what, platform, since, until }: Cured): void {
    logged.delete(nameOf({ what, platform }));
    logged.delete(`untold ${what}`);
    const facts = { kind: what, ms: until - since, ...(platform === null ? {} : { platform }) };
    log.warn(what === "stopped" ? "Voelspriet was away." : "Voelspriet is well again.", facts);
  }

  return {
    async begin(now) {
      begun = now;
      try {
        kept = (await store.recall(knownSetting)) ?? "[]";
        course = openCourse(knownIn(kept));
        const last = Number((await store.recall("health.looked")) ?? Number.NaN);
        if (now - last >= longAway) away = { what: "stopped", platform: null, since: last, until: now };
      } catch (thrown) {
        log.error("What an earlier life of the program told could not be read.", {
          error: errorName(thrown),
        });
      }
    },
    async beat() {
      const found = await look();
      const ailments = ailmentsIn(found);
      const lingering = lingeringIn(found, found.at - begun);
      await tellNews(course.news(ailments, found.at, lingering), found);
      await keepKnown();
      if (ping === null || ailments.length > 0 || Math.abs(found.at - pinged) < pingEveryMs) return;
      pinged = found.at;
      // Not waited for: the next look does not wait for somebody outside.
      void ping();
    },
  };
}

/** What was kept. Something else is nothing: it is only for not telling twice. */
function knownIn(text: string): Ailment[] {
  try {
    const known: unknown = JSON.parse(text);
    return Array.isArray(known) ? known.filter(isAilment) : [];
  } catch {
    return [];
  }
}

function isAilment(one: unknown): one is Ailment {
  if (typeof one !== "object" || one === null) return false;
  return "what" in one && illnesses.some((what) => what === one.what) && "platform" in one && "since" in one;
}
