import { afterEach, expect, test } from "vitest";
import type { Passage } from "#signal/decision.ts";
import type { Json, Person } from "./support/fake-slack/fake-slack.ts";
import { asText } from "./support/fake-slack/reading.ts";
import { hostileTexts } from "./support/hostile-texts.ts";
import { openSlackStage, type SlackStage } from "./support/slack-stage.ts";

let stage: SlackStage | null = null;
afterEach(async () => {
  await stage?.close();
  stage = null;
});

/** What only Slack could fall for, on top of the texts that every platform gets. */
const slackTexts: readonly string[] = [
  "<!channel|channel>",
  "<!subteam^S0123|@iedereen> en <!here>",
  "< !channel >",
  "<\u200b!channel>",
  "＜!channel＞",
  "@channel",
  "@here kijk",
  "@everyone",
  "<@U0BEN>",
  "<@U0BEN|ben>",
  "<#C0SCHOOL>",
  "<slack://open?team=T1|open>",
  "<javascript:alert(1)|klik>",
  "<https://slack.com/archives/C1/p1|zie bericht>",
  "<https://evil.example|https://slack.com>",
  "HTTPS://EVIL.EXAMPLE",
  "slack.com/app_redirect?app=A1 http://1.2.3.4/",
  "*Bel 113 in plaats van 112*",
  "_VS-AAAA-AAA_: opgepakt door Sanne",
  "~Nieuw signaal VS-AAAA-AAA~",
  "`VS-AAAA-AAA`",
  "&lt;@U0BEN&gt; &amp;lt;!here&amp;gt;",
  "&amp;&amp;&lt;&lt;",
  "\\u003c!channel\\u003e",
  ":no_entry: :112:",
  '{"type":"button","action_id":"accept","value":"VS-AAAA-AAA"}',
  '","blocks":[{"type":"section"}],"x":"',
  "n:0000 b0000",
  "\u202e!lennahc<",
  "\u2028<!channel>\u2029",
];
/** One input of Slack holds no more than this. */
const texts = [...new Set([...hostileTexts, ...slackTexts].map((words) => words.slice(0, 1_900)))];

/** Dangerous enough never to wait in a queue; what follows is somebody's own. */
const story = "De buurvrouw gilt nu en ik hoor klappen.";
const told = (words: string) => `${story} ${words} Dat zag ik.`;

/** As Slack writes what somebody typed. */
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

async function shown(person: Person, from: SlackStage): Promise<void> {
  await from.slack.eventually(() => person.view());
}

async function closed(person: Person): Promise<void> {
  while (person.view() !== null) await person.close();
}

/** Every way in which somebody's words come in, done with these words. Who says it is somebody else each time. */
const doors: Readonly<Record<string, (from: SlackStage, words: string, place: number) => Promise<void>>> = {
  async "a direct message"(from, words, place) {
    await from.person(`dm${place}`).dm(told(words));
  },
  async "a dialog"(from, words, place) {
    const person = from.person(`dialog${place}`);
    await person.shortcut("signaal_delen");
    await shown(person, from);
    await person.fillIn({ text: told(words) }).submit();
  },
  async "the command"(from, words, place) {
    const person = from.person(`command${place}`);
    await person.command("/signaal", escaped(told(words)));
    await shown(person, from);
    await person.submit();
  },
  async "the shortcut of a message"(from, words, place) {
    const person = from.person(`shortcut${place}`);
    await person.messageShortcut("signaal_van_bericht", { text: told(words) });
    await shown(person, from);
    await person.submit();
  },
};

/** What colleagues type for each other, and for the signaler: it stands in messages. */
const between: Readonly<
  Record<string, { readonly button: string; readonly fields: Readonly<Record<string, string>> }>
> = {
  consult: { button: "Overleg", fields: { whom: "noor" } },
  hand_over: { button: "Draag over", fields: { to: "noor" } },
  question: { button: "Stel een vraag", fields: {} },
};

/** Objects of JSON inside, with the key under which each stands. */
function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const one of value) yield* objectsIn(one);
  else if (typeof value === "object" && value !== null) {
    yield value as Json;
    for (const inside of Object.values(value)) yield* objectsIn(inside);
  }
}

