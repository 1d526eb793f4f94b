import { describe, expect, test } from "vitest";
import type { Address } from "#signal/address.ts";
import { says } from "../support/one-story.ts";
import { openStage, type Stage } from "../support/stage.ts";

async function onStage(play: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage({ classifier: says() });
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

const answers = (stage: Stage, to: Address) => stage.cardsOf(to).map(({ title }) => title);

describe("a word of the command, typed", () => {
  const typed = (
    stage: Stage,
    by: Address,
    act: "help" | "home" | "week" | "away" | "drill" | "back" | "report",
  ) => stage.house.counter.say({ key: `word-${act}-${by}`, by, act, on: "", fields: null });

  test.each([
    ["chat:juf", "help", "report"],
    ["chat:juf", "home", "report"],
    ["chat:juf", "report", "report"],
    ["chat:ben", "away", "away"],
    ["chat:ben", "home", "away"],
    ["chat:carla", "drill", "drill"],
    ["chat:max", "week", "week"],
  ] as const)("%s types %s and gets a card with the button that does it", (by, act, button) =>
    onStage(async (stage) => {
      await typed(stage, by, act);
      await stage.house.runDue();
      const [card] = stage.cardsOf(by);
      expect(card?.buttons.map((one) => one.act)).toContain(button);
    }),
  );

  test("help of somebody who may be in danger gives the safety text first", () =>
    onStage(async (stage) => {
      await typed(stage, "chat:juf", "help");
      await stage.house.runDue();
      expect(stage.cardsOf("chat:juf")[0]?.parts[0]?.part).toBe("safety");
    }));

  test("only colleagues go on leave, only coordinators practise, only managers get the numbers", () =>
    onStage(async (stage) => {
      for (const act of ["away", "back", "drill", "week"] as const) await typed(stage, "chat:juf", act);
      await typed(stage, "chat:ben", "drill");
      await stage.house.runDue();
      expect(new Set(answers(stage, "chat:juf"))).toEqual(new Set(["Dit kan iemand anders doen"]));
      expect(answers(stage, "chat:ben")).toEqual(["Dit kan iemand anders doen"]);
    }));
});
