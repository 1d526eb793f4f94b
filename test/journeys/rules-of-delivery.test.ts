import { expect, test } from "vitest";
import { closedByBen, closing, plain, says, sendsTo } from "../support/one-story.ts";
import { openStage } from "../support/stage.ts";

test("a promise that is broken is said: nobody looked before the date on the receipt", async () => {
  const stage = await openStage({ classifier: says({ urgency: "soon" }) });
  const { code } = await stage.report(plain);
  const { acceptDue } = await stage.signal(code);
  await stage.turnTo(acceptDue - 60_000);
  const before = stage.chat.sends.length;
  await stage.pass({ hours: 2 });
  expect(
    sendsTo(stage, "chat:juf", before).some(({ card }) => card.title.includes("langer dan beloofd")),
  ).toBe(true);
  await stage.close();
});

test("a wrong inside the club: the receipt does not name the wijkteam", async () => {
  const stage = await openStage({
    classifier: says({ kind: "other", categories: ["other"], insider: true }),
  });
  const { code } = await stage.report("De trainer scheldt en vernedert kinderen op de training.", {
    organisation: "fc-noord",
  });
  expect((await stage.signal(code)).asked).toEqual(["vera"]);
  expect(JSON.stringify(stage.cardsOf("chat:juf"))).not.toContain("wijkteam Noord");
  await stage.close();
});

test("what it is about, once read, reaches the receipt: the help line for money worries", async () => {
  const stage = await openStage({ classifier: says() });
  await stage.report(plain);
  expect(JSON.stringify(stage.cardsOf("chat:juf"))).toContain("0800-8115");
  await stage.close();
});

test("a reopened acute signal does not say that 112 was called: that was then", async () => {
  const stage = await openStage({ classifier: says({ urgency: "acute", categories: ["psychological"] }) });
  const { code } = await stage.report(plain);
  await stage.press("chat:juf", "called", code, { answer: "called" });
  await stage.press("chat:dora", "accept", code);
  await stage.press("chat:dora", "outcome", code, closing("C2"));
  await stage.press("chat:juf", "still_worried", code);
  const receipt = stage.cardsOf("chat:juf")[0];
  expect(JSON.stringify(receipt)).not.toContain("Goed dat je hebt gebeld");
  await stage.close();
});

test("taken back before anything has read it: somebody looks first", async () => {
  const stage = await openStage({
    classifier: says({ urgency: "urgent", categories: ["domestic_violence"] }),
  });
  await stage.house.counter.press({
    key: "k1",
    by: "chat:juf",
    act: "report",
    on: "",
    fields: { text: plain },
  });
  const { code } = await stage.latest();
  await stage.press("chat:juf", "withdraw", code);
  expect((await stage.signal(code)).stage).toBe("routed");
  await stage.close();
});

test("light help is asked after, also when the one who gave it can not be reached any more", async () => {
  const stage = await openStage({ classifier: says() });
  const code = await closedByBen(stage, "P2");
  stage.chat.refuses.add("chat:ben");
  const before = stage.chat.sends.length;
  await stage.pass({ days: 60 });
  expect(sendsTo(stage, "chat:carla", before).some(({ card }) => JSON.stringify(card).includes(code))).toBe(
    true,
  );
  await stage.close();
});

test("a signaler who can not be reached is not called a colleague", async () => {
  const stage = await openStage({ classifier: says() });
  stage.chat.refuses.add("chat:juf");
  await stage.report(plain);
  const heard = stage.cardsOf("chat:carla");
  expect(heard.length).toBeGreaterThan(0);
  expect(JSON.stringify(heard).toLowerCase()).not.toContain("collega is niet te bereiken");
  await stage.close();
});

test("a hundred presses of one signaler do not become hundreds of messages to everyone who was asked", async () => {
  const stage = await openStage({ classifier: says({ urgency: "urgent" }) });
  const { code } = await stage.report(plain);
  const before = stage.chat.sends.length;
  for (let count = 0; count < 100; count++)
    await stage.press("chat:juf", count % 2 ? "withdraw" : "still_worried", code);
  expect(stage.chat.sends.length - before).toBeLessThan(50);
  await stage.close();
});
