import type { Reread } from "#signal/signal.ts";
import type { Language } from "#signal/words.ts";
import { type Said, say } from "#texts/say.ts";
import { categoriesInWords, urgencyWords } from "#texts/terms.ts";

type Told = Pick<Reread, "kind" | "categories" | "urgency" | "raisedTo" | "added" | "differs">;

/** What a language model made of it, for whoever decides: short sentences. Empty: it said the same. */
export function rereadInWords(reread: Told | null | undefined, language: Language): readonly string[] {
  if (!reread) return [];
  const lines: string[] = [];
  if (reread.raisedTo !== null) lines.push(say(language, raised));
  if (reread.added.length > 0)
    lines.push(say(language, added, { what: categoriesInWords(language, reread.added) }));
  if (reread.differs.length > 0) lines.push(say(language, otherwise, { what: readAs(reread, language) }));
  return lines;
}

const raised: Said = {
  nl: "Een taalmodel las mee. Daardoor is dit dringender geworden.",
  en: "A language model read along. That made this more urgent.",
};
const added: Said = {
  nl: "Een taalmodel las mee en voegde toe: {what}.",
  en: "A language model read along and added: {what}.",
};
const otherwise: Said = {
  nl: "Een taalmodel las dit anders: {what}. Jij beslist.",
  en: "A language model read this differently: {what}. You decide.",
};
const byInsider: Said = {
  nl: "misschien iemand van de organisatie zelf",
  en: "perhaps someone of the organisation itself",
};

function readAs({ categories, urgency, differs }: Told, language: Language): string {
  const pieces = [categoriesInWords(language, categories)];
  if (urgency !== "none") pieces.push(say(language, urgencyWords[urgency]));
  if (differs.includes("insider")) pieces.push(say(language, byInsider));
  return pieces.join(", ");
}
