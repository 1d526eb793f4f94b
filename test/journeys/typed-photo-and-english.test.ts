import { describe, expect, test } from "vitest";
import { plain } from "../support/one-story.ts";
import { type Stage } from "../support/stage.ts";
import { answers, howMany, onStage } from "../support/typed-words.ts";

describe("a photo", () => {
  const withPhoto = async (stage: Stage, text: string) => {
    await stage.house.counter.say({
      key: `photo ${text}`,
      by: "chat:juf",
      act: "tell",
      on: "",
      fields: { text, files: "1" },
    });
    await stage.pass({ minutes: 1 });
    return JSON.stringify(stage.cardsOf("chat:juf"));
  };

  test("with words: the words are taken in, and the answer says that the photo is not kept", () =>
    onStage(async (stage) => {
      expect(await withPhoto(stage, plain)).toContain("Foto's en bestanden bewaren we niet");
      expect(await howMany(stage)).toBe(1);
      await stage.say("chat:juf", "hij is ook vaak moe");
      expect(JSON.stringify(stage.cardsOf("chat:juf").at(-1))).not.toContain("Foto's en bestanden");
    }));

  test("alone is not told off as nothing: it says what to do instead", () =>
    onStage(async (stage) => {
      const answer = await withPhoto(stage, "");
      expect(answer).toContain("Een foto kan ik niet lezen");
      expect(answer).toContain("Haal");
      expect(answer).not.toContain("Er staat nog niets");
      expect(await howMany(stage)).toBe(0);
    }));
});

describe("in English, the first time", () => {
  const english = "My neighbour hits his son every day. I hear them through the wall and he cries.";

  test("is answered in English, the receipt and its safety text too", () =>
    onStage(async (stage) => {
      await stage.say("chat:juf", english);
      const [receipt, typed] = stage.cardsOf("chat:juf");
      expect(JSON.stringify(receipt)).toMatch(/In danger: \*\*112\*\*.*There is danger now/);
      expect(JSON.stringify(receipt)).not.toMatch(/gevaar|Bel /);
      expect(typed?.title).toBe("Your concern has come in");
      expect((await stage.latest()).report.language).toBe("en");
      await stage.say("chat:juf", "And he was limping.");
      expect(answers(stage).at(-1)).toContain("Added to");
    }));

  test("who is known already is answered as before, also to a sentence of English", () =>
    onStage(async (stage) => {
      await stage.report(plain);
      await stage.pass({ minutes: 20 });
      await stage.say("chat:juf", english);
      expect(answers(stage)).toContain("Je zorg is binnen");
    }));
});
