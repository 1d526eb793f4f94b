import { describe, expect, test } from "vitest";
import type { Address } from "#signal/address.ts";
import { plain, says, sendsTo } from "../support/one-story.ts";
import { withCode } from "../support/sample-directory.ts";
import { openStage, type Stage, type StageOptions } from "../support/stage.ts";

async function onStage(play: (stage: Stage) => Promise<void>, options: StageOptions = {}): Promise<void> {
  const stage = await openStage({ classifier: says(), ...options });
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

/** The words of a signal as its holder reads them. */
async function wordsOf(stage: Stage, id: string): Promise<string[]> {
  return (await stage.store.passages(id)).filter(({ what }) => what !== "evidence").map(({ text }) => text);
}

async function howMany(stage: Stage): Promise<number> {
  return (await stage.store.counts(stage.clock.now())).signals;
}

/** The ref of the last message at this address whose card says this. */
function refOf(stage: Stage, to: Address, words: string): string {
  const sent = sendsTo(stage, to).findLast(({ card }) => JSON.stringify(card).includes(words));
  if (sent === undefined) throw new Error(`Nothing at ${to} says ${words}.`);
  return stage.chat.refOf(sent);
}

const answers = (stage: Stage, to: Address = "chat:juf") => stage.cardsOf(to).map(({ title }) => title);

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

describe("the same message twice", () => {
  const press = { key: "dm:D1:1", by: "chat:juf", act: "tell", on: "", fields: { text: plain } } as const;

  test("is taken in and answered once, also after a restart", () =>
    onStage(async (stage) => {
      await Promise.all([stage.house.counter.say(press), stage.house.counter.say(press)]);
      await stage.house.runDue();
      await stage.restart();
      await stage.house.counter.say(press);
      await stage.house.runDue();
      expect(await howMany(stage)).toBe(1);
      expect(answers(stage).filter((title) => title === "Je zorg is binnen")).toHaveLength(1);
    }));

  test.each(["report", "addition", "answer"] as const)(
    "killed between taking in and answering: the repeat answers the same (%s)",
    (what) =>
      onStage(async (stage) => {
        const { code } = await stage.report(plain);
        if (what === "answer") {
          await stage.press("chat:ben", "accept", code);
          await stage.press("chat:ben", "ask", code, { text: "Sinds wanneer?" });
        }
        if (what === "report") await stage.pass({ minutes: 20 });
        // A platform names the message at the head of the thread.
        const receipt = sendsTo(stage, "chat:juf").find(({ card }) => JSON.stringify(card).includes(code));
        if (receipt === undefined) throw new Error("There is no receipt.");
        const under = stage.chat.refOf(receipt);
        const typed = {
          ...press,
          fields: { text: "Sinds de herfst." },
          ...(what === "report" ? {} : { under }),
        };
        // The answer never gets to the disk.
        const { commit } = stage.store;
        Object.assign(stage.store, {
          commit: (decision: Parameters<typeof commit>[0]) =>
            decision.notices.some(({ body }) => body.kind === "answer")
              ? Promise.reject(new Error("killed"))
              : commit(decision),
        });
        await expect(stage.house.counter.say(typed)).rejects.toThrow("killed");
        await stage.restart();
        await stage.say("chat:juf", "Nog iets.", { under });
        await stage.house.counter.say(typed);
        await stage.house.runDue();
        const kept = (await stage.store.passages((await stage.latest()).id)).map(({ text }) => text);
        expect(kept.filter((text) => text === "Sinds de herfst.")).toHaveLength(1);
        expect(await howMany(stage)).toBe(what === "report" ? 2 : 1);
        const title = {
          report: "Je zorg is binnen",
          addition: `Toegevoegd aan ${code}`,
          answer: "Je antwoord is doorgegeven",
        }[what];
        expect(answers(stage)).toContain(title);
      }),
  );
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
