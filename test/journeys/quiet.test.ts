import { expect, test } from "vitest";
import { closedByBen, onStage, plain, says, sendsTo } from "../support/one-story.ts";
import type { Stage } from "../support/stage.ts";

/** The messages of their own (no changed cards) that this reader got. */
function heard(stage: Stage, to: string, since = 0) {
  return sendsTo(stage, to as `chat:${string}`, since).filter(({ updates }) => updates === null);
}

test("a coordinator whom nobody helps hears of nine neglected signals without being buried", () =>
  onStage({}, async (stage) => {
    for (let count = 0; count < 9; count++) await stage.report(plain);
    await stage.pass({ days: 14 });
    const count = heard(stage, "chat:carla").length;
    // It used to be 90: a reminder each day, also of a word and an outcome for what nobody held.
    expect(count).toBeGreaterThanOrEqual(9);
    expect(count).toBeLessThanOrEqual(27);
    const titles = stage.cardsOf("chat:carla").map(({ title }) => title);
    expect(titles.filter((title) => /Laat iets weten|Kies een uitkomst/.test(title))).toEqual([]);
  }));

test("what is urgent and waits is repeated as a message of its own, again and again", () =>
  onStage({ classifier: says({ urgency: "urgent" }) }, async (stage) => {
    await stage.report(plain);
    await stage.pass({ days: 7 });
    expect(heard(stage, "chat:carla").length).toBeGreaterThan(10);
  }));

test("a word that a holder keeps forgetting: two reminders, then the second one stays true", () =>
  onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:ben", "accept", code);
    const since = stage.chat.sends.length;
    await stage.pass({ days: 24 });
    const asks = ({ card }: { card: { title: string } }) => card.title.includes("Laat iets weten");
    expect(heard(stage, "chat:ben", since).filter(asks).length).toBe(2);
    expect(sendsTo(stage, "chat:ben", since).filter(asks).length).toBeGreaterThan(3);
  }));

test("still worried about what was closed: whoever had it hears one thing, with the level it has now", () =>
  onStage({}, async (stage) => {
    const code = await closedByBen(stage);
    const since = stage.chat.sends.length;
    await stage.press("chat:juf", "still_worried", code, { text: "" });
    const got = heard(stage, "chat:ben", since).map(({ card }) => card.title);
    expect(got).toEqual([`${code} is weer open`]);
  }));

test("the danger button gives whoever was asked one clear alert, not three messages", () =>
  onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    const since = stage.chat.sends.length;
    await stage.press("chat:juf", "supplement", code, { danger: "now" });
    expect(heard(stage, "chat:ben", since).map(({ card }) => card.title)).toEqual([
      `${code} is dringender geworden`,
    ]);
  }));

test("danger with words: the alert, and the words", () =>
  onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    const since = stage.chat.sends.length;
    await stage.press("chat:juf", "supplement", code, { danger: "now", text: "Het begint weer." });
    expect(heard(stage, "chat:ben", since).map(({ card }) => card.title)).toEqual([
      `${code} is dringender geworden`,
      `Aanvulling bij ${code}`,
    ]);
  }));

test("three additions in a row are one message for whoever was asked; an hour later there is another", () =>
  onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    const since = stage.chat.sends.length;
    await stage.turnTo(Math.ceil(stage.clock.now() / 900_000) * 900_000);
    const add = (text: string) => stage.press("chat:juf", "supplement", code, { text });
    await add("Nog iets over zijn jas.");
    await stage.pass({ minutes: 3 });
    await add("En over zijn schoenen.");
    await add("En over zijn tas.");
    const additions = () =>
      heard(stage, "chat:ben", since).filter(({ card }) => /Aanvulling/.test(card.title)).length;
    expect(additions()).toBe(1);
    await stage.pass({ minutes: 60 });
    await add("Dat was het.");
    expect(additions()).toBe(2);
  }));

test("'I cannot call now' does not bring the whole safety text again", () =>
  onStage({}, async (stage) => {
    const { code } = await stage.report("Hij staat nu met een mes in de keuken en dreigt haar te steken");
    expect((await stage.signal(code)).urgency).toBe("acute");
    const since = stage.chat.sends.length;
    await stage.press("chat:juf", "called", code, { answer: "cannot_call" });
    expect(heard(stage, "chat:juf", since)).toEqual([]);
    expect(sendsTo(stage, "chat:juf", since).length).toBeGreaterThan(0);
  }));

test("free text does not answer the question about danger; the answered question goes", () =>
  onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    const before = (await stage.signal(code)).questions;
    expect(before).toContain("danger");
    await stage.press("chat:juf", "supplement", code, { text: "Al een maand of twee." });
    expect((await stage.signal(code)).questions).toEqual(
      before.filter((question) => !question.startsWith("fact")),
    );
    await stage.press("chat:juf", "supplement", code, { danger: "no", aware: "yes" });
    expect((await stage.signal(code)).questions).not.toContain("danger");
  }));

test("whoever tells of a wrong inside the club is not asked whether the one it is about knows", () =>
  onStage({ classifier: says({ kind: "other", categories: ["other"], insider: true }) }, async (stage) => {
    const { code } = await stage.report("De trainer appt meisjes van het team in het weekend.");
    const signal = await stage.signal(code);
    expect(signal.outside).toBe(true);
    expect(signal.questions).not.toContain("aware");
  }));

test("whoever holds it sees on the card by when a word and an outcome are due; the others do not", () =>
  onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    const shown = (to: string) => JSON.stringify(stage.cardsOf(to as `chat:${string}`)[0]);
    expect(shown("chat:ben")).not.toContain("Bericht voor");
    await stage.press("chat:ben", "accept", code);
    expect(shown("chat:ben")).toContain("Bericht voor");
    expect(shown("chat:ben")).toContain("Uitkomst voor");
    await stage.press("chat:ben", "feedback", code, { level: "in_contact", text: "" });
    expect(shown("chat:ben")).not.toContain("Bericht voor");
  }));

test("what turns urgent in the night is told in the night", () =>
  onStage({ start: "2026-11-17T22:40:00+01:00" }, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:juf", "supplement", code, { danger: "now" });
    expect(stage.cardsOf("chat:ben")[0]?.title).toContain(code);
  }));

test("no notification tells what it is about or how urgent it is, but for 'spoed'", () =>
  onStage({}, async (stage) => {
    const { code } = await stage.report("Er ligt post van de deurwaarder en de huur is niet betaald.");
    await stage.pass({ days: 4 });
    const summaries = stage.chat.sends.map(({ card }) => card.summary.toLowerCase());
    expect(summaries.some((one) => one === `${code.toLowerCase()}: nieuw signaal.`)).toBe(true);
    for (const summary of summaries) expect(summary).not.toMatch(/schuld|geld|preventief|binnenkort/);
  }));
