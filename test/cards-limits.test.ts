import fc from "fast-check";
import { expect, test } from "vitest";
import { unpack } from "#chat/packed.ts";
import { slackCardModal, slackHome, slackMessage, slackModal } from "#chat/slack/cards.ts";
import { teamsCard, teamsDialog } from "#chat/teams/cards.ts";
import type { Card, Form } from "#texts/card.ts";
import { anyCard, anyForm } from "./support/arbitrary-cards.ts";
import { sampleCards } from "./support/sample-cards.ts";
import { slackMessageSchema, slackModalSchema, wordsIn as slackWords } from "./support/slack-payload.ts";
import { teamsDialogSchema, teamsMessageSchema, wordsIn as teamsWords } from "./support/teams-payload.ts";

const runs = { numRuns: 150 };
const chartUrl = () => "https://voelspriet.example/chart.png";

/** The acts and loads of all buttons, as the platform would send them back. */
function pressesOf(payload: unknown): { act: string; packed: string }[] {
  if (Array.isArray(payload)) return payload.flatMap(pressesOf);
  if (typeof payload !== "object" || payload === null) return [];
  const one = payload as Record<string, unknown>;
  if (one["type"] === "button") {
    return [{ act: String(one["action_id"]).replace(/:\d+$/, ""), packed: String(one["value"]) }];
  }
  if (one["type"] === "Action.Execute" || one["type"] === "Action.Submit") {
    return [one["data"] as { act: string; packed: string }];
  }
  return Object.values(one).flatMap(pressesOf);
}

function keepsButtons(card: Card, payload: object): void {
  const asked = card.buttons.map((button) => ({
    act: button.act,
    carried: { on: button.on, fields: button.fields ?? null },
  }));
  expect(pressesOf(payload).map(({ act, packed }) => ({ act, carried: unpack(packed) }))).toEqual(asked);
}

function keepsSafety(parts: Card["parts"], words: readonly string[]): void {
  const said = words.join("").replaceAll(/\s/g, "");
  for (const part of parts) {
    if (part.part !== "safety") continue;
    for (const line of part.lines) expect(said).toContain(line.replaceAll("**", "").replaceAll(/\s/g, ""));
  }
}

test("any card is a message that Slack accepts, with all its buttons and all safety text", () => {
  fc.assert(
    fc.property(anyCard, fc.constantFrom({}, { chartUrl }, { charts: "text" } as const), (card, options) => {
      const message = slackMessage(card, options);
      const checked = slackMessageSchema.safeParse(message);
      expect(checked.error?.issues ?? []).toEqual([]);
      keepsButtons(card, message);
      keepsSafety(card.parts, slackWords(message.blocks));
    }),
    runs,
  );
});

test("any card is a modal that Slack accepts", () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const modal = slackCardModal(card);
      expect(slackModalSchema.safeParse(modal).error?.issues ?? []).toEqual([]);
      keepsButtons(card, modal);
      keepsSafety(card.parts, slackWords(modal.blocks));
    }),
    runs,
  );
});

const slackTitle = { type: "plain_text", text: "Titel", emoji: false };

test("any form is a modal that Slack accepts, with every field that can be filled in", () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const modal = slackModal(form);
      expect(slackModalSchema.safeParse(modal).error?.issues ?? []).toEqual([]);
      expect(unpack(modal.private_metadata)).toEqual({ on: form.on, fields: null });
      expect(modal.callback_id).toBe(form.act);
      const inputs = modal.blocks.flatMap((block) => (block.type === "input" ? [block.block_id] : []));
      // A text that is too long for one input goes on in the next ones, called after the first.
      expect(inputs.filter((name) => !/~\d+-?$/.test(name))).toEqual(fillable(form));
      expect(new Set(inputs).size).toBe(inputs.length);
      keepsSafety(form.intro, slackWords(modal.blocks));
    }),
    runs,
  );
});

test("any card is an App Home that Slack accepts, with all its buttons and all safety text", () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const home = slackHome(card);
      const asModal = {
        ...home,
        type: "modal",
        callback_id: "home",
        private_metadata: "",
        title: slackTitle,
      };
      expect(slackModalSchema.safeParse(asModal).error?.issues ?? []).toEqual([]);
      keepsButtons(card, home);
      keepsSafety(card.parts, slackWords(home.blocks));
    }),
    runs,
  );
});

test("any card is an Adaptive Card that Teams accepts, with all its buttons and all safety text", () => {
  fc.assert(
    fc.property(anyCard, fc.constantFrom({}, { chartUrl }), (card, options) => {
      const message = teamsCard(card, options);
      const checked = teamsMessageSchema.safeParse(message);
      expect(checked.error?.issues ?? []).toEqual([]);
      keepsButtons(card, message.card);
      keepsSafety(card.parts, teamsWords(message.card));
    }),
    runs,
  );
});

