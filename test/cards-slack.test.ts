import { describe, expect, test } from "vitest";
import { slackCardModal, slackMessage, slackModal } from "#chat/slack/cards.ts";
import type { Block } from "#chat/slack/look/blocks.ts";
import type { Card, Field, Form, Part } from "#texts/card.ts";
import {
  alertSample,
  digestSample,
  hiddenSample,
  reportSample,
  safetySample,
} from "./support/sample-cards.ts";
import { wordsIn } from "./support/slack-payload.ts";

function cardOf(...parts: Part[]): Card {
  return { title: "Titel", tone: "calm", parts, buttons: [], summary: "Kort." };
}

function typesOf(blocks: readonly Block[]): string[] {
  return blocks.map((block) => block.type);
}

test("the notification says the summary, and the blocks begin with what this is", () => {
  const { text, blocks } = slackMessage(alertSample);
  expect(text).toBe("VS-K7MP-3QF: dringend, zorgen over geweld thuis.");
  expect(blocks[0]).toEqual({
    type: "header",
    text: { type: "plain_text", text: "🟠 Nieuw signaal VS-K7MP-3QF", emoji: false },
  });
});

test("safety text stands right under the heading, wherever the card has it, with its bold words", () => {
  const { blocks } = slackMessage(safetySample);
  expect(typesOf(blocks).slice(0, 3)).toEqual(["header", "rich_text", "divider"]);
  expect(wordsIn(blocks[1]).join("")).toMatch(/^Is er nu gevaar\? Bel 112\. Wacht niet/);
  expect(JSON.stringify(blocks[1])).toContain('{"type":"text","text":"0800-2000","style":{"bold":true}}');
});

test("the same act three times gives three action ids, and each carries its own answer", () => {
  const actions = slackMessage(safetySample).blocks.find((block) => block.type === "actions");
  expect(actions?.elements.map((button) => [button.action_id, button.value, button.style])).toEqual([
    ["called", '{"on":"VS-K7MP-3QF","fields":{"answer":"called"}}', "primary"],
    ["called:2", '{"on":"VS-K7MP-3QF","fields":{"answer":"cannot_call"}}', undefined],
    ["called:3", '{"on":"VS-K7MP-3QF","fields":{"answer":"not_now"}}', undefined],
  ]);
});

test("all buttons stand in one row that flows on by itself, up to what Slack takes", () => {
  const buttons = Array.from({ length: 27 }, () => ({
    label: "Oppakken",
    act: "accept" as const,
    on: "VS-K7MP-3QF",
    style: "plain" as const,
  }));
  const rowsOf = (count: number) =>
    slackMessage({ ...alertSample, buttons: buttons.slice(0, count) }).blocks.filter(
      (block) => block.type === "actions",
    );
  expect(rowsOf(6).map((row) => row.elements.length)).toEqual([6]);
  expect(rowsOf(27).map((row) => row.elements.length)).toEqual([25, 2]);
});

test("a button is read aloud with its signal, and the signal once", () => {
  const spoken = (label: string, on: string) => {
    const buttons = [{ label, act: "open" as const, on, style: "plain" as const }];
    const actions = slackMessage({ ...alertSample, buttons }).blocks.find(
      (block) => block.type === "actions",
    );
    return actions?.elements[0]?.accessibility_label;
  };
  expect(spoken("Bekijk", "VS-K7MP-3QF")).toBe("Bekijk VS-K7MP-3QF");
  expect(spoken("Bekijk VS-K7MP-3QF", "VS-K7MP-3QF")).toBe("Bekijk VS-K7MP-3QF");
  expect(spoken("Hulp", "")).toBe("Hulp");
});

