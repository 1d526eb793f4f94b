import { expect, test } from "vitest";
import { silentLog } from "#base/log.ts";
import { openRunner } from "#timers/heartbeat.ts";

const noTurn = async () => {};

test("work goes on as long as there is some, and once more when somebody nudges meanwhile", async () => {
  let left = 3;
  let rounds = 0;
  const runner = openRunner(
    async () => {
      rounds += 1;
      left -= 1;
      return Math.max(0, left);
    },
    noTurn,
    silentLog,
  );
  runner.nudge();
  await expect.poll(() => rounds).toBe(3);
  runner.nudge();
  await expect.poll(() => rounds).toBe(4);
  await runner.rest();
});

test("who stops does not wait until everything that waits is done: only for what was begun", async () => {
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  let rounds = 0;
  const runner = openRunner(
    async () => {
      rounds += 1;
      begun.resolve();
      await finish.promise;
      return 1_000;
    },
    noTurn,
    silentLog,
  );
  runner.nudge();
  await begun.promise;
  const rested = runner.rest();
  runner.nudge();
  finish.resolve();
  await rested;
  expect(rounds).toBe(1);
});
