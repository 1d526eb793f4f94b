import { afterEach, expect, test } from "vitest";
import { hangs, openFirstStage, openSecondStage, pith, says } from "../support/second-stage.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function withModel(...given: Parameters<typeof openSecondStage>) {
  const second = await openSecondStage(...given);
  open.push(second);
  return second;
}

const debts = "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.";
const party = "Morgen trakteert hij op school, kan het feestje in de aula?";
const noConcern = says({ kind: "not_a_signal", categories: [], urgency: "none" });

async function routedWithout(text: string) {
  const stage = await openFirstStage();
  const signal = await stage.report(text);
  await stage.close();
  return pith(signal);
}

test("a language model that reads along holds nothing up: while it is silent all is as without it", async () => {
  const { stage, model } = await withModel([hangs]);
  const signal = await stage.report(debts);
  expect(pith(signal)).toEqual(await routedWithout(debts));
  expect(stage.said).toContain(`chat:${signal.asked[0]} Nieuw signaal ${signal.code}`);
  await expect.poll(() => model.asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
});

test("a language model that reads along finds it more urgent: clocks come nearer, and whoever was asked sees it on the same card", async () => {
  const { stage, hear } = await withModel([says({ categories: ["debt"], urgency: "urgent" })]);
  const before = await stage.report(debts);
  expect(before.urgency).not.toBe("urgent");
  await hear();
  const after = await stage.signal(before.code);
  expect(after.urgency).toBe("urgent");
  expect(after.acceptDue).toBeLessThan(before.acceptDue);
  expect(after.asked).toEqual(before.asked);
  const cards = stage.cardsOf(`chat:${before.asked[0]}`);
  expect(cards.map(({ title }) => title)).toEqual([`${before.code} is dringender geworden`]);
  expect(JSON.stringify(cards)).toContain("Een taalmodel las mee. Daardoor is dit dringender geworden.");
  // The signaler gets the safety text of the new level.
  expect(JSON.stringify(stage.cardsOf("chat:juf"))).toContain("112");
});

test("a language model that reads along finds it acute: whoever is on duty is asked, as after any other raise", async () => {
  const { stage, hear } = await withModel([says({ categories: ["domestic_violence"], urgency: "acute" })]);
  const before = await stage.report(debts);
  await stage.press(`chat:${before.asked[0]}`, "accept", before.code);
  await hear();
  const after = await stage.signal(before.code);
  expect(after.urgency).toBe("acute");
  expect(after.holder).toBeNull();
  expect(after.asked).toEqual(expect.arrayContaining([...before.asked, "dora"]));
  expect(after.categories).toEqual(["debt", "domestic_violence"]);
  const entries = await stage.store.entries(after.id);
  expect(entries.find(({ type }) => type === "reread")?.facts).toMatchObject({
    urgency: "acute",
    categories: "domestic_violence",
    raisedTo: "acute",
    added: "domestic_violence",
    engine: expect.stringMatching(/^openai \S+ klein-model$/),
  });
  expect(entries.map(({ type }) => type)).toContain("raised");
});

test("a language model that reads along sees one subject more: it comes behind, and nobody else is asked for it", async () => {
  const { stage, hear } = await withModel([
    says({ categories: ["debt", "addiction"], urgency: "preventive" }),
  ]);
  const before = await stage.report(debts);
  await hear();
  const after = await stage.signal(before.code);
  expect(after.categories).toEqual([...before.categories, "addiction"]);
  expect(after.asked).toEqual(before.asked);
  expect(JSON.stringify(stage.cardsOf(`chat:${before.asked[0]}`))).toContain(
    "Een taalmodel las mee en voegde toe: drank, drugs, gokken of gamen.",
  );
});

test("a language model that reads along sees a concern where none was seen: it becomes one, and the signaler is asked what is missing", async () => {
  const { stage, hear } = await withModel([says({ categories: ["psychological"], urgency: "urgent" })]);
  const before = await stage.report(party);
  expect(before.kind).toBe("not_a_signal");
  expect(before.questions).toEqual([]);
  await hear();
  const after = await stage.signal(before.code);
  expect(after).toMatchObject({ kind: "signal", categories: ["psychological"], urgency: "urgent" });
  expect(after.questions.length).toBeGreaterThan(0);
});

test.each([
  ["less urgent", says({ categories: ["domestic_violence"], urgency: "soon" }), "onveiligheid thuis, snel"],
  ["no concern at all", noConcern, "geen zorg"],
])(
  "a language model finds it %s: nothing changes, and the one who decides reads it in words",
  async (_, way, words) => {
    const { stage, hear } = await withModel([way]);
    const text = "Hij slaat haar nu, ik hoor haar gillen en de kinderen huilen";
    const before = await stage.report(text);
    expect(before.urgency).toBe("acute");
    await hear();
    const after = await stage.signal(before.code);
    expect(pith(after)).toEqual(pith(before));
    const told = `Een taalmodel las dit anders: ${words}. Jij beslist.`;
    expect(JSON.stringify(stage.cardsOf(`chat:${before.asked[0]}`))).toContain(told);
    const why = await stage.press(`chat:${before.asked[0]}`, "why", before.code);
    expect(JSON.stringify(why.card)).toContain(told);
    // A human decides: from then on it is no longer news.
    await stage.press(`chat:${before.asked[0]}`, "accept", before.code);
    const corrected = { kind: "signal", categories: "domestic_violence", urgency: "soon", text: "Een film." };
    await stage.press(`chat:${before.asked[0]}`, "correct", before.code, corrected);
    expect((await stage.signal(before.code)).urgency).toBe("soon");
    expect(JSON.stringify(stage.cardsOf(`chat:${before.asked[0]}`))).not.toContain("taalmodel");
  },
);

test("a language model that reads along reads another subject: it is added behind, and said", async () => {
  const { stage, hear } = await withModel([says({ categories: ["psychological"], urgency: "preventive" })]);
  const before = await stage.report(debts);
  await hear();
  const after = await stage.signal(before.code);
  expect(after.categories).toEqual([...before.categories, "psychological"]);
  expect(after.reread).toMatchObject({ differs: expect.arrayContaining(["category"]) });
});

test("a language model that reads along says the same: the card stays as it is, and the trail says that it read it", async () => {
  let same: Record<string, unknown> = {};
  const { stage, hear } = await withModel([(response) => says(same)(response)]);
  const before = await stage.report(debts, { danger: "no", ageGroup: "adult" });
  same = { kind: before.kind, categories: before.categories, urgency: before.urgency };
  const said = stage.chat.sends.length;
  await hear();
  expect(pith(await stage.signal(before.code))).toEqual(pith(before));
  expect(stage.chat.sends.length).toBe(said);
  expect((await stage.store.entries(before.id)).map(({ type }) => type)).toContain("reread");
});

test("a language model that reads along never makes a wrong inside a club go elsewhere", async () => {
  const text = "De trainer van FC Noord zit aan de meisjes in de kleedkamer, een meisje vertelde het.";
  const { stage, hear } = await withModel([says({ categories: ["domestic_violence"], urgency: "soon" })]);
  const before = await stage.report(text, { organisation: "fc-noord" });
  expect(before.outside).toBe(true);
  await hear();
  const after = await stage.signal(before.code);
  expect(after).toMatchObject({ outside: true, categories: before.categories, asked: before.asked });
});
