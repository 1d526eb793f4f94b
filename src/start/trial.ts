import { readFileSync } from "node:fs";
import { z } from "zod";
import type { TurnedClock } from "#base/clock.ts";
import type { ClockMove, ExampleSignal, Persona, Trial, WebMessage } from "#chat/web/trial.ts";
import { digestDue, weekOf } from "#digest/week.ts";
import type { House } from "#house.ts";
import type { Address } from "#signal/address.ts";
import type { Directory, Person } from "#signal/directory.ts";
import type { Recipient } from "#signal/notice.ts";
import type { Source } from "#signal/words.ts";
import { galleryOf } from "#texts/gallery.ts";
import { trailLine } from "#texts/trail.ts";
import { turnTo } from "#timers/turn.ts";

const hour = 3_600_000;
const mostMessages = 200;
/** Tuesday 17 November 2026, 10:12 in Amsterdam: the gallery is the same whenever it is opened, in office hours. */
const galleryMoment = Date.UTC(2026, 10, 17, 9, 12);

/** Who signals in the trial: one of each kind, so that every text can be seen. */
const signalers = [
  { id: "leerkracht", name: "Leerkracht", source: "school", role: "professional" },
  { id: "trainer", name: "Trainer", source: "club", role: "volunteer" },
  { id: "wijkplatform", name: "Vrijwilliger", source: "wijkplatform", role: "volunteer" },
] as const satisfies readonly { id: string; name: string; source: Source; role: string }[];

/** A house whose clock can be turned, and that can be torn down and built again. */
export interface TrialParts {
  house(): House;
  readonly directory: Directory;
  readonly clock: TurnedClock;
  /** Starts again with an empty store. */
  rebuild(): Promise<void>;
  /** The trial's clock, kept over a restart. */
  keepClock(): Promise<void>;
  readonly examplesFile: string | URL;
}

/** The trial's own controls, over the real house: what a person at the page can see and turn. */
export function openTrial(parts: TrialParts): Trial & { announce(): void } {
  const { clock } = parts;
  const listeners = new Set<() => void>();
  const examples = readExamples(parts.examplesFile);
  /** Something changed that somebody can see. */
  const announce = () => {
    for (const listener of listeners) listener();
  };

  async function waitingFor(person: Person): Promise<number> {
    const open = await parts.house().store.openFor(person.id);
    return open.filter((signal) => signal.holder === null && !signal.declined.includes(person.id)).length;
  }

  async function personaOf(person: Person, address: Address): Promise<Persona> {
    return { address, name: person.name, what: person.role.nl, waiting: await waitingFor(person) };
  }

  async function inboxOf(to: Recipient): Promise<WebMessage[]> {
    const { store, post } = parts.house();
    const messages = await store.inbox(to, mostMessages);
    return Promise.all(
      messages.map(async ({ notice, sentAt, updatedAt }) => ({
        id: notice.id,
        // What was sent stays as it was: "vandaag" is the day on which it was said.
        card: await post.render(notice, updatedAt),
        sentAt,
        updatedAt,
      })),
    );
  }

  async function turn(target: number): Promise<void> {
    const { store, runDue } = parts.house();
    await turnTo(clock, target, {
      next: () => store.nextDue(),
      async work() {
        await runDue();
        announce();
      },
    });
    await parts.keepClock();
  }

  return {
    municipality: parts.directory.municipality,
    async personas() {
      const { directory } = parts.house();
      const colleagues = onThePage(directory).filter(({ person }) => !person.external);
      const isManager = (person: Person) => directory.managers.includes(person.id);
      const all = (some: typeof colleagues) =>
        Promise.all(some.map(({ person, address }) => personaOf(person, address)));
      return {
        signalers: signalers.map((one) => ({
          address: `web:${one.id}` as const,
          name: one.name,
          what: organisationOf(one.source, directory)?.name ?? "",
          waiting: 0,
        })),
        experts: await all(colleagues.filter(({ person }) => !isManager(person))),
        managers: await all(colleagues.filter(({ person }) => isManager(person))),
      };
    },
    async conversation(of) {
      const { store, directory } = parts.house();
      const person = directory.people.find((one) => one.addresses.includes(of));
      const asSignaler = await inboxOf({ to: "signaler", id: store.signalerId(of) });
      const asPerson = person === undefined ? [] : await inboxOf({ to: "person", id: person.id });
      return [...asSignaler, ...asPerson].sort((a, b) => a.sentAt - b.sentAt);
    },
    async trail(most) {
      const { store, directory } = parts.house();
      const reading = {
        language: "nl",
        directory,
        words: new Map<string, string>(),
        now: clock.now(),
      } as const;
      const lines = [];
      for (const entry of await store.latestEntries(most)) {
        const code = (await store.load(entry.signal))?.code ?? "";
        lines.push({
          at: entry.at,
          code,
          words: trailLine(entry, reading),
          facts: { type: entry.type, by: entry.by, ...entry.facts },
        });
      }
      return lines;
    },
    gallery: (language) =>
      galleryOf({ language, directory: parts.house().directory, words: new Map(), now: galleryMoment }),
    examples: (language) =>
      examples.map(
        ({ title, text, by }): ExampleSignal => ({
          title: title[language],
          text: text[language],
          by: `web:${by}`,
        }),
      ),
    now: () => clock.now(),
    async turn(move) {
      await turn(targetOf(move, clock.now(), parts.house()));
      announce();
    },
    async reset() {
      await parts.rebuild();
      announce();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce,
  };
}

/** Lets the trial's signalers be known by their organisation, as after a first time. */
export async function introduceSignalers({ store, directory }: House): Promise<void> {
  for (const { id, source, role } of signalers) {
    const address: Address = `web:${id}`;
    const organisation = organisationOf(source, directory)?.id ?? null;
    await store.rememberSignaler({
      id: store.signalerId(address),
      address,
      language: "nl",
      role,
      organisation,
      vouched: true,
    });
  }
}

function organisationOf(source: Source, directory: Directory) {
  return directory.organisations.find((organisation) => organisation.type === source);
}

function onThePage(directory: Directory): { person: Person; address: Address }[] {
  return directory.people.flatMap((person) => {
    const address = person.addresses.find((one) => one.startsWith("web:"));
    return address === undefined ? [] : [{ person, address }];
  });
}

function targetOf(move: ClockMove, now: number, { calendar }: House): number {
  switch (move) {
    case "hour":
      return now + hour;
    case "working_day":
      return calendar.addWorkingDays(now, 1);
    case "monday":
      return digestDue(weekOf(now)) + 60_000;
  }
}

const exampleFile = z.array(
  z.strictObject({
    title: z.strictObject({ nl: z.string(), en: z.string() }),
    text: z.strictObject({ nl: z.string(), en: z.string() }),
    by: z.enum(["leerkracht", "trainer", "wijkplatform"]),
  }),
);

function readExamples(file: string | URL): z.infer<typeof exampleFile> {
  return exampleFile.parse(JSON.parse(readFileSync(file, "utf8")));
}
