import { expect, test } from "vitest";
import { closedByBen, plain, says, sendsTo } from "../support/one-story.ts";
import { openStage } from "../support/stage.ts";

const day = 24;

test("a child under 12, told afterwards, lifts violence by one level", async () => {
  const stage = await openStage({ classifier: says({ categories: ["domestic_violence"], urgency: "soon" }) });
  const { code } = await stage.report(plain);
  await stage.press("chat:juf", "supplement", code, { age_group: "4-12" });
  expect((await stage.signal(code)).urgency).toBe("urgent");
  await stage.close();
});

test("an addition that holds danger tells the new urgency to who waits, not the old one", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  const before = stage.chat.sends.length;
  await stage.press("chat:juf", "supplement", code, { text: "Nu is hij heel boos op hem.", danger: "now" });
  expect((await stage.signal(code)).urgency).toBe("acute");
  const addition = sendsTo(stage, "chat:ben", before).find(({ card }) => card.title.startsWith("Aanvulling"));
  expect(addition?.card.tone).toBe("acute");
  await stage.close();
});

test("light help that was already set does not let acute violence close past Veilig Thuis", async () => {
  const stage = await openStage({ classifier: says({ categories: ["domestic_violence"], urgency: "soon" }) });
  const { code } = await stage.report(plain);
  await stage.press("chat:sanne", "accept", code);
  await stage.press("chat:sanne", "outcome", code, {
    outcome: "P2",
    word: "in_contact",
    text: "",
    next: "keep_open",
  });
  await stage.press("chat:juf", "supplement", code, { danger: "now" });
  await stage.press("chat:dora", "accept", code);
  await stage.press("chat:dora", "close", code, { word: "closed", text: "" });
  expect((await stage.signal(code)).stage).not.toBe("closed");
  await stage.close();
});

test("the word that is chosen with a later outcome of a closed signal is sent", async () => {
  const stage = await openStage({ classifier: says() });
  const code = await closedByBen(stage, "P2");
  // Within the thirty days: after that the address is gone with the story, and nobody can be told anything.
  await stage.pass({ hours: 20 * day });
  const before = stage.chat.sends.length;
  await stage.press("chat:ben", "outcome", code, {
    outcome: "C2",
    word: "advice",
    text: "Bel de huisarts.",
    next: "close",
  });
  expect(sendsTo(stage, "chat:juf", before).length).toBeGreaterThan(0);
  await stage.close();
});

test("a signal of under-sixteen gets the children's help line and no questions", async () => {
  const stage = await openStage({ classifier: says({ categories: ["psychological"], urgency: "soon" }) });
  await stage.report("ik ben 14 en ik voel me de laatste tijd heel rot thuis");
  const cards = JSON.stringify(stage.cardsOf("chat:juf"));
  expect(cards).toContain("0800-0432");
  expect(
    stage
      .cardsOf("chat:juf")
      .some(({ buttons }) => buttons.some(({ act, style }) => act === "supplement" && style === "primary")),
  ).toBe(false);
  await stage.close();
});

test("a word that nobody could bring to a manager is heard by somebody", async () => {
  const stage = await openStage({ classifier: says() });
  stage.chat.refuses.add("chat:max");
  await stage.house.weekly.plan();
  await stage.pass({ days: 7 });
  expect(sendsTo(stage, "chat:carla").length).toBeGreaterThan(0);
  await stage.close();
});

test("a send that never answers does not hold up everybody else", { timeout: 20_000 }, async () => {
  const stage = await openStage({ classifier: says() });
  const real = stage.chat.platform.send;
  Object.assign(stage.chat.platform, {
    send: (message: Parameters<typeof real>[0]) =>
      message.to === "chat:hangt" ? new Promise<string>(() => {}) : real(message),
  });
  await stage.house.counter.press({
    key: "hang",
    by: "chat:hangt",
    act: "report",
    on: "",
    fields: { text: plain },
  });
  await stage.house.counter.press({
    key: "other",
    by: "chat:juf",
    act: "report",
    on: "",
    fields: { text: plain },
  });
  void stage.house.runDue();
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  expect(sendsTo(stage, "chat:juf").length).toBeGreaterThan(0);
});

test("every press of 'still worried' is one more level: a double press on one card is one worry", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:juf", "still_worried", code);
  await stage.press("chat:juf", "still_worried", code);
  await stage.press("chat:juf", "still_worried", code);
  expect((await stage.signal(code)).urgency).toBe("soon");
  await stage.close();
});