test("a chart is a picture where there is one, else Slack's own bars with the numbers in words", () => {
  const picture = slackMessage(digestSample, { chartUrl: () => "https://voelspriet.example/1.png" }).blocks;
  expect(picture.find((block) => block.type === "image")).toMatchObject({
    image_url: "https://voelspriet.example/1.png",
    alt_text: expect.stringContaining("week 40: 3 preventie"),
  });
  expect(typesOf(picture)).not.toContain("data_visualization");

  const { blocks } = slackMessage(digestSample);
  const at = typesOf(blocks).indexOf("data_visualization");
  expect(blocks[at]).toMatchObject({
    title: "Uitkomsten per week",
    chart: {
      axis_config: { categories: ["wk 40", "wk 41", "wk 42", "wk 43", "wk 44", "wk 45", "wk 46", "wk 47"] },
    },
  });
  expect(wordsIn(blocks[at + 1])).toEqual([expect.stringContaining("week 40: 3 preventie")]);
});

test("a workspace that refuses Slack's bars gets the numbers as text", () => {
  const { blocks } = slackMessage(digestSample, { charts: "text" });
  expect(typesOf(blocks)).not.toContain("data_visualization");
  expect(wordsIn(blocks).join("\n")).toContain("Week  Nieuw  Preventie  Casussen");
});

test("a hidden number is never drawn as a bar: the table says what stands there", () => {
  const { blocks } = slackMessage(hiddenSample);
  expect(typesOf(blocks)).not.toContain("data_visualization");
  expect(wordsIn(blocks).join("\n")).toContain("wk 46      klein         4");
});

test("a picture whose address is too long for Slack is drawn otherwise", () => {
  const { blocks } = slackMessage(digestSample, {
    chartUrl: () => `data:image/png;base64,${"A".repeat(4000)}`,
  });
  expect(typesOf(blocks)).toContain("data_visualization");
});

test("at most two charts of Slack's own in a message, the third as text", () => {
  const [chart] = digestSample.parts.filter((part) => part.part === "chart");
  if (!chart) throw new Error("the sample has a chart");
  const { blocks } = slackMessage(cardOf(chart, chart, chart));
  expect(typesOf(blocks).filter((type) => type === "data_visualization")).toHaveLength(2);
  expect(wordsIn(blocks).join("\n")).toContain("wk 40          3         2");
});

test("a table that is too wide for a phone becomes a line per row", () => {
  const columns = ["Wijk", "Binnengekomen signalen", "Opgepakt op tijd", "Afgesloten"];
  const { blocks } = slackMessage(
    cardOf({ part: "table", caption: "Per wijk", columns, rows: [["Noord", "3", "2", "1"]] }),
  );
  expect(wordsIn(blocks).join("")).toContain(
    "Noord: Binnengekomen signalen: 3; Opgepakt op tijd: 2; Afgesloten: 1",
  );
});

test("a form is a modal: the act, what it is on, and a labelled input per field", () => {
  const modal = slackModal({ ...reportSample, on: "VS-K7MP-3QF" });
  expect(modal).toMatchObject({
    type: "modal",
    callback_id: "report",
    private_metadata: '{"on":"VS-K7MP-3QF","fields":null}',
    submit: { text: "Verstuur" },
  });
  const inputs = modal.blocks.filter((block) => block.type === "input");
  expect(inputs.map((block) => [block.block_id, block.element.type, block.optional])).toEqual([
    ["story", "plain_text_input", false],
    ["danger", "radio_buttons", true],
    ["area", "static_select", false],
    ["about", "checkboxes", true],
    ["phone", "plain_text_input", true],
  ]);
  expect(inputs[0]).toMatchObject({
    label: { text: "Wat zag of hoorde je?" },
    hint: { text: "Schrijf het op zoals het was." },
    element: { multiline: true, max_length: 3000 },
  });
  expect(inputs[2]?.element).toMatchObject({ initial_option: { text: { text: "Zuid" }, value: "zuid" } });
  expect(inputs[3]?.element).toMatchObject({ initial_options: [{ value: "debt" }] });
  expect(inputs[4]?.element).toMatchObject({ multiline: false, initial_value: "06-12345678" });
});

