import { describe, expect, test } from "vitest";
import type { Address } from "#signal/address.ts";
import { onStage, plain, says, sendsTo } from "../support/one-story.ts";
import type { Stage } from "../support/stage.ts";

async function howMany(stage: Stage): Promise<number> {
  return (await stage.store.counts(stage.clock.now())).signals;
}

async function wordsOf(stage: Stage, id: string): Promise<string[]> {
  return (await stage.store.passages(id)).filter(({ what }) => what !== "evidence").map(({ text }) => text);
}

/** What this reader hears after typing this. */
async function heard(stage: Stage, by: Address, text: string, under?: string) {
  const since = stage.chat.sends.length;
  await stage.say(by, text, under === undefined ? {} : { under });
  const cards = sendsTo(stage, by, since).map(({ card }) => card);
  const [last] = cards.slice(-1);
  if (last === undefined) throw new Error("Nothing was answered.");
  return { title: last.title, said: JSON.stringify(last), buttons: last.buttons, cards };
}

describe("a colleague with open work who types outside a thread", () => {
  test("is shown the buttons, with a way to tell a concern of their own, and nothing is kept", () =>
    onStage({}, async (stage) => {
      const { code, id } = await stage.report(plain);
      for (const text of ["ja ik kijk er vanmiddag naar", "heeft iemand de moeder van Daan al gebeld?"]) {
        const { said, buttons } = await heard(stage, "chat:ben", text);
        expect(said).not.toContain("Daan");
        expect(buttons.map(({ act, on }) => [act, on])).toEqual([
          ["open", code],
          ["report", ""],
          ["home", ""],
        ]);
      }
      await stage.press("chat:ben", "accept", code);
      await heard(stage, "chat:ben", "ik heb het gelezen");
      expect(await howMany(stage)).toBe(1);
      expect(await wordsOf(stage, id)).toEqual([plain]);
    }));

  test("with several signals open the way is the overview", () =>
    onStage({}, async (stage) => {
      await stage.report(plain);
      await stage.report("Een ander kind uit groep 5 heeft vaak geen jas aan.");
      const { title, buttons } = await heard(stage, "chat:ben", "ik kijk er morgen naar");
      expect(title).toBe("Gebruik de knoppen");
      expect(buttons.map(({ act, on }) => [act, on])).toEqual([
        ["home", ""],
        ["report", ""],
      ]);
    }));

  test("with danger in the words it is a signal, as of anybody", () =>
    onStage({}, async (stage) => {
      await stage.report(plain);
      await stage.say("chat:ben", "een meisje zegt net dat ze er vandaag een eind aan gaat maken");
      expect(await howMany(stage)).toBe(2);
      expect((await stage.latest("chat:ben")).urgency).toBe("acute");
    }));

  test("who has nothing open, or said no, tells a signal as anybody", () =>
    onStage({}, async (stage) => {
      const { code } = await stage.report(plain);
      await stage.press("chat:ben", "decline", code);
      await stage.say("chat:ben", "Een kind van de buren loopt laat op straat.");
      expect(await howMany(stage)).toBe(2);
      await stage.say("chat:sanne", "Bij de buren is het al weken heel stil.");
      expect(await howMany(stage)).toBe(3);
    }));

  test("who just told a concern of their own goes on telling it", () =>
    onStage({}, async (stage) => {
      await stage.press("chat:ben", "report", "", { text: "Een kind uit mijn straat loopt laat buiten." });
      const own = await stage.latest("chat:ben");
      await stage.report(plain);
      await stage.say("chat:ben", "en hij heeft geen jas");
      expect(await wordsOf(stage, own.id)).toContain("en hij heeft geen jas");
    }));
});

