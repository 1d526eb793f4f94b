import { describe, expect, test } from "vitest";
import type { Signal } from "#signal/signal.ts";
import {
  sampleDecision,
  sampleId,
  sampleNotice,
  sampleNow,
  samplePassage,
  sampleSignal,
  sampleTimer,
} from "../support/sample-decision.ts";
import type { Stage } from "./store.ts";

/** Signals: what a commit does, and how they are found again. */
export function commitContract(stage: Stage): void {
  const commit = (signal: Signal) => stage.store.commit(sampleDecision({ signal }));

  describe("a commit", () => {
    test("writes the signal as the next revision", async () => {
      const signal = sampleSignal({ asked: ["ben"] });
      expect(await commit(signal)).toBe("done");
      expect(await stage.store.load(signal.id)).toEqual({ ...signal, revision: 1 });
      expect(await stage.store.findByCode(signal.code)).toEqual({ ...signal, revision: 1 });
      expect(await stage.store.load("nobody")).toBeNull();
      expect(await stage.store.findByCode("VS-none")).toBeNull();
    });

    test("is still there after closing and opening again", async () => {
      const signal = sampleSignal();
      const decision = sampleDecision({ signal, passages: [samplePassage(signal.id)] });
      await stage.store.commit(decision);
      await stage.reopen();
      expect(await stage.store.load(signal.id)).toEqual({ ...signal, revision: 1 });
      expect(await stage.store.passages(signal.id)).toEqual(decision.passages);
      expect(await stage.store.commit(decision)).toBe("seen");
    });

    test("of a key that was committed before is seen, and changes nothing but the timer that brought it", async () => {
      const signal = sampleSignal();
      const timer = sampleTimer(signal.id);
      const first = sampleDecision({ signal });
      await stage.store.commit(first);
      await stage.store.addTimer(timer);
      const again = sampleDecision({
        key: first.key,
        signal: { ...signal, revision: 1, stage: "routed" },
        notices: [sampleNotice(signal)],
        settles: timer.id,
      });
      expect(await stage.store.commit(again)).toBe("seen");
      expect((await stage.store.load(signal.id))?.stage).toBe("received");
      expect(await stage.store.takeNotices(sampleNow, 10, 1000)).toEqual([]);
      expect(await stage.store.takeTimers(sampleNow, 10, 1000)).toEqual([]);
      expect(await stage.store.findByKey(first.key)).toEqual({ signal: signal.id });
    });

    test("made from an old revision is stale and writes nothing at all", async () => {
      const signal = sampleSignal();
      const timer = sampleTimer(signal.id);
      await commit(signal);
      await commit({ ...signal, revision: 1, stage: "routed" });
      await stage.store.addTimer(timer);
      const late = sampleDecision({
        signal: { ...signal, revision: 1, stage: "withdrawn" },
        passages: [samplePassage(signal.id)],
        notices: [sampleNotice(signal)],
        entries: [{ signal: signal.id, at: sampleNow, by: "ben", type: "declined", facts: {} }],
        settles: timer.id,
      });
      expect(await stage.store.commit(late)).toBe("stale");
      expect((await stage.store.load(signal.id))?.stage).toBe("routed");
      expect(await stage.store.passages(signal.id)).toEqual([]);
      expect((await stage.store.entries(signal.id)).map(({ type }) => type)).toEqual([
        "reported",
        "reported",
      ]);
      expect(await stage.store.takeNotices(sampleNow, 10, 1000)).toEqual([]);
      expect(await stage.store.takeTimers(sampleNow, 10, 1000)).toEqual([timer]);
      // The same event may try again with what it finds now.
      expect(await stage.store.findByKey(late.key)).toBeNull();
      expect(await stage.store.commit({ ...late, signal: { ...signal, revision: 2 } })).toBe("done");
    });

    test("of a signal that does not exist, or exists already, is stale", async () => {
      const signal = sampleSignal();
      expect(await commit({ ...signal, revision: 1 })).toBe("stale");
      await commit(signal);
      expect(await commit({ ...signal, code: "VS-other" })).toBe("stale");
    });

    test("wins alone where many start from one revision", async () => {
      const signal = sampleSignal();
      await commit(signal);
      const people = Array.from({ length: 20 }, (_, at) => `person-${at}`);
      const answers = await Promise.all(
        people.map((holder) => commit({ ...signal, revision: 1, stage: "accepted", holder })),
      );
      expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
      expect(answers.filter((answer) => answer === "stale")).toHaveLength(19);
      const after = await stage.store.load(signal.id);
      expect(after?.revision).toBe(2);
      expect(after?.holder).toBe(people[answers.indexOf("done")]);
    });

    test("delivered many times at once is done once", async () => {
      const signal = sampleSignal();
      const decision = sampleDecision({ signal, passages: [samplePassage(signal.id)] });
      const answers = await Promise.all(Array.from({ length: 32 }, () => stage.store.commit(decision)));
      expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
      expect(answers.filter((answer) => answer === "seen")).toHaveLength(31);
      expect(await stage.store.passages(signal.id)).toHaveLength(1);
    });

    test("that fails spoils none of those beside it", async () => {
      const good = [sampleSignal(), sampleSignal(), sampleSignal()];
      const twice = samplePassage(good[0]?.id ?? "");
      const bad = sampleDecision({
        signal: sampleSignal(),
        entries: [{ signal: "bad", at: sampleNow, by: "system", type: "routed", facts: {} }],
        passages: [
          { ...twice, id: "one" },
          { ...twice, id: "one" },
        ],
      });
      const [first, second, failed, third] = await Promise.allSettled([
        commit(good[0] ?? sampleSignal()),
        commit(good[1] ?? sampleSignal()),
        stage.store.commit(bad),
        commit(good[2] ?? sampleSignal()),
      ]);
      expect([first, second, third]).toMatchObject([{ value: "done" }, { value: "done" }, { value: "done" }]);
      expect(failed).toMatchObject({ status: "rejected", reason: { name: "Problem" } });
      for (const { id } of good) expect(await stage.store.load(id)).not.toBeNull();
      expect(await stage.store.load(bad.signal?.id ?? "")).toBeNull();
      expect(await stage.store.entries("bad")).toEqual([]);
      expect(await stage.store.findByKey(bad.key)).toBeNull();
    });

    test("without a signal keeps its timers and its key: a digest", async () => {
      const timer = { id: sampleId("week"), dueAt: sampleNow, what: "digest", week: "2026-W47" } as const;
      const digest = sampleDecision({ timers: [timer] });
      expect(await stage.store.commit(digest)).toBe("done");
      expect(await stage.store.findByKey(digest.key)).toEqual({ signal: null });
      expect(await stage.store.findByKey("never")).toBeNull();
      expect(await stage.store.takeTimers(sampleNow, 10, 1000)).toEqual([timer]);
      expect(await stage.store.commit(digest)).toBe("seen");
    });

    test("keeps the event log in order", async () => {
      const signal = sampleSignal();
      const entry = { signal: signal.id, at: sampleNow, by: "system", facts: { rung: 1, to: null } } as const;
      const entries = [
        { ...entry, type: "reported" },
        { ...entry, type: "routed" },
      ] as const;
      await stage.store.commit(sampleDecision({ signal, entries }));
      const view = { ...entry, by: "ben", type: "viewed", at: sampleNow - 1 } as const;
      await stage.store.addEntry(view);
      expect(await stage.store.entries(signal.id)).toEqual([...entries, view]);
      const other = { ...view, signal: "another" } as const;
      await stage.store.addEntry(other);
      expect(await stage.store.latestEntries(2)).toEqual([other, view]);
    });
  });

  describe("signals are found", () => {
    test("of a signaler: open ones first, newest first", async () => {
      const mine = { signaler: "me" };
      const old = sampleSignal({ ...mine, receivedAt: 1 });
      const closed = sampleSignal({ ...mine, receivedAt: 3, stage: "closed" });
      const young = sampleSignal({ ...mine, receivedAt: 2 });
      for (const signal of [old, closed, young, sampleSignal({ signaler: "other" })]) await commit(signal);
      const ids = (await stage.store.signalsOf("me", 10)).map((signal) => signal.id);
      expect(ids).toEqual([young.id, old.id, closed.id]);
      expect(await stage.store.signalsOf("me", 2)).toHaveLength(2);
    });

    test("for a colleague: held or asked for, and open", async () => {
      const held = sampleSignal({ holder: "ben", stage: "accepted", receivedAt: 1 });
      const asked = sampleSignal({ asked: ["carla", "ben"], receivedAt: 2 });
      const done = sampleSignal({ holder: "ben", asked: ["ben"], stage: "closed" });
      const others = sampleSignal({ holder: "carla", stage: "accepted", asked: ["carla"] });
      for (const signal of [asked, held, done, others]) await commit(signal);
      expect((await stage.store.openFor("ben")).map(({ id }) => id)).toEqual([held.id, asked.id]);
      await commit({ ...asked, revision: 1, asked: ["carla"] });
      expect((await stage.store.openFor("ben")).map(({ id }) => id)).toEqual([held.id]);
      await commit({ ...done, revision: 1, stage: "accepted" });
      expect((await stage.store.openFor("ben")).map(({ id }) => id).sort()).toEqual(
        [held.id, done.id].sort(),
      );
    });

    test("when open, oldest first; and counted per colleague who holds them or was asked last", async () => {
      const young = sampleSignal({ receivedAt: 2, asked: ["ben", "carla"] });
      const old = sampleSignal({ receivedAt: 1, holder: "ben", asked: ["carla"], stage: "working" });
      const closed = sampleSignal({ holder: "ben", stage: "closed" });
      const withdrawn = sampleSignal({ asked: ["ben"], stage: "withdrawn" });
      for (const signal of [young, old, closed, withdrawn]) await commit(signal);
      expect((await stage.store.openSignals()).map(({ id }) => id)).toEqual([old.id, young.id]);
      expect(await stage.store.loads()).toEqual({ ben: 1, carla: 1 });
    });
  });
}
