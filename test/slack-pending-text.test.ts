import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, test, vi } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { openPendingText } from "#chat/slack/answer/pending-text.ts";

const minute = 60_000;
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

afterEach(() => {
  vi.useRealTimers();
});

test("words that did not get into their form are given to who typed them, once, for half an hour", () => {
  const clock = stoppedClock(0);
  const pending = openPendingText(clock);
  pending.keep("slack:T1/U1", "Ik maak me zorgen");
  expect(pending.take("slack:T1/U2")).toBeNull();
  expect(pending.take("slack:T1/U1")).toBe("Ik maak me zorgen");
  expect(pending.take("slack:T1/U1")).toBeNull();
  pending.keep("slack:T1/U1", "Ik maak me zorgen");
  clock.pass(30 * minute);
  expect(pending.take("slack:T1/U1")).toBeNull();
});

test("nobody comes back for them: after half an hour they are gone from memory", async () => {
  vi.useFakeTimers();
  const pending = openPendingText(stoppedClock(0));
  const seen = ["a", "b"].map((name) => {
    // Only an object can be watched: a text in a box.
    const text = Object("Ik maak me zorgen") as string;
    pending.keep(`slack:T1/${name}`, text);
    return new WeakRef(text as unknown as object);
  });
  vi.advanceTimersByTime(30 * minute);
  vi.useRealTimers();
  // A watched object lives until the end of the job in which it was made.
  await new Promise((done) => setTimeout(done, 10));
  collect();
  expect(seen.map((text) => text.deref())).toEqual([undefined, undefined]);
  expect(pending.take("slack:T1/a")).toBeNull();
});
