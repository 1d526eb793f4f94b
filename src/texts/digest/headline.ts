import type { DigestNumbers, Shown } from "#signal/digest-numbers.ts";
import type { Language } from "#signal/words.ts";
import { percent, weekNumber } from "#texts/digest/figures.ts";
import { type Said, say } from "#texts/say.ts";

/** The finding in one sentence: arrivals, prevention share and open casework together, for nobody to be blamed by. */
export function headline(numbers: DigestNumbers, language: Language): string {
  return say(language, finding(numbers), {
    week: weekNumber(numbers.week),
    arrivals: arrivalsInWords(numbers.arrivals, language),
    share: percent(numbers.weekShare) ?? percent(numbers.block.preventionShare) ?? "",
    casework: caseworkInWords(numbers.open.casework, language),
  });
}

/** The week's own share where it may be shown; else that of the four weeks, and the title says so. */
function finding(numbers: DigestNumbers): Said {
  if (numbers.weekShare !== null) {
    return {
      nl: "Week {week}: {arrivals}, {share} preventie, {casework}",
      en: "Week {week}: {arrivals}, {share} prevention, {casework}",
    };
  }
  if (numbers.block.preventionShare !== null) {
    return {
      nl: "Week {week}: {arrivals}, {share} preventie in 4 weken, {casework}",
      en: "Week {week}: {arrivals}, {share} prevention in 4 weeks, {casework}",
    };
  }
  return { nl: "Week {week}: {arrivals}, {casework}", en: "Week {week}: {arrivals}, {casework}" };
}

/** The notification: no more than the number of arrivals, which is never hidden. */
export function shortHeadline(numbers: DigestNumbers, language: Language): string {
  return say(
    language,
    { nl: "De week in cijfers: {arrivals}.", en: "The week in numbers: {arrivals}." },
    { arrivals: arrivalsInWords(numbers.arrivals, language) },
  );
}

function arrivalsInWords(count: number, language: Language): string {
  if (count === 0) return say(language, { nl: "geen nieuwe signalen", en: "no new signals" });
  if (count === 1) return say(language, { nl: "1 nieuw signaal", en: "1 new signal" });
  return say(language, { nl: "{n} nieuwe signalen", en: "{n} new signals" }, { n: String(count) });
}

function caseworkInWords(count: Shown, language: Language): string {
  if (count === "hidden")
    return say(language, { nl: "open casussen niet getoond", en: "open casework not shown" });
  if (count === 0) return say(language, { nl: "geen open casussen", en: "no open casework" });
  if (count === 1) return say(language, { nl: "1 open casus", en: "1 open case" });
  return say(language, { nl: "{n} open casussen", en: "{n} open cases" }, { n: String(count) });
}
