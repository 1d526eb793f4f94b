import type { Clock } from "#base/clock.ts";
import { derivedId } from "#base/ids.ts";
import { type Address, isAddress } from "#signal/address.ts";
import { emptyDecision } from "#signal/decision.ts";
import type { Directory, Person } from "#signal/directory.ts";
import { staffed, thereOf } from "#signal/leave.ts";
import type { Notice, NoticeBody, Recipient } from "#signal/notice.ts";
import type { Press } from "#signal/press.ts";
import type { Instant, PassageId, SignalId } from "#signal/signal.ts";
import type { Language } from "#signal/words.ts";
import type { Calendar } from "#signal/working-time.ts";
import type { Store } from "#store/store.ts";
import type { Card } from "#texts/card.ts";
import { type Exercise, exerciseCard } from "#texts/exercise.ts";
import { noticeCard } from "#texts/notice-card.ts";
import { channelAlertCard } from "#texts/notices/alert.ts";

/** Of so many signals it is remembered that they are no exercise. */
const rememberedReal = 10_000;

/** Addressing and wording: where a notice goes, and how it reads in its reader's language. */
export interface Post {
  addressesOf(notice: Notice): Promise<readonly Address[]>;
  /** As it reads at this moment: `now` decides what "vandaag" means. */
  render(notice: Notice, now: Instant): Promise<Card>;
  /** Tells the coordinators that a message about no signal (a digest) could not be brought to somebody. */
  sayUnreachable(person: string, key: string): Promise<void>;
  /** Tells the coordinators and the sender, once, that what was typed is kept but could not be worked on. */
  sayStuck(press: Press): Promise<void>;
  /** Tells the coordinators, once per jump, that erasing waits because the clock jumped. */
  sayErasureHeld(held: { readonly jumpedMs: number; readonly until: number }): Promise<void>;
}

/** Opens the post over this store and directory: identities and words are looked up at the last moment. */
export function openPost({
  store,
  directory,
  calendar,
  clock,
}: {
  store: Store;
  directory: Directory;
  calendar: Calendar;
  clock: Clock;
}): Post {
  const real = new Set<SignalId>();
  const personOf = (id: string) => directory.people.find((person) => person.id === id);

  async function languageOf(to: Recipient): Promise<Language> {
    if (to.to === "signaler") return (await store.signaler(to.id))?.language ?? "nl";
    return to.to === "person" ? (personOf(to.id)?.language ?? "nl") : "nl";
  }

  async function wordsOf({ body }: Notice): Promise<ReadonlyMap<PassageId, string>> {
    const id = "words" in body ? body.words : null;
    const passage = id === null ? null : await store.passage(id);
    return passage === null ? new Map() : new Map([[passage.id, passage.text]]);
  }

  /** The exercise that this is about; null: it is real, and always will be. */
  async function exerciseOf({ signal }: Notice): Promise<Exercise | null> {
    if (signal === null || real.has(signal)) return null;
    const drill = await store.loadDrill(signal);
    if (real.size >= rememberedReal) real.clear();
    if (drill === null) real.add(signal);
    return drill;
  }

  function noticeTo(to: Recipient, body: NoticeBody, key: string): Notice {
    const id = derivedId(key, to.to === "channel" ? to.address : to.id);
    return { id, to, signal: null, slot: null, urgent: false, dueAt: clock.now(), body };
  }

  async function sayToCoordinators(key: string, body: NoticeBody, except: readonly string[]): Promise<void> {
    const others = directory.coordinators.filter((id) => !except.includes(id));
    const who = staffed(directory, await store.staffing());
    const ids = thereOf(others, { directory: who, calendar, now: clock.now() });
    const notices = ids.map((id) => noticeTo({ to: "person", id }, body, key));
    await store.commit({ ...emptyDecision(key), notices });
  }

  return {
    async addressesOf({ to, body }) {
      if (to.to === "person") return placesOf(personOf(to.id), body);
      const address = to.to === "channel" ? to.address : (await store.signaler(to.id))?.address;
      return address !== undefined && isAddress(address) ? [address] : [];
    },
    async render(notice, now) {
      const language = await languageOf(notice.to);
      const reading = { language, directory, words: await wordsOf(notice), now };
      const { to, body } = notice;
      const isForChannel = to.to === "person" && body.kind === "alert" && personOf(to.id)?.alertsIn;
      const card = isForChannel ? channelAlertCard(body, reading) : noticeCard(body, reading);
      const exercise = await exerciseOf(notice);
      if (exercise === null) return card;
      return exerciseCard(card, exercise, body.kind === "answer" ? body.language : language);
    },
    sayUnreachable: (person, key) =>
      sayToCoordinators(key, { kind: "unreachable", code: null, person }, [person]),
    async sayStuck({ key: pressed, by, under }) {
      const key = derivedId("stuck", by, pressed);
      const screen = { kind: "refusal", refusal: "not_read", code: null, holder: null } as const;
      const signaler = await store.signaler(store.signalerId(by));
      const language = signaler?.language ?? "nl";
      const answer = { kind: "answer", screen, language, ...(under === undefined ? {} : { under }) } as const;
      const notices = [noticeTo({ to: "channel", address: by }, answer, key)];
      await store.commit({ ...emptyDecision(key), notices });
      await sayToCoordinators(`${key}:coordinators`, { kind: "stuck" }, []);
    },
    sayErasureHeld: ({ jumpedMs, until }) =>
      sayToCoordinators(`erasure_held:${until}`, { kind: "erasure_held", jumpedMs }, []),
  };
}

/** Where a colleague reads this. Alerts go to the team's channel where the file says so; what nobody else need see does not. */
function placesOf(person: Person | undefined, { kind }: NoticeBody): readonly Address[] {
  if (person === undefined) return [];
  const { alertsIn, addresses } = person;
  return kind === "alert" && alertsIn !== null ? [alertsIn, ...addresses] : addresses;
}
