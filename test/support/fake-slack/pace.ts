import type { World } from "./world.ts";

/** Messages that may come at once before the one a second counts. */
const burst = 3;

/** One message a second and channel, by the clock of the world. */
export function openPace(world: World) {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    /** Seconds to wait; 0: it may go. */
    wait(channel: string): number {
      if (!world.settings.pace) return 0;
      const now = world.clock.now();
      const bucket = buckets.get(channel) ?? { left: burst, at: now };
      bucket.left = Math.min(burst, bucket.left + (now - bucket.at) / 1_000);
      bucket.at = now;
      buckets.set(channel, bucket);
      if (bucket.left < 1) return Math.max(1, Math.ceil(1 - bucket.left));
      bucket.left -= 1;
      return 0;
    },
  };
}
