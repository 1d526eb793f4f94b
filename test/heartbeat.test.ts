import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { startHeartbeat } from "#timers/heartbeat.ts";
import { openTurnedDate } from "./support/turned-date.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const date = openTurnedDate();
afterEach(() => date.putBack());

test("the heart goes on beating, each second, however the clock of the machine is put forward or back", async () => {
  let beats = 0;
  const stop = startHeartbeat(() => {
    beats += 1;
  });
  const missed: string[] = [];
  for (const [name, off] of [
    ["ten minutes forward", 10 * minute],
    ["ten minutes back", -10 * minute],
    ["a day forward", day],
    ["a day back", -day],
    ["a year forward", 365 * day],
    ["a year back", -365 * day],
  ] as const) {
    date.off(off);
    const before = beats;
    await pause(2_500);
    if (beats < before + 2) missed.push(`${name}: ${beats - before} beats in two seconds and a half`);
    if (beats > before + 3) missed.push(`${name}: ${beats - before} beats at once`);
  }
  await stop();
  const last = beats;
  await pause(1_200);
  expect(missed).toEqual([]);
  expect(beats).toBe(last);
});
