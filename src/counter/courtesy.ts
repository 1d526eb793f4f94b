/** Greetings and tries: what people type to a bot that is no concern about anybody (domain.md 1.6). */
const greetings = [
  "hoi | hallo | hey | hee | hi | hello | dag | test | test test | is daar iemand",
  "goedemorgen | goedemiddag | goedenavond | good morning | good afternoon | good evening",
].flatMap((line) => line.split(" | "));

/** Only understood as thanks, or as "I have read it", where nothing else is said. */
const understood = "ok | oke | okay | top".split(" | ");
/** One of these makes it thanks; around it only what follows. "Geen dank" and a name are more than thanks. */
const thanking = words("dank dankje dankjewel dankuwel bedankt thanks thank thankyou thx merci");
const around = words("je u jij jou you wel hoor ok oke okay top super fijn prima heel erg alvast hartelijk");
const aroundMore = words("hartstikke nogmaals a lot so very much many");
/** Longer ones are no mere thanks. */
const mostWords = 7;

/** Ways to say that it should be taken back: the whole text, or it is taken in. */
const takingBack = [
  "laat maar | laat maar zitten | laat het maar | laat het maar zitten | toch maar niet | vergeet het maar",
  "intrekken | trek in | trek dit in | trek het in | trek mijn bericht in | trek dit maar in",
  "wil dit intrekken | ik wil dit intrekken | ik wil dit graag intrekken | wil het intrekken",
  "ik wil het intrekken | ik wil mijn bericht intrekken | ik wil mijn signaal intrekken",
  "verwijder | verwijderen | verwijder dit | verwijder het | verwijder mijn bericht | verwijder dit bericht",
  "wis mijn bericht | haal mijn bericht weg | ik wil dit verwijderen | ik wil mijn bericht verwijderen",
  "never mind | nevermind | withdraw | withdraw this | i want to withdraw | i want to withdraw this",
  "delete | delete this | delete my message | please delete my message | remove my message",
].flatMap((line) => line.split(" | "));

/** Is this only a greeting or a try? Answered with the help: it becomes no signal, and opens none again. */
export function isGreeting(text: string): boolean {
  return greetings.includes(bare(text));
}

/** Is this only thanks ("ok dank je", "top, heel erg bedankt")? With one word more it may be somebody's concern. */
export function isThanks(text: string): boolean {
  const said = bare(text);
  if (understood.includes(said)) return true;
  const typed = said.split(" ");
  if (typed.length > mostWords || !typed.some((word) => thanking.includes(word))) return false;
  return typed.every((word) => [...thanking, ...around, ...aroundMore].includes(word));
}

/** Does this only ask to take back what was told ("laat maar")? */
export function isTakingBack(text: string): boolean {
  return takingBack.includes(bare(text));
}

/** Lower case, without accents and signs. */
function bare(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function words(line: string): readonly string[] {
  return line.split(" ");
}
