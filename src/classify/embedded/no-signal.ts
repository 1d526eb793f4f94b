import type { FoundSign, Points } from "#classify/embedded/weigh.ts";
import { worth } from "#classify/embedded/weigh.ts";
import type { Reading } from "#classify/reading/reading.ts";

/** In words: a longer message is not put aside; a middling one only on plain evidence. */
const longest = 25;
const short = 10;

/** Words for somebody a signaler may worry about. A message with one of them is put aside on plain evidence only. */
const somebody = new Set(
  "hij zij ze hem haar hen hun iemand mensen jongere jongeren jeugd puber tiener kids dame heer tante nichtje neefje neef nicht stel huurder huurders bezoeker bezoekster deelnemer gast gasten groepje mezelf mijzelf zelf iedereen meisje meisjes meiden jongen jongens jongetje kind kinderen kleuter peuter baby tweeling leerling leerlingen mentorleerling klasgenoot speler spelers speelster lid pupil buurman buurvrouw buurjongen buurmeisje buren bewoner gezin familie moeder vader ouder ouders mama papa oma opa zus broer zoontje dochtertje mevrouw meneer man vrouw kennis vriendin vriend vriendje collega vrijwilliger student they them their he she him her his kid boy boys girl girls lady guy dad mum mom people pupil child mother father neighbour neighbours neighbor someone friend man woman".split(
    " ",
  ),
);
const question =
  /[?]|^\s*(?:wie|wat|waar|wanneer|welke?|hoe|kan|kun|kunnen|mag|is|zijn|heb|heeft|wil|wordt|gaat|komt|krijg|who|what|where|when|how|can|is|are|does)\b/i;

interface Balance {
  readonly of: Points;
  /** The points of the strongest category. */
  readonly best: number;
  readonly foreign: boolean;
}

/** Is this no concern at all: a test, a thank you, a roster (domain.md 1.6)? In doubt it is a concern. */
export function isNoSignal(
  found: readonly FoundSign[],
  reading: Reading,
  { of, best, foreign }: Balance,
): boolean {
  const none = of("not_a_signal");
  const length = reading.tokens.length;
  const isPlain = found.some(
    (one) => one.sign.about === "not_a_signal" && one.sign.weight === 3 && worth(one) === 1,
  );
  const isAboutSomebody = reading.tokens.some(({ word }) => somebody.has(word));
  if (best >= 2 || (best >= 1 && none <= best + (isAboutSomebody ? 1 : 0))) return false;
  // A worry with a greeting in it, or one that calls itself a test, is not put aside.
  if (of("concern") >= 2 || length > longest) return false;
  if (length > short && isAboutSomebody && !isPlain && none < 4) return false;
  if (foreign && none < 2) return false;
  const isQuiet = best === 0 && of("concern") === 0;
  if (none >= (isQuiet || length <= short ? 2 : 3)) return true;
  if (length > 1.5 * short || !isQuiet || foreign) return false;
  // A short question or a short nicety about nobody.
  if (!isAboutSomebody && (none >= 1 ? length <= short : question.test(reading.message))) return true;
  const isUnreal = found.some(({ hit }) => hit.stance === "unreal");
  const isPictured = reading.surroundings.figurative.size > 0;
  return length <= short && (isUnreal || isPictured || none >= 1);
}
