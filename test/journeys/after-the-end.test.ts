import { expect, test } from "vitest";
import { closedByBen, closing, plain, says, sendsTo } from "../support/one-story.ts";
import { openStage } from "../support/stage.ts";

test("danger now on a closed signal is never just refused", async () => {
  const stage = await openStage({ classifier: says() });
  const code = await closedByBen(stage);
  const reply = await stage.press("chat:juf", "supplement", code, { danger: "now" });
  const { stage: now } = await stage.signal(code);
  expect([now, JSON.stringify(reply).includes("112")]).toEqual(["routed", true]);
  await stage.close();
});

test("words typed in a form while the signal was being closed are kept and read", async () => {
  const stage = await openStage({ classifier: says() });
  const code = await closedByBen(stage);
  const { id } = await stage.signal(code);
  await stage.press("chat:juf", "supplement", code, {
    text: "Hij zegt dat hij er vandaag een eind aan gaat maken.",
  });
  expect((await stage.store.passages(id, ["addition"])).length).toBe(1);
  await stage.close();
});

test("an answer to the expert's question is kept, also when the signal was closed meanwhile", async () => {
  const stage = await openStage({ classifier: says() });
  const { code, id } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "ask", code, { text: "Hoe vaak?" });
  await stage.press("chat:ben", "outcome", code, closing("N2"));
  await stage.press("chat:juf", "answer", code, { text: "Elke dag, en hij is bang om naar huis te gaan." });
  expect((await stage.store.passages(id, ["answer"])).length).toBe(1);
  await stage.close();
});

test("still worried forty days later: the signaler still gets the receipt", async () => {
  const stage = await openStage({ classifier: says() });
  const code = await closedByBen(stage);
  await stage.pass({ days: 40 });
  const before = stage.chat.sends.length;
  await stage.press("chat:juf", "still_worried", code);
  expect((await stage.signal(code)).stage).toBe("routed");
  expect(sendsTo(stage, "chat:juf", before).length).toBeGreaterThan(0);
  await stage.close();
});

test("still worried that becomes acute shows the safety text as a message of its own", async () => {
  const stage = await openStage({ classifier: says({ urgency: "urgent" }) });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "outcome", code, closing("C2"));
  const before = stage.chat.sends.length;
  await stage.press("chat:juf", "still_worried", code);
  expect((await stage.signal(code)).urgency).toBe("acute");
  expect(
    sendsTo(stage, "chat:juf", before).some(({ updates, card }) => updates === null && card.tone === "acute"),
  ).toBe(true);
  await stage.close();
});

test("what is said after the story was erased is erased too", async () => {
  const stage = await openStage({ classifier: says() });
  const { code, id } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "outcome", code, {
    outcome: "C1",
    word: "in_contact",
    text: "",
    next: "keep_open",
  });
  await stage.pass({ days: 31 });
  await stage.press("chat:ben", "ask", code, { text: "Hoe gaat het nu?" });
  await stage.press("chat:juf", "answer", code, { text: "Zijn moeder Ans is weer opgenomen." });
  await stage.press("chat:ben", "close", code, { word: "closed", text: "" });
  await stage.pass({ days: 40 });
  expect(await stage.store.passages(id)).toEqual([]);
  expect(await stage.store.signaler((await stage.signal(code)).signaler)).toBeNull();
  await stage.close();
});

test("a signal reopened after its story was erased loses its words in the end", async () => {
  const stage = await openStage({ classifier: says() });
  const code = await closedByBen(stage);
  await stage.pass({ days: 31 });
  await stage.press("chat:juf", "still_worried", code, { text: "Zijn moeder Ans drinkt weer." });
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "outcome", code, closing("C2"));
  await stage.pass({ days: 32 });
  expect(await stage.store.passages((await stage.signal(code)).id)).toEqual([]);
  await stage.close();
});
