import { describe, expect, test } from "vitest";
import { plain, sendsTo } from "../support/one-story.ts";
import { withCode } from "../support/sample-directory.ts";
import { answers, howMany, onStage, refOf, wordsOf } from "../support/typed-words.ts";

describe("typed in a direct message", () => {
  test("a worry is taken in: the receipt comes first, and then how to take it out of the chat", () =>
    onStage(async (stage) => {
      await stage.say("chat:juf", plain);
      const signal = await stage.latest();
      expect(await wordsOf(stage, signal.id)).toEqual([plain]);
      const [receipt, typed] = stage.cardsOf("chat:juf");
      expect(receipt?.buttons.some(({ act }) => act === "withdraw")).toBe(true);
      const text = JSON.stringify(typed);
      expect(text).toContain(signal.code);
      expect(text).toMatch(/drie puntjes.*verwijderen/);
      expect(text).not.toContain("gymkleren");
    }));

  test("one thought in five messages is one signal", () =>
    onStage(async (stage) => {
      const parts = [plain, "hij is ook vaak moe", "en zijn jas is kapot", "al weken", "dat was het"];
      for (const part of parts) {
        await stage.say("chat:juf", part);
        await stage.pass({ minutes: 10 });
      }
      expect(await howMany(stage)).toBe(1);
      expect(await wordsOf(stage, (await stage.latest()).id)).toEqual(parts);
    }));

  test("typed at the same moment it is still one thought, in the order in which it came", () =>
    onStage(async (stage) => {
      const parts = [plain, "hij is ook vaak moe", "en zijn jas is kapot"];
      const say = (text: string) =>
        stage.house.counter.say({ key: text, by: "chat:juf", act: "tell", on: "", fields: { text } });
      await Promise.all(parts.map(say));
      await stage.house.runDue();
      expect(await howMany(stage)).toBe(1);
      expect(await wordsOf(stage, (await stage.latest()).id)).toEqual(parts);
    }));

  test("a quarter of an hour later it is another worry, and so it is after the first was withdrawn", () =>
    onStage(async (stage) => {
      await stage.say("chat:juf", plain);
      await stage.pass({ minutes: 16 });
      await stage.say("chat:juf", "Een ander kind heeft steeds honger.");
      expect(await howMany(stage)).toBe(2);
      await stage.press("chat:juf", "withdraw", (await stage.latest()).code);
      await stage.say("chat:juf", "Toch is er nog een derde kind.");
      expect(await howMany(stage)).toBe(3);
    }));

  test("who said it to whom: words of one signaler never reach the signal of another", () =>
    onStage(async (stage) => {
      await stage.say("chat:juf", plain);
      await stage.say("chat:meester", "Een meisje in groep 8 eet niets meer.");
      expect(await wordsOf(stage, (await stage.latest()).id)).toEqual([plain]);
      const under = refOf(stage, "chat:juf", (await stage.latest()).code);
      await stage.say("chat:meester", "Nog iets over haar.", { under });
      expect(await wordsOf(stage, (await stage.latest()).id)).toEqual([plain]);
    }));

  test("a cry gets the safety text first, also between two messages of one thought, and is kept nowhere", () =>
    onStage(async (stage) => {
      await stage.say("chat:juf", plain);
      for (const cry of ["112", "help", "🔪"]) {
        const since = stage.chat.sends.length;
        await stage.say("chat:juf", cry, { under: refOf(stage, "chat:juf", (await stage.latest()).code) });
        await stage.say("chat:juf", cry);
        const heard = sendsTo(stage, "chat:juf", since);
        expect(heard.map(({ card }) => card.parts[0]?.part)).toEqual(["safety", "safety"]);
      }
      expect(await wordsOf(stage, (await stage.latest()).id)).toEqual([plain]);
    }));

  test("an addition with danger in it raises the signal, and the safety text comes before anything else", () =>
    onStage(async (stage) => {
      await stage.say("chat:juf", plain);
      const since = stage.chat.sends.length;
      await stage.say("chat:juf", "ze zegt net dat ze er vandaag een eind aan gaat maken");
      expect((await stage.latest()).urgency).toBe("acute");
      expect(sendsTo(stage, "chat:juf", since)[0]?.card.parts[0]?.part).toBe("safety");
    }));

  test("thanks and greetings make no signal, and open none again", () =>
    onStage(async (stage) => {
      await stage.say("chat:juf", "Hoi!");
      expect(await howMany(stage)).toBe(0);
      const { code } = await stage.report(plain);
      await stage.press("chat:ben", "accept", code);
      await stage.press("chat:ben", "outcome", code, {
        outcome: "P0",
        word: "closed",
        text: "",
        next: "close",
      });
      await stage.say("chat:juf", "Dank je wel!", { under: refOf(stage, "chat:juf", code) });
      expect((await stage.signal(code)).stage).toBe("closed");
      await stage.say("chat:juf", "Het gaat weer mis met hem.", { under: refOf(stage, "chat:juf", code) });
      expect((await stage.signal(code)).stage).toBe("routed");
    }));

  test.each([
    ["", "nog niets"],
    ["😀😀", "niet lezen"],
    ["x".repeat(8001), "8.000 tekens"],
  ])("what can not be read (%#) is refused kindly, with the form", (text, says) =>
    onStage(async (stage) => {
      await stage.say("chat:juf", text);
      const [card] = stage.cardsOf("chat:juf");
      expect(JSON.stringify(card)).toContain(says);
      expect(card?.buttons.map(({ act }) => act)).toContain("report");
      expect(await howMany(stage)).toBe(0);
    }),
  );
});

