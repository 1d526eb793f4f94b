import { describe, expect, test } from "vitest";
import {
  sampleDecision,
  sampleNotice,
  sampleNow,
  sampleSignal,
  sampleTimer,
} from "../support/sample-decision.ts";
import type { Stage } from "./store.ts";

const lease = 30_000;

/** What must happen later, and what is known about it. */
export function timersContract(stage: Stage): void {
  describe("timers", () => {
    test("are taken when they are due, the oldest first, no more than asked", async () => {
      const late = sampleTimer("s", { dueAt: sampleNow });
      const early = sampleTimer("s", { dueAt: sampleNow - 5 });
      const future = sampleTimer("s", { dueAt: sampleNow + 1 });
      await stage.store.commit(sampleDecision({ timers: [late, early, future] }));
      expect(await stage.store.takeTimers(sampleNow, 1, lease)).toEqual([early]);
      expect(await stage.store.takeTimers(sampleNow, 10, lease)).toEqual([late]);
      expect(await stage.store.takeTimers(sampleNow, 10, lease)).toEqual([]);
      expect(await stage.store.takeTimers(sampleNow + 1, 10, lease)).toEqual([future]);
    });

    test("that were taken and not settled come back when the lease is over", async () => {
      const timer = sampleTimer("s");
      await stage.store.addTimer(timer);
      expect(await stage.store.takeTimers(sampleNow, 10, lease)).toEqual([timer]);
      expect(await stage.store.takeTimers(sampleNow + lease - 1, 10, lease)).toEqual([]);
      expect(await stage.store.takeTimers(sampleNow + lease, 10, lease)).toEqual([timer]);
      await stage.store.settleTimer(timer.id);
      expect(await stage.store.takeTimers(sampleNow + 9 * lease, 10, lease)).toEqual([]);
    });

    test("survive closing and opening again", async () => {
      const timer = sampleTimer("s");
      await stage.store.addTimer(timer);
      await stage.reopen();
      expect(await stage.store.takeTimers(sampleNow, 10, lease)).toEqual([timer]);
    });

    test("are settled by the decision that they brought about", async () => {
      const signal = sampleSignal();
      const timer = sampleTimer(signal.id);
      const next = sampleTimer(signal.id, { dueAt: sampleNow + 7 });
      await stage.store.commit(sampleDecision({ signal, timers: [timer] }));
      await stage.store.commit(sampleDecision({ timers: [next], settles: timer.id }));
      expect(await stage.store.takeTimers(sampleNow + 7, 10, lease)).toEqual([next]);
    });

    test("with an id that waits already stay as they are", async () => {
      const timer = sampleTimer("s");
      await stage.store.addTimer(timer);
      await stage.store.addTimer({ ...timer, dueAt: sampleNow + 99 });
      expect(await stage.store.takeTimers(sampleNow, 10, lease)).toEqual([timer]);
    });

    test("and notices say when the next thing is due", async () => {
      expect(await stage.store.nextDue()).toBeNull();
      const signal = sampleSignal();
      await stage.store.commit(
        sampleDecision({
          signal,
          timers: [sampleTimer(signal.id, { dueAt: sampleNow + 20 })],
          notices: [sampleNotice(signal, { dueAt: sampleNow + 10 })],
        }),
      );
      expect(await stage.store.nextDue()).toBe(sampleNow + 10);
      await stage.store.takeNotices(sampleNow + 10, 1, lease);
      expect(await stage.store.nextDue()).toBe(sampleNow + 20);
      await stage.store.takeTimers(sampleNow + 20, 1, lease);
      expect(await stage.store.nextDue()).toBe(sampleNow + 10 + lease);
    });

    test("do not call for work on a card whose earlier form is being sent", async () => {
      const signal = sampleSignal();
      const slot = "card";
      await stage.store.commit(sampleDecision({ signal, notices: [sampleNotice(signal, { slot })] }));
      await stage.store.takeNotices(sampleNow, 1, lease);
      await stage.store.commit(sampleDecision({ notices: [sampleNotice(signal, { slot })] }));
      expect(await stage.store.nextDue()).toBe(sampleNow + lease);
    });
  });

  describe("counts", () => {
    test("tell what is open, and what waits", async () => {
      const open = sampleSignal({ stage: "accepted", holder: "ben" });
      const closed = sampleSignal({ stage: "closed" });
      const notices = [sampleNotice(open), sampleNotice(open)];
      const timers = [sampleTimer(open.id), sampleTimer(open.id, { dueAt: sampleNow + 1 })];
      await stage.store.commit(sampleDecision({ signal: open, notices, timers }));
      await stage.store.commit(sampleDecision({ signal: closed }));
      await stage.store.noteDelivery(notices[0]?.id ?? "", { how: "dead" }, sampleNow);
      expect(await stage.store.counts(sampleNow)).toEqual({
        signals: 2,
        open: 1,
        unowned: 0,
        waitingTyped: 0,
        waitingNotices: 1,
        deadNotices: 1,
        dueTimers: 1,
        stages: { received: 0, routed: 0, accepted: 1, working: 0, closed: 1, withdrawn: 0 },
        waits: {
          typed: { length: 0, first: null, last: null },
          urgent: { length: 0, first: null, last: null },
          other: { length: 1, first: expect.any(Number), last: expect.any(Number) },
          timerDue: sampleNow,
          unheldSince: null,
          unheldDue: null,
        },
      });
    });

    test.each([
      ["nobody holds it and no clock runs", {}, null, 1],
      ["the ladder runs", {}, "accept", 0],
      ["only another clock runs", {}, "feedback", 1],
      ["somebody holds it", { holder: "ben" }, null, 0],
      ["it is closed", { stage: "closed" as const }, null, 0],
    ] as const)("call a signal unowned or not: %s", async (_, given, clock, unowned) => {
      const signal = sampleSignal(given);
      const timer = { ...sampleTimer(signal.id), ...(clock === "feedback" ? { clock } : {}) };
      await stage.store.commit(sampleDecision({ signal, timers: clock === null ? [] : [timer] }));
      expect((await stage.store.counts(sampleNow)).unowned).toBe(unowned);
    });

    test("take a signal that the classifier still has to read for owned", async () => {
      const signal = sampleSignal();
      const timer = { id: "read", dueAt: sampleNow, what: "classify", signal: signal.id } as const;
      await stage.store.commit(sampleDecision({ signal, timers: [timer] }));
      expect((await stage.store.counts(sampleNow)).unowned).toBe(0);
      await stage.store.settleTimer("read");
      expect((await stage.store.counts(sampleNow)).unowned).toBe(1);
    });
  });
}
