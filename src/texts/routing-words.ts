import type { PersonId, RoutingCode, RoutingReason } from "#signal/signal.ts";
import { type Expertise, expertises } from "#signal/words.ts";
import type { Reading } from "#texts/labels.ts";
import { areaName, nameOf } from "#texts/people.ts";
import { capital, type Said, say } from "#texts/say.ts";
import { ageWords, categoryWords } from "#texts/terms.ts";

/** Reasons without a value, as routing gives them (route/assign.ts). Each reads on after a name. */
const plainReasons: Readonly<Record<string, Said>> = {
  working: { nl: "kan op tijd kijken", en: "can look in time" },
  in_time: { nl: "is er weer op tijd", en: "is back in time" },
  on_call: { nl: "is nu oproepbaar", en: "is on call now" },
  outside_contact: {
    nl: "is het contact van buiten de organisatie",
    en: "is the contact outside the organisation",
  },
  handed_over: { nl: "kreeg het van een collega", en: "got it from a colleague" },
  reopened: { nl: "had het eerder ook", en: "had it before" },
  duty: { nl: "heeft dienst", en: "is on duty" },
  coordinator: { nl: "coördineert het team", en: "coordinates the team" },
  catch_all: { nl: "vangt op wat niemand anders heeft", en: "takes what nobody else has" },
  stand_in: { nl: "valt in", en: "stands in" },
  last_resort: { nl: "is als laatste over", en: "is the last one left" },
  acute: { nl: "kijkt eerst bij acuut gevaar", en: "looks first in acute danger" },
  unclear: { nl: "kijkt als het onderwerp niet duidelijk is", en: "looks when the subject is not clear" },
  other: { nl: "kijkt naar andere zorgen", en: "looks at other concerns" },
  not_a_signal: { nl: "kijkt of dit echt geen zorg is", en: "checks that this is no concern" },
  declined: { nl: "gaf het terug", en: "gave it back" },
  conflict: { nl: "werkt of sport daar zelf", en: "works or coaches there" },
  external: { nl: "geeft alleen advies", en: "gives advice only" },
  other_area: { nl: "werkt in een andere wijk", en: "works in another area" },
  other_age: { nl: "werkt met een andere leeftijd", en: "works with another age group" },
  unreachable: { nl: "is niet te bereiken", en: "cannot be reached" },
  absent: { nl: "is afwezig", en: "is away" },
  off_today: { nl: "is er niet op tijd", en: "is not there in time" },
  full: { nl: "zit vol", en: "is full" },
  less_expertise: { nl: "weet er minder van", en: "knows less about it" },
  order: { nl: "staat later in de rij", en: "comes later in the row" },
};

/** Reasons about everyone, not about the one who was chosen: with the subject, each can stand as a sentence. */
const gapReasons: Readonly<Record<string, Said>> = {
  no_expertise: { nl: "niemand daar heeft kennis van {what}", en: "nobody there has knowledge of {what}" },
  all_full: { nl: "iedereen voor {what} zit vol", en: "everyone for {what} is full" },
  nobody_free: { nl: "niemand voor {what} is op tijd vrij", en: "nobody for {what} is free in time" },
};

const depths: Readonly<Record<string, Said>> = {
  "1": { nl: "weet van {what}", en: "knows of {what}" },
  "2": { nl: "werkt met {what}", en: "works with {what}" },
  "3": { nl: "is specialist in {what}", en: "is a specialist in {what}" },
};

/** One routing code in words. A code that nobody wrote words for is shown as it is: better plain than hidden. */
export function reasonInWords(code: RoutingCode, reading: Reading): string {
  const { language } = reading;
  const [name = "", first = "", second = ""] = code.split(":");
  const plain = plainReasons[name];
  if (plain && first === "") return say(language, plain);
  const withValue = valued(name, { first, second }, reading);
  return withValue ?? say(language, { nl: "reden: {code}", en: "reason: {code}" }, { code });
}

