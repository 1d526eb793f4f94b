import { expect, test } from "vitest";
import { onStage, plain } from "../support/one-story.ts";
import type { Stage } from "../support/stage.ts";

async function fieldsOf(stage: Stage, code: string): Promise<string[]> {
  const { form } = await stage.press("chat:nieuw", "supplement", code, null);
  return form?.fields.map(({ name }) => name) ?? [];
}

test("who typed a first concern is asked later where they work or help, and only until that is known", () =>
  onStage({}, async (stage) => {
    await stage.say("chat:nieuw", plain);
    const { code, id } = await stage.latest("chat:nieuw");
    expect(await fieldsOf(stage, code)).toContain("organisation");
    await stage.press("chat:nieuw", "supplement", code, { text: "Al weken.", organisation: "de-wilg" });
    expect(await fieldsOf(stage, code)).not.toContain("organisation");
    expect((await stage.store.passages(id, ["addition"])).map(({ text }) => text)).toEqual(["Al weken."]);
    await stage.pass({ hours: 1 });
    await stage.say("chat:nieuw", "Een ander kind heeft steeds honger.");
    expect((await stage.latest("chat:nieuw")).report).toMatchObject({
      organisation: "de-wilg",
      source: "school",
    });
  }));

test("only the school is enough: nothing else has to be filled in", () =>
  onStage({}, async (stage) => {
    await stage.say("chat:nieuw", plain);
    const { code, id } = await stage.latest("chat:nieuw");
    const { form } = await stage.press("chat:nieuw", "supplement", code, null);
    expect(form?.fields.find(({ name }) => name === "organisation")?.required).toBe(false);
    await stage.press("chat:nieuw", "supplement", code, { organisation: "fc-noord" });
    const signaler = await stage.store.signaler((await stage.store.load(id))?.signaler ?? "");
    // It vouches for nobody: only the code of the school does.
    expect(signaler).toMatchObject({ organisation: "fc-noord", vouched: false });
  }));

test("pressed twice, or chosen from elsewhere, nothing changes that was known", () =>
  onStage({}, async (stage) => {
    await stage.say("chat:nieuw", plain);
    const { code, signaler } = await stage.latest("chat:nieuw");
    const press = { key: "s1", by: "chat:nieuw", act: "supplement", on: code } as const;
    const fields = { text: "Al weken.", organisation: "de-wilg" };
    await stage.house.counter.press({ ...press, fields });
    await stage.house.counter.press({ ...press, fields });
    await stage.house.counter.press({ ...press, key: "s2", fields: { ...fields, organisation: "fc-noord" } });
    expect((await stage.store.signaler(signaler))?.organisation).toBe("de-wilg");
    const wrong = { ...fields, organisation: "nergens" };
    const reply = await stage.house.counter.press({ ...press, key: "s3", fields: wrong });
    expect(Object.keys(reply.faults ?? {})).toEqual(["organisation"]);
  }));

test("what is no concern gets no advice on how to talk with a child", () =>
  onStage({ classifier: { name: "n", version: "1", classify: async () => notASignal } }, async (stage) => {
    await stage.say("chat:nieuw", "Kun je mij zeggen waar mijn rooster staat?");
    await stage.pass({ minutes: 5 });
    const receipt = stage
      .cardsOf("chat:nieuw")
      .find(({ buttons }) => buttons.some(({ act }) => act === "withdraw"));
    expect(receipt).toBeDefined();
    expect(JSON.stringify(receipt)).not.toMatch(/luister|kind|Wat kun je/);
    expect(receipt?.parts[0]?.part).toBe("safety");
  }));

const notASignal = {
  kind: "not_a_signal",
  categories: [],
  urgency: "none",
  confidence: "high",
  evidence: [],
  engine: "fixed",
  version: "1",
} as const;
