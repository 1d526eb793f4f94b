import { derivedId } from "#base/ids.ts";
import type { Directory, Person } from "#signal/directory.ts";
import type { SignalAct } from "#signal/event.ts";
import { isAway, leaveKey, leaveOf } from "#signal/leave.ts";
import { isOrphan } from "#signal/lifecycle.ts";
import type { Instant, PersonId, Signal } from "#signal/signal.ts";
import { whoWaits } from "#signal/tell.ts";
import type { Calendar } from "#signal/working-time.ts";
import type { Store } from "#store/store.ts";

const minute = 60_000;
/** A ladder whose step is so late has lost its timer. */
const tooLate = 5 * minute;

/** What is called over: `directory` with what colleagues set themselves laid over it. */
export interface Roll {
  readonly store: Store;
  readonly directory: Directory;
  readonly calendar: Calendar;
}

/**
 * Once a day, and at every start: does every open signal have somebody who is still there, and does the ladder of the
 * others still run? What is wrong becomes an event for the desk, as if a timer or the outbox had found it. Timers and
 * cards make this unnecessary, as long as nobody makes a mistake: this finds the mistake.
 */
export async function callRoll(
  { store, directory, calendar }: Roll,
  now: Instant,
  tell: (event: SignalAct) => Promise<unknown>,
): Promise<number> {
  const today = calendar.localDate(now);
  const there = new Set(directory.people.filter(({ addresses }) => addresses.length > 0).map(({ id }) => id));
  let found = 0;
  for (const signal of await store.openSignals()) {
    const event = findingOf(signal, {
      there,
      now,
      key: derivedId("roll", today, String(signal.revision), signal.id),
    });
    if (event === null) continue;
    found += 1;
    await tell(event);
  }
  return found;
}

function findingOf(
  signal: Signal,
  { there, now, key }: { there: ReadonlySet<string>; now: Instant; key: string },
): SignalAct | null {
  const base = { key, by: { as: "system" }, signal: signal.id } as const;
  if (signal.holder !== null)
    return there.has(signal.holder) ? null : { ...base, type: "unreachable", person: signal.holder };
  const isLate = signal.climbAt !== null && now - signal.climbAt > tooLate;
  return isLate || isOrphan(signal) ? { ...base, type: "overdue", clock: "accept" } : null;
}

/** Has the office opened today? Before that a leave that begins would wake people up for work that can wait. */
export function hasOpened(now: Instant, calendar: Calendar): boolean {
  if (!calendar.isOfficeDay(now)) return false;
  return calendar.isOpen(now) || calendar.localDate(calendar.nextOpening(now)) !== calendar.localDate(now);
}

/**
 * Whose leave has begun, and which open signals are with them or wait for them? Each is told once per leave; not where the
 * colleague took it during the leave. A leave that begins now needs no roll call: setting it tells the desk at once.
 */
export async function callLeave(
  { store, directory, calendar }: Roll,
  now: Instant,
  tell: (event: SignalAct) => Promise<unknown>,
): Promise<void> {
  const away = new Map(
    directory.people.filter((person) => isAway(person, now, calendar)).map((person) => [person.id, person]),
  );
  if (away.size === 0) return;
  for (const signal of await store.openSignals()) {
    for (const id of whoWaits(signal)) {
      const person = away.get(id);
      if (person === undefined || (await tookItOnLeave(signal, id, store))) continue;
      await tell(wentAway(signal, person, calendar.localDate(now)));
    }
  }
}

function wentAway(signal: Signal, person: Person, today: string): SignalAct {
  const key = leaveKey(person.id, leaveOf(person, today)?.from ?? today, signal.id);
  return { type: "went_away", key, by: { as: "system" }, signal: signal.id, person: person.id };
}

async function tookItOnLeave(signal: Signal, person: PersonId, store: Store): Promise<boolean> {
  if (signal.holder !== person) return false;
  const taken = (await store.entries(signal.id)).findLast(
    ({ type, by }) => type === "accepted" && by === person,
  );
  return taken?.facts["onLeave"] === 1;
}
