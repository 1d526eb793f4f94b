import { expect, test } from "vitest";
import { plain, says, sendsTo } from "../support/one-story.ts";
import { openStage } from "../support/stage.ts";

test("what the signaler hears about a concern comes under its own receipt; what colleagues hear stands alone", async () => {
  const stage = await openStage({ classifier: says() });
  const one = await stage.report(plain);
  const other = await stage.report(plain);
  const since = stage.chat.sends.length;
  await stage.press("chat:ben", "accept", one.code);
  await stage.press("chat:ben", "feedback", one.code, { level: "in_contact", text: "" });
  await stage.press("chat:ben", "accept", other.code);
  const first = (code: string) => {
    const receipt = sendsTo(stage, "chat:juf").find(({ card }) => JSON.stringify(card).includes(code));
    return receipt === undefined ? "" : stage.chat.refOf(receipt);
  };
  const receipts = new Map([one.code, other.code].map((code) => [code, first(code)]));
  const later = sendsTo(stage, "chat:juf", since).filter(({ updates }) => updates === null);
  expect(later.map(({ card, under }) => [JSON.stringify(card).includes(one.code), under])).toEqual([
    [true, receipts.get(one.code)],
    [true, receipts.get(one.code)],
    [false, receipts.get(other.code)],
  ]);
  expect(stage.chat.sends.filter(({ to, under }) => to !== "chat:juf" && under !== null)).toEqual([]);
  await stage.close();
});

test("what is typed in a thread is answered in that thread; what is typed below the rest is not", async () => {
  const stage = await openStage({ classifier: says() });
  await stage.say("chat:juf", plain);
  const receipt = sendsTo(stage, "chat:juf")[0];
  if (receipt === undefined) throw new Error("There is no receipt.");
  const root = stage.chat.refOf(receipt);
  for (const words of ["hij is ook vaak moe", "help", "wie weet van schulden?"]) {
    const since = stage.chat.sends.length;
    await stage.say("chat:juf", words, { under: root });
    expect(sendsTo(stage, "chat:juf", since).map(({ under }) => under)).toContain(root);
  }
  const since = stage.chat.sends.length;
  await stage.say("chat:juf", "help");
  expect(sendsTo(stage, "chat:juf", since).map(({ under }) => under)).toEqual([null]);
  await stage.close();
});

test("a second try says that it is one", async () => {
  const stage = await openStage({ classifier: says() });
  await stage.report(plain);
  stage.chat.state.down = true;
  await stage.press("chat:ben", "accept", (await stage.latest()).code);
  stage.chat.state.down = false;
  const since = stage.chat.sends.length;
  await stage.pass({ minutes: 5 });
  const attempts = stage.chat.sends.slice(since).map(({ attempt }) => attempt);
  expect(Math.min(...attempts)).toBeGreaterThan(1);
  await stage.close();
});
