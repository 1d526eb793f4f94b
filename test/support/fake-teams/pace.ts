import type { Call } from "./interface.ts";
import type { World } from "./world.ts";

/** Per bot and conversation: so many calls in so many milliseconds (rate-limit.md of Teams' documentation). */
const windows = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
] as const;

/** Seconds to wait before this call fits; 0: it does. */
export function secondsToWait({ settings, clock, calls }: World, call: Call): number {
  if (!settings.pace || !counts(call)) return 0;
  const now = clock.now();
  const earlier = calls.filter(
    (one) => one !== call && counts(one) && one.conversation === call.conversation && one.said === "ok",
  );
  let wait = 0;
  for (const { most, ms } of windows) {
    const inside = earlier.filter(({ at }) => at > now - ms);
    const first = inside.at(-most);
    if (first !== undefined) wait = Math.max(wait, Math.ceil((first.at + ms - now) / 1_000));
  }
  return wait;
}

function counts({ method, conversation }: Call): boolean {
  return conversation !== "" && (method === "send" || method === "reply" || method === "update");
}
