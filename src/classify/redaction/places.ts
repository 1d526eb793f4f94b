import type { Span } from "#classify/redaction/span.ts";
import { spansOf } from "#classify/redaction/span.ts";

const street =
  "straat|str|laan|weg|plein|kade|gracht|singel|dreef|hof|pad|steeg|dijk|markt|park|plantsoen|wal|baan|erf|burg|hoek|oord|veld|akker|kamp|weide|horst|donk|zoom|ring|boulevard|allee|passage|poort|street|road|avenue|lane";
const capital = "\\p{Lu}[\\p{L}'’.-]{0,30}";
const number = "(?:nr\\.? ?|nummer )?\\d{1,5}(?:[ -]?[a-z]{1,3}(?![\\p{L}\\d])|[-/]\\d{1,4})?";
const notStreet = new Set(
  "onderweg halverwege afgelegde snelweg spoorweg autoweg fietspad voetpad schoolplein plein markt supermarkt werkmarkt rommelmarkt kerstmarkt arbeidsmarkt vakantiepark sportpark speelpark pretpark weg park hoek hof baan straat laan kamp schoolkamp ponykamp voetbalkamp zomerkamp sportveld voetbalveld veld ijsbaan atletiekbaan rijbaan landingsbaan loopbaan ring wal erf poort dijk kade burg ring bijbaan tennisbaan skatebaan zwembad trainingskamp turnkamp padvinderskamp uitweg omweg rondweg hoofdweg bospad pad trainingsveld korfbalveld hockeyveld sporthoek keukenhoek huishoek schoolhoek zithoek spreekhoek boekhoek kunstwerk bewoord antwoord vermoord woord werkwoord wachtwoord trefwoord achterhoek schoolweg zijweg doodweg gaandeweg".split(
    " ",
  ),
);

const schoolCue =
  "basisschool|openbare basisschool|obs|cbs|rkbs|pcbs|ibs|sbo|so|vso|kindcentrum|ikc|montessorischool|jenaplanschool|daltonschool|vrijeschool|middelbare school|scholengemeenschap|kinderdagverblijf|kdv|peuterspeelzaal|bso|school|primary school";
const clubCue =
  "voetbalvereniging|voetbalclub|sportvereniging|hockeyclub|turnvereniging|gymvereniging|tennisvereniging|tennisclub|zwemvereniging|zwemclub|judovereniging|judoclub|atletiekvereniging|korfbalvereniging|handbalvereniging|volleybalvereniging|scouting|boksschool|dansschool|muziekvereniging|buurthuis|wijkcentrum|vv|rkvv|vvv|sv|rksv|svv|fc|hc|hv|tv|zv|av|kv|atc|ltc|mhc|bc|afc|asv|csv|usv|club";
const particle = "(?:de|het|'t|den|der|op|aan|van|the)";
const nameAfter = `(?:${particle} )?(?:${particle} )?${capital}(?: (?:${particle} )?${capital}){0,3}`;

