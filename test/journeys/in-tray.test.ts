import { expect, test } from "vitest";
import { Problem } from "#base/problem.ts";
import { plain } from "../support/one-story.ts";
import { answers, howMany, onStage } from "../support/typed-words.ts";

test("what was typed is kept while the house can not work on it, becomes a signal once it can, and nobody waits in silence", () =>
  onStage(async (stage) => {
    const { commit } = stage.store;
    let broken = true;
    Object.assign(stage.store, {
      commit: (decision: Parameters<typeof commit>[0]) =>
        broken && decision.signal !== null
          ? Promise.reject(new Problem("bug", "A fault of ours."))
          : commit(decision),
    });
    await stage.say("chat:juf", plain);
    expect(await howMany(stage)).toBe(0);
    expect((await stage.store.counts(stage.clock.now())).waitingTyped).toBe(1);
    expect(answers(stage)).toEqual([]);
    await stage.pass({ minutes: 5 });
    expect(answers(stage)).toEqual(["Niemand heeft dit nog gelezen"]);
    expect(answers(stage, "chat:carla")).toEqual(["Een bericht bleef liggen"]);
    await stage.pass({ minutes: 30 });
    expect(answers(stage)).toHaveLength(1);
    expect(answers(stage, "chat:carla")).toHaveLength(1);
    broken = false;
    await stage.pass({ minutes: 1 });
    expect(await howMany(stage)).toBe(1);
    expect(answers(stage)).toContain("Je zorg is binnen");
    expect((await stage.store.counts(stage.clock.now())).waitingTyped).toBe(0);
  }));

test("one message that can not be worked on holds up nobody else's", () =>
  onStage(async (stage) => {
    const { findByKey } = stage.store;
    let first: string | null = null;
    Object.assign(stage.store, {
      findByKey: (key: string) => {
        first ??= key;
        return key === first ? Promise.reject(new Problem("bug", "A fault of ours.")) : findByKey(key);
      },
    });
    await stage.say("chat:juf", plain);
    await stage.say("chat:coach", "Een speler van me slaapt al weken op school in de fietsenstalling.");
    expect(await howMany(stage)).toBe(1);
    expect(answers(stage, "chat:coach")).toContain("Je zorg is binnen");
  }));

test("what was typed just before the house was killed is worked on when it is there again", () =>
  onStage(async (stage) => {
    const key = "dm:D1:1";
    await stage.house.counter.say({ key, by: "chat:juf", act: "tell", on: "", fields: { text: plain } });
    expect(await howMany(stage)).toBe(0);
    await stage.restart();
    await stage.house.runDue();
    expect(await howMany(stage)).toBe(1);
    expect(answers(stage)).toContain("Je zorg is binnen");
  }));