test("any form is a dialog that Teams accepts, with every field that can be filled in", () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const dialog = teamsDialog(form);
      expect(teamsDialogSchema.safeParse(dialog).error?.issues ?? []).toEqual([]);
      const [submit] = dialog.card.actions ?? [];
      expect(submit?.data.act).toBe(form.act);
      expect(unpack(submit?.data.packed)).toEqual({ on: form.on, fields: null });
      const inputs = dialog.card.body.flatMap((element) => ("isRequired" in element ? [element.id] : []));
      expect(inputs).toEqual(fillable(form));
      keepsSafety(form.intro, teamsWords(dialog.card));
    }),
    runs,
  );
});

function fillable(form: Form): string[] {
  return form.fields
    .filter((field) => field.field === "text" || field.options.length > 0)
    .map((field) => field.name);
}

test("the bot's own kinds of cards fit without losing a word", () => {
  for (const card of sampleCards) {
    for (const words of [slackWords(slackMessage(card)), teamsWords(teamsCard(card))]) {
      expect(words.join(" ")).not.toContain("…");
    }
  }
});

const story = (length: number): Card => ({
  title: "Het verhaal",
  tone: "calm",
  parts: [
    { part: "quote", text: "Ik maak me zorgen. ".repeat(length / 19), by: "Een leerkracht schrijft" },
    { part: "safety", lines: ["**Bel 112.**"] },
    { part: "facts", facts: [{ label: "Code", value: "VS-K7MP-3QF" }] },
  ],
  buttons: [{ label: "Ik pak dit op", act: "accept", on: "VS-K7MP-3QF", style: "primary" }],
  summary: "VS-K7MP-3QF.",
});

test("a story of 8,000 characters can be read to the end by the one who may see it", () => {
  const words = "Ik maak me zorgen. "
    .repeat(8000 / 19)
    .trim()
    .replaceAll(" ", "");
  const read = (texts: string[]) => texts.join("").replaceAll(" ", "");
  expect(read(slackWords(slackCardModal(story(8000))))).toContain(words);
  expect(read(teamsWords(teamsCard(story(8000)).card))).toContain(words);
});

test("a text too long for a message is cut with a visible mark; facts, safety text and buttons stay", () => {
  const long = story(40_000);
  for (const [payload, words] of [
    [slackMessage(long), slackWords(slackMessage(long))],
    [teamsCard(long).card, teamsWords(teamsCard(long).card)],
  ] as const) {
    const said = words.join(" ");
    expect(said).toContain("…");
    expect(said).toContain("Bel 112.");
    expect(said).toContain("VS-K7MP-3QF");
    keepsButtons(long, payload);
    // Much of it is still there: it is cut where it must be, not thrown away.
    expect(said.length).toBeGreaterThan(5000);
  }
});

test("what was cut is still accepted by both platforms", () => {
  const wide = { ...story(0), parts: [{ part: "quote" as const, text: "é😀".repeat(10_000), by: "" }] };
  for (const card of [story(40_000), wide]) {
    expect(slackMessageSchema.safeParse(slackMessage(card)).error?.issues ?? []).toEqual([]);
    expect(teamsMessageSchema.safeParse(teamsCard(card)).error?.issues ?? []).toEqual([]);
  }
});

test("more parts than Slack has blocks: the first stay, a mark says that there is more", () => {
  const parts = Array.from({ length: 80 }, (_, place) => ({
    part: "text" as const,
    text: `Regel ${place}.`,
  }));
  const message = slackMessage({ ...story(0), parts });
  expect(slackMessageSchema.safeParse(message).error?.issues ?? []).toEqual([]);
  expect(slackWords(message.blocks)).toContain("Regel 0.");
  expect(slackWords(message.blocks)).toContain("…");
  keepsButtons(story(0), message);
});

test("a bold stretch that is cut in two stays bold, and no star is left behind", () => {
  const parts = [{ part: "text" as const, text: `**${"Bel nu het wijkteam. ".repeat(1000)}**` }];
  expect(JSON.stringify(slackMessage({ ...story(0), parts }).blocks)).not.toContain("*");
  expect(JSON.stringify(teamsCard({ ...story(0), parts }).card)).not.toContain("*");
});

test("a long text is never cut between the two halves of one character", () => {
  const parts = [{ part: "quote" as const, text: `x${"😀".repeat(4000)}`, by: "" }];
  const modal = slackCardModal({ ...story(0), parts });
  expect(slackWords(modal.blocks).join("")).toContain(parts[0]?.text);
  for (const payload of [modal, slackMessage({ ...story(0), parts }), teamsCard({ ...story(0), parts })]) {
    expect(JSON.stringify(payload)).not.toMatch(/\\ud83d/);
  }
});

test("a card with nothing in it is still a message", () => {
  const empty: Card = { title: "", tone: "calm", parts: [], buttons: [], summary: "Niets nieuws." };
  expect(slackMessageSchema.safeParse(slackMessage(empty)).success).toBe(true);
  expect(teamsMessageSchema.safeParse(teamsCard(empty)).success).toBe(true);
});
