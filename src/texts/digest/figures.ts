import type { DigestNumbers, Shown } from "#signal/digest-numbers.ts";
import type { Language } from "#signal/words.ts";
import { say } from "#texts/say.ts";

/** A count in a table. A hidden one is small, or would give a small one away: both are shown alike. */
export function shown(count: Shown, language: Language): string {
  if (count !== "hidden") return String(count);
  return say(language, { nl: "te klein om te tonen", en: "too small to show" });
}

/** The same in a row of numbers, where it has to be short. */
export function shownInline(count: Shown, language: Language): string {
  if (count !== "hidden") return String(count);
  return say(language, { nl: "(niet getoond)", en: "(not shown)" });
}

/** `47` of `2026-W47`. */
export function weekNumber(week: string): string {
  return week.replace(/^\d+-W0?/, "");
}

/** `60%`, or null where it is not shown. */
export function percent(share: number | null): string | null {
  return share === null ? null : `${Math.round(share * 100)}%`;
}

/** `8 van de 10`; hidden where either is. */
export function outOf(part: { readonly done: Shown; readonly of: Shown }, language: Language): string {
  if (part.done === "hidden" || part.of === "hidden") return shown("hidden", language);
  if (part.of === 0) return say(language, { nl: "niets te doen", en: "nothing due" });
  return say(
    language,
    { nl: "{done} van de {of}", en: "{done} of {of}" },
    { done: String(part.done), of: String(part.of) },
  );
}

/** Does any count of this digest stay hidden? Then the card explains why. */
export function hasHidden(numbers: DigestNumbers): boolean {
  return JSON.stringify(numbers).includes('"hidden"');
}
