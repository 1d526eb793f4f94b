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
