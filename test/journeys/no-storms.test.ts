import { expect, test } from "vitest";
import type { Address } from "#signal/address.ts";
import { plain, says, sendsTo } from "../support/one-story.ts";
import { sampleDirectory, withCode } from "../support/sample-directory.ts";
import { openStage } from "../support/stage.ts";

test("one overdue word gives one message each", async () => {
  const stage = await openStage({ classifier: says({ urgency: "soon" }) });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  const { feedbackDue } = await stage.signal(code);
  await stage.turnTo(feedbackDue - 60_000);
  const before = stage.chat.sends.length;
  await stage.turnTo(feedbackDue + 60_000);
  const about = (to: Address) =>
    sendsTo(stage, to, before).filter(({ card }) => JSON.stringify(card).includes(code)).length;
  const { outcomeDue } = await stage.signal(code);
  const clocks = outcomeDue === feedbackDue ? 2 : 1;
  expect([about("chat:juf"), about("chat:ben"), about("chat:carla")]).toEqual([1, clocks, clocks]);
  await stage.close();
});

test("a raised signal is not reminded twice a day from its old deadline on", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "waiting", code, { text: "Schuldhulp" });
  await stage.press("chat:juf", "still_worried", code);
  await stage.press("chat:juf", "still_worried", code);
  await stage.pass({ days: 40 });
  const before = stage.chat.sends.length;
  await stage.pass({ days: 7 });
  const words = sendsTo(stage, "chat:carla", before).filter(({ card }) => card.title.includes(code));
  expect(words.length).toBeLessThanOrEqual(5);
  await stage.close();
});

test("outside office hours with a rota, the one on call is reminded, not only those who sleep", async () => {
  const stage = await openStage({
    start: "2026-11-17T23:00:00+01:00",
    directory: sampleDirectory({ onCall: ["sanne"] }),
    classifier: says(),
  });
  const { code } = await stage.report("De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen");
  expect((await stage.signal(code)).asked[0]).toBe("sanne");
  await stage.pass({ hours: 2 });
  const reminders = sendsTo(stage, "chat:sanne").filter(({ card }) =>
    card.title.includes("nog niet opgepakt"),
  );
  expect(reminders.length).toBeGreaterThan(0);
  await stage.close();
});

test("raised to urgent at night pages the rota at once", async () => {
  const stage = await openStage({ directory: sampleDirectory({ onCall: ["noor"] }), classifier: says() });
  const { code } = await stage.report(plain);
  await stage.pass({ hours: 12 });
  await stage.press("chat:juf", "supplement", code, { danger: "maybe" });
  expect((await stage.signal(code)).urgency).toBe("urgent");
  expect((await stage.signal(code)).asked).toContain("noor");
  await stage.close();
});

test("a flood never holds back somebody who says that there is danger now", async () => {
  const stage = await openStage({ classifier: says(), directory: withCode("wilg-24") });
  const code = "wilg-24";
  for (let count = 0; count < 20; count++) await stage.press("chat:juf", "report", "", { text: plain, code });
  await stage.press("chat:juf", "report", "", {
    text: "Kom alsjeblieft, het gaat mis met hem.",
    danger: "now",
  });
  expect((await stage.store.counts(stage.clock.now())).signals).toBe(21);
  await stage.close();
});

test("three strangers who name a school do not shut that school out", async () => {
  const stage = await openStage({ classifier: says(), directory: withCode("wilg-24") });
  for (let count = 0; count < 60; count++) {
    await stage.house.counter.press({
      key: `f${count}`,
      by: `chat:x${count % 3}`,
      act: "report",
      on: "",
      fields: { text: plain, organisation: "de-wilg" },
    });
  }
  const reply = await stage.press("chat:juf", "report", "", { text: plain, code: "wilg-24" });
  expect(JSON.stringify(reply)).toMatch(/VS-\w{4}-\w{3}/);
  await stage.close();
});

test("an acute signal nobody takes: colleagues are reminded less and less often, the signaler hears it twice at most", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report("De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen");
  await stage.pass({ days: 7 });
  const delayed = sendsTo(stage, "chat:juf").filter(({ card }) => card.title.includes("langer dan beloofd"));
  expect(delayed.length).toBe(2);
  const reminders = sendsTo(stage, "chat:carla").filter(({ card }) => card.title.includes(code));
  expect(reminders.length).toBeGreaterThan(10);
  expect(reminders.length).toBeLessThan(60);
  expect((await stage.signal(code)).climbAt).not.toBeNull();
  await stage.close();
});

test("who picks up an acute signal tells the signaler to call 112, and never that there is nothing to do", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report("De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen");
  const before = stage.chat.sends.length;
  await stage.press("chat:dora", "accept", code);
  const heard = JSON.stringify(sendsTo(stage, "chat:juf", before));
  expect(heard).toContain("112");
  expect(heard).not.toContain("niets te doen");
  await stage.close();
});

test("a holder who makes it acute keeps it, and lowering it again gives it the time of its level", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  const correct = (urgency: string, text: string) =>
    stage.press("chat:ben", "correct", code, { kind: "signal", categories: "debt", urgency, text });
  await correct("acute", "");
  expect((await stage.signal(code)).holder).toBe("ben");
  await correct("soon", "Het viel mee.");
  const { holder, climbAt, feedbackDue, receivedAt } = await stage.signal(code);
  expect([holder, climbAt]).toEqual(["ben", null]);
  expect(feedbackDue - receivedAt).toBeGreaterThan(24 * 3_600_000);
  await stage.close();
});
