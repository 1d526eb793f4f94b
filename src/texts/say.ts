import type { Language } from "#signal/words.ts";

/** One text in both languages, side by side: a text without its translation does not compile. */
export type Said = Readonly<Record<Language, string>>;

/** The text in this language, with `{name}` filled in. A value is never read for placeholders itself. */
export function say(language: Language, said: Said, values: Readonly<Record<string, string>> = {}): string {
  return said[language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The same word with a capital, for the start of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a, b en c` in the language. */
export function listed(language: Language, items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  const and = say(language, { nl: "en", en: "and" });
  return `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1)}`;
}
