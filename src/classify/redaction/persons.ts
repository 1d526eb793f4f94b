import { familiarWords } from "#classify/reading/familiar-words.ts";
import { doubtfulNames, firstNames, ordinarySurnames, surnames } from "#classify/redaction/names.ts";
import { afterName, openers, opensSentence } from "#classify/redaction/openers.ts";
import type { Span } from "#classify/redaction/span.ts";
import { spansOf } from "#classify/redaction/span.ts";

interface Word {
  readonly text: string;
  readonly plain: string;
  readonly from: number;
  readonly to: number;
  readonly hasCapital: boolean;
  readonly startsSentence: boolean;
  /** Nothing but a space stands between this word and the one before. */
  readonly joined: boolean;
}

const titles = new Set(
  "meneer mevrouw mijnheer dhr mevr mw mvr heer mr mrs ms miss sir juf juffrouw meester oom tante opa oma trainer coach dokter dr docent leraar familie fam gezin buurman buurvrouw uncle aunt teacher zuster broeder imam dominee heet heten genaamd named naam".split(
    " ",
  ),
);
const particles = new Set(
  "van de der den ten ter het 't te la le el al ben bin abu op in von da dos del di".split(" "),
);
const notNames = new Set(
  "nederland nederlands nederlandse turks turkse turkije marokko marokkaans marokkaanse pools poolse polen engels engelse duits duitse oekraine oekraiens oekraiense suriname surinaams surinaamse syrie syrisch syrische somalie eritrea afghanistan arabisch arabische belgie frankrijk europa amsterdam rotterdam utrecht eindhoven groningen almere tilburg nijmegen arnhem breda haarlem zwolle leiden maastricht enschede apeldoorn fortnite roblox minecraft tiktok instagram snapchat whatsapp facebook youtube netflix discord telegram klarna tikkie playstation xbox teams slack google apple samsung albert_heijn jumbo lidl aldi veilig thuis wijkteam jeugdzorg ggz ggd wmo duo cjib uwv svb gta nintendo kindertelefoon humanitas jellinek leger heils kerst sinterklaas pasen ramadan suikerfeest koningsdag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december monday tuesday wednesday thursday friday saturday sunday january february march june july august october dutch english turkish polish moroccan noord zuid oost west centrum i ik im ive id".split(
    " ",
  ),
);

