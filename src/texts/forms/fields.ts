import type { Language } from "#signal/words.ts";
import type { Field } from "#texts/card.ts";
import { capital, type Said, say } from "#texts/say.ts";

/** Room for the story (the intake refuses more), for text beside it, and for a line. */
const mostCharacters = { 8: 4_000, 3: 2_000, 1: 200 } as const;
export const mostOfStory = 8_000;

/** What a text field asks. */
export interface Asked {
  readonly label: Said;
  readonly hint: Said;
  readonly required: "required" | "optional";
  readonly lines: 1 | 3 | 8;
  readonly value?: string;
  /** In characters; without it, what fits the lines. */
  readonly most?: number;
}

export function textField(name: string, asked: Asked, language: Language): Field {
  return {
    field: "text",
    name,
    label: say(language, asked.label),
    hint: say(language, asked.hint),
    required: asked.required === "required",
    lines: asked.lines,
    maxLength: asked.most ?? mostCharacters[asked.lines],
    value: asked.value ?? "",
  };
}

/** What a choice offers: `of` in order, each with its words. */
export interface Choice {
  readonly label: Said;
  readonly hint: Said;
  readonly required: "required" | "optional";
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly how?: "one" | "many";
  readonly value?: string;
}

export function choiceField(name: string, choice: Choice, language: Language): Field {
  return {
    field: "choice",
    name,
    label: say(language, choice.label),
    hint: say(language, choice.hint),
    required: choice.required === "required",
    options: choice.options,
    many: choice.how === "many",
    value: choice.value ?? "",
  };
}

/** Options from a closed list and its words. */
export function optionsOf<T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, Said>>,
  language: Language,
): readonly { readonly value: string; readonly label: string }[] {
  return values.map((value) => ({ value, label: capital(say(language, words[value])) }));
}
