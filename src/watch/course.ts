import type { Ailment, Cured } from "#signal/ailment.ts";
import type { Instant } from "#signal/signal.ts";
import { nameOf } from "#watch/ailments.ts";

const minute = 60_000;
/** What passes by itself within this is not told. */
const holdMs = minute;
/** Well again is said when it has stayed away for so long. */
const calmMs = 2 * minute;
/** The same illness is not told again sooner, however often it comes and goes. */
const quietMs = 15 * minute;
/** After a longer time without a look nothing is known of what was seen before. */
const asleepMs = 5 * minute;

/** What a human has to hear now. */
export interface News {
  readonly ill: readonly Ailment[];
  readonly well: readonly Cured[];
}

/** The course of illnesses: each is told once, and that it is over once. */
export interface Course {
  /**
   * What is news, of what was found now. It stays news until it was told. `lingering`: names of what is perhaps no illness, but
   * is not over either.
   */
  news(found: readonly Ailment[], now: Instant, lingering?: ReadonlySet<string>): News;
  told(news: News, now: Instant): void;
  /** What humans know of, and have not heard that it is over: to be kept over a restart. */
  known(): readonly Ailment[];
}

interface Case {
  readonly ailment: Ailment;
  /** Since when it is seen without a break; null: a human has heard of it. */
  readonly seen: Instant | null;
  /** When it was last not seen any more; null: it is there. */
  readonly gone: Instant | null;
}

/** Opens it. `known`: what humans heard of in an earlier life of the program. */
export function openCourse(known: readonly Ailment[] = []): Course {
  const cases = new Map<string, Case>(
    known.map((ailment) => [nameOf(ailment), { ailment, seen: null, gone: null }]),
  );
  const quietUntil = new Map<string, Instant>();
  let last: Instant | null = null;

  function follow(found: readonly Ailment[], now: Instant, lingering: ReadonlySet<string>): void {
    const asleep = last !== null && (now < last || now - last > asleepMs);
    last = now;
    const there = new Map(found.map((ailment) => [nameOf(ailment), ailment]));
    for (const [name, one] of cases) {
      if (there.has(name)) cases.set(name, { ...one, gone: null, seen: seenSince(one, asleep, now) });
      else if (one.seen !== null) cases.delete(name);
      else if (lingering.has(name)) cases.set(name, { ...one, gone: null });
      else cases.set(name, { ...one, gone: asleep ? now : (one.gone ?? now) });
    }
    for (const [name, ailment] of there)
      if (!cases.has(name)) cases.set(name, { ailment, seen: now, gone: null });
  }

  const isFree = (name: string, now: Instant) => now >= (quietUntil.get(name) ?? 0);

  function isLasting([name, { seen }]: [string, Case], now: Instant): boolean {
    return seen !== null && now - seen >= holdMs && isFree(name, now);
  }

  return {
    news(found, now, lingering = new Set()) {
      follow(found, now, lingering);
      const all = [...cases];
      const lasting = all.some((one) => isLasting(one, now));
      return {
        // With the first that lasts go the others that are there: one cause often shows in several.
        ill: all
          .filter(([name, { seen }]) => lasting && seen !== null && isFree(name, now))
          .map(([, { ailment }]) => ailment),
        well: all.flatMap(([, { ailment, gone }]) =>
          gone !== null && now - gone >= calmMs ? [{ ...ailment, until: gone }] : [],
        ),
      };
    },
    told({ ill, well }, now) {
      for (const ailment of ill) {
        cases.set(nameOf(ailment), { ailment, seen: null, gone: null });
        quietUntil.set(nameOf(ailment), now + quietMs);
      }
      for (const ailment of well) cases.delete(nameOf(ailment));
    },
    known: () => [...cases.values()].flatMap(({ ailment, seen }) => (seen === null ? [ailment] : [])),
  };
}

function seenSince({ seen }: Case, asleep: boolean, now: Instant): Instant | null {
  return seen !== null && asleep ? now : seen;
}