test("the sign of the tone is for colleagues: what a signaler reads, and a safety text, has none", () => {
  const header = (card: Card) => wordsIn(slackMessage(card).blocks[0]);
  expect(header(safetySample)).toEqual(["Is er nu gevaar? Bel 112."]);
  const safety: Part = { part: "safety", lines: ["Bel 112."] };
  expect(header({ ...alertSample, parts: [safety, ...alertSample.parts] })).toEqual([alertSample.title]);
  const own = { label: "Vul aan", act: "supplement", on: "VS-K7MP-3QF", style: "plain" } as const;
  expect(header({ ...alertSample, tone: "good", buttons: [own] })).toEqual([alertSample.title]);
  expect(header(alertSample)).toEqual([`🟠 ${alertSample.title}`]);
});

describe("the title of a window", () => {
  const windowOf = (title: string) => slackCardModal({ ...cardOf({ part: "text", text: "Ja." }), title });

  test("never hides the number to call: it fits whole, and is not said twice", () => {
    const acute = slackCardModal(safetySample);
    expect(acute.title.text).toBe("Is er nu gevaar? Bel 112");
    expect(typesOf(acute.blocks)).not.toContain("header");
    const form = slackModal({ ...reportSample, title: "Is er nu gevaar? Bel 112." });
    expect(form.title.text).toBe("Is er nu gevaar? Bel 112");
    expect(typesOf(form.blocks)).not.toContain("header");
  });

  test.each([
    ["Je zorg is binnen", "Je zorg is binnen"],
    ["Is there danger now? Call 112.", "Is there danger now?…"],
    ["Dit kan niet wachten. Bel nu.", "Dit kan niet wachten…"],
    ["Iedereen kan bellen 0800 2000 gratis", "Iedereen kan bellen…"],
    ["Overheidsinformatievoorziening", "Overheidsinformatievoor…"],
  ])("%j is cut at a word, never in a number", (title, said) => {
    expect(windowOf(title).title.text).toBe(said);
  });

  test("that was cut stands in full as the first line", () => {
    expect(windowOf("Is there danger now? Call 112.").blocks[0]).toMatchObject({
      type: "header",
      text: { text: "Is there danger now? Call 112." },
    });
    expect(typesOf(windowOf("Je zorg is binnen").blocks)).not.toContain("header");
  });

  test("above nothing at all stands in the window too: Slack shows no empty one", () => {
    expect(slackCardModal({ ...cardOf(), title: "Klaar" }).blocks).toHaveLength(1);
  });
});

test("a title too long for Slack's frame is there in full as the first line", () => {
  const modal = slackModal(reportSample);
  expect(modal.title.text).toBe("Deel je zorg met het…");
  expect(modal.blocks[0]).toMatchObject({ type: "header", text: { text: "Deel je zorg met het wijkteam" } });
  expect(typesOf(slackModal({ ...reportSample, title: "Deel je zorg" }).blocks)).not.toContain("header");
});

test("no colleague is left out of a long list", () => {
  const person: Field = {
    field: "choice",
    name: "person",
    label: "Aan wie?",
    hint: "",
    required: true,
    options: Array.from({ length: 230 }, (_, place) => ({ value: `p${place}`, label: `Collega ${place}` })),
    many: false,
    value: "p229",
  };
  const form: Form = { ...reportSample, act: "hand_over", fields: [person] };
  const input = slackModal(form).blocks.find((block) => block.type === "input");
  const element = input?.element;
  if (element?.type !== "static_select" || !("option_groups" in element)) throw new Error("a list in groups");
  expect(element.option_groups.map((group) => [group.label.text, group.options.length])).toEqual([
    ["Collega 0 – Collega 99", 100],
    ["Collega 100 – Collega 199", 100],
    ["Collega 200 – Collega 229", 30],
  ]);
  expect(element.initial_option?.value).toBe("p229");
});

test("a card in a modal has no send button, keeps its own buttons, and no bars that modals do not know", () => {
  const modal = slackCardModal(alertSample);
  expect(modal.submit).toBeUndefined();
  expect(typesOf(modal.blocks)).toContain("actions");
  expect(typesOf(slackCardModal(digestSample).blocks)).not.toContain("data_visualization");
});
