import type { Labelled } from "#commands/evaluate/corpus.ts";
import { type Judged, type Scorecard, scorecard } from "#commands/evaluate/scorecard.ts";
import { expertises } from "#signal/words.ts";

/** Words as people type them (domain.md 1.3), each also as the begin of a longer one; up to three letters only by itself. */
const lists = {
  addiction: `
    drank | drink | alcohol | alkohol | kegel | zuip | bezopen | dronke | glaasje | aan de fles | laveloos | biertje | wijn | brak |
    blow | joint | jonko | hasj | stickie | stoned | wiet | weed | drugs | snuif | snuiv | lijntje | pillen | speed | ghb | 3-mmc |
    coke | lachgas | ballonnen | vape | vapen | dampen | snus | verslaa | gok | gokk | gokt | gokv | kraslot | casino | toto | bets | gamen | gamet |
    gambl | addict`,
  domestic_violence: `
    klap | mep | mepp | mept | lel | lell | losse handjes | hardhandig | bont en blauw | blauwe plek | van de trap gevallen | opgesloten | afgerost |
    mishandel | geslage | slaat | geweld | kort lontje | streng | bang voor | uitschelden | mag niks van | stalk | ruzie | schreeuw |
    seksueel | misbruik | vieze spelletjes | naaktfoto | nudes | loverboy | verwaarlo | altijd alleen thuis | stinkt | luizen |
    zelfde kleren | honger | niet opgehaald | hits | bruise | abuse`,
  debt: `
    schuld | huurachterstand | deurwaarder | incasso | aanmaning | krap bij kas | eindjes | rood staan | blut | in de min | bewind |
    afgesloten | uit huis gezet | voedselbank | skeer | doekoe | klarna | tikkie | geld | betalen | rekening | debt | money | rent`,
  psychological: `
    somber | depri | depress | in de put | niet lekker in | overspannen | ziet het niet meer zitten | eind eraan | niet meer wil |
    zelfmoord | suicid | suïcid | krassen | snij | streepjes | lange mouwen | cutten | verward | draait door | in de war | stemmen |
    flippen | psycho | angst | paniek | eenzaam | huilt | huilen | dement | vergeetachtig | eet niet | anxious`,
  acute: `
    zelfmoord | suicid | suïcid | afscheid | wurg | keel | mes | pistool | wapen | bewusteloos | overdosis | vermoord | dood maken |
    nu meteen | op dit moment | 112 | knife | gun | kill`,
} as const;

const longestWhole = 3;
const patterns = Object.fromEntries(
  Object.entries(lists).map(([name, list]) => [name, patternOf(list.split("|").map((word) => word.trim()))]),
) as Record<keyof typeof lists, RegExp>;

function patternOf(words: readonly string[]): RegExp {
  const each = words.map((word) => (word.length > longestWhole ? word : `${word}(?!\\p{L})`));
  return new RegExp(`(?<!\\p{L})(?:${each.join("|")})`, "iu");
}

/**
 * How hard a set is: what somebody would reach with a plain list of words. The goals were set on messages where such a list
 * reaches macro-F1 0.48 and finds 20% of the acute.
 */
export function byKeywords(messages: readonly Labelled[]): Scorecard {
  return scorecard(messages.map((meant): Judged => ({ meant, got: gotOf(meant.text) })));
}

function gotOf(text: string): Judged["got"] {
  const categories = expertises.filter((category) => patterns[category].test(text));
  const isConcern = categories.length > 0;
  const urgency = patterns.acute.test(text) ? "acute" : "soon";
  return {
    kind: isConcern || urgency === "acute" ? "signal" : "not_a_signal",
    categories: isConcern || urgency !== "acute" ? categories : ["unclear"],
    urgency: isConcern || urgency === "acute" ? urgency : "none",
    confidence: "low",
  };
}
