import { expect, test } from "vitest";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { onStage } from "../support/one-story.ts";
import { openStage } from "../support/stage.ts";

const pieces = ["hij heeft steeds blauwe plekken op zn armen", "en hij is bang voor zn vader thuis"];
const real = { classifier: openEmbedded() };

test("a story told in several short messages counts as one told in one", () =>
  onStage(real, async (stage) => {
    const { code } = await stage.report("ik heb een vraagje over een leerling");
    expect((await stage.signal(code)).categories).not.toContain("domestic_violence");
    for (const text of pieces) await stage.press("chat:juf", "supplement", code, { text });
    const signal = await stage.signal(code);
    expect(signal.categories[0]).toBe("domestic_violence");
    expect(["urgent", "acute", "soon"]).toContain(signal.urgency);
    expect(signal.asked).toContain("sanne");
    expect(stage.cardsOf("chat:sanne").length).toBeGreaterThan(0);
  }));

test("what is added is read again also when the process ends in between", async () => {
  const stage = await openStage(real);
  const { code } = await stage.report("ik heb een vraagje over een leerling");
  for (const [at, text] of pieces.entries()) {
    const press = {
      key: `piece-${at}`,
      by: "chat:juf",
      act: "supplement",
      on: code,
      fields: { text },
    } as const;
    await stage.house.counter.press(press);
  }
  await stage.restart();
  await stage.house.runDue();
  expect((await stage.signal(code)).categories[0]).toBe("domestic_violence");
  await stage.close();
});

test("what a colleague decided or holds is not read again by the machine", () =>
  onStage(real, async (stage) => {
    const { code } = await stage.report("ik heb een vraagje over een leerling");
    const { asked, categories } = await stage.signal(code);
    await stage.press(`chat:${asked[0]}`, "accept", code);
    for (const text of pieces) await stage.press("chat:juf", "supplement", code, { text });
    const signal = await stage.signal(code);
    expect([signal.holder, signal.categories]).toEqual([asked[0], categories]);
  }));

test("a calmer piece afterwards lowers nothing", () =>
  onStage(real, async (stage) => {
    const { code } = await stage.report(`Een kind uit mijn klas: ${pieces.join(" ")}`);
    const before = await stage.signal(code);
    await stage.press("chat:juf", "supplement", code, { text: "verder gaat het op school prima, hoor" });
    const after = await stage.signal(code);
    expect([after.urgency, after.categories, after.kind]).toEqual([
      before.urgency,
      before.categories,
      before.kind,
    ]);
  }));
