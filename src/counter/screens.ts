import { ownWorkOf } from "#counter/own-work.ts";
import { teamOf } from "#counter/team.ts";
import type { Visitor } from "#counter/visitor.ts";
import { mayActOn, mayRead } from "#privacy/access.ts";
import type { Evidence } from "#signal/classified.ts";
import type { Passage } from "#signal/decision.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Directory } from "#signal/directory.ts";
import type { SaidScreen, ScreenBody } from "#signal/screen.ts";
import type { Instant, PersonId, Signal } from "#signal/signal.ts";
import type { Calendar } from "#signal/working-time.ts";
import type { Store } from "#store/store.ts";

/** How many of their own signals people see at home. */
const mostAtHome = 10;

/** What the screens are made from. */
export interface ScreenParts {
  readonly store: Store;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly now: Instant;
  /** The last week that is over, as managers may see it. */
  week(): Promise<DigestNumbers>;
}

/** The story with everything around it, for those who may read it. Every view is written down before it is given. */
export async function openStory(signal: Signal, person: PersonId, parts: ScreenParts): Promise<ScreenBody> {
  const { store, directory } = parts;
  if (!mayRead(signal, person, directory)) return refusal("not_yours", signal);
  await noteView(signal, person, parts);
  const passages = await store.passages(signal.id);
  return {
    kind: "story",
    signal,
    told: passages
      .filter((passage) => passage.what !== "evidence")
      .map(({ what, by, at, text }) => ({ what, by, at, text })),
    evidence: evidenceIn(passages),
    proposal: signal.proposal,
    reason: signal.reason,
    mayAct: mayActOn(signal, person, directory),
  };
}

/** "Waarom deze indeling, waarom bij mij?": holds words of the story, so it counts as a view. */
export async function openWhy(signal: Signal, person: PersonId, parts: ScreenParts): Promise<ScreenBody> {
  if (!mayRead(signal, person, parts.directory)) return refusal("not_yours", signal);
  await noteView(signal, person, parts);
  return { kind: "why", signal, evidence: evidenceIn(await parts.store.passages(signal.id, ["evidence"])) };
}

async function noteView(signal: Signal, person: PersonId, { store, now }: ScreenParts): Promise<void> {
  await store.addEntry({ signal: signal.id, at: now, by: person, type: "viewed", facts: {} });
}

function evidenceIn(passages: readonly Passage[]): Evidence[] {
  return passages
    .filter((passage) => passage.what === "evidence")
    .flatMap((passage) => JSON.parse(passage.text) as Evidence[]);
}

/** What this visitor comes home to: managers the week, colleagues their work, everyone else their own signals. */
export async function openHome(visitor: Visitor, parts: ScreenParts): Promise<SaidScreen> {
  const { store, directory, now } = parts;
  const { person } = visitor;
  if (person === null) {
    const signals = await store.signalsOf(visitor.signalerId, mostAtHome);
    return { kind: "home_signaler", signals, organisation: visitor.signaler?.organisation ?? null };
  }
  if (directory.managers.includes(person.id)) return openWeek(visitor, parts);
  const open = await store.openFor(person.id);
  return {
    kind: "home_expert",
    person: person.id,
    held: open.filter((signal) => signal.holder === person.id),
    waiting: open.filter((signal) => signal.holder === null && !signal.declined.includes(person.id)),
    now,
    team: directory.coordinators.includes(person.id)
      ? teamOf(await store.openSignals(), person.id, parts)
      : null,
    ...(await ownWorkOf(person, parts)),
  };
}

/** The week in numbers: for managers and coordinators. */
export async function openWeek({ person }: Visitor, parts: ScreenParts): Promise<SaidScreen> {
  const { managers, coordinators } = parts.directory;
  if (person === null || !(managers.includes(person.id) || coordinators.includes(person.id)))
    return refusal("not_yours", null);
  return { kind: "home_manager", numbers: await parts.week() };
}

/** Help in the visitor's own role. */
export function openHelp({ person }: Visitor, directory: Directory): SaidScreen {
  if (person === null) return { kind: "help", as: "signaler" };
  return { kind: "help", as: directory.managers.includes(person.id) ? "manager" : "expert" };
}

function refusal(why: "not_yours", signal: Signal | null): SaidScreen {
  return { kind: "refusal", refusal: why, code: signal?.code ?? null, holder: null };
}
