import { afterEach, beforeEach, expect, test } from "vitest";
import { objectIdOf, type PlaygroundMessage, until } from "../support/playground.ts";
import {
  buttonIn,
  closeSome,
  debtStory,
  hears,
  inputsOf,
  objectsIn,
  openTown,
  sendOf,
  type Town,
  teamsAddress,
} from "../support/playground-town.ts";

let town: Town;

beforeEach(async () => {
  town = await openTown();
});

afterEach(async () => {
  await town.close();
  expect(town.relay.offences()).toEqual([]);
});

const code = /VS-[0-9A-Z]{4}-[0-9A-Z]{3}/;

/** Somebody is asked to take this up. */
function alertFor(one: Town["ben"]): Promise<PlaygroundMessage> {
  return hears(one, "Ik pak dit op");
}

/** This very message is a card with these words now. */
async function becomes(
  one: Town["ben"],
  { id }: PlaygroundMessage,
  words: RegExp,
): Promise<PlaygroundMessage> {
  const now = () => one.messages().find((message) => message.id === id);
  await until(async () => words.test(now()?.words ?? ""));
  const message = now();
  if (message === undefined) throw new Error("unreachable");
  return message;
}

test("typed to the app: a receipt, an alert for who never opened the app, read, taken up, and both cards change in place", async () => {
  const { juf, ben, relay } = town;
  await juf.type(debtStory);
  const receipt = await hears(juf, "We hebben je zorg");
  expect(receipt.words).toMatch(code);
  expect(receipt.conversation).toBe(juf.chat);

  const alert = await alertFor(ben);
  expect(alert.conversation).toBe(ben.chat);
  expect(alert.words).not.toMatch(/aanmaningen|zonder eten/);
  expect(relay.called()).toContainEqual({
    to: "ben",
    method: "POST",
    path: "/v3/conversations",
    status: 201,
  });

  const story = await ben.task("task/fetch", buttonIn(alert.card, "Bekijk").data, alert.id);
  expect(JSON.stringify(story)).toContain("aanmaningen en schulden");

  const answer = await ben.execute(alert, buttonIn(alert.card, "Ik pak dit op"));
  expect(answer["type"]).toBe("application/vnd.microsoft.card.adaptive");
  expect(JSON.stringify(answer["value"])).toContain("opgepakt door Ben");
  const taken = await becomes(ben, alert, /opgepakt door Ben/);
  expect(taken.changes).toBeGreaterThan(0);
  expect(taken.words).not.toContain('"Ik pak dit op"');
  expect(ben.messages()).toHaveLength(1);
  await becomes(juf, receipt, /Je zorg is opgepakt/);
});

test("a Playground by itself, for which nobody signs, is not let in: not a word is taken or said", async () => {
  const { juf, relay, house } = town;
  relay.settings.signs = false;
  await juf.type(debtStory);
  await until(async () => relay.carried().length > 0);
  expect(relay.carried().map(({ status }) => status)).toEqual([401]);
  relay.settings.signs = true;
  await juf.type("help");
  // What is signed right after is answered, so what came before was never going to be.
  await until(async () => juf.messages().length > 0);
  expect(juf.messages()).toHaveLength(1);
  expect(juf.messages()[0]?.words).not.toMatch(code);
  const by = house.store.signalerId(teamsAddress(objectIdOf("juf")));
  expect(await house.store.signalsOf(by, 5)).toEqual([]);
});

test("a client that knows no universal actions: the fallback of the same button takes it up too", async () => {
  const { juf, ben } = town;
  await juf.type(debtStory);
  const alert = await alertFor(ben);
  const { fallback } = buttonIn(alert.card, "Ik pak dit op");
  if (fallback === undefined) throw new Error("There is no fallback.");
  await ben.submitPlainly(alert, fallback);
  await becomes(ben, alert, /opgepakt door Ben/);
});

test("by command and dialog: what is wrong stands at its field with what was typed, and nothing is kept before it is right", async () => {
  const { juf, ben, house } = town;
  await juf.type("signaal");
  const offer = await hears(juf, "Ik maak me zorgen");
  const form = await juf.task("task/fetch", buttonIn(offer.card, "Ik maak me zorgen").data, offer.id);
  expect(inputsOf(form)).toMatchObject({ text: undefined, language: "nl" });

  const again = await juf.task("task/submit", { ...sendOf(form).data, text: "?" });
  expect(JSON.stringify(again)).toContain("Ik kan dit niet lezen");
  expect(inputsOf(again)).toMatchObject({ text: "?" });
  const by = house.store.signalerId(teamsAddress(objectIdOf("juf")));
  expect(await house.store.signalsOf(by, 5)).toEqual([]);

  const done = await juf.task("task/submit", { ...sendOf(again).data, text: debtStory });
  expect(done).toMatchObject({ task: { type: "message", value: expect.stringMatching(code) } });
  await hears(juf, "We hebben je zorg");
  await alertFor(ben);
  // Sent once more, because the answer got lost: still one signal.
  await juf.task("task/submit", { ...sendOf(again).data, text: debtStory });
  expect(await house.store.signalsOf(by, 5)).toHaveLength(1);
});

test("the extension on a message: a form with its words, and that is kept when it is sent", async () => {
  const { juf, ben } = town;
  const form = await juf.extension(
    "<div><p>Thuis zijn <b>schulden</b> &amp; aanmaningen.</p><p>Hij komt zonder eten.</p></div>",
  );
  const { text } = inputsOf(form);
  expect(text).toMatch(/^Thuis zijn schulden & aanmaningen\.\n+Hij komt zonder eten\.$/);
  const done = await juf.extensionSubmit({ ...sendOf(form).data, text });
  expect(done).toMatchObject({ task: { type: "message", value: expect.stringMatching(code) } });
  await alertFor(ben);
});

test("told in a channel: nothing of it is taken in or said there, and the hint comes in the own chat", async () => {
  const { ben, house } = town;
  await ben.mention(debtStory);
  const hint = await hears(ben, "Vertel dit liever niet hier");
  expect(hint.conversation).toBe(ben.chat);
  expect(hint.words).not.toContain("aanmaningen");
  expect(ben.messages().filter(({ conversation }) => conversation !== ben.chat)).toEqual([]);
  const by = house.store.signalerId(teamsAddress(objectIdOf("ben")));
  expect(await house.store.signalsOf(by, 5)).toEqual([]);
});

test("Monday's digest: one post in the team's channel, with Teams' own bars and a picture for who can not draw those", async () => {
  const { ben, clock, house } = town;
  await closeSome(town, 6);
  clock.set(Date.parse("2026-11-23T08:01:00+01:00"));
  await house.runDue();
  const digest = await hears(ben, "De week in cijfers");
  expect(digest.conversation).toBe(ben.channel);
  expect(ben.messages().filter(({ conversation }) => conversation === ben.channel)).toHaveLength(1);
  const charts = objectsIn(digest.card).filter(({ type }) => String(type).startsWith("Chart."));
  expect(charts).toHaveLength(1);
  expect(charts[0]).toMatchObject({
    fallback: { type: "Image", url: expect.stringMatching(/^data:image\/png;base64,/) },
  });
  const details = await ben.task("task/fetch", buttonIn(digest.card, "Details").data, digest.id);
  expect(details).toMatchObject({ task: { type: "continue" } });
});
