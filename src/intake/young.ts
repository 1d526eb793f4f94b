/** "Ik ben 14", "ik zit in groep 8", "I am 12 years old": the one who types seems to be under sixteen (domain.md L27). */
const ages =
  /\b(?:ik ben|i am|i'm|im)\s+(?:pas\s+|nog maar\s+|net\s+|only\s+)?(\d{1,2})(?!\s*(?:uur|keer|weken|maanden|jaar lang|dagen|times|hours))\b/gi;
const primary = /\bik zit (?:in|op) (?:groep\s*[3-8]|de brugklas|de basisschool)\b/i;

/** Does this read as if the signaler is a child? Then nothing more is asked, and the text says where children can talk. */
export function soundsYoung(text: string): boolean {
  if (primary.test(text)) return true;
  return [...text.matchAll(ages)].some((match) => Number(match[1]) >= 6 && Number(match[1]) < 16);
}
