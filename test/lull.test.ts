import { expect, test, vi } from "vitest";
import { openLull } from "#timers/lull.ts";

test("where nobody waits for an answer the engines go on at once", async () => {
  const lull = openLull();
  await lull.ahead(async () => {});
  const from = performance.now();
  await lull.reached();
  expect(performance.now() - from).toBeLessThan(100);
});

test("who waits for an answer goes first, also where that fails", async () => {
  const lull = openLull();
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const answers = [lull.ahead(() => first.promise), lull.ahead(() => second.promise)];
  const engine = lull.reached().then(() => order.push("engine"));
  first.resolve();
  await answers[0];
  order.push("first answer");
  second.reject(new Error("refused"));
  await expect(answers[1]).rejects.toThrow("refused");
  await engine;
  expect(order).toEqual(["first answer", "engine"]);
});

test("an endless stream of people never keeps the engines waiting for longer than a moment", async () => {
  const lull = openLull();
  const endless = Promise.withResolvers<void>();
  const answer = lull.ahead(() => endless.promise);
  const from = performance.now();
  for (let round = 0; round < 3; round++) await lull.reached();
  expect(performance.now() - from).toBeLessThan(3_000);
  endless.resolve();
  await answer;
});

test("a crowd comes in waves: work waits a little longer for the next one than after one person", async () => {
  vi.useFakeTimers();
  const doneAfter = async (people: number): Promise<number> => {
    const lull = openLull();
    await Promise.all(Array.from({ length: people }, () => lull.ahead(async () => {})));
    const from = Date.now();
    const quiet = lull.reached().then(() => Date.now() - from);
    await vi.advanceTimersByTimeAsync(1_000);
    return quiet;
  };
  const [one, few, crowd] = [await doneAfter(1), await doneAfter(4), await doneAfter(64)];
  vi.useRealTimers();
  expect(one).toBeLessThan(few);
  expect(few).toBeLessThan(crowd);
  expect(crowd).toBeLessThan(50);
});