/** "M. de Groot", "J.P. van Rossum". */
const initials =
  /(?<![\p{L}.])(?:\p{Lu}\.\s?){1,4}(?:(?:van|von|de|der|den|ten|ter|el|al|le|la|'t|in 't|d')\s){0,3}\p{Lu}[\p{L}\p{M}'’-]{1,40}/gu;
/** "Een meisje tiffany uit 3a", without a capital. */
const pupil =
  /(?<!\p{L})(?:meisje|jongen|leerling|vriendin|vriend|kind) (\p{Ll}{3,20}) uit (?:groep|klas|\d)/gu;
/** Behind these comes a name, with or without a capital; behind "oma" or "trainer" anything. */
const mostlyBeforeSurname = new Set("meneer mevrouw mijnheer dhr mevr mw mvr familie fam mr mrs".split(" "));

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’-]{0,40}/gu)) {
    const between = text.slice(end, match.index);
    const whole = match[0].replace(/['’]s?$|-$/u, "");
    words.push({
      text: whole,
      plain: whole.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ı", "i").toLowerCase(),
      from: match.index,
      to: match.index + whole.length,
      hasCapital: /^['’]?\p{Lu}/u.test(whole),
      startsSentence: words.length === 0 || /[.!?\n:"“„]/.test(between),
      joined: /^ ?[.'’]? ?$/.test(between) && between.length > 0,
    });
    end = match.index + whole.length;
  }
  return words;
}

/** Names of persons: listed first names, what follows a title, and unknown words with a capital inside a sentence. */
export function personsIn(text: string): Span[] {
  const words = wordsOf(text);
  const capitals = words.filter((word) => word.hasCapital).length;
  // A message in capitals, or with a capital on every word: a capital says nothing.
  const capitalsSpeak = capitals <= Math.max(3, words.length * 0.5);
  const spans = [
    ...spansOf(text, "PERSOON", initials, ([match]) => isWithInitials(match)),
    ...spansOf(text, "PERSOON", pupil, ([, name = ""]) => !familiarWords.has(name) && !openers.has(name)),
  ];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) continue;
    const isName =
      isFirstName(word, words[i + 1], capitalsSpeak) ||
      followsTitle(words, i) ||
      isCalled(words, i) ||
      isUnknown(word, capitalsSpeak) ||
      (capitalsSpeak && opensWithName(word, words[i + 1], words[i + 2]));
    if (!isName) continue;
    const last = endOfName(words, i, capitalsSpeak);
    const from = word.from;
    const to = words[last]?.to ?? word.to;
    spans.push({ what: "PERSOON", from, to, key: word.plain });
    i = last;
  }
  return spans;
}

function isFirstName(word: Word, next: Word | undefined, capitalsSpeak: boolean): boolean {
  // "Daans moeder": somebody's, without an apostrophe.
  const isOwner =
    word.hasCapital &&
    word.plain.length > 4 &&
    word.plain.endsWith("s") &&
    firstNames.has(word.plain.slice(0, -1));
  if (!firstNames.has(word.plain)) return isOwner && !familiarWords.has(word.plain);
  const isDoubtful = doubtfulNames.has(word.plain) || familiarWords.has(word.plain);
  if (!isDoubtful) return true;
  // JO13 is a team.
  if (/^\p{Lu}{2,}$/u.test(word.text)) return false;
  if (next?.joined && word.hasCapital && (surnames.has(next.plain) || particles.has(next.plain))) return true;
  return word.hasCapital && capitalsSpeak && (!word.startsSentence || !familiarWords.has(word.plain));
}

// "groep B. Ze gaat" is the end of a sentence.
function isWithInitials(match: string): boolean {
  const last = match.slice(Math.max(match.lastIndexOf(" "), match.lastIndexOf(".")) + 1).toLowerCase();
  return (
    /\s\p{Ll}/u.test(match) ||
    !(familiarWords.has(last) || opensSentence(last) || (/^.\.\s/.test(match) && titles.has(last)))
  );
}

// "Xayenna zegt", "Kofi Mensah slaapt", "Aaliyah en", "Bartek zijn vader": no ordinary word begins like that.
function opensWithName(word: Word, next: Word | undefined, after: Word | undefined): boolean {
  if (!word.hasCapital || !word.startsSentence || word.text.length < 3 || !next?.joined) return false;
  if (/^\p{Lu}{2,}$/u.test(word.text)) return false;
  const isListed = firstNames.has(word.plain);
  if (!isListed && isOrdinary(word)) return false;
  // "Volgens Madelief", "Sinds Pasen": a word before a name, not a name before a name.
  if (next.hasCapital) return isListed || !word.plain.endsWith("s");
  if (particles.has(next.plain) && after?.joined && after.hasCapital) return !firstNames.has(after.plain);
  if (next.plain === "en") return after?.hasCapital === true || isListed;
  return afterName.has(next.plain) && !(isListed && familiarWords.has(word.plain) && next.plain === "is");
}

function isOrdinary(word: Word): boolean {
  return word.plain
    .split("-")
    .every(
      (part) => familiarWords.has(part) || notNames.has(part) || titles.has(part) || opensSentence(part),
    );
}

// "hij heet djustin", "tijl genaamd", "we noemen hem sjonnie": also without a capital.
function isCalled(words: readonly Word[], i: number): boolean {
  const word = words[i];
  const before = words[i - 1];
  if (!word || word.text.length < 3 || isOrdinary(word)) return false;
  if (words[i + 1]?.plain === "genaamd") return true;
  if (!word.joined || !before) return false;
  if (before.plain === "heet" || before.plain === "genaamd") return true;
  return before.plain === "is" && words[i - 2]?.plain === "naam";
}

function followsTitle(words: readonly Word[], i: number): boolean {
  const word = words[i];
  const title = words[i - 1];
  if (!word?.joined || !title || notNames.has(word.plain)) return false;
  // "Hij vroeg het de coach. Ze zei": another sentence, "dhr. Bouazza" is not.
  if (word.startsSentence && !/^(?:dhr|mevr|mw|mvr|mr|mrs|ms|dr|fam)$/.test(title.plain)) return false;
  const beforeParticle =
    particles.has(title.plain) && titles.has(words[i - 2]?.plain ?? "") ? words[i - 2] : null;
  if (!titles.has(title.plain) && !beforeParticle) return false;
  // "de familie El Khattabi", "meester Van Dijk".
  if (word.hasCapital)
    return !particles.has(word.plain) || word.text.length > 3 || words[i + 1]?.hasCapital === true;
  const isStrange = mostlyBeforeSurname.has(title.plain) && word.text.length > 3 && !isOrdinary(word);
  return (
    isStrange || (!familiarWords.has(word.plain) && (surnames.has(word.plain) || firstNames.has(word.plain)))
  );
}

function isUnknown(word: Word, capitalsSpeak: boolean): boolean {
  if (!word.hasCapital || word.startsSentence || !capitalsSpeak || word.text.length < 3) return false;
  if (/^\p{Lu}{2,}$/u.test(word.text)) return false;
  // "C-jeugd", "EHBO-les", "IB'er".
  if (/^\p{Lu}{1,5}(?:-\p{Ll}|['’]?(?:ers?|jes?|s|en)$)/u.test(word.text)) return false;
  const isKnown = (part: string) =>
    familiarWords.has(part) || notNames.has(part) || titles.has(part) || openers.has(part);
  return !word.plain.split("-").every(isKnown);
}

// "Jan", "Jan de Vries", "Fatima el Amrani", "Anna-Maria Smit".
function endOfName(words: readonly Word[], start: number, capitalsSpeak: boolean): number {
  let last = start;
  for (let i = start + 1; i < Math.min(words.length, start + 5); i++) {
    const word = words[i];
    if (!word?.joined) break;
    // "Het is Kevin. Aanleiding": another sentence, unless what stands before is an initial.
    if (word.startsSentence && (words[i - 1]?.text.length ?? 0) > 1) break;
    if (particles.has(word.plain)) continue;
    const isPart =
      (word.hasCapital &&
        capitalsSpeak &&
        !notNames.has(word.plain) &&
        !(
          familiarWords.has(word.plain) &&
          i === last + 1 &&
          !particles.has(words[i - 1]?.plain ?? "") &&
          !surnames.has(word.plain)
        )) ||
      (surnames.has(word.plain) &&
        (word.hasCapital || !ordinarySurnames.has(word.plain) || particles.has(words[i - 1]?.plain ?? ""))) ||
      (word.text.length > 4 &&
        !isOrdinary(word) &&
        /(?:stra|sma|nga|ema|uma|tsma|ssen|ska|ski|oglu|wicz|mans|sema|inck|kamp|horst|berg|veld|huis)$/.test(
          word.plain,
        )) ||
      surnames.has(
        words
          .slice(last + 1, i + 1)
          .map((part) => part.plain)
          .join(""),
      );
    if (!isPart) break;
    last = i;
    if (!word.hasCapital) break;
  }
  return last;
}
