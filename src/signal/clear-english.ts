/** Small words of English that are no Dutch. */
const english = new Set(
  `about afraid after again all and any anyone are because been before being boy brother but by call can cannot child children
  could cries crying daughter day did do does doing don don't down emergency even every everyone father feel friend from get
  girl going has have he hear heard her here him his home hours how hurt i i'm if into is it it's just kid kids know last
  life like little lot man many may money mother much my myself need neighbor neighbour neighbours never night no nobody not now
  often on our out parents people please school see seems seen she should sister some someone son still student suicide than that
  the their them then there these they thing think this to today told too two us very wants was week weeks well were what when
  where which while who why wife will with without woman work worried worry would yesterday you your`.split(
    /\s+/,
  ),
);

/** Small words of Dutch that are no English, and those that are both: what has them is not clearly English. */
const dutch = new Set(
  `aan al alle als altijd bij dag dan dat de deze die dit doet door een eens en er ergens erg even gaat geen gezin goed haar heb
  hebben heeft heel het hier hij hoe hoor hulp hun iemand iets ik je jij jongen kan kind kinderen kom komt krijgt maak maar mag meer
  meisje met mij mijn moeder na naar nee net niet nog nooit nu of om omdat ook op over papa school slaat soms steeds te thuis toch tot
  uit vader van vandaag vaak veel voor vriend vrouw wat we weer weet wel weken wij wil wordt zag ze zegt zei zich zie ziet zij zijn zo
  zoon zorgen zus`.split(/\s+/),
);

/** So many words of a language, and so many times as many as of the other, make it clear. */
const least = 2;
const times = 3;

/**
 * Is this English beyond doubt? A Dutch message with an English sentence quoted in it is not, nor are two words that could be
 * either. Only for the language of an answer: nothing is concluded from it about the message.
 */
export function isClearlyEnglish(text: string): boolean {
  const words = new Set(
    text
      .toLowerCase()
      .replaceAll("\u2019", "'")
      .match(/[\p{L}']+/gu),
  );
  const inEnglish = [...words].filter((word) => english.has(word) && !dutch.has(word)).length;
  const inDutch = [...words].filter((word) => dutch.has(word) && !english.has(word)).length;
  return inEnglish >= least && inEnglish >= times * inDutch;
}
