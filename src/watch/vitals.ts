import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Vitals } from "#watch/families.ts";

/** Watches the process itself. */
export interface Pulse {
  now(): Omit<Vitals, "startedAt" | "version">;
  /** Counts delays anew from here. */
  beat(): void;
  stop(): void;
}

const nanoseconds = 1e9;
/** The watch itself wakes up so often: a delay is what comes on top. */
const resolutionMs = 20;

/** Opens it: it costs a wake-up each 20 ms. */
export function openPulse(): Pulse {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  const beyond = (measured: number) =>
    Number.isFinite(measured) ? Math.max(0, measured / nanoseconds - resolutionMs / 1_000) : 0;
  return {
    now() {
      const { rss, heapUsed } = process.memoryUsage();
      return {
        memory: { rss, heap: heapUsed },
        delay: {
          median: beyond(delays.percentile(50)),
          p99: beyond(delays.percentile(99)),
          longest: beyond(delays.max),
        },
      };
    },
    beat: () => delays.reset(),
    stop: () => void delays.disable(),
  };
}
