import { expect, test } from "vitest";
import { shown } from "#chat/shown.ts";
import { slackMessage, slackModal } from "#chat/slack/cards.ts";
import { teamsCard, teamsDialog } from "#chat/teams/cards.ts";
import type { Card, Form } from "#texts/card.ts";
import { hostileTexts } from "./support/hostile-texts.ts";
import { slackMessageSchema, slackModalSchema, wordsIn as slackWords } from "./support/slack-payload.ts";
import { teamsDialogSchema, teamsMessageSchema, wordsIn as teamsWords } from "./support/teams-payload.ts";

/** A card with these words in every place where words of people or names from the directory can come. */
function cardWith(words: string): Card {
  return {
    title: `VS-K7MP-3QF: opgepakt door ${words}`,
    tone: "calm",
    parts: [
      { part: "safety", lines: ["**Bel 112.**"] },
      { part: "text", text: `Opgepakt door ${words}.` },
      { part: "quote", text: words, by: `${words} schrijft` },
      { part: "facts", facts: [{ label: "Uit", value: words }] },
      { part: "list", items: [`Noord: ${words}`] },
      {
        part: "table",
        caption: `Wie: ${words}`,
        columns: ["Wie", words],
        rows: [[words, "3"]],
      },
      { part: "heading", text: `Over ${words}` },
      { part: "note", text: `Let op: ${words}` },
    ],
    buttons: [{ label: `Naar ${words}`, act: "accept", on: "VS-K7MP-3QF", style: "primary" }],
    summary: `Opgepakt door ${words}.`,
  };
}

function formWith(words: string): Form {
  const option = { value: "p1", label: `Naar ${words}` };
  return {
    title: "Draag over",
    act: "hand_over",
    on: "VS-K7MP-3QF",
    intro: [{ part: "quote", text: words, by: "Sanne schrijft" }],
    fields: [
      {
        field: "choice",
        name: "person",
        label: "Aan wie?",
        hint: `Niet aan ${words}`,
        required: true,
        options: [option],
        many: false,
        value: "p1",
      },
      {
        field: "text",
        name: "reason",
        label: `Waarom ${words}?`,
        hint: "",
        required: false,
        lines: 3,
        maxLength: 8000,
        value: words,
      },
    ],
    submit: "Draag over",
  };
}

/** What is left of a payload when its words are taken out: how it is built. */
function skeleton(payload: unknown): unknown {
  if (Array.isArray(payload)) return payload.map(skeleton);
  if (typeof payload !== "object" || payload === null) return typeof payload;
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [key, key === "type" ? value : skeleton(value)]),
  );
}

/** Nothing that a client makes into a link by itself, and nothing that turns or hides text. */
const live = /:\/\/|\bwww\.|\b(?:mailto|javascript):(?!\u200b)|[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/iu;
/** Nothing that Teams makes into a mention or a date. */
const liveInTeams = /<\/?at\b|\{\{/i;

const table = hostileTexts.map((words) => [JSON.stringify(words).slice(0, 60), words] as const);

test("the table of hostile texts is long enough to mean something", () => {
  expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(60);
});

test.each(table)("Slack draws %s as words and nothing else", (_, words) => {
  const message = slackMessage(cardWith(words));
  const modal = slackModal(formWith(words));
  // The schemas know literal text only: no mrkdwn, no link, no user, no broadcast.
  expect(slackMessageSchema.safeParse(message).error?.issues ?? []).toEqual([]);
  expect(slackModalSchema.safeParse(modal).error?.issues ?? []).toEqual([]);
  for (const said of [message.text, ...slackWords(message.blocks), ...slackWords(modal)]) {
    expect(said).not.toMatch(live);
  }
  expect(message.text).not.toMatch(/<|>|@(?:channel|here|everyone)|&(?!(?:amp|lt|gt);)/i);
  if (!words.includes("w".repeat(99))) {
    const calm = slackMessage(cardWith("Jan"));
    const bare = (one: typeof message) => one.blocks.map((block) => block.type);
    expect(bare(message)).toEqual(bare(calm));
  }
});

test.each(table)("Teams draws %s as words and nothing else", (_, words) => {
  const message = teamsCard(cardWith(words));
  const dialog = teamsDialog(formWith(words));
  expect(teamsMessageSchema.safeParse(message).error?.issues ?? []).toEqual([]);
  expect(teamsDialogSchema.safeParse(dialog).error?.issues ?? []).toEqual([]);
  const typed = {
    ...dialog,
    card: { ...dialog.card, body: dialog.card.body.filter((one) => one.type !== "Input.Text") },
  };
  for (const said of [...teamsWords(message), ...teamsWords(typed)]) {
    expect(said).not.toMatch(live);
    expect(said).not.toMatch(liveInTeams);
  }
  expect(JSON.stringify(message)).not.toMatch(/"(?:Action\.OpenUrl|selectAction|entities)"/);
  // Lines of a text are paragraphs here, and two stars in a text of ours are bold; apart from those the card is built as with harmless words of that length.
  if (!/[\n\r\u2028]|\*\*/.test(words)) {
    const harmless = shown(words).replace(/\S/g, "x");
    expect(skeleton(message)).toEqual(skeleton(teamsCard(cardWith(harmless))));
  }
});

const invisible = /[\u200b\u202a-\u202e\u2066-\u2069]|(?:\p{Cc}\[\d+m)|(?!\n)\p{Cc}/gu;

/** A text as somebody sees it: without what can not be seen. */
function seen(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028/g, "\n")
    .replace(/\t/g, " ")
    .replace(invisible, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .trim();
}

test.each(table)("what was typed, %s, is shown to the letter", (_, words) => {
  const card: Card = { ...cardWith("Jan"), parts: [{ part: "quote", text: words, by: "Sanne schrijft" }] };
  const quotes = slackMessage(card).blocks.flatMap((block) =>
    block.type === "rich_text" ? block.elements.filter((one) => one.type === "rich_text_quote") : [],
  );
  const slack = quotes.flatMap((quote) => quote.elements.map((one) => one.text)).join("");
  expect(seen(slack)).toBe(seen(words));
  const boxes = teamsCard(card).card.body.flatMap((one) => (one.type === "Container" ? [one.items] : []));
  const [, ...lines] = boxes.at(-1) ?? [];
  const teams = lines.flatMap((line) =>
    line.type === "RichTextBlock" ? line.inlines.map((run) => run.text) : [],
  );
  expect(seen(teams.join("\n")).replace(/\s/g, "")).toBe(seen(words).replace(/\s/g, ""));
});

test("bold is ours alone: two stars in somebody's own words stay two stars", () => {
  const message = slackMessage(cardWith("**Bel 113** en ga weg"));
  expect(JSON.stringify(message.blocks)).toContain("**Bel 113** en ga weg");
  expect(JSON.stringify(teamsCard(cardWith("**Bel 113**")).card)).toContain("\\\\*\\\\*Bel 113\\\\*\\\\*");
});