describe("typed under a message", () => {
  test("about a signal of one's own it is added, however long ago that was", () =>
    onStage(async (stage) => {
      const { code, id } = await stage.report(plain);
      const other = await stage.report("Een ander kind heeft steeds honger.");
      await stage.pass({ hours: 3 });
      await stage.say("chat:juf", "Nu ook zonder jas.", { under: refOf(stage, "chat:juf", code) });
      expect(await wordsOf(stage, id)).toEqual([plain, "Nu ook zonder jas."]);
      expect(await wordsOf(stage, other.id)).toHaveLength(1);
      expect(answers(stage)).toContain(`Toegevoegd aan ${code}`);
    }));

  test("a question of a colleague gets its answer, and only the first words are that answer", () =>
    onStage(async (stage) => {
      const { code, id } = await stage.report(plain);
      await stage.press("chat:ben", "accept", code);
      await stage.press("chat:ben", "ask", code, { text: "Hoeveel kinderen zijn er?" });
      const under = refOf(stage, "chat:juf", "Een vraag over je zorg");
      await stage.say("chat:juf", "3", { under });
      await stage.say("chat:juf", "De jongste is vier.", { under });
      const kept = (await stage.store.passages(id)).map(({ what, text }) => [what, text]);
      expect(kept).toContainEqual(["answer", "3"]);
      expect(kept).toContainEqual(["addition", "De jongste is vier."]);
      expect(answers(stage)).toContain("Je antwoord is doorgegeven");
    }));

  test("a colleague who types under a card is shown the buttons, and nothing is kept or passed on", () =>
    onStage(async (stage) => {
      const { code, id } = await stage.report(plain);
      const since = stage.chat.sends.length;
      await stage.say("chat:ben", "Vraag even aan de moeder van Daan", {
        under: refOf(stage, "chat:ben", code),
      });
      expect(await wordsOf(stage, id)).toEqual([plain]);
      expect(await howMany(stage)).toBe(1);
      const heard = stage.chat.sends.slice(since);
      expect(heard.map(({ to }) => to)).toEqual(["chat:ben"]);
      expect(JSON.stringify(heard)).not.toContain("Daan");
      expect(heard[0]?.card.buttons.map(({ act }) => act)).toContain("open");
    }));

  test("about what was withdrawn it is a worry of its own; of a colleague it is nothing", () =>
    onStage(async (stage) => {
      const { code } = await stage.report(plain);
      const [mine, theirs] = [refOf(stage, "chat:juf", code), refOf(stage, "chat:ben", code)];
      await stage.press("chat:juf", "withdraw", code);
      await stage.say("chat:ben", "Die laten we lopen.", { under: theirs });
      expect(await howMany(stage)).toBe(1);
      await stage.say("chat:juf", "Het is toch weer mis met hem.", { under: mine });
      expect(await howMany(stage)).toBe(2);
    }));

  test("that says what was typed belongs to it, too", () =>
    onStage(async (stage) => {
      await stage.say("chat:juf", plain);
      const { id } = await stage.latest();
      await stage.pass({ hours: 1 });
      await stage.say("chat:juf", "Dit hoort erbij.", { under: refOf(stage, "chat:juf", "drie puntjes") });
      expect(await wordsOf(stage, id)).toEqual([plain, "Dit hoort erbij."]);
    }));
});

test("typed where others read along: a hint for the one who typed it, and nothing is kept", () =>
  onStage(async (stage) => {
    const shared = {
      key: "c1",
      by: "chat:juf",
      act: "tell",
      on: "channel",
      fields: { text: plain },
    } as const;
    const reply = await stage.house.counter.press(shared);
    await stage.house.counter.say(shared);
    await stage.house.runDue();
    expect(await howMany(stage)).toBe(0);
    for (const card of [reply.card, stage.cardsOf("chat:juf")[0]]) {
      expect(JSON.stringify(card)).toContain("0800-2000");
      expect(JSON.stringify(card)).not.toContain("brood");
    }
  }));

test("who is known by a code stays known when typing", () =>
  onStage(
    async (stage) => {
      await stage.press("chat:juf", "report", "", { text: plain, code: "wilg-24" });
      await stage.pass({ minutes: 20 });
      await stage.say("chat:juf", "Een ander kind heeft steeds honger.");
      const signal = await stage.latest();
      expect(signal.report.organisation).toBe("de-wilg");
      expect((await stage.store.signaler(signal.signaler))?.vouched).toBe(true);
    },
    { directory: withCode("WILG 24") },
  ));
