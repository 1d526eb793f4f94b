import { describe, expect, test } from "vitest";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { readNet } from "#classify/safety-net.ts";
import { languages } from "#signal/words.ts";
import { drillStory } from "#texts/forms/drill.ts";
import { plain, says, sendsTo } from "../support/one-story.ts";
import { sampleDirectory } from "../support/sample-directory.ts";
import { openStage, type Stage, type StageOptions } from "../support/stage.ts";

async function onStage(play: (stage: Stage) => Promise<void>, options: StageOptions = {}): Promise<void> {
  const stage = await openStage(options);
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

/** Carla starts an exercise; gives it as it is when everything due has happened. */
async function practise(stage: Stage) {
  await stage.press("chat:carla", "drill", "", {});
  return stage.latest("chat:carla");
}

const allSaid = (stage: Stage, since = 0) => stage.chat.sends.slice(since);

describe("an exercise", () => {
  test("asks first: it says that a colleague is paged, and starts nothing yet", () =>
    onStage(async (stage) => {
      const { form } = await stage.press("chat:carla", "drill", "", null);
      expect(JSON.stringify(form)).toContain("Dit roept een collega op, als oefening.");
      expect(stage.chat.sends).toEqual([]);
    }));

  test("walks the whole road, and every card on it says so in its title and its notification", () =>
    onStage(async (stage) => {
      const signal = await practise(stage);
      expect([signal.urgency, signal.categories[0], signal.drill]).toEqual(["urgent", "debt", true]);
      expect(signal.asked).toEqual(["dora", "ben"]);
      await stage.pass({ minutes: 31 });
      expect((await stage.signal(signal.code)).rung).toBe(1);
      await stage.press("chat:ben", "accept", signal.code);
      await stage.press("chat:ben", "feedback", signal.code, { level: "in_contact", text: "" });
      await stage.press("chat:ben", "outcome", signal.code, {
        outcome: "N1",
        word: "closed",
        text: "",
        next: "close",
      });
      expect((await stage.signal(signal.code)).stage).toBe("closed");
      expect(allSaid(stage).length).toBeGreaterThan(6);
      for (const { card } of allSaid(stage)) {
        expect(card.title).toMatch(/^OEFENING: /);
        expect(card.summary).toMatch(/^OEFENING\. /);
      }
    }));

  test("also says so in the story, and in the answers to what is pressed", () =>
    onStage(async (stage) => {
      const { code } = await practise(stage);
      for (const act of ["open", "why", "accept"] as const) {
        expect((await stage.press("chat:ben", act, code)).card?.title).toMatch(/^OEFENING: /);
      }
    }));

  test("sends nobody a text or a button for people in danger", () =>
    onStage(async (stage) => {
      const { code } = await practise(stage);
      await stage.press("chat:ben", "accept", code);
      for (const { card } of allSaid(stage)) {
        expect(card.parts.some(({ part }) => part === "safety")).toBe(false);
        expect(card.buttons.some(({ act, style }) => act === "called" || style === "danger")).toBe(false);
        expect(card.tone).not.toBe("acute");
      }
    }));

  test("tells who started it how long it took, and goes on saying so", () =>
    onStage(async (stage) => {
      const { code } = await practise(stage);
      await stage.pass({ minutes: 12 });
      const since = stage.chat.sends.length;
      await stage.press("chat:ben", "accept", code);
      expect(JSON.stringify(sendsTo(stage, "chat:carla", since))).toContain("Opgepakt na **12 minuten**.");
      await stage.pass({ hours: 2 });
      await stage.press("chat:ben", "feedback", code, { level: "in_contact", text: "" });
      expect(JSON.stringify(stage.cardsOf("chat:carla").at(-1))).toContain("**12 minuten**");
    }));

  test("is in no count, and not in the work of who has it", () =>
    onStage(async (stage) => {
      const { code } = await practise(stage);
      await stage.press("chat:ben", "accept", code);
      const { now } = stage.clock;
      expect(Array.from(await stage.store.arrivals(0, now() + 1))).toEqual([]);
      expect(Array.from(await stage.store.openFacts())).toEqual([]);
      expect(await stage.store.loads()).toEqual({});
    }));

  test("is for coordinators only", () =>
    onStage(async (stage) => {
      for (const by of ["chat:ben", "chat:juf", "chat:max"] as const) {
        expect((await stage.press(by, "drill", "", null)).card?.title).toBe("Dit kan iemand anders doen");
        await stage.press(by, "drill", "", {});
      }
      expect((await stage.store.counts(stage.clock.now())).signals).toBe(0);
    }));

  test("leaves what is remembered of the coordinator, who may worry about somebody too", () =>
    onStage(async (stage) => {
      await stage.report(plain, { role: "volunteer" }, "chat:carla");
      const before = await stage.store.signaler(stage.store.signalerId("chat:carla"));
      await stage.pass({ hours: 1 });
      await practise(stage);
      expect(await stage.store.signaler(stage.store.signalerId("chat:carla"))).toEqual(before);
    }));

  test("takes in nothing that is typed: a real concern does not end in an exercise", () =>
    onStage(
      async (stage) => {
        const { id } = await practise(stage);
        const under = sendsTo(stage, "chat:carla")[0]?.id ?? "";
        await stage.say("chat:carla", plain, { under });
        await stage.say("chat:carla", plain);
        const told = (await stage.store.passages(id)).map(({ text }) => text);
        expect(told).not.toContain(plain);
        expect((await stage.latest("chat:carla")).drill).toBe(false);
      },
      { classifier: says() },
    ));

  test("delivered twice is one exercise", () =>
    onStage(async (stage) => {
      const press = { key: "d", by: "chat:carla", act: "drill", on: "", fields: {} } as const;
      await Promise.all([stage.house.counter.press(press), stage.house.counter.press(press)]);
      await stage.house.counter.press(press);
      expect((await stage.store.counts(stage.clock.now())).signals).toBe(1);
    }));
});

describe("at night", () => {
  const directory = sampleDirectory({ onCall: ["sanne"] });

  test.each(["23:00", "16:30"])(
    "at %s the form says when it can be done, and sending it is refused",
    (time) =>
      onStage(
        async (stage) => {
          const { form } = await stage.press("chat:carla", "drill", "", null);
          expect(JSON.stringify(form)).toContain("Het kan weer morgen, woensdag 18 november, 9.00 uur.");
          const { card } = await stage.press("chat:carla", "drill", "", {});
          expect(JSON.stringify(card)).toContain("als we open zijn");
          expect(stage.chat.sends).toEqual([]);
        },
        { start: `2026-11-17T${time}:00+01:00`, directory },
      ),
  );

  test("one that nobody takes before the office closes wakes nobody: it goes on in the morning", () =>
    onStage(
      async (stage) => {
        await practise(stage);
        await stage.pass({ minutes: 64 });
        const since = stage.chat.sends.length;
        await stage.pass({ hours: 15 });
        expect(allSaid(stage, since)).toEqual([]);
        await stage.pass({ hours: 4 });
        expect(allSaid(stage, since).length).toBeGreaterThan(0);
      },
      { start: "2026-11-17T15:55:00+01:00", directory },
    ));
});

test("the story of an exercise is read as money worries, and no rule of the safety net goes off", async () => {
  const classifier = openEmbedded();
  for (const language of languages) {
    const story = drillStory(language);
    expect(readNet(story).level).toBeNull();
    expect((await classifier.classify(story)).categories).toEqual(["debt"]);
    expect(story).toMatch(/^(OEFENING|EXERCISE)\. /);
  }
});

test("a real concern that a coordinator types under the exercise is taken in as a concern of its own", async () => {
  const stage = await openStage();
  try {
    await stage.press("chat:carla", "drill", "", {});
    const receipt = stage.chat.sends.find(({ to }) => to === "chat:carla");
    const under = receipt === undefined ? "" : stage.chat.refOf(receipt);
    await stage.say(
      "chat:carla",
      "Ik maak me nu echt zorgen om een jongen uit mijn straat, hij eet niet meer",
      { under },
    );
    const mine = await stage.store.signalsOf(stage.store.signalerId("chat:carla"), 10);
    expect(mine.filter(({ drill }) => !drill)).toHaveLength(1);
  } finally {
    await stage.close();
  }
});
