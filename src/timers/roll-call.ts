import { derivedId } from "#base/ids.ts";
import type { Directory } from "#signal/directory.ts";
import type { SignalAct } from "#signal/event.ts";
import { isOrphan } from "#signal/lifecycle.ts";
import type { Instant, Signal } from "#signal/signal.ts";
import type { Calendar } from "#signal/working-time.ts";
import type { Store } from "#store/store.ts";

const minute = 60_000;
/** A ladder whose step is so late has lost its timer. */
const tooLate = 5 * minute;

/**
 * Once a day, and at every start: does every open signal have somebody who is still there, and does the ladder of the
 * others still run? What is wrong becomes an event for the desk, as if a timer or the outbox had found it. Timers and
 * cards make this unnecessary, as long as nobody makes a mistake: this finds the mistake.
 */
export async function callRoll(
  { store, directory, calendar }: { store: Store; directory: Directory; calendar: Calendar },
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
