/** Greetings, thanks and tries: what people type to a bot that is no concern about anybody (domain.md 1.6). */
const courtesies = [
  "hoi | hallo | hey | hee | hi | hello | dag | test | test test | is daar iemand",
  "goedemorgen | goedemiddag | goedenavond | good morning | good afternoon | good evening",
  "dank | dank je | dank je wel | dankjewel | dank u | dank u wel | bedankt | top bedankt",
  "oke bedankt | ok bedankt | thanks | thank you | thx | ok thanks | ok | oke | okay | top",
].flatMap((line) => line.split(" | "));

/** Is this only a greeting, thanks or a try? Answered kindly: it becomes no signal, and opens none again. */
export function isCourtesy(text: string): boolean {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return courtesies.includes(words);
}
