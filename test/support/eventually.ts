import { expect } from "vitest";

/** Looks again and again, for at most eight seconds, until what is expected is so. */
export function eventually<T>(look: () => T) {
  return expect.poll(look, { interval: 5, timeout: 8_000 });
}
