import { expect, test } from "vitest";
import { openStage } from "../support/stage.ts";

const story =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";

test("a worry travels from the teacher to the expert, and the teacher hears back", async () => {
  const stage = await openStage();
  const { code } = await stage.report(story, { area: "noord", age_group: "4-12" });
  const receipt = stage.cardsOf("chat:juf")[0];
  expect(receipt?.title + JSON.stringify(receipt?.parts)).toContain(code);

  const signal = await stage.signal(code);
  expect(signal.categories[0]).toBe("domestic_violence");
  expect(signal.asked).toContain("sanne");

  const alert = stage.cardsOf("chat:sanne")[0];
  expect(JSON.stringify(alert)).toContain(code);
  expect(JSON.stringify(alert)).not.toContain("groep 5");

  const opened = await stage.press("chat:sanne", "open", code);
  expect(JSON.stringify(opened.card)).toContain(story);
  await stage.press("chat:sanne", "accept", code);
  await stage.press("chat:sanne", "feedback", code, { level: "in_contact" });
  const done = await stage.press("chat:sanne", "outcome", code, {
    outcome: "C2",
    word: "closed",
    text: "",
    next: "close",
  });
  expect(done.faults).toBeNull();

  const closed = await stage.signal(code);
  expect(closed.stage).toBe("closed");
  expect(closed.outcome).toBe("C2");
  expect(closed.feedback.map(({ level }) => level)).toEqual(expect.arrayContaining(["in_contact", "closed"]));
  expect(stage.cardsOf("chat:juf").length).toBeGreaterThanOrEqual(3);
  const types = (await stage.store.entries(signal.id)).map(({ type }) => type);
  expect(types).toEqual(
    expect.arrayContaining([
      "reported",
      "classified",
      "routed",
      "viewed",
      "accepted",
      "outcome_set",
      "closed",
    ]),
  );
  await stage.close();
});

test("the same press delivered three times makes one signal and one receipt", async () => {
  const stage = await openStage();
  const press = { key: "once", by: "chat:juf", act: "report", on: "", fields: { text: story } } as const;
  await stage.house.counter.press(press);
  await Promise.all([stage.house.counter.press(press), stage.house.counter.press(press)]);
  await stage.house.runDue();
  await stage.restart();
  await stage.house.counter.press(press);
  await stage.house.runDue();
  expect((await stage.store.counts(stage.clock.now())).signals).toBe(1);
  expect(
    stage.cardsOf("chat:juf").filter((card) => card.buttons.some(({ act }) => act === "withdraw")).length,
  ).toBe(1);
  await stage.close();
});

test("nobody else reads the story: not a colleague, not the manager, not another signaler", async () => {
  const stage = await openStage();
  const { code, id } = await stage.report(story);
  for (const stranger of ["chat:ben", "chat:max", "chat:iemand-anders"] as const) {
    const reply = await stage.press(stranger, "open", code);
    expect(JSON.stringify(reply)).not.toContain("blauwe plekken");
  }
  const views = (await stage.store.entries(id)).filter(({ type }) => type === "viewed");
  expect(views).toEqual([]);
  await stage.close();
});

test("closing without a word to the signaler asks for a reason", async () => {
  const stage = await openStage();
  const { code } = await stage.report(story);
  await stage.press("chat:sanne", "accept", code);
  const refused = await stage.press("chat:sanne", "outcome", code, {
    outcome: "C2",
    word: "none",
    text: "",
    next: "close",
  });
  expect(refused.faults?.["text"]).toBeTruthy();
  expect((await stage.signal(code)).stage).toBe("accepted");
  const reason = { outcome: "C2", word: "none", text: "De juf werkt hier niet meer.", next: "close" };
  await stage.press("chat:sanne", "outcome", code, reason);
  expect((await stage.signal(code)).stage).toBe("closed");
  await stage.close();
});

test("a teacher who hears nothing gets a new date, and the coordinator hears it too", async () => {
  const stage = await openStage();
  const { code } = await stage.report(
    "Een jongen uit groep 7 heeft steeds geen brood mee en de huur is niet betaald.",
  );
  await stage.press((await stage.signal(code)).asked[0] === "ben" ? "chat:ben" : "chat:dora", "accept", code);
  const { feedbackDue } = await stage.signal(code);
  const before = stage.chat.sends.length;
  await stage.turnTo(feedbackDue + 60_000);
  const heard = stage.chat.sends.slice(before).map(({ to }) => to);
  expect(heard).toEqual(expect.arrayContaining(["chat:juf", "chat:carla"]));
  await stage.close();
});

test("still worried opens a closed signal again, one level up, under the same code", async () => {
  const stage = await openStage();
  const { code } = await stage.report(
    "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.",
  );
  const holder = (await stage.signal(code)).asked[0] ?? "";
  await stage.press(`chat:${holder}`, "accept", code);
  await stage.press(`chat:${holder}`, "outcome", code, {
    outcome: "P0",
    word: "advice",
    text: "",
    next: "close",
  });
  const closed = await stage.signal(code);
  await stage.press("chat:juf", "still_worried", code);
  const open = await stage.signal(code);
  expect(closed.stage).toBe("closed");
  expect(open.stage).toBe("routed");
  expect(open.asked).toEqual([holder]);
  expect(["acute", "urgent", "soon"].indexOf(open.urgency)).toBe(
    ["acute", "urgent", "soon", "preventive"].indexOf(closed.urgency) - 1,
  );
  expect(open.eraseAt).toBeNull();
  await stage.close();
});

test("the expert asks, the teacher answers, and neither sees who the other is", async () => {
  const stage = await openStage();
  const { code } = await stage.report(story);
  await stage.press("chat:sanne", "accept", code);
  await stage.press("chat:sanne", "ask", code, { text: "Wanneer zag je dit voor het eerst?" });
  // The chat only says that there is a question; the words open behind the button.
  expect(JSON.stringify(stage.cardsOf("chat:juf").at(-1))).not.toContain("Wanneer zag je");
  const question = JSON.stringify((await stage.press("chat:juf", "answer", code, null)).form);
  expect(question).toContain("Wanneer zag je dit voor het eerst?");
  expect(question).not.toContain("Sanne");
  await stage.press("chat:juf", "answer", code, { text: "Vorige week maandag." });
  // The message only says that there is an answer; the words open for those who may read them.
  expect(JSON.stringify(stage.cardsOf("chat:sanne").at(-1))).not.toContain("Vorige week maandag.");
  const opened = JSON.stringify((await stage.press("chat:sanne", "open", code)).card);
  expect(opened).toContain("Vorige week maandag.");
  expect(opened).not.toContain("juf");
  await stage.close();
});
