import { describe, expect, test } from "vitest";
import type { Signal } from "#signal/signal.ts";
import {
  sampleDecision,
  sampleNotice,
  sampleNow,
  sampleSignal,
  sampleSignaler,
} from "../support/sample-decision.ts";
import type { Stage } from "./store.ts";

/** What is known of the people: who floods, who is a stranger, who set what about their own work, what a message is about. */
export function peopleContract(stage: Stage): void {
  const { report } = sampleSignal();

  describe("strangers", () => {
    const came = (
      signaler: string,
      receivedAt: number,
      { organisation = null, vouched = false, ...given }: Come = {},
    ) =>
      stage.store.commit(
        sampleDecision({
          signal: sampleSignal({ signaler, receivedAt, report: { ...report, organisation }, ...given }),
          signaler: sampleSignaler(signaler, { vouched, organisation }),
        }),
      );

    test("are not needed to count how much one signaler sent", async () => {
      await came("me", 10);
      await came("me", 20, { organisation: "school" });
      await came("me", 30);
      await came("other", 30);
      expect(await stage.store.reportedSince("me", 20)).toBe(2);
      expect(await stage.store.reportedSince("me", 31)).toBe(0);
    });

    test("are counted per organisation, and those of none together", async () => {
      await came("a", 20, { organisation: "school" });
      await came("b", 30, { organisation: "school" });
      await came("c", 30, { organisation: "club" });
      await came("d", 30);
      expect(await stage.store.reportedByStrangers("school", { since: 20, knownBefore: 20 })).toBe(2);
      expect(await stage.store.reportedByStrangers("school", { since: 21, knownBefore: 21 })).toBe(1);
      expect(await stage.store.reportedByStrangers("club", { since: 0, knownBefore: 0 })).toBe(1);
      expect(await stage.store.reportedByStrangers(null, { since: 0, knownBefore: 0 })).toBe(1);
      expect(await stage.store.reportedByStrangers("nowhere", { since: 0, knownBefore: 0 })).toBe(0);
    });

    test("are only those without a code, of whom nothing came in before", async () => {
      await came("regular", 10, { organisation: "school" });
      await came("regular", 30, { organisation: "school" });
      await came("vouched", 30, { organisation: "school", vouched: true });
      await came("stranger", 30, { organisation: "school" });
      await came("stranger", 31, { organisation: "school" });
      expect(await stage.store.reportedByStrangers("school", { since: 20, knownBefore: 20 })).toBe(2);
      expect(await stage.store.reportedByStrangers("school", { since: 10, knownBefore: 10 })).toBe(4);
      expect(await stage.store.reportedByStrangers("school", { since: 30, knownBefore: 10 })).toBe(3);
    });

    test("stay what they were when the signal goes on; an exercise counts for nobody", async () => {
      await came("coordinator", 30, { organisation: "school", drill: true });
      const signal = sampleSignal({
        signaler: "a",
        receivedAt: 30,
        report: { ...report, organisation: "school" },
      });
      await stage.store.commit(sampleDecision({ signal, signaler: sampleSignaler("a") }));
      await stage.store.commit(sampleDecision({ signal: { ...signal, revision: 1, stage: "routed" } }));
      await stage.reopen();
      expect(await stage.store.reportedByStrangers("school", { since: 20, knownBefore: 20 })).toBe(1);
    });

    test("are no longer new once something of them came in before", async () => {
      await came("me", 10);
      expect(await stage.store.isKnownSince("me", 10)).toBe(false);
      expect(await stage.store.isKnownSince("me", 11)).toBe(true);
      expect(await stage.store.isKnownSince("other", 11)).toBe(false);
    });
  });

  describe("signalers", () => {
    test("are found by their platform", async () => {
      await stage.store.rememberSignaler(sampleSignaler("a", { address: "slack:T1/U1" }));
      await stage.store.rememberSignaler(sampleSignaler("b", { address: "slack:T1/U2" }));
      await stage.store.rememberSignaler(sampleSignaler("c", { address: "web:slack:juf" }));
      await stage.store.rememberSignaler(sampleSignaler("d", { address: "slacker:T1/U3" }));
      expect((await stage.store.signalerAddresses("slack")).toSorted()).toEqual([
        "slack:T1/U1",
        "slack:T1/U2",
      ]);
      expect(await stage.store.signalerAddresses("teams")).toEqual([]);
    });

    test("are remembered with who vouched for them", async () => {
      const vouched = sampleSignaler("a", { vouched: true, organisation: "de-wilg" });
      await stage.store.rememberSignaler(vouched);
      await stage.reopen();
      expect(await stage.store.signaler("a")).toEqual(vouched);
    });
  });

  describe("what a colleague sets", () => {
    test("is kept as last set, per colleague", async () => {
      expect(await stage.store.staffing()).toEqual([]);
      const away = { from: "2026-11-17", until: "2026-11-20" };
      await stage.store.setStaffing({ person: "ben", away, capacity: null });
      await stage.store.setStaffing({ person: "anna", away: null, capacity: 0 });
      await stage.store.setStaffing({ person: "ben", away: null, capacity: 12 });
      await stage.store.setStaffing({ person: "carla", away, capacity: 3 });
      await stage.reopen();
      expect(await stage.store.staffing()).toEqual([
        { person: "anna", away: null, capacity: 0 },
        { person: "ben", away: null, capacity: 12 },
        { person: "carla", away, capacity: 3 },
      ]);
    });
  });

  describe("a message that was sent", () => {
    const send = async (signal: Signal, ref: string, given: { slot?: string } = {}) => {
      const notice = sampleNotice(signal, given);
      await stage.store.commit(sampleDecision({ notices: [notice] }));
      await stage.store.takeNotices(sampleNow, 10, 1000);
      const sent = { how: "sent", address: "slack:T1/U1", ref } as const;
      await stage.store.noteDelivery(notice.id, sent, sampleNow);
    };

    test("is about its signal, at its own address and nowhere else", async () => {
      const [one, other] = [sampleSignal(), sampleSignal()];
      await send(one, "D1/1.1");
      await send(other, "D1/2.2");
      await stage.reopen();
      expect(await stage.store.signalAt("slack:T1/U1", "D1/1.1")).toBe(one.id);
      expect(await stage.store.signalAt("slack:T1/U1", "D1/2.2")).toBe(other.id);
      expect(await stage.store.signalAt("slack:T1/U2", "D1/1.1")).toBeNull();
      expect(await stage.store.signalAt("slack:T1/U1", "D1/9.9")).toBeNull();
    });

    test("still is when a later form of the card is another message", async () => {
      const signal = sampleSignal();
      await send(signal, "D1/1.1", { slot: "receipt" });
      await send(signal, "D1/3.3", { slot: "receipt" });
      expect(await stage.store.signalAt("slack:T1/U1", "D1/1.1")).toBe(signal.id);
      expect(await stage.store.signalAt("slack:T1/U1", "D1/3.3")).toBe(signal.id);
    });

    test("about no signal is about none", async () => {
      const notice = sampleNotice(sampleSignal(), { signal: null });
      await stage.store.commit(sampleDecision({ notices: [notice] }));
      await stage.store.takeNotices(sampleNow, 10, 1000);
      const sent = { how: "sent", address: "slack:T1/U1", ref: "D1/1.1" } as const;
      await stage.store.noteDelivery(notice.id, sent, sampleNow);
      expect(await stage.store.signalAt("slack:T1/U1", "D1/1.1")).toBeNull();
    });
  });

  describe("an exercise", () => {
    test("is left out of every count and load, and stays in the work of whoever has it", async () => {
      const facts = {
        receivedAt: 100,
        acceptDue: 100,
        feedbackDue: 100,
        holder: "ben",
        stage: "working",
        outcome: "P1",
        outcomes: [{ outcome: "P1", at: 100, by: "ben" }],
      } as const;
      const real = sampleSignal(facts);
      const drill = sampleSignal({ ...facts, drill: true });
      for (const signal of [real, drill]) await stage.store.commit(sampleDecision({ signal }));
      const { store } = stage;
      const counted = [
        await store.arrivals(0, 200),
        await store.outcomesSet(0, 200),
        await store.clocksEnded(0, 200),
        await store.openFacts(),
      ];
      for (const stream of counted) expect([...stream].map(({ id }) => id)).toEqual([real.id]);
      expect(await store.loads()).toEqual({ ben: 1 });
      expect(await store.openFor("ben")).toHaveLength(2);
      expect(await store.openSignals()).toHaveLength(2);
      expect((await store.counts(sampleNow)).open).toBe(2);
      expect((await store.load(drill.id))?.drill).toBe(true);
      expect(await store.loadDrill(drill.id)).toEqual(await store.load(drill.id));
      expect(await store.loadDrill(real.id)).toBeNull();
    });
  });
}

type Come = { organisation?: string | null; vouched?: boolean; drill?: boolean };
