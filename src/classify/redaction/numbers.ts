import { isBsn, isIban } from "#classify/redaction/checksums.ts";
import type { Span } from "#classify/redaction/span.ts";
import { spansOf } from "#classify/redaction/span.ts";

const months =
  "jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|january|february|march|may|june|july|august|october";
const shortWords = new Set(
  "en is in op of om te de na nu al zo ze we je me ik er uw ons tot ja bij km kg cm mm ml gr st cc pm am to at on by so it he my us or an as be do go if no up m² x uu euro eu mg".split(
    " ",
  ),
);
const notPersonal = /^(?:0800|0900|0906|0909|116|112|113|144|088|14\d{2,3}$)/;
const digit =
  "(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|zero|one|two|three|four|five|six|seven|eight|nine)";
/** Eight or more digits as words. */
const spelledOut = new RegExp(`(?<!\\p{L})${digit}(?:[ ,.-]{1,3}${digit}){7,14}(?!\\p{L})`, "giu");
const bornCue =
  /(?:geb(?:oren|oortedatum|\.|d)?|jarig|verjaardag|born|birth(?:day|date)?|dob)\b[^.\n]{0,20}$/i;
const bsnCue = /(?:bsn|sofi(?:nummer)?|burgerservicenummer|citizen service)\b[^\n]{0,20}$/i;

/** Numbers, mail addresses, links, dates, postcodes. Each expression is bounded, so that none runs wild on a hostile text. */
export function numbersIn(text: string): Span[] {
  const before = (match: RegExpExecArray) => text.slice(Math.max(0, match.index - 45), match.index);
  return [
    ...spansOf(
      text,
      "EMAIL",
      /(?<![\w.+%-])[\w.+%'’-]{1,64}\s?@\s?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/giu,
    ),
    // Written out, so that no machine finds it.
    ...spansOf(
      text,
      "EMAIL",
      /(?<![\w.+%-])[\w.+%-]{1,64}\s?(?:[([]\s?(?:at|a|apenstaartje)\s?[)\]]|@| apenstaart(?:je)?\b)\s?[a-z0-9-]{1,63}(?:\s?(?:\.|[([]\s?(?:dot|punt)\s?[)\]]|(?<= )(?:punt|dot)(?= ))\s?[a-z0-9-]{1,63}){1,4}/giu,
    ),
    ...spansOf(text, "LINK", /\b(?:https?:\/\/|www\.)[^\s<>"']{1,300}/gi),
    ...spansOf(text, "LINK", /(?<![\w@.])@[a-z0-9_.]{3,30}/gi),
    ...spansOf(text, "IBAN", /\b[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]{1,4}){3,8}\b/gi, ([match]) => isIban(match)),
    ...spansOf(text, "IBAN", /\b[a-z]{2}\d{2}[ .-]?[a-z]{4}(?:[ .-]?\d{1,4}){3,4}\b/gi),
    ...spansOf(
      text,
      "TELEFOON",
      /(?<![\w+])(?:\(?(?:\+|00)31\)?[ .-]?(?:\(0\)[ .-]?)?|\(?0 ?)[1-9](?:[ .()/_–-]{0,3}\d){7,8}(?!\d)/g,
      ([match]) => !notPersonal.test(match.replace(/\D/g, "")),
    ),
    ...spansOf(text, "TELEFOON", spelledOut),
    ...spansOf(text, "TELEFOON", /(?<![\w+])(?:\+|00)(?!31)[1-9]\d{0,2}(?:[ .()/-]{0,2}\d){7,11}(?!\d)/g),
    ...spansOf(
      text,
      "TELEFOON",
      /(?<![\d+])[6](?:[ .-]?\d){8}(?!\d)/g,
      (match) => !isBsn(match[0]) && /(?:tel|bel|nummer|app|mobiel|06)\D{0,12}$/i.test(before(match)),
    ),
    ...spansOf(
      text,
      "BSN",
      /(?<![\d+])\d(?:[ .-]?\d){7,8}(?!\d)/g,
      (match) => bsnCue.test(before(match)) || (match[0].replace(/\D/g, "").length === 9 && isBsn(match[0])),
    ),
    ...datesIn(text, before),
    ...spansOf(text, "POSTCODE", /(?<![\w.,])[1-9]\d{3}(?:[ \u00a0-]?[a-z]{2})(?![\w])/gi, isPostcode),
  ];
}

function isPostcode([match]: RegExpExecArray): boolean {
  const letters = match.slice(-2);
  return !/^(?:sa|sd|ss)$/i.test(letters) && !shortWords.has(letters.toLowerCase());
}

const dates = [
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:19|20|['’])?\d{2}(?!\d)/g,
  /(?<!\d)(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/g,
  new RegExp(
    `(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])(?:ste|de|e|st|nd|rd|th)? (?:van |of )?(?:${months})\\.?,? (?:'|19|20)\\d{2}(?!\\d)`,
    "gi",
  ),
  new RegExp(`\\b(?:${months}) (?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\\d{2}(?!\\d)`, "gi"),
];
const bornWithoutYear = new RegExp(
  `(?:geboren|jarig|geboortedatum|born)(?: is| op| on|:){0,2} ((?:0?[1-9]|[12]\\d|3[01])(?:e|de|ste|th)? (?:${months})|(?:0?[1-9]|[12]\\d|3[01])[-/](?:0?[1-9]|1[0-2])|in (?:(?:${months}) )?(?:19|20)\\d{2})(?!\\d)`,
  "gi",
);
const asOneNumber =
  /geb(?:oorte|oren)?\.?[ -]?(?:jaar|dat(?:um|\.)?|op)?[ :]{1,3}(\d{4}|\d{6}|\d{8})(?!\d)/gi;

function datesIn(text: string, before: (match: RegExpExecArray) => string): Span[] {
  const spans = dates.flatMap((shape) =>
    [...text.matchAll(shape)].map((match): Span => {
      const what = bornCue.test(before(match)) ? "GEBOORTEDATUM" : "DATUM";
      return { what, from: match.index, to: match.index + match[0].length, key: match[0] };
    }),
  );
  return [
    ...spans,
    ...spansOf(text, "GEBOORTEDATUM", bornWithoutYear),
    ...spansOf(text, "GEBOORTEDATUM", asOneNumber),
  ];
}
