/** Lone cries and command words: the safety text comes first, help below it, and nothing is stored (domain.md, settled readings). */
const cries = [
  "help",
  "help me",
  "help mij",
  "hulp",
  "112",
  "113",
  "sos",
  "noodgeval",
  "emergency",
  "bel 112",
  "call 112",
];
const weapons = /[🔪🗡🔫💣]/u;

/** Characters that are not there to read: control characters, zero-width and direction marks. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

/** Is this only a cry ("help", "112", a knife) with nothing to store or to route on? */
export function isCry(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(unseen, "")
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (cries.includes(words)) return true;
  return words === "" && weapons.test(text);
}