describe("a signaler who wants to take it back", () => {
  test.each(["Laat maar", "wil dit intrekken", "verwijder mijn bericht!", "Ik wil dit graag intrekken."])(
    "gets the button that does it, and the words are not kept (%s)",
    (text) =>
      onStage({}, async (stage) => {
        const { code, id } = await stage.report(plain);
        await stage.pass({ hours: 2 });
        const { said, buttons } = await heard(stage, "chat:juf", text);
        expect(buttons[0]).toMatchObject({ act: "withdraw", on: code });
        expect(said).toContain(code);
        expect((await stage.signal(code)).stage).not.toBe("withdrawn");
        expect(await wordsOf(stage, id)).toEqual([plain]);
        expect(await howMany(stage)).toBe(1);
      }),
  );

  test("in the thread of one of two signals, the button is of that one", () =>
    onStage({}, async (stage) => {
      const first = await stage.report(plain);
      await stage.pass({ minutes: 1 });
      await stage.report("Een ander kind heeft steeds honger.");
      const receipt = sendsTo(stage, "chat:juf").find(({ card }) =>
        JSON.stringify(card).includes(first.code),
      );
      if (receipt === undefined) throw new Error("There is no receipt.");
      const { buttons } = await heard(stage, "chat:juf", "laat maar", stage.chat.refOf(receipt));
      expect(buttons[0]?.on).toBe(first.code);
    }));

  test("anything longer is taken in; and so are the words of who has nothing open", () =>
    onStage({}, async (stage) => {
      await stage.say("chat:meester", "laat maar");
      expect(await howMany(stage)).toBe(1);
      const { id } = await stage.report(plain);
      const longer = "laat maar, ik durf niet meer want hij slaat haar";
      await stage.say("chat:juf", longer);
      expect(await wordsOf(stage, id)).toEqual([plain, longer]);
    }));
});

describe("thanks", () => {
  test.each(["ok dank je", "dankjewel!", "Super, heel erg bedankt", "Thanks a lot", "top, dank u wel hoor"])(
    "get a short answer with the number to type on, and are not kept (%s)",
    (text) =>
      onStage({}, async (stage) => {
        const { code, id } = await stage.report(plain);
        const { title, said } = await heard(stage, "chat:juf", text);
        expect(title).toBe("Graag gedaan");
        expect(said).toContain(code);
        expect(said.length).toBeLessThan(700);
        expect(await wordsOf(stage, id)).toEqual([plain]);
      }),
  );

  test("of who told nothing yet are answered as shortly; a greeting still gets the help", () =>
    onStage({}, async (stage) => {
      expect((await heard(stage, "chat:juf", "bedankt")).title).toBe("Graag gedaan");
      expect((await heard(stage, "chat:juf", "hoi")).title).toMatch(/^Hulp/);
      expect(await howMany(stage)).toBe(0);
    }));

  test("with more in it than thanks they are words like all others", () =>
    onStage({}, async (stage) => {
      const { id } = await stage.report(plain);
      for (const text of ["dank je, hij slaat haar nog steeds", "geen dank", "thanks for nothing"])
        await stage.say("chat:juf", text);
      expect(await wordsOf(stage, id)).toHaveLength(4);
    }));
});

describe("what was done is said in so many words", () => {
  const title = async (stage: Stage, ...press: Parameters<Stage["press"]>) =>
    (await stage.press(...press)).card?.title;

  test("who it goes to, instead of only 'sent'", () =>
    onStage({ classifier: says() }, async (stage) => {
      const { code } = await stage.report(plain);
      await stage.press("chat:ben", "accept", code);
      expect(await title(stage, "chat:ben", "consult", code, { whom: "noor", text: "Kijk je mee?" })).toBe(
        "Noor krijgt je vraag",
      );
      expect(await title(stage, "chat:ben", "ask", code, { text: "Sinds wanneer?" })).toBe(
        "Je vraag gaat naar wie het vertelde",
      );
      expect(await title(stage, "chat:juf", "still_worried", code)).toBe(
        `We zijn gewaarschuwd: ${code} wordt opnieuw bekeken`,
      );
      expect(await title(stage, "chat:ben", "hand_over", code, { to: "sanne", text: "Past beter." })).toBe(
        "Sanne krijgt het",
      );
      await stage.press("chat:sanne", "accept", code);
      const chosen = await title(stage, "chat:sanne", "hand_over", code, { to: "", text: "Kies maar." });
      const { asked } = await stage.signal(code);
      const name = stage.directory.people.find(({ id }) => id === asked.at(-1))?.name;
      expect(chosen).toBe(`${name} krijgt het`);
    }));
});
