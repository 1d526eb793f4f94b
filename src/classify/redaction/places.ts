import { familiarWords } from "#classify/reading/familiar-words.ts";
import type { Personal, Span } from "#classify/redaction/span.ts";
import { spansOf } from "#classify/redaction/span.ts";

const street =
  "straat|str|laan|weg|plein|kade|gracht|singel|dreef|hof|pad|steeg|dijk|markt|park|plantsoen|wal|baan|erf|burg|hoek|oord|veld|akker|kamp|weide|horst|donk|zoom|ring|boulevard|allee|passage|poort|street|road|avenue|lane";
const capital = "\\p{Lu}[\\p{L}'’.-]{0,30}";
const number =
  "(?:nr\\.? ?|nummer )?\\d{1,5}(?:[ -]?(?:[a-z]{1,3}|[A-Z])(?![\\p{L}\\d])|[-/](?:\\d{1,4}|[IVX]{1,4}(?!\\p{L})))?";
const notStreet = new Set(
  "onderweg halverwege afgelegde snelweg spoorweg autoweg fietspad voetpad schoolplein plein markt supermarkt werkmarkt rommelmarkt kerstmarkt arbeidsmarkt vakantiepark sportpark speelpark pretpark weg park hoek hof baan straat laan kamp schoolkamp ponykamp voetbalkamp zomerkamp sportveld voetbalveld veld ijsbaan atletiekbaan rijbaan landingsbaan loopbaan ring wal erf poort dijk kade burg ring bijbaan tennisbaan skatebaan zwembad trainingskamp turnkamp padvinderskamp uitweg omweg rondweg hoofdweg bospad pad trainingsveld korfbalveld hockeyveld sporthoek keukenhoek huishoek schoolhoek zithoek spreekhoek boekhoek kunstwerk bewoord antwoord vermoord woord werkwoord wachtwoord trefwoord achterhoek schoolweg zijweg doodweg gaandeweg".split(
    " ",
  ),
);

const schoolCue =
  "basisschool|openbare basisschool|obs|cbs|rkbs|pcbs|ibs|sbo|so|vso|kindcentrum|ikc|csg|rsg|osg|psg|pcb|montessorischool|jenaplanschool|daltonschool|vrijeschool|middelbare school|scholengemeenschap|kinderdagverblijf|kdv|peuterspeelzaal|bso|school|primary school";
const clubCue =
  "voetbalvereniging|voetbalclub|sportvereniging|hockeyclub|turnvereniging|gymvereniging|tennisvereniging|tennisclub|zwemvereniging|zwemclub|judovereniging|judoclub|atletiekvereniging|korfbalvereniging|handbalvereniging|volleybalvereniging|scouting|boksschool|dansschool|muziekvereniging|buurthuis|wijkcentrum|vv|rkvv|vvv|sv|rksv|svv|fc|hc|hv|tv|zv|av|kv|atc|ltc|mhc|bc|afc|asv|csv|usv|avv|vvo|gvv|sc|judoschool|korfbalclub|handbalclub|volleybalclub|turnclub|atletiekclub|wielerclub|schaakclub|balletschool|speeltuin|jongerencentrum|club";
/** A cue with or without a capital. */
const eitherCase = (cues: string) =>
  cues
    .split("|")
    .map((cue) => `[${cue.charAt(0)}${cue.charAt(0).toUpperCase()}]${cue.slice(1)}`)
    .join("|");
const particle = "(?:de|het|'t|den|der|op|aan|van|the)";
const nameAfter = `(?:${particle} )?(?:${particle} )?${capital}(?: (?:${particle} )?${capital}){0,3}`;

