import { expect, test } from "vitest";
import { says } from "../support/one-story.ts";
import { openStage } from "../support/stage.ts";

const money =
  "Er ligt een stapel post van de deurwaarder bij dat gezin en de stroom gaat er volgende maand misschien af.";

test("a signal nobody answers climbs the ladder, and an answer stops it", async () => {
  const stage = await openStage();
  const { code } = await stage.report(money);
  expect(stage.cardsOf("chat:ben")[0]?.title).toContain(code);
  const { acceptDue, receivedAt } = await stage.signal(code);

  await stage.turnTo(receivedAt + (acceptDue - receivedAt) * 0.9);
  expect((await stage.signal(code)).asked.length).toBe(2);
  await stage.turnTo(acceptDue + 60_000);
  expect((await stage.signal(code)).asked.length).toBe(3);

  await stage.press("chat:ben", "accept", code);
  const before = stage.chat.sends.length;
  await stage.pass({ days: 2 });
  const signal = await stage.signal(code);
  expect(signal.holder).toBe("ben");
  expect(signal.asked.length).toBe(3);
  const later = stage.chat.sends
    .slice(before)
    .filter(({ card }) => card.buttons.some(({ act }) => act === "accept"));
  expect(later).toEqual([]);
  await stage.close();
});

test("when everyone has been asked, the coordinator is reminded again and again, also after a weekend", async () => {
  const stage = await openStage({ classifier: says({ urgency: "soon" }) });
  const { code } = await stage.report(money);
  await stage.pass({ days: 10 });
  const signal = await stage.signal(code);
  expect(signal.stage).toBe("routed");
  expect(signal.climbAt).not.toBeNull();
  const reminders = stage.chat.sends.filter(
    ({ to, card }) => to === "chat:carla" && (card.title.includes(code) || card.summary.includes(code)),
  );
  expect(reminders.length).toBeGreaterThan(4);
  // What can wait is heard twice; from then on the second reminder stays true.
  expect(reminders.filter(({ updates }) => updates === null).length).toBeLessThanOrEqual(3);
  await stage.close();
});

test("the ladder goes on after the process was killed and started again", async () => {
  const stage = await openStage();
  const { code } = await stage.report(money);
  await stage.restart();
  await stage.pass({ days: 2 });
  expect((await stage.signal(code)).asked.length).toBeGreaterThan(1);
  await stage.close();
});

test("two experts press at once: one gets it, the other hears who has it", async () => {
  const stage = await openStage();
  const { code } = await stage.report(money);
  await stage.pass({ days: 1 });
  const [first, second] = (await stage.signal(code)).asked;
  const press = (person: string) =>
    stage.house.counter.press({
      key: `race-${person}`,
      by: `chat:${person}`,
      act: "accept",
      on: code,
      fields: {},
    });
  const replies = await Promise.all([press(first ?? ""), press(second ?? "")]);
  const { holder } = await stage.signal(code);
  expect([first, second]).toContain(holder);
  const winner = holder === first ? replies[0] : replies[1];
  const loser = holder === first ? replies[1] : replies[0];
  expect(winner?.card?.tone).not.toBe(loser?.card?.tone ?? "");
  expect(JSON.stringify(loser?.card).toLowerCase()).toContain(holder);
  await stage.close();
});

test("'not for me' pressed twice asks one other colleague, not two", async () => {
  const stage = await openStage();
  const { code } = await stage.report(money);
  const [first = ""] = (await stage.signal(code)).asked;
  await stage.press(`chat:${first}`, "decline", code);
  const { asked } = await stage.signal(code);
  await stage.press(`chat:${first}`, "decline", code);
  expect((await stage.signal(code)).asked).toEqual(asked);
  await stage.close();
});

test("a card that stayed behind is brought up to date when it is pressed, where it stands; nobody else gets one", async () => {
  const stage = await openStage();
  const { code } = await stage.report(money);
  await stage.pass({ days: 1 });
  const [first = "", second = ""] = (await stage.signal(code)).asked;
  await stage.press(`chat:${first}`, "accept", code);
  const since = stage.chat.sends.length;
  const late = await stage.press(`chat:${second}`, "accept", code);
  expect(late.card?.tone).toBe("attention");
  expect(
    stage.chat.sends.slice(since).map(({ to, updates, card }) => [to, updates === null, card.title]),
  ).toEqual([[`chat:${second}`, false, expect.stringMatching(/opgepakt door/)]]);
  await stage.press("chat:vera", "accept", code);
  expect(stage.cardsOf("chat:vera")).toEqual([]);
  await stage.close();
});

test("whoever says 'not for me' is not asked again, and the next is asked at once", async () => {
  const stage = await openStage();
  const { code } = await stage.report(money);
  await stage.press("chat:ben", "decline", code);
  const signal = await stage.signal(code);
  expect(signal.declined).toEqual(["ben"]);
  expect(signal.asked.at(-1)).not.toBe("ben");
  await stage.pass({ days: 3 });
  expect((await stage.signal(code)).asked.filter((person) => person === "ben")).toEqual(["ben"]);
  await stage.close();
});

test("an expert who can not be reached is passed over at once, and the coordinator hears it", async () => {
  const stage = await openStage();
  stage.chat.refuses.add("chat:ben");
  const { code } = await stage.report(money);
  const signal = await stage.signal(code);
  expect(signal.asked).toContain("ben");
  expect(signal.asked.length).toBe(2);
  expect(stage.cardsOf("chat:carla").some((card) => JSON.stringify(card).includes(code))).toBe(true);
  await stage.close();
});
