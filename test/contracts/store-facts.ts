import { describe, expect, test } from "vitest";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Fact } from "#signal/fact.ts";
import type { Signal } from "#signal/signal.ts";
import { sampleDecision, sampleSignal } from "../support/sample-decision.ts";
import type { Stage } from "./store.ts";

/** What the digest counts, and what stays as it was published. */
export function factsContract(stage: Stage): void {
  const commit = (given: Partial<Signal>) => {
    const signal = sampleSignal({ acceptDue: 0, feedbackDue: 0, ...given });
    return stage.store.commit(sampleDecision({ signal })).then(() => signal);
  };
  const ids = (facts: Iterable<Pick<Fact, "id">>) => [...facts].map((fact) => fact.id).sort();

  describe("facts", () => {
    test("hold what a digest needs of a signal, and not a word of it", async () => {
      const signal = await commit({
        stage: "closed",
        receivedAt: 100,
        categories: ["addiction", "debt"],
        holder: "ben",
        acceptDue: 200,
        acceptedAt: 150,
        feedbackDue: 300,
        feedbackAt: 250,
        outcomeDue: 390,
        outcome: "P1",
        outcomes: [
          { outcome: "C1", at: 350, by: "ben" },
          { outcome: "P1", at: 400, by: "ben" },
        ],
        closedAt: 450,
        hops: 2,
      });
      expect([...(await stage.store.arrivals(100, 101))]).toEqual([
        {
          id: signal.id,
          receivedAt: 100,
          stage: "closed",
          kind: "signal",
          category: "addiction",
          urgency: "soon",
          source: "school",
          area: "noord",
          holder: "ben",
          acceptDue: 200,
          acceptedAt: 150,
          feedbackDue: 300,
          feedbackAt: 250,
          outcomeDue: 390,
          outcome: "P1",
          outcomeAt: 400,
          closedAt: 450,
          hops: 2,
        } satisfies Fact,
      ]);
    });

    test("of a window have its first instant in it and its last one out", async () => {
      await commit({ receivedAt: 99 });
      const inside = [await commit({ receivedAt: 100 }), await commit({ receivedAt: 199 })];
      await commit({ receivedAt: 200 });
      expect(ids(await stage.store.arrivals(100, 200))).toEqual(idsOf(inside));
      expect(ids(await stage.store.arrivals(100, 100))).toEqual([]);
    });

    test("of outcomes go by the current outcome", async () => {
      const by = "ben";
      const set = await commit({ outcome: "P2", outcomes: [{ outcome: "P2", at: 150, by }] });
      const changed = await commit({
        outcome: "C1",
        outcomes: [
          { outcome: "P1", at: 150, by },
          { outcome: "C1", at: 250, by },
        ],
      });
      await commit({ outcome: null, outcomes: [{ outcome: "P1", at: 150, by }], stage: "routed" });
      expect(ids(await stage.store.outcomesSet(100, 200))).toEqual([set.id]);
      expect(ids(await stage.store.outcomesSet(200, 300))).toEqual([changed.id]);
    });

    test("of clocks go by either clock, and come once", async () => {
      const accept = await commit({ acceptDue: 100, feedbackDue: 999 });
      const feedback = await commit({ acceptDue: 50, feedbackDue: 199 });
      const both = await commit({ acceptDue: 100, feedbackDue: 150 });
      await commit({ acceptDue: 99, feedbackDue: 200 });
      expect(ids(await stage.store.clocksEnded(100, 200))).toEqual(idsOf([accept, feedback, both]));
    });

    test("of what was closed since, by the instant of closing", async () => {
      await commit({ stage: "closed", closedAt: 99 });
      const since = [
        await commit({ stage: "closed", closedAt: 100 }),
        await commit({ stage: "withdrawn", closedAt: 5_000 }),
      ];
      await commit({ closedAt: null });
      expect(ids(await stage.store.closedSince(100))).toEqual(idsOf(since));
    });

    test("of what is open follow the state", async () => {
      const open = await commit({});
      const closed = await commit({ stage: "closed" });
      expect(ids(await stage.store.openFacts())).toEqual([open.id]);
      await stage.store.commit(sampleDecision({ signal: { ...open, revision: 1, stage: "closed" } }));
      await stage.store.commit(sampleDecision({ signal: { ...closed, revision: 1, stage: "accepted" } }));
      expect(ids(await stage.store.openFacts())).toEqual([closed.id]);
    });

    test("of many signals in one instant all come, while others are written", {
      timeout: 60_000,
    }, async () => {
      await Promise.all(Array.from({ length: 2500 }, (_, at) => commit({ receivedAt: at % 3 })));
      const seen = new Set<string>();
      for (const fact of await stage.store.arrivals(0, 3)) {
        seen.add(fact.id);
        if (seen.size % 500 === 0) await commit({ receivedAt: 7 });
      }
      expect(seen.size).toBe(2500);
      expect(ids(await stage.store.openFacts())).toHaveLength(2505);
    });
  });

  describe("a published week", () => {
    const numbers: DigestNumbers = {
      week: "2026-W47",
      from: 0,
      until: 1,
      municipality: "Voorbeeldstad",
      audience: "team",
      arrivals: 3,
      bySource: [{ of: "school", count: "hidden" }],
      byCategory: [],
      byUrgency: [],
      block: {
        fromWeek: "2026-W45",
        untilWeek: "2026-W48",
        prevention: 5,
        casework: 5,
        advice: 0,
        noFollowUp: 0,
        preventionShare: 0.5,
        correctedSince: 0,
      },
      outcomes: { prevention: 1, casework: 1, advice: 0, noFollowUp: 0 },
      weekShare: 0.5,
      trend: [],
      open: { waiting: 0, inHand: 0, casework: 0, preventionWork: 0, overdue: 0 },
      onTime: { done: 1, of: 1 },
      feedback: { done: 1, of: 1 },
      handOvers: 0,
      coverage: [],
    };

    test("stays as it was published first, per audience", async () => {
      expect(await stage.store.publishedWeek("2026-W47", "team")).toBeNull();
      await stage.store.publishWeek(numbers);
      await stage.store.publishWeek({ ...numbers, arrivals: 99 });
      await stage.reopen();
      expect(await stage.store.publishedWeek("2026-W47", "team")).toEqual(numbers);
      expect(await stage.store.publishedWeek("2026-W47", "management")).toBeNull();
      expect(await stage.store.publishedWeek("2026-W48", "team")).toBeNull();
    });

    test("and small settings are remembered as last told", async () => {
      expect(await stage.store.recall("clock")).toBeNull();
      await stage.store.remember("clock", "1");
      await stage.store.remember("clock", "2");
      await stage.reopen();
      expect(await stage.store.recall("clock")).toBe("2");
    });
  });
}

function idsOf(signals: readonly Signal[]): string[] {
  return signals.map((signal) => signal.id).sort();
}
