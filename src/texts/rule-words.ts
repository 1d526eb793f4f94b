import type { Flag } from "#signal/signal.ts";
import { type Language, mostUrgent, type Urgency } from "#signal/words.ts";
import { type Said, say } from "#texts/say.ts";
import { urgencyWords } from "#texts/terms.ts";

/** What each rule of the safety net looks for (domain.md 1.4). */
const rules: Readonly<Record<string, Said>> = {
  R1: { nl: "geweld dat nu bezig is, of een wapen", en: "violence that is going on, or a weapon" },
  R2: {
    nl: "een zwaar teken van geweld, zoals de keel grijpen",
    en: "a grave sign of violence, such as choking",
  },
  R3: { nl: "een kind dat nu niet veilig is", en: "a child who is not safe now" },
  R4: { nl: "iemand die misschien niet meer wil leven", en: "someone who may no longer want to live" },
  R5: { nl: "gevaar door drank of drugs", en: "danger by alcohol or drugs" },
  R6: { nl: "ernstige verwardheid met gevaar", en: "severe confusion with danger" },
  R7: { nl: "een vermoeden van seksueel misbruik", en: "a suspicion of sexual abuse" },
  R8: { nl: "een kind dat vertelt over geweld", en: "a child who tells about violence" },
  R9: { nl: "uitzetting of afsluiting die bijna komt", en: "an eviction or cut-off that is near" },
  R10: { nl: "geen eten, water of warmte", en: "no food, water or heating" },
  R11: { nl: "een gedwongen huwelijk of vertrek", en: "a forced marriage or departure" },
  R12: { nl: "een bedreiging van wie het vertelt", en: "a threat to the person who tells" },
};

/** The rules that were hit, in words; one without words keeps its name. A rule that was hit twice stands once, at its highest level. */
export function flagsInWords(flags: readonly Flag[], language: Language): readonly string[] {
  const levels = new Map<string, Urgency>();
  for (const { rule, level } of flags) levels.set(rule, mostUrgent(level, levels.get(rule) ?? level));
  return [...levels].map(([rule, level]) =>
    say(
      language,
      { nl: "Vaste regel: {what} ({level}).", en: "Fixed rule: {what} ({level})." },
      { what: ruleInWords(rule, language), level: say(language, urgencyWords[level]) },
    ),
  );
}

/** The rule's meaning alone, for the event log. */
export function ruleInWords(rule: string, language: Language): string {
  const known = rules[rule];
  return known === undefined ? rule : say(language, known);
}
