import { z } from "zod";

import { joinedPieces } from "#chat/long-text.ts";
import { choiceIn } from "#chat/no-choice.ts";

const option = z.object({ value: z.string() });

/** The values of the inputs that we make (fields.ts); what Slack calls "not filled in" is null. */
const filled = z.union([
  z.object({ type: z.literal("plain_text_input"), value: z.string().nullish() }),
  z.object({ type: z.enum(["radio_buttons", "static_select"]), selected_option: option.nullish() }),
  z.object({
    type: z.enum(["checkboxes", "multi_static_select"]),
    selected_options: z.array(option).nullish(),
  }),
]);

/** A field, and behind it perhaps the number of a piece (long-text.ts). */
const inputName = /^[A-Za-z][\w-]{0,59}(?:~\d{1,3}-?)?$/;

/** What was filled in, per field: several choices joined by a comma, pieces of one text joined. Nothing chosen is empty. */
export function fieldsOf(values: Readonly<Record<string, Readonly<Record<string, unknown>>>>): {
  readonly fields: Readonly<Record<string, string>>;
  /** The blocks as they are, in the order of the payload: an error can be shown at these. */
  readonly inputs: readonly string[];
} {
  const inputs = new Map<string, string>();
  for (const [block, actions] of Object.entries(values)) {
    const parsed = filled.safeParse(Object.values(actions)[0]);
    if (parsed.success && inputName.test(block)) inputs.set(block, textOf(parsed.data));
  }
  return { fields: joinedPieces(inputs), inputs: [...inputs.keys()] };
}

function textOf(input: z.infer<typeof filled>): string {
  switch (input.type) {
    case "plain_text_input":
      return input.value ?? "";
    case "radio_buttons":
    case "static_select":
      return choiceIn(input.selected_option?.value ?? "");
    case "checkboxes":
    case "multi_static_select":
      return (input.selected_options ?? []).map(({ value }) => choiceIn(value)).join(",");
  }
}
