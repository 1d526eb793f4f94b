import { describe, expect, test } from "vitest";
import { plain, sendsTo } from "../support/one-story.ts";
import { answers, howMany, onStage } from "../support/typed-words.ts";

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
        await stage.house.counter.say(typed);
        await stage.house.runDue();
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