/** Addresses, names of schools and clubs. */
export function placesIn(text: string): Span[] {
  const isStreet = ([match]: RegExpExecArray) =>
    !notStreet.has(match.replace(/[^\p{L}].*$/u, "").toLowerCase());
  return [
    ...spansOf(
      text,
      "ADRES",
      new RegExp(
        `(?<![\\p{L}\\d])(?:${capital} (?:(?:van|de|der|den|ten|ter|het|'t) ){0,2}){0,3}\\p{L}{1,30}(?:${street})\\.? ${number}`,
        "gu",
      ),
    ),
    ...spansOf(
      text,
      "ADRES",
      new RegExp(
        `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}'’-]{2,30}(?:straat|laan|weg|plein|kade|gracht|singel|dreef|hof|steeg|dijk|plantsoen|pad)(?![\\p{L}])`,
        "gu",
      ),
      isStreet,
    ),
    ...spansOf(
      text,
      "ADRES",
      /(?:in|op|aan|uit|van) de ([\p{L}]{3,30}(?:straat|laan|gracht|singel|dreef|plantsoen|kade))(?!\p{L})/giu,
    ),
    ...spansOf(
      text,
      "ADRES",
      /(?:huisnummer|op nummer|op nr\.?|huisnr\.?|wo(?:ont|nen) (?:daar )?op) (\d{1,5}[a-z]?)(?![\d\p{L}])/giu,
    ),
    ...spansOf(
      text,
      "SCHOOL",
      new RegExp(`(?<![\\p{L}])((?:${schoolCue}) ${nameAfter})`, "gu"),
      ([match]) =>
        !/ (?:De|Het|Ik|Hij|Zij|Ze|We|Er|Maar|En|Mijn|Een|In|Op|Toen|Nu|Dat|Die|Moeder|Vader|Ouders)$/.test(
          match,
        ),
    ),
    ...spansOf(
      text,
      "SCHOOL",
      new RegExp(
        `(?<![\\p{L}])((?:Obs|OBS|Cbs|CBS|Rkbs|RKBS|PCBS|SBO|Basisschool|Kindcentrum|IKC|BSO|KDV|Kinderdagverblijf|School) ${nameAfter})`,
        "gu",
      ),
    ),
    ...spansOf(
      text,
      "SCHOOL",
      /(?<![\p{L}])((?:obs|cbs|rkbs|pcbs|basisschool|ikc) (?:(?:de|het|'t) )?[\p{L}'-]{3,25})(?![\p{L}])/giu,
      ([match]) =>
        !/ (?:heeft|is|waar|heb|maar|groep|met|zit|krijgt|die|dat|niet|leerling|gaat|en|leerkracht|in|hier|bij|van)$/i.test(
          match,
        ),
    ),
    ...spansOf(
      text,
      "SCHOOL",
      /(?<![\p{L}])((?:(?:het|de|'t|Het) )?\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2} (?:College|Lyceum|Gymnasium|Mavo|MAVO|Atheneum|Basisschool|School|school|college|lyceum|gymnasium))(?!\p{L})/gu,
    ),
    ...spansOf(
      text,
      "SCHOOL",
      /(?<![\p{L}])((?:\p{Lu}[\p{L}'’-]{1,25})(?:college|lyceum|school))(?!\p{L})/gu,
      ([match]) =>
        !/^(?:Basis|Middelbare|Hoge|Zwem|Muziek|Dans|Voor|Boks|Praktijk|Oude|Nieuwe|Auto|Rij)(?:school|college)$/.test(
          match,
        ),
    ),
    ...spansOf(
      text,
      "SCHOOL",
      /(?<![\p{L}])((?:ROC|MBO|AOC) (?:van )?\p{Lu}[\p{L}'’-]{1,25}(?: \p{Lu}[\p{L}'’-]{1,25}){0,2})/gu,
    ),
    ...spansOf(
      text,
      "CLUB",
      new RegExp(
        `(?<![\\p{L}])((?:${clubCue}|${clubCue.toUpperCase()}|Scouting|Buurthuis|Wijkcentrum|Voetbalvereniging|Voetbalclub|Turnvereniging|Hockeyclub|Judoclub|Boksschool|Dansschool) ${nameAfter}(?: ?['’]?\\d{1,4})?)`,
        "gu",
      ),
    ),
    ...spansOf(
      text,
      "CLUB",
      /(?<![\p{L}])((?:vv|rkvv|sv|rksv|svv|fc|hc|mhc|ltc) (?:(?:de|het) )?[\p{L}'-]{3,25})(?![\p{L}])/gu,
      ([match]) => !/ (?:heeft|is|waar|heb|maar|met|zit|die|dat|niet|gaat|en|in|hier|bij|van)$/i.test(match),
    ),
    ...spansOf(
      text,
      "CLUB",
      /(?<![\p{L}])(\p{Lu}[\p{L}'’-]{1,25} (?:Boys|United|Vooruit|Sportief|Rangers|Wanderers|Combinatie|SV|VV|FC))(?!\p{L})/gu,
    ),
  ];
}
