import { readFileSync } from "node:fs";
import { Problem } from "#base/problem.ts";
import type { Classifier } from "#classify/classifier.ts";
import { withAsides } from "#classify/embedded/asides.ts";
import { bars, decide, wordless } from "#classify/embedded/decide.ts";
import { featuresOf } from "#classify/embedded/features.ts";
import { signsIn } from "#classify/embedded/found-sign.ts";
import type { Known } from "#classify/embedded/known.ts";
import { looksForeign } from "#classify/embedded/language.ts";
import { type Head, heads, type Model, type Scores, wholeModelIn } from "#classify/embedded/network.ts";
import { opinionOf, type Panel, panelOf } from "#classify/embedded/panel.ts";
import { piecesOf, sentencesOf } from "#classify/embedded/pieces.ts";
import { tellingWords } from "#classify/embedded/telling-words.ts";
import { openThesaurus, type Thesaurus } from "#classify/embedded/thesaurus.ts";
import { read } from "#classify/reading/reading.ts";
import type { Classification } from "#signal/classified.ts";

const name = "embedded";
const file = (of: string) => new URL(`./model/${of}`, import.meta.url);

/** From this score on a sentence by itself tells of a concern, whatever stands around it. Set on the development messages. */
const plainConcern = 3;
const never = Number.NEGATIVE_INFINITY;

/** What the engine has learned. */
export interface Learned {
  readonly known: Known;
  readonly panel: Panel;
  /** Changes whenever the model, a sign or a bar changes; stored with every decision. */
  readonly version: string;
}

/** Read once, for every house in this process. */
let shipped: Learned | null = null;
let thesaurus: Thesaurus | null = null;

/** Which of the shipped models this is: the start of the hash of what it is made of. */
export function shippedFrom(): string {
  return aboutShipped().from;
}

/** `sha256`: of networks.bin. */
function aboutShipped(): { readonly from: string; readonly sha256: string } {
  return JSON.parse(readFileSync(file("about.json"), "utf8")) as { from: string; sha256: string };
}

function shippedNow(): Learned {
  if (shipped === null) {
    const { from, sha256 } = aboutShipped();
    const model = wholeModelIn(readFileSync(file("networks.bin")), sha256);
    if (model === null) {
      throw new Problem(
        "misconfigured",
        "The model that comes with the program is damaged. Install the program again.",
      );
    }
    shipped = learnedOf(model, `networks-2-${from.slice(0, 8)}`);
  }
  return shipped;
}

/** A model, ready to read with. */
export function learnedOf({ known, networks }: Model, version: string): Learned {
  return { known, panel: panelOf(networks), version };
}

/**
 * The default classifier: small networks, signs and a thesaurus, in process, no network, learns nothing by itself. Same
 * text, same answer. `own`: what was learned here, instead of what is shipped.
 */
export function openEmbedded(own: Learned | null = null): Classifier {
  const learned = own ?? shippedNow();
  const { version } = learned;
  return { name, version, classify: (text) => Promise.resolve(classifyText(text, learned)) };
}

function classifyText(text: string, { known, panel, version }: Learned): Classification {
  thesaurus ??= openThesaurus();
  const knows = thesaurus;
  const readPiece = (piece: string) => {
    const reading = read(piece);
    const found = signsIn(reading);
    const features = featuresOf(reading, found, { knows, known });
    const foreign = looksForeign(reading);
    return { piece, reading, found, features, foreign, ...opinionOf(panel, features) };
  };
  const { pieces, whole } = piecesOf(text);
  // In pieces nothing is lost among the rest, and a text of any length takes no more than its length.
  const isLong = pieces.length > 1;
  const readings = pieces
    .map(readPiece)
    .filter(({ features }) => features.words.length > 0)
    .map((one) => ({
      ...one,
      scores: isLong ? one.scores : withAsides(one.scores, one, (clause) => readPiece(clause).scores),
    }));
  if (readings.length === 0) return { ...wordless, engine: name, version };
  // What one sentence says plainly is not taken away by all the calm ones around it. Nobody is paged for it as acute: without
  // the others one does not know how it is meant, and the safety net has read it too.
  if (readings.every(({ scores }) => scores.concern < bars.concern)) {
    const plain = [...new Set(pieces.flatMap(sentencesOf))]
      .map(readPiece)
      .filter(({ scores }) => scores.concern >= plainConcern);
    readings.push(...plain.map((one) => ({ ...one, scores: { ...one.scores, acute: never } })));
  }
  const strongest = (head: Head) =>
    readings.reduce((most, one) => (one.scores[head] > most.scores[head] ? one : most));
  const means = (word: string) => knows.conceptsOf(word).length > 0;
  const answer = decide({
    scores: Object.fromEntries(heads.map((head) => [head, strongest(head).scores[head]])) as Scores,
    found: readings.flatMap(({ found }) => found),
    foreign: readings.every(({ foreign }) => foreign),
    whole,
    wordsFor(head) {
      const { piece, features, pushOf } = strongest(head);
      return tellingWords(piece, features, pushOf(head), means);
    },
  });
  return { ...answer, engine: name, version };
}
