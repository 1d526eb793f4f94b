import type { Clock } from "#base/clock.ts";
import { derivedId } from "#base/ids.ts";
import { inTime } from "#base/in-time.ts";
import { errorName, type Log } from "#base/log.ts";
import type { ChatPlatform } from "#chat/platform.ts";
import { type Address, platformOf } from "#signal/address.ts";
import { emptyDecision } from "#signal/decision.ts";
import type { Directory, Person } from "#signal/directory.ts";
import { staffed, thereOf } from "#signal/leave.ts";
import type { Notice } from "#signal/notice.ts";
import type { Instant } from "#signal/signal.ts";
import type { Language } from "#signal/words.ts";
import type { Calendar } from "#signal/working-time.ts";
import type { Store } from "#store/store.ts";
import type { Card } from "#texts/card.ts";
import { nameOf } from "#watch/ailments.ts";
import type { News } from "#watch/course.ts";

/** What telling needs. */
export interface TellerParts {
  readonly store: Pick<Store, "commit" | "staffing">;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly platforms: readonly ChatPlatform[];
  readonly render: (notice: Notice) => Promise<Card>;
  readonly log: Log;
}

interface Place {
  readonly at: Address;
  readonly language: Language;
}

/** Instances that share a store find the same thing at about the same time: one message between them. */
const sameMs = 15 * 60_000;
const patienceMs = 10_000;

/**
 * Tells the coordinators that Voelspriet is ill or well, on every platform that works. By the outbox; where the store takes
 * nothing any more, straight to the platform: then it is the only way.
 */
export function openTeller(parts: TellerParts) {
  const { store, directory, calendar, platforms, render, log } = parts;

  /** On leave or not is of no use where the store can not be read: then all of them. */
  async function peopleNow(): Promise<{
    readonly first: readonly Person[];
    readonly otherwise: readonly Person[];
  }> {
    const now = parts.clock.now();
    const who = await store.staffing().then(
      (own) => staffed(directory, own),
      () => directory,
    );
    const found = (ids: readonly string[]) => {
      const there = thereOf(ids, { directory: who, calendar, now });
      return directory.people.filter(({ id }) => there.includes(id));
    };
    return { first: found(directory.coordinators), otherwise: found(directory.duty) };
  }

  async function placesOn(on: readonly string[]): Promise<readonly Place[]> {
    const { first, otherwise } = await peopleNow();
    const reached = first.flatMap((person) => placesOf(person, on));
    return reached.length > 0 ? reached : otherwise.flatMap((person) => placesOf(person, on));
  }

  async function sendNow(notice: Notice, to: Address): Promise<boolean> {
    const platform = platforms.find(({ name }) => name === platformOf(to));
    if (platform === undefined) return false;
    try {
      const message = { id: notice.id, to, card: await render(notice), updates: null, under: null };
      await inTime(
        platform.send({ ...message, attempt: 1 }),
        patienceMs,
        "The platform did not answer in time.",
      );
      return true;
    } catch (thrown) {
      log.error("A coordinator could not be told.", { platform: platform.name, error: errorName(thrown) });
      return false;
    }
  }

  /** False: nobody could be told. Never throws. */
  return async function tell(news: News, on: readonly string[], now: Instant): Promise<boolean> {
    const places = await placesOn(on);
    if (places.length === 0) return false;
    const key = keyOf(news, now);
    const notices = places.map(({ at, language }) => noticeTo(at, { ...news, language }, key, now));
    try {
      await store.commit({ ...emptyDecision(key), notices });
      return true;
    } catch (thrown) {
      log.error("What a coordinator has to hear can not be kept, and is sent at once.", {
        error: errorName(thrown),
      });
      const sent = await Promise.all(
        notices.map((notice, place) => sendNow(notice, places[place]?.at ?? "web:")),
      );
      return sent.includes(true);
    }
  };
}

/** One address on each platform: the preferred one there. */
function placesOf({ addresses, language }: Person, on: readonly string[]): Place[] {
  return on.flatMap((name) => {
    const at = addresses.find((address) => platformOf(address) === name);
    return at === undefined ? [] : [{ at, language }];
  });
}

function keyOf({ ill, well }: News, now: Instant): string {
  const cured = well.map((one) => `${nameOf(one)} ${Math.floor(one.until / sameMs)}`);
  return derivedId("vitals", ...ill.map(nameOf), "well", ...cured, String(Math.floor(now / sameMs)));
}

function noticeTo(
  address: Address,
  { ill, well, language }: News & { readonly language: Language },
  key: string,
  now: Instant,
): Notice {
  const body = { kind: "vitals", ill, well, language } as const;
  const to = { to: "channel", address } as const;
  return { id: derivedId(key, address), to, signal: null, slot: null, urgent: true, dueAt: now, body };
}
