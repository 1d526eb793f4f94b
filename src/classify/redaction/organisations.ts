import { familiarWords } from "#classify/reading/familiar-words.ts";
import { type Span, spansOf } from "#classify/redaction/span.ts";
import type { Organisation } from "#signal/directory.ts";

/** What comes before the name itself: nobody types it. */
const kind =
  /^(?:(?:basis|praktijk|hoge|boks|dans|muziek)?school|obs|cbs|rkbs|pcbs|sbo|vso|ikc|kdv|bso|vmbo|mavo|mbo(?:-college)?|kindcentrum|lyceum|college|gymnasium|\p{L}*(?:vereniging|club|centrum)|buurthuis|scouting|stichting|vv|rkvv|sv|fc|hc|tv) /iu;
const article = /^(?:de|het|'t) /i;

/**
 * The municipality's own schools, clubs and platforms, as its file names them and as people do: "bij saturnus", "op De Werf".
 * A name with an article, or that is an ordinary word, only with its capital.
 */
export function organisationsIn(text: string, known: readonly Pick<Organisation, "name" | "type">[]): Span[] {
  return known.flatMap(({ name, type }) => {
    const what = type === "school" ? "SCHOOL" : "CLUB";
    const whole = name.trim();
    const bare = whole.replace(kind, "");
    const own = bare.replace(article, "");
    // "op de brug" is a place where somebody stands.
    const isWord = own !== bare || isOrdinary(own);
    return [
      ...(whole.length > 3 ? spansOf(text, what, standing(whole, "giu")) : []),
      ...(own.length > 3 ? spansOf(text, what, standing(own, isWord ? "gu" : "giu")) : []),
    ];
  });
}

function standing(name: string, flags: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, flags);
}

function isOrdinary(name: string): boolean {
  return (name.match(/\p{L}+/gu) ?? []).every((word) => familiarWords.has(word.toLowerCase()));
}
