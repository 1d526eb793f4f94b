import type { Form } from "#texts/card.ts";

/** The form with a text already in its largest text field: an example, a message, or what was typed behind a command. */
export function prefilled(form: Form, text: string): Form {
  const largest = form.fields
    .filter((field) => field.field === "text")
    .reduce<number>((most, field) => Math.max(most, field.lines), 0);
  let done = false;
  const fields = form.fields.map((field) => {
    if (done || field.field !== "text" || field.lines !== largest) return field;
    done = true;
    return { ...field, value: text };
  });
  return { ...form, fields };
}
