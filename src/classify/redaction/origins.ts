import type { Span } from "#classify/redaction/span.ts";
import { spansOf } from "#classify/redaction/span.ts";

const peoples =
  "nederlander|turk|marokkaan|pool|surinam|surinamer|antilliaan|syri|syrier|irak|irakees|iran|iranier|afghaan|somali|somalier|eritree|eritreeer|ethiopi|ethiopier|ghanees|nigeriaan|chinees|vietnamees|indonesi|indonesier|molukker|moluk|indi|indier|hindoestaan|pakistaan|bulgaar|roemeen|hongaar|oekrain|oekrainer|oekraien|oekraiener|rus|duits|duitser|brit|fransman|belg|spanjaard|italiaan|portugees|griek|kroaat|servi|servier|bosni|bosnier|albanees|kosovaar|koerd|arabier|berber|tunesi|tunesier|algerijn|egyptenaar|libanees|kaapverdi|kaapverdier|curacaoenaar|arubaan|braziliaan|colombiaan|venezolaan|zigeuner|sinti|afrikaan|aziaat|europeaan|latino";
const adjectives =
  "nederlandse|hollandse?|turkse?|marokkaanse?|poolse?|surinaamse?|antilliaanse?|curacaose?|arubaanse?|syrische?|iraakse?|iraanse?|afghaanse?|somalische?|eritrese?|ethiopische?|ghanese?|nigeriaanse?|chinese?|vietnamese?|indonesische?|indische?|molukse?|hindoestaanse?|pakistaanse?|bulgaarse?|roemeense?|hongaarse?|oekrainse?|oekraiense?|russische?|duitse?|britse?|franse?|belgische?|spaanse?|italiaanse?|portugese?|griekse?|kroatische?|servische?|bosnische?|albanese?|kosovaarse?|koerdische?|arabische?|berberse?|tunesische?|algerijnse?|egyptische?|libanese?|kaapverdische?|braziliaanse?|colombiaanse?|afrikaanse?|aziatische?|oosterse?|westerse?|latijns-amerikaanse?|turkish|moroccan|polish|syrian|iraqi|iranian|afghan|somali|eritrean|ukrainian|russian|german|chinese|african|asian|arab|arabic|romanian|bulgarian|hungarian|surinamese|kurdish|indian|pakistani";
const countries =
  "turkije|marokko|polen|suriname|curacao|aruba|antillen|syrie|irak|iran|afghanistan|somalie|eritrea|ethiopie|ghana|nigeria|china|vietnam|indonesie|india|pakistan|bulgarije|roemenie|hongarije|oekraine|rusland|duitsland|engeland|frankrijk|belgie|spanje|italie|portugal|griekenland|kroatie|servie|bosnie|albanie|kosovo|koerdistan|tunesie|algerije|egypte|libanon|kaapverdie|brazilie|colombia|venezuela|afrika|azie|turkey|morocco|poland|syria|ukraine|romania|hungary|russia";
const loose =
  "allochto(?:on|one|nen)|autochto(?:on|one|nen)|buitenlanders?|buitenlandse|migrantengezin|migranten?|vluchtelingen?|vluchtelingengezin|asielzoekers?|statushouders?|expats?|arbeidsmigranten?|nieuwkomers?|donkere huidskleur|donker getinte?|getinte?|lichtgetinte?|blanke|zwarte (?:jongen|meisje|man|vrouw|vader|moeder|gezin)|immigrants?|refugees?|afkomst|migratieachtergrond|roma-gezin|romagezin";
const faiths =
  "islam|islamitische?|moslims?|moslima'?s?|moslimgezin|mosliman|christen|christenen|christelijke?|katholieke?|katholiek|protestants?e?|gereformeerde?|reformatorische?|hervormde?|evangelische?|joods?e?|jood|joden|jodin|hindoes?|hindoeistische?|boeddhistische?|boeddhist|sikhs?|jehova(?:'s)?(?: getuigen?)?|pinkstergemeente|moskee|kerk|kerkelijke|synagoge|tempel|imam|dominee|pastoor|priester|rabbijn|koran|bijbel|hoofddoek|hijab|boerka|nikab|keppel(?:tje)?|ramadan|suikerfeest|offerfeest|gelovige?|streng gelovige?|(?<=(?:hun|haar|zijn|het|vanuit|ander|streng) )geloof|godsdienst|muslims?|islamic|christians?|catholic|jewish|hindu|buddhist|mosque|church|headscarf|religious|religion";
const cities =
  "amsterdam|rotterdam|den haag|utrecht|eindhoven|groningen|almere|tilburg|nijmegen|arnhem|breda|haarlem|zwolle|maastricht|enschede|apeldoorn|amersfoort|den bosch|'s-hertogenbosch|dordrecht|zoetermeer|leeuwarden|deventer|alkmaar|hengelo|almelo|emmen|venlo|helmond|heerlen|roosendaal|schiedam|vlaardingen|hilversum|zaandam|purmerend|lelystad|middelburg|vlissingen|terneuzen|roermond|sittard|kerkrade|spijkenisse|capelle aan den ijssel|nieuwegein|veenendaal|barneveld|doetinchem|zutphen|harderwijk|meppel|hoogeveen|sneek|heerenveen|drachten|den helder";

/** Told without them a message means the same: what they did counts, not where they came from (domain.md 1.5). */
const whole = (words: string) => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, "giu");

/** Words for origin, religion, cities and neighbourhoods. `areas`: names of the municipality's own. */
export function originsIn(text: string, areas: readonly string[]): Span[] {
  // Same length, so that places stay: a letter with a mark becomes the letter, as people type it.
  const plain = Array.from(text, (letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
    return bare.length === letter.length ? bare : letter;
  }).join("");
  const own = areas.map((area) => area.trim()).filter((area) => area.length > 1);
  return [
    ...(own.length > 0 ? spansOf(text, "PLAATS", whole(own.map(escaped).join("|"))) : []),
    ...spansOf(
      text,
      "PLAATS",
      /(?<![\p{L}])(?:wijk|buurt|stadsdeel|dorp|flat) (\p{Lu}[\p{L}-]{1,30}(?:[ -]\p{Lu}[\p{L}-]{1,30})?)/gu,
    ),
    ...spansOf(
      text,
      "PLAATS",
      /(?<![\p{L}])\p{Lu}\p{Ll}{2,25}(?:wijk|buurt|kwartier|dorp)(?![\p{L}])/gu,
      ([match]) => !isOrdinary(match),
    ),
    ...spansOf(
      text,
      "PLAATS",
      /(?:(?<![\p{L}])in (?:de )?)((?!achter|probleem|woon|nieuwbouw|volks|kinder|prikkel|zorg|koop|uit|los|prach)\p{L}{4,25}(?:wijk|buurt))(?![\p{L}])/giu,
    ),
    ...spansOf(plain, "PLAATS", whole(cities)),
    // Words as well.
    ...spansOf(
      plain,
      "PLAATS",
      /(?<![\p{L}\d])(?:Leiden|Hoorn|Assen|Ede|Oss|Kampen|Delft|Gouda|Goes|Best)(?![\p{L}\d])/gu,
    ),
    ...spansOf(plain, "HERKOMST", whole(`(?:${peoples})(?:s|en|n|se)?|${adjectives}|${countries}|${loose}`)),
    ...spansOf(plain, "GELOOF", whole(faiths)),
  ];
}

function isOrdinary(word: string): boolean {
  return /^(?:woon|achterstands|probleem|nieuwbouw|volks|kinder|prachtwijk|speel|hele|de|zeven)/i.test(word);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
