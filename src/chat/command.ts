import { isCry } from "#signal/cry.ts";
import type { Act, Press } from "#signal/press.ts";

/** What somebody asks for by typing behind the command, or in a direct message. */
export interface Asked {
  readonly act: Act;
  readonly fields: Press["fields"];
  /** A story: the text that the report form opens with. Null: none. */
  readonly prefill: string | null;
  /** The help of the visitor's own role belongs below the answer. */
  readonly helpBelow: boolean;
}

/** The words of the command, in both languages. */
const words: Readonly<Record<string, Act>> = {
  status: "home",
  overzicht: "home",
  overview: "home",
  week: "week",
  afwezig: "away",
  away: "away",
  terug: "back",
  back: "back",
  oefening: "drill",
  drill: "drill",
  exercise: "drill",
  wie: "who",
  who: "who",
  uitleg: "help",
};

/** "wie schulden noord": a subject and an area, no sentence. A longer one is somebody's story. */
const mostWordsOfWho = 4;
const mostOfWho = 60;

/**
 * What `/signaal …` asks for. `help` and a lone cry ("112") get the safety text at once; whatever is no word of the command
 * is a story.
 */
export function commandOf(text: string): Asked {
  const said = text.trim();
  if (isCry(said)) {
    const helpBelow = plainWord(said) === "help";
    return { act: "tell", fields: { text: said }, prefill: null, helpBelow };
  }
  const asked = wordOf(said) ?? whoOf(said);
  return asked ?? { act: "report", fields: null, prefill: said === "" ? null : said, helpBelow: false };
}

/** A text that is exactly one word of the command; null: anything else. */
export function wordOf(text: string): Asked | null {
  const word = plainWord(text);
  const act = Object.hasOwn(words, word) ? words[word] : undefined;
  if (act === undefined) return null;
  const fields = act === "who" ? { text: "" } : act === "back" ? {} : null;
  return { act, fields, prefill: null, helpBelow: false };
}

/** The word that a menu puts before everything, where commands are typed in the chat itself (Teams). */
const ownWord = /^\/?signa{1,2}l(?=$|[\s:,.!?])[\s:,.!?]*/i;

/**
 * What a text asks for that was typed in a chat where the commands are typed too: a word of the command, with or without
 * "signaal" before it, and "signaal" alone for the form. Null: words to be told. "signaal" before a story is left out of it.
 */
export function typedCommandOf(text: string): Asked | null {
  const said = text.trim();
  const rest = said.replace(ownWord, "");
  if (rest === "" && said !== "") return { act: "report", fields: null, prefill: null, helpBelow: false };
  const asked = wordOf(rest);
  if (asked !== null || rest === said) return asked;
  return { act: "tell", fields: { text: rest }, prefill: null, helpBelow: false };
}

function whoOf(text: string): Asked | null {
  const about = /^(?:wie|who)\s+(\S.*)$/is.exec(text)?.[1]?.trim() ?? "";
  const isShort = about.length <= mostOfWho && about.split(/\s+/).length <= mostWordsOfWho;
  if (about === "" || !isShort || /[.,;!?\n]/.test(about)) return null;
  return { act: "who", fields: { text: about }, prefill: null, helpBelow: false };
}

function plainWord(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, "");
}
