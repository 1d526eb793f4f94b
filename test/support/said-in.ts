import type { Card, Field, Form, Part } from "#texts/card.ts";

/** One text that a reader sees, and whether it is ours or typed by a person. */
export interface Said {
  readonly text: string;
  readonly as: "ours" | "safety" | "quote" | "cell" | "alt";
}

/** Everything that a card says, the notification included. */
export function saidInCard(card: Card): Said[] {
  return [
    ours(card.title),
    ours(card.summary),
    ...card.parts.flatMap(saidInPart),
    ...card.buttons.map((button) => ours(button.label)),
  ];
}

/** Everything that a form says; what was typed before is a quote. */
export function saidInForm(form: Form): Said[] {
  return [
    ours(form.title),
    ours(form.submit),
    ...form.intro.flatMap(saidInPart),
    ...form.fields.flatMap(saidInField),
  ];
}

function ours(text: string): Said {
  return { text, as: "ours" };
}

function saidInField(field: Field): Said[] {
  const texts = [ours(field.label), ours(field.hint)];
  if (field.field === "text") return [...texts, { text: field.value, as: "quote" }];
  return [...texts, ...field.options.map((option) => ours(option.label))];
}

function saidInPart(part: Part): Said[] {
  switch (part.part) {
    case "text":
    case "note":
    case "heading":
      return [ours(part.text)];
    case "safety":
      return part.lines.map((text) => ({ text, as: "safety" }));
    case "quote":
      return [{ text: part.text, as: "quote" }, ours(part.by)];
    case "facts":
      return part.facts.flatMap(({ label, value }) => [ours(label), ours(value)]);
    case "list":
      return part.items.map(ours);
    case "table": {
      const cells = [...part.columns, ...part.rows.flat()];
      return [ours(part.caption), ...cells.map((text): Said => ({ text, as: "cell" }))];
    }
    case "chart": {
      const labels = [
        ...part.chart.series.map(({ name }) => name),
        ...part.chart.bars.map(({ label }) => label),
      ];
      return [
        ours(part.title),
        { text: part.alt, as: "alt" },
        ...[...labels, part.chart.hidden].map((text): Said => ({ text, as: "cell" })),
      ];
    }
  }
}
