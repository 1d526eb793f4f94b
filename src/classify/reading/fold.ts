/** A message with the disguises taken off: lower case, no diacritics, Latin look-alikes as Latin, nothing invisible. */
export interface Folded {
  readonly text: string;
  /** Per character of `text`: where it starts and ends in the message. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

// Cyrillic, Greek and other letters that look Latin, and letters that do not decompose.
const lookAlikes = new Map<string, string>(
  Object.entries({
    а: "a",
    в: "b",
    е: "e",
    к: "k",
    м: "m",
    н: "h",
    о: "o",
    р: "p",
    с: "c",
    т: "t",
    у: "y",
    х: "x",
    і: "i",
    ј: "j",
    ѕ: "s",
    ԁ: "d",
    ɡ: "g",
    һ: "h",
    ӏ: "l",
    п: "n",
    α: "a",
    β: "b",
    ε: "e",
    ι: "i",
    κ: "k",
    ν: "v",
    ο: "o",
    ρ: "p",
    τ: "t",
    υ: "u",
    χ: "x",
    η: "n",
    ı: "i",
    ł: "l",
    ø: "o",
    đ: "d",
    ð: "d",
    ħ: "h",
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ĳ: "ij",
    ŋ: "n",
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    ʼ: "'",
    ʹ: "'",
    "′": "'",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "․": ".",
    "。": ".",
  }),
);

const signs = new Map<string, string>([
  ["🔪", " tekenmes "],
  ["🗡", " tekenmes "],
  ["🔫", " tekenpistool "],
  ["🆘", " sos "],
  ["😂", " haha "],
  ["🤣", " haha "],
]);

/** Invisible: zero-width, soft hyphen, direction marks, variation selectors, tags, control characters. */
const invisible = /\p{M}|\p{Cf}|[\u115f\u1160\u3164\uffa0]|(?![\t\n\r])\p{Cc}/u;

const seen = new Map<string, string>();

function foldedLetter(letter: string): string {
  const known = seen.get(letter);
  if (known !== undefined) return known;
  const made = foldLetter(letter);
  // Bounded: a hostile message can not fill the memory.
  if (seen.size < 5000) seen.set(letter, made);
  return made;
}

function foldLetter(letter: string): string {
  const sign = signs.get(letter);
  if (sign !== undefined) return sign;
  const code = letter.codePointAt(0) ?? 0;
  const base = enclosedBase(code);
  if (base !== null) return String.fromCodePoint(97 + code - base);
  const direct = lookAlikes.get(letter);
  if (direct !== undefined) return direct;
  if (invisible.test(letter)) return "";
  let out = "";
  for (const part of letter.normalize("NFKD").toLowerCase().normalize("NFKD")) {
    if (invisible.test(part)) continue;
    out += lookAlikes.get(part) ?? part;
  }
  return out;
}

// Squared and circled capitals, and regional indicators: letters that do not decompose.
function enclosedBase(code: number): number | null {
  for (const base of [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]) if (code >= base && code < base + 26) return base;
  return null;
}

/** Nothing to take off but capitals and grave accents. */
const plain = /^[\n -~]*$/;
/** 0, 1, 2 ... as far as any message came that is taken in. */
const counted = Array.from({ length: 8193 }, (_, at) => at);

/** Folds a message. Text between a right-to-left override and its end is read in both directions. */
export function fold(message: string): Folded {
  const { length } = message;
  if (length < counted.length && plain.test(message)) {
    const text = message.toLowerCase().replaceAll("`", "'");
    return { text, from: counted.slice(0, length), to: counted.slice(1, length + 1) };
  }
  return unfolded(message);
}

function unfolded(message: string): Folded {
  const out: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const turned: { start: number; end: number }[] = [];
  let turn = -1;
  let at = 0;
  const put = (folded: string, start: number, end: number) => {
    for (const unit of folded) {
      for (let i = 0; i < unit.length; i++) {
        out.push(unit.charAt(i));
        from.push(start);
        to.push(end);
      }
    }
  };
  const endTurn = () => {
    if (turn >= 0 && out.length > turn) turned.push({ start: turn, end: out.length });
    turn = -1;
  };
  for (const letter of message) {
    const start = at;
    at += letter.length;
    const code = letter.charCodeAt(0);
    if (code === 0x202e) {
      endTurn();
      turn = out.length;
      continue;
    }
    if (code === 0x202c || code === 10) endTurn();
    if (code >= 32 && code < 127) {
      const lower = code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : letter;
      out.push(lower === "`" ? "'" : lower);
      from.push(start);
      to.push(at);
      continue;
    }
    put(foldedLetter(letter), start, at);
  }
  endTurn();
  for (const { start, end } of turned) {
    put("\n", from[start] ?? 0, from[start] ?? 0);
    for (let i = end - 1; i >= start; i--) put(out[i] ?? "", from[i] ?? 0, to[i] ?? 0);
  }
  return { text: out.join(""), from, to };
}