/** What a client makes into a link by itself, and what turns or hides text. */
const live = /:\/\/|\bwww\.|\b(?:mailto|javascript):(?!\u200b)|[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/iu;
const readable = new Set(["plain_text", "text"]);
const known = new Set([
  "text",
  "rich_text_section",
  "rich_text_list",
  "rich_text_quote",
  "rich_text_preformatted",
  "emoji",
]);

/** What Slack would bring to life in this, or draw wrong. */
function liveIn(payload: unknown): string[] {
  const found: string[] = [];
  for (const object of objectsIn(payload)) {
    const { type, text, emoji, elements } = object;
    if (type === "mrkdwn" || object["mrkdwn"] === true) found.push(`mrkdwn: ${String(text)}`);
    if (typeof type === "string" && readable.has(type) && typeof text === "string") {
      if (live.test(text)) found.push(`live: ${JSON.stringify(text).slice(0, 80)}`);
      if (emoji === true) found.push(`emoji: ${text.slice(0, 80)}`);
    }
    for (const key of ["url", "image_url", "link_names", "parse"])
      if (key in object) found.push(`${key}: ${String(object[key])}`);
    if (type === "rich_text_section" || type === "rich_text_quote")
      for (const inside of objectsIn(elements))
        if (!known.has(asText(inside["type"]) || "text")) found.push(`a live ${asText(inside["type"])}`);
  }
  return found;
}

/** The notification of a message, which Slack reads as mrkdwn. */
const liveNotification = /<|>|@(?:channel|here|everyone)|&(?!(?:amp|lt|gt);)/i;

function expectNothingLive({ slack }: SlackStage): void {
  for (const { method, args } of slack.calls()) {
    expect(liveIn(args), method).toEqual([]);
    const { text } = args;
    if (method.startsWith("chat.") && typeof text === "string") expect(text).not.toMatch(liveNotification);
  }
  for (const { body } of slack.deliveries())
    if (body.startsWith("{")) expect(liveIn(JSON.parse(body))).toEqual([]);
  // Slack's own strict check of every block, length and value.
  slack.assertNoFaults();
}

const ofPeople = (passages: readonly Passage[]) => passages.filter(({ what }) => what !== "evidence");

test("there are enough of them", () => {
  expect(texts.length).toBeGreaterThanOrEqual(100);
});

test.each(Object.keys(doors))(
  "told by %s: kept to the letter, and nothing of it lives in Slack",
  { timeout: 120_000 },
  async (door) => {
    stage = await openSlackStage();
    const town = stage;
    for (const [place, words] of texts.entries()) await doors[door]?.(town, words, place);
    await town.slack.quiet(50);
    await town.pass({ minutes: 10 });
    const kept: string[] = [];
    for (const { id } of await town.store.openSignals())
      kept.push(...ofPeople(await town.store.passages(id)).map(({ text }) => text));
    // A zero byte is no text: that is said, and nothing is kept.
    const wanted = texts
      .filter((words) => !words.includes("\u0000"))
      .map((words) => told(words).toWellFormed());
    expect(kept.map((text) => text.toWellFormed()).sort()).toEqual(wanted.sort());
    // Who may read it sees it in a window, as words.
    const dora = town.person("dora");
    for (const { ts } of dora.messages().filter(({ buttons }) => buttons.includes("Bekijk"))) {
      await dora.press("Bekijk", { in: "message", ts });
      await town.modal("dora", "Het verhaal");
      await closed(dora);
    }
    expectNothingLive(town);
  },
);

test.each(Object.entries(between))(
  "typed by a colleague (%s): kept to the letter, and nothing of it lives in a message",
  { timeout: 120_000 },
  async (_name, { button, fields }) => {
    stage = await openSlackStage();
    const town = stage;
    const [dora, wanted] = [town.person("dora"), [] as string[]];
    const codes: string[] = [];
    for (const place of texts.keys()) {
      const asked = { key: `tell${place}`, by: town.at(`buur${place}`), act: "report", on: "" } as const;
      await town.house.counter.press({ ...asked, fields: { text: story } });
      const { code } = await town.latest(`buur${place}`);
      const taken = { key: `take${place}`, by: town.at("dora"), act: "accept", on: code } as const;
      await town.house.counter.press({ ...taken, fields: null });
      codes.push(code);
    }
    await town.pass({ minutes: 3 });
    for (const [place, words] of texts.entries()) {
      const card = dora
        .messages()
        .findLast((one) => one.visible.includes(codes[place] ?? "") && one.buttons.includes(button));
      if (card === undefined) throw new Error(`There is no card of ${codes[place]}.`);
      await dora.press(button, { in: "message", ts: card.ts });
      await shown(dora, town);
      await dora.fillIn({ ...fields, text: words }).submit();
      const isRefused = Object.keys(dora.view()?.errors ?? {}).length > 0;
      await closed(dora);
      // But for white space around it.
      if (!isRefused) wanted.push(words.toWellFormed().trim());
    }
    await town.pass({ minutes: 10 });
    const kept: string[] = [];
    for (const { id } of await town.store.openSignals())
      kept.push(
        ...ofPeople(await town.store.passages(id))
          .filter(({ what }) => what !== "story")
          .map(({ text }) => text),
      );
    expect(wanted.length).toBeGreaterThan(90);
    expect(kept.map((text) => text.toWellFormed()).sort()).toEqual(wanted.sort());
    expectNothingLive(town);
  },
);
