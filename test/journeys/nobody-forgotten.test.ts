import { expect, test } from "vitest";
import type { Person } from "#signal/directory.ts";
import { closedByBen, plain, says, sendsTo } from "../support/one-story.ts";
import { sampleDirectory } from "../support/sample-directory.ts";
import { openStage } from "../support/stage.ts";

test("a holder who has left the directory is an owner nobody can reach: the ladder runs again", async () => {
  const people = [...sampleDirectory().people];
  const stage = await openStage({ directory: sampleDirectory({ people }), classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "outcome", code, {
    outcome: "C1",
    word: "in_contact",
    text: "",
    next: "keep_open",
  });
  const before = stage.chat.sends.length;
  people.splice(
    people.findIndex((person: Person) => person.id === "ben"),
    1,
  );
  await stage.restart();
  await stage.pass({ days: 30 });
  expect(
    sendsTo(stage, "chat:carla", before).filter(({ card }) => JSON.stringify(card).includes(code)).length,
  ).toBeGreaterThan(0);
  await stage.close();
});

test("the only coordinator holds it and can not be reached: somebody hears it", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:carla", "accept", code);
  stage.chat.refuses.add("chat:carla");
  const before = stage.chat.sends.length;
  await stage.press("chat:juf", "supplement", code, { text: "Hij is vandaag weer niet op school." });
  await stage.pass({ hours: 8 });
  const heard = stage.chat.sends
    .slice(before)
    .filter(({ to, updates }) => to !== "chat:juf" && updates === null);
  expect(heard.some(({ card }) => JSON.stringify(card).includes(code))).toBe(true);
  await stage.close();
});

test("erased by code before it was read: the signal still reaches somebody", async () => {
  const stage = await openStage({ classifier: says() });
  await stage.house.counter.press({
    key: "k",
    by: "chat:juf",
    act: "report",
    on: "",
    fields: { text: plain },
  });
  const signal = await stage.latest();
  expect(signal.stage).toBe("received");
  await stage.store.erase(signal.id, stage.clock.now());
  await stage.pass({ days: 4 });
  expect((await stage.signal(signal.code)).stage).toBe("routed");
  expect((await stage.store.counts(stage.clock.now())).unowned).toBe(0);
  await stage.close();
});

test("a clock that is set back between taking a timer and doing it does not end the ladder", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  const { climbAt } = await stage.signal(code);
  stage.clock.set(climbAt ?? 0);
  const turn = stage.house.runDue();
  stage.clock.pass(-2000);
  await turn;
  await stage.pass({ days: 10 });
  expect((await stage.signal(code)).rung).toBeGreaterThan(1);
  await stage.close();
});

test("handing over an unaccepted signal does not set the clock back", async () => {
  const stage = await openStage({ classifier: says({ urgency: "urgent", categories: ["debt"] }) });
  const { code } = await stage.report(plain);
  const { climbAt } = await stage.signal(code);
  await stage.pass({ minutes: 29 });
  await stage.press("chat:ben", "hand_over", code, { to: "sanne", text: "Past beter bij jou." });
  expect((await stage.signal(code)).climbAt).toBeLessThanOrEqual(climbAt ?? 0);
  await stage.close();
});

test("whoever is asked for a reopened signal gets a new message, not a changed old card", async () => {
  const stage = await openStage({ classifier: says() });
  const code = await closedByBen(stage);
  await stage.pass({ days: 10 });
  const before = stage.chat.sends.length;
  await stage.press("chat:juf", "still_worried", code);
  expect((await stage.signal(code)).asked).toEqual(["ben"]);
  expect(sendsTo(stage, "chat:ben", before).some(({ updates }) => updates === null)).toBe(true);
  await stage.close();
});

test("whoever gets a signal handed over that passed by before gets a new message", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "decline", code);
  await stage.press("chat:dora", "accept", code);
  await stage.pass({ hours: 3 });
  const before = stage.chat.sends.length;
  await stage.press("chat:dora", "hand_over", code, { to: "ben", text: "Het gaat toch om geld." });
  expect(sendsTo(stage, "chat:ben", before).some(({ updates }) => updates === null)).toBe(true);
  await stage.close();
});

test("when a signal becomes acute, everyone who was asked before gets a new message", async () => {
  const stage = await openStage({
    classifier: says({ kind: "signal", categories: ["unclear"], confidence: "low" }),
  });
  const { code } = await stage.report(plain);
  expect((await stage.signal(code)).asked).toEqual(["dora"]);
  await stage.pass({ minutes: 30 });
  const before = stage.chat.sends.length;
  await stage.press("chat:juf", "supplement", code, { danger: "now" });
  const fresh = sendsTo(stage, "chat:dora", before).filter(({ updates }) => updates === null);
  expect(fresh.some(({ card }) => card.tone === "acute")).toBe(true);
  await stage.close();
});

test("the holder hears that a signal was withdrawn", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  const before = stage.chat.sends.length;
  await stage.press("chat:juf", "withdraw", code);
  expect(sendsTo(stage, "chat:ben", before).some(({ updates }) => updates === null)).toBe(true);
  await stage.close();
});

test("who said 'not for me' sees that on the card, without the buttons", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "decline", code);
  expect(
    stage
      .cardsOf("chat:ben")
      .at(-1)
      ?.buttons.map(({ act }) => act),
  ).not.toContain("decline");
  await stage.close();
});
