import { setTimeout as sleep } from "node:timers/promises";

/** Waits so many milliseconds, or until told to stop. Never throws. */
export type Pause = (ms: number, signal?: AbortSignal) => Promise<void>;

/** The real one. */
export const pause: Pause = async (ms, signal) => {
  await sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {});
};
