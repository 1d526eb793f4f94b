import { rmSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { readConfig } from "#config.ts";
import { openSecondReader } from "#start/second-reader.ts";
import { complete, modelAnswer, openFakeModel } from "./support/fake-model.ts";
import { sampleDirectory } from "./support/sample-directory.ts";
import { openSecondStage, says } from "./support/second-stage.ts";
import { openStage } from "./support/stage.ts";

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
const agrees = says({ categories: ["debt"], urgency: "preventive" });

describe("it is not asked", () => {
  test("while the file is there that switches it off; and again when that is gone", async () => {
    const { stage, model, offFile, hear } = await withModel([says({ urgency: "urgent" })]);
    writeFileSync(offFile, "");
    const off = await stage.report(debts);
    await hear();
    expect(model.asked).toEqual([]);
    expect((await stage.signal(off.code)).urgency).toBe(off.urgency);
    expect(stage.house.secondOpinions?.state()).toBe("off");
    rmSync(offFile);
    const { code } = await stage.report(`${debts} Nog een gezin.`);
    await hear();
    expect((await stage.signal(code)).urgency).toBe("urgent");
    expect(await stage.house.secondOpinions?.tally()).toMatchObject({ asked: 1, answered: 1, off: 1 });
  });

  test("what it still says after it was switched off is not heard", async () => {
    const { stage, model, offFile, hear } = await withModel([says({ urgency: "acute" })]);
    const { code, urgency } = await stage.report(debts);
    await expect.poll(() => model.asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
    writeFileSync(offFile, "");
    await hear();
    expect((await stage.signal(code)).urgency).toBe(urgency);
  });

  test("where it is not sure that no name is left", async () => {
    const { stage, model, hear } = await withModel([says({ urgency: "urgent" })]);
    await stage.report("Мне страшно дома, помогите пожалуйста, папа бьёт маму");
    await hear();
    expect(model.asked).toEqual([]);
    expect(await stage.house.secondOpinions?.tally()).toMatchObject({ asked: 0, unsent: 1 });
  });

  test("when the budget of the day is spent", async () => {
    const { stage, model, hear } = await withModel([agrees], { perDay: 1 });
    await stage.report(debts);
    await hear();
    await stage.report(`${debts} Nog een gezin.`);
    await hear();
    expect(model.asked).toHaveLength(1);
    expect(await stage.house.secondOpinions?.tally()).toMatchObject({ answered: 1, unsent: 1 });
  });

  test("where the house has none: no timer waits for it", async () => {
    const stage = await openStage();
    await stage.report(debts);
    expect(stage.house.secondOpinions).toBeNull();
    expect(await stage.store.takeTimers(stage.clock.now(), 10, 1000)).toEqual([]);
    await stage.close();
  });
});

test("nothing that points to a person leaves the house", async () => {
  const { stage, model, hear } = await withModel([agrees]);
  await stage.report(
    "Fatima Yilmaz van 0612345678 uit Noord betaalt de huur niet meer, er komen aanmaningen.",
  );
  await hear();
  expect(model.asked).toHaveLength(1);
  const sent = JSON.parse(model.asked[0]?.body ?? "{}") as { messages: { content: string }[] };
  expect(sent.messages.at(-1)?.content).toContain("betaalt de huur niet meer");
  expect(sent.messages.at(-1)?.content).not.toMatch(/Fatima|Yilmaz|0612345678|Noord/);
});

test("as the house opens it, it reads no school, club or neighbourhood that the municipality's own file names", async () => {
  const model = await openFakeModel((response) => complete(response, JSON.stringify(modelAnswer())));
  open.push(model);
  const config = readConfig({ MODEL_URL: model.access.url, MODEL_NAME: "klein-model" });
  const reader = await openSecondReader(config, sampleDirectory());
  await reader?.read("Een jongen op De Wilg, uit Zuid, wil niet naar huis.", new AbortController().signal);
  const sent = JSON.parse(model.asked[0]?.body ?? "{}") as { messages: { content: string }[] };
  expect(sent.messages.at(-1)?.content).toContain("wil niet naar huis");
  expect(sent.messages.at(-1)?.content).not.toMatch(/Wilg|Zuid/);
});
