import type { Clock } from "#base/clock.ts";

const minute = 60_000;

/** Says at most once a minute how often something happened since it was last said: for what strangers can cause at will. */
export function onceAMinute(clock: Clock, say: (count: number) => void): () => void {
  let count = 0;
  let saidAt = Number.NEGATIVE_INFINITY;
  return () => {
    count += 1;
    const now = clock.now();
    // A clock that was set back must not silence it.
    if (now - saidAt < minute && now >= saidAt) return;
    saidAt = now;
    say(count);
    count = 0;
  };
}