/** A street without a word for street in it: only behind a word that leads to one, or with an article, and a number. */
const ledTo = new RegExp(
  `(?<!\\p{L})(?:[Bb]ij|[Aa]an(?: de| het)?|[Oo]p(?: de| het)?|[Ii]n(?: de| het)?|[Vv]an|[Aa]dres(?: is)?:?|[Ww]o(?:on|ont|nen) (?:\\p{L}+ )?op(?: de| het)?) ((?:(?:[Dd]e|[Hh]et|'t) )?${capital}(?: (?:van|de|der|den|het|'t|19\\d\\d|${capital})){0,4} ${number})(?!\\d|[.,]\\d| (?:uur|euro|jaar|keer|dagen|weken))`,
  "gu",
);
const withArticle =
  /(?<!\p{L})(?:'t|Het|De) \p{Lu}[\p{L}-]{2,25} \d{1,4}[a-z]?(?=[ ,.;]|$)(?! (?:uur|euro|jaar|keer))/gu;
const ofSomebody = new RegExp(
  `(?<!\\p{L})(?:Laan|Hof|Plein|Weg|Park|Singel|Kade|Straat|Pad) (?:(?:van|der|de|den|het) ){1,2}${capital}(?: ${capital}){0,2} ${number}|(?<!\\p{L})Plein (?:19\\d\\d )?${number}`,
  "gu",
);
const noStreet =
  /(?:groep|klas|havo|vwo|vmbo|mavo|mbo|team|jaar|leerjaar|brugklas|onder|unit|fortnite|gta|fifa|play|playstation|ps|xbox|whatsapp|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|(?:maan|dins|woens|donder|vrij|zater|zon)dag|jo|mo|o|u|heren|dames|pupillen|lokaal|blok|les|deel|week|fase) \d/iu;

type Look = readonly [what: Personal, expression: RegExp, fits?: (match: RegExpExecArray) => boolean];

const isStreet = ([match]: RegExpExecArray) =>
  !notStreet.has(match.replace(/[^\p{L}].*$/u, "").toLowerCase());

/** Addresses, names of schools and clubs: made once, for they are long. */
const looks: readonly Look[] = [
  [
    "ADRES",
    new RegExp(
      `(?<![\\p{L}\\d])(?:\\d{1,2}e )?(?:${capital} (?:(?:van|de|der|den|ten|ter|het|'t) ){0,2}){0,3}\\p{L}{1,30}(?:${street})\\.? ${number}`,
      "gu",
    ),
  ],
  [
    "ADRES",
    new RegExp(
      `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}'’-]{2,30}(?:straat|laan|weg|plein|kade|gracht|singel|dreef|hof|steeg|dijk|plantsoen|pad)(?![\\p{L}])`,
      "gu",
    ),
    isStreet,
  ],
  [
    "ADRES",
    /(?:in|op|aan|uit|van) de ([\p{L}]{3,30}(?:straat|laan|gracht|singel|dreef|plantsoen|kade))(?!\p{L})/giu,
  ],
  ...[ledTo, withArticle, ofSomebody].map(
    (street): Look => ["ADRES", street, ([match]) => !noStreet.test(match)],
  ),
  [
    "ADRES",
    /(?:huisnummer|op nummer|op nr\.?|huisnr\.?|wo(?:ont|nen) (?:daar )?op) (\d{1,5}[a-z]?)(?![\d\p{L}])/giu,
  ],
  [
    "SCHOOL",
    new RegExp(`(?<![\\p{L}])((?:${eitherCase(schoolCue)}) ${nameAfter})`, "gu"),
    ([match]) =>
      !/ (?:De|Het|Ik|Hij|Zij|Ze|We|Er|Maar|En|Mijn|Een|In|Op|Toen|Nu|Dat|Die|Moeder|Vader|Ouders)$/.test(
        match,
      ),
  ],
  [
    "SCHOOL",
    new RegExp(
      `(?<![\\p{L}])((?:Obs|OBS|Cbs|CBS|Rkbs|RKBS|PCBS|CSG|RSG|OSG|PSG|SBO|Basisschool|Kindcentrum|IKC|BSO|KDV|Kinderdagverblijf|School) ${nameAfter})`,
      "gu",
    ),
  ],
  [
    "SCHOOL",
    /(?<![\p{L}])((?:obs|cbs|rkbs|pcbs|basisschool|ikc) (?:(?:de|het|'t) )?[\p{L}'-]{3,25})(?![\p{L}])/giu,
    ([match]) =>
      !/ (?:heeft|is|waar|heb|maar|groep|met|zit|krijgt|die|dat|niet|leerling|gaat|en|leerkracht|in|hier|bij|van)$/i.test(
        match,
      ) &&
      (/ (?:de|het|'t) /i.test(match) || !isOrdinary(match.slice(match.lastIndexOf(" ") + 1))),
  ],
  [
    "SCHOOL",
    /(?<![\p{L}])((?:(?:het|de|'t|Het) )?\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2} (?:College|Lyceum|Gymnasium|Mavo|MAVO|Atheneum|Basisschool|School|school|college|lyceum|gymnasium))(?!\p{L})/gu,
    ([match]) => !isOrdinary(match.replace(/^(?:het|de|'t) /i, "").split(" ")[0] ?? ""),
  ],
  [
    "SCHOOL",
    /(?<![\p{L}])((?:(?:Sint|St\.?|Prins|Prinses|Koning|Koningin|Pater|Dr\.) )?(?:\p{Lu}[\p{L}'’-]{1,25})(?:college|lyceum|school))(?!\p{L})/gu,
    ([match]) =>
      !/^(?:Basis|Middelbare|Hoge|Zwem|Muziek|Dans|Voor|Boks|Praktijk|Oude|Nieuwe|Auto|Rij)(?:school|college)$/.test(
        match,
      ),
  ],
  [
    "SCHOOL",
    /(?<![\p{L}])((?:ROC|MBO|AOC) (?:van )?\p{Lu}[\p{L}'’-]{1,25}(?: \p{Lu}[\p{L}'’-]{1,25}){0,2})/gu,
  ],
  [
    "CLUB",
    new RegExp(
      `(?<![\\p{L}])((?:${eitherCase(clubCue)}|${clubCue.toUpperCase()}|(?:[A-Za-z]\\.){2,4}|Scouting|Buurthuis|Wijkcentrum|Voetbalvereniging|Voetbalclub|Turnvereniging|Hockeyclub|Judoclub|Boksschool|Dansschool) ${nameAfter}(?: ?['’]?\\d{1,4})?)`,
      "gu",
    ),
  ],
  [
    "CLUB",
    /(?<![\p{L}])((?:vv|rkvv|sv|rksv|svv|fc|hc|mhc|ltc) (?:(?:de|het) )?[\p{L}'-]{3,25})(?![\p{L}])/gu,
    ([match]) => !/ (?:heeft|is|waar|heb|maar|met|zit|die|dat|niet|gaat|en|in|hier|bij|van)$/i.test(match),
  ],
  [
    "CLUB",
    /(?<![\p{L}])(\p{Lu}[\p{L}'’-]{1,25} (?:Boys|United|Vooruit|Sportief|Rangers|Wanderers|Combinatie|SV|VV|FC))(?!\p{L})/gu,
  ],
  // "zwemclub de waterratten", without a capital.
  [
    "CLUB",
    /(?<![\p{L}])(\p{L}{2,15}(?:vereniging|club) (?:de|het|'t) [\p{L}'-]{4,25})(?![\p{L}])/giu,
    ([match]) => !isOrdinary(match.slice(match.lastIndexOf(" ") + 1)),
  ],
];

/** Addresses, names of schools and clubs. */
export function placesIn(text: string): Span[] {
  return looks.flatMap(([what, expression, fits]) => spansOf(text, what, expression, fits));
}

function isOrdinary(word: string): boolean {
  return (
    familiarWords.has(word.toLowerCase()) ||
    /^(?:hele|eerste|tweede|derde|lopen|vorige|volgende|trainer|jeugd|kantine|ouders|enige|afgelopen|andere)$/i.test(
      word,
    )
  );
}
