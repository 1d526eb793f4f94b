import { describe, expect, test } from "vitest";
import type { Press } from "#signal/press.ts";
import {
  sampleDecision,
  sampleNotice,
  sampleNow,
  sampleSignal,
  sampleTimer,
} from "../support/sample-decision.ts";
import type { Stage } from "./store.ts";

const minute = 60_000;
const signal = sampleSignal();

/** What should be done by now and is not: what the watch over the machine goes by. */
export function waitsContract(stage: Stage): void {
  const waits = async (now = sampleNow) => (await stage.store.counts(now)).waits;
  const notice = (given: Parameters<typeof sampleNotice>[1] = {}) => sampleNotice(signal, given);

  describe("what waits", () => {
    test("of what was typed: its length, and numbers that only grow", async () => {
      const typed = (key: string): Press => ({
        key,
        by: "slack:T1/U1",
        act: "tell",
        on: "",
        fields: { text: key },
      });
      const keys = ["een", "twee", "drie"].map(typed);
      for (const press of keys) await stage.store.keepTyped(press, sampleNow);
      const all = (await waits()).typed;
      expect(all.length).toBe(3);
      expect(all.last ?? 0).toBeGreaterThan(all.first ?? 0);
      // Also when it is being worked on, or waits for another try.
      await stage.store.takeTyped(sampleNow, 1, minute);
      expect((await waits()).typed).toEqual(all);
      if (keys[1]) await stage.store.noteTyped(keys[1], sampleNow + minute);
      expect((await waits()).typed).toEqual(all);
      if (keys[0]) await stage.store.noteTyped(keys[0], null);
      const rest = (await waits()).typed;
      expect(rest).toMatchObject({ length: 2, last: all.last });
      expect(rest.first ?? 0).toBeGreaterThan(all.first ?? 0);
    });

    test("of notices: the ones that are due, urgent and other apart; one for later does not count", async () => {
      const later = notice({ dueAt: sampleNow + minute });
      await stage.store.commit(
        sampleDecision({ notices: [later, notice(), notice({ urgent: true }), notice()] }),
      );
      const { urgent, other } = await waits();
      expect(urgent.length).toBe(1);
      expect(urgent.first).toBe(urgent.last);
      expect(other.length).toBe(2);
      expect((await waits(sampleNow + minute)).other.length).toBe(3);
    });

    test("a notice that was tried goes on to count until it is sent or dead, with the same number", async () => {
      const tried = notice();
      await stage.store.commit(sampleDecision({ notices: [tried] }));
      const before = (await waits()).other;
      await stage.store.takeNotices(sampleNow, 1, minute);
      await stage.store.noteDelivery(tried.id, { how: "retry", at: sampleNow + 9 * minute }, sampleNow);
      expect((await waits()).other).toEqual(before);
      await stage.store.noteDelivery(tried.id, { how: "dead" }, sampleNow);
      expect((await waits()).other).toEqual({ length: 0, first: null, last: null });
    });

    test("of timers: since when the oldest is due, also while it is worked on; a second opinion nobody waits for", async () => {
      expect((await waits()).timerDue).toBeNull();
      const [late, future] = [
        sampleTimer("s", { dueAt: sampleNow - minute }),
        sampleTimer("s", { dueAt: sampleNow + 1 }),
      ];
      const second = { id: "second", dueAt: 1, what: "second_opinion", signal: "s", tries: 0 } as const;
      await stage.store.commit(sampleDecision({ timers: [future, late, sampleTimer("s"), second] }));
      await stage.store.takeTimers(sampleNow, 2, minute);
      expect((await waits()).timerDue).toBe(sampleNow - minute);
      await stage.store.settleTimer(late.id);
      expect((await waits()).timerDue).toBe(sampleNow);
    });

    test("of timers: a digest may take an hour", async () => {
      const dueAt = sampleNow - 60 * minute;
      const digest = { id: "digest:2026-W46", what: "digest", week: "2026-W46" } as const;
      await stage.store.addTimer({ ...digest, dueAt: dueAt + 1 });
      expect((await waits()).timerDue).toBeNull();
      await stage.store.settleTimer(digest.id);
      await stage.store.addTimer({ ...digest, id: "digest:2026-W45", dueAt });
      expect((await waits()).timerDue).toBe(dueAt);
    });

    test("of signals: the oldest that nobody holds, and the first clock that ends", async () => {
      const [hour, day] = [60 * minute, 24 * 60 * minute];
      const signals = [
        sampleSignal({ receivedAt: sampleNow - hour, acceptDue: sampleNow + day }),
        sampleSignal({ receivedAt: sampleNow - minute, acceptDue: sampleNow + minute }),
        sampleSignal({ receivedAt: sampleNow - day, acceptDue: sampleNow - day, holder: "ben" }),
        sampleSignal({ receivedAt: sampleNow - day, acceptDue: sampleNow - day, stage: "closed" }),
        sampleSignal({ receivedAt: sampleNow - day, acceptDue: sampleNow - day, drill: true }),
      ];
      for (const one of signals) await stage.store.commit(sampleDecision({ signal: one }));
      expect(await waits()).toMatchObject({ unheldSince: sampleNow - hour, unheldDue: sampleNow + minute });
    });
  });
}