function valued(
  name: string,
  values: { readonly first: string; readonly second: string },
  reading: Reading,
): string | null {
  const { language } = reading;
  const { first, second } = values;
  switch (name) {
    case "expertise": {
      const what = expertiseInWords(first, reading);
      const depth = depths[second] ?? depths["2"];
      return what === null || depth === undefined ? null : say(language, depth, { what });
    }
    case "no_expertise":
    case "all_full":
    case "nobody_free": {
      const what = expertiseInWords(first, reading);
      const said = gapReasons[name];
      return what === null || said === undefined ? null : say(language, said, { what });
    }
    case "partner": {
      const said: Said = { nl: "{name} kan advies geven", en: "{name} can give advice" };
      return say(language, said, { name: nameOf(first, reading) });
    }
    case "after": {
      const said: Said = { nl: "staat na {name} in de rij", en: "comes after {name} in the row" };
      return say(language, said, { name: nameOf(first, reading) });
    }
    case "area":
      return say(
        language,
        { nl: "werkt in {area}", en: "works in {area}" },
        { area: areaName(first, reading) },
      );
    case "age": {
      const ages: Readonly<Record<string, Said>> = ageWords;
      const age = ages[first];
      if (age === undefined) return null;
      return say(language, { nl: "werkt met {age}", en: "works with {age}" }, { age: say(language, age) });
    }
    case "load": {
      const [has = first, most = ""] = first.split("/");
      const said: Said = {
        nl: "heeft {has} van {most} plekken bezet",
        en: "has {has} of {most} places taken",
      };
      return most === "" ? null : say(language, said, { has, most });
    }
    default:
      return null;
  }
}

/** Does this reason say something about everyone, so that no name goes before it? */
function isOwnSentence(code: RoutingCode): boolean {
  const name = code.split(":")[0] ?? "";
  return name in gapReasons || name === "partner" || !isKnown(code);
}

function isKnown(code: RoutingCode): boolean {
  const [name = "", first = ""] = code.split(":");
  if (first === "") return name in plainReasons;
  return ["expertise", "after", "area", "age", "load"].includes(name);
}

function expertiseInWords(name: string, reading: Reading): string | null {
  const expertise: Expertise | undefined = expertises.find((known) => known === name);
  return expertise === undefined ? null : say(reading.language, categoryWords[expertise]);
}

/** More names than this make nobody wiser. */
const mostPassedOver = 3;

/** Why it went to this colleague, and why not to others, as lines. */
export function routingLines(
  reason: RoutingReason,
  person: PersonId | null,
  reading: Reading,
): readonly string[] {
  const { language } = reading;
  const name =
    person === null ? say(language, { nl: "Deze collega", en: "This colleague" }) : nameOf(person, reading);
  const chosen = reason.because.map((code) => {
    const words = reasonInWords(code, reading);
    return capital(isOwnSentence(code) ? `${words}.` : `${name} ${words}.`);
  });
  const others = reason.passedOver.filter((passed) => passed.person !== person);
  return [...chosen, ...passedOverLines(others, reading)];
}

function passedOverLines(passedOver: RoutingReason["passedOver"], reading: Reading): readonly string[] {
  const { language } = reading;
  const named = passedOver.slice(0, mostPassedOver);
  const more = passedOver.length - named.length;
  const lines = named.map(({ person, why }) =>
    say(
      language,
      { nl: "Niet {name}: {why}.", en: "Not {name}: {why}." },
      { name: nameOf(person, reading), why: reasonInWords(why, reading) },
    ),
  );
  if (more === 0) return lines;
  const others: Said =
    more === 1
      ? { nl: "En nog 1 ander niet.", en: "Nor 1 other." }
      : { nl: "En nog {n} anderen niet.", en: "Nor {n} others." };
  return [...lines, say(language, others, { n: String(more) })];
}
