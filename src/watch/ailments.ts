import type { Ailment, Illness } from "#signal/ailment.ts";
import type { Instant } from "#signal/signal.ts";
import type { Look } from "#watch/look.ts";

const minute = 60_000;

/**
 * How long something may last before it is an illness. Shorter than the clock of what waits: acute must be accepted in a
 * quarter of an hour (domain.md 2.2), and the outbox itself tells of a message that fails for as long.
 */
export const bearable = {
  platform: 5 * minute,
  urgent: 5 * minute,
  other: 30 * minute,
  typed: 5 * minute,
  timers: 5 * minute,
} as const;

/** Everything that is wrong at this look. */
export function ailmentsIn({ at, writable, counts, ages, platforms }: Look): Ailment[] {
  const found: Ailment[] = [];
  const note = (what: Illness, since: Instant, platform: string | null = null) =>
    found.push({ what, platform, since });
  if (!writable || counts === null) note("store", at);
  for (const [name, { ready, since }] of Object.entries(platforms))
    if (!ready && at - since >= bearable.platform) note("platform", since, name);
  for (const what of ["urgent", "other", "typed"] as const)
    if (ages[what] >= bearable[what]) note(what, at - ages[what]);
  const due = counts?.waits.timerDue ?? null;
  if (due !== null && at - due >= bearable.timers) note("timers", due);
  if (counts !== null && counts.unowned > 0) note("unowned", at);
  return found;
}

/**
 * What is not wrong enough to be called an illness, and yet not over: a platform that is away again, or still; and, in a program
 * that lives too short to know, what waits. `aliveMs`: for how long it lives.
 */
export function lingeringIn({ counts, platforms }: Look, aliveMs: number): ReadonlySet<string> {
  const away = Object.entries(platforms).filter(([, { ready }]) => !ready);
  const names = away.map(([platform]) => nameOf({ what: "platform", platform }));
  for (const what of ["urgent", "other", "typed"] as const) {
    const isEmpty = counts?.waits[what].length === 0;
    if (!isEmpty && aliveMs < bearable[what]) names.push(nameOf({ what, platform: null }));
  }
  return new Set(names);
}

/** What an ailment is called, apart from since when: the same illness has the same name. */
export function nameOf({ what, platform }: Pick<Ailment, "what" | "platform">): string {
  return platform === null ? what : `${what}:${platform}`;
}
