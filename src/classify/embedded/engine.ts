import { readFileSync } from "node:fs";
import type { Classifier } from "#classify/classifier.ts";
import { decide } from "#classify/embedded/decide.ts";
import { featuresOf } from "#classify/embedded/features.ts";
import { signsIn } from "#classify/embedded/found-sign.ts";
import { looksForeign } from "#classify/embedded/language.ts";
import { type Network, networksIn, pushOf, scoresOf } from "#classify/embedded/network.ts";
import { tellingWords } from "#classify/embedded/telling-words.ts";
import { openThesaurus, type Thesaurus } from "#classify/embedded/thesaurus.ts";
import { read } from "#classify/reading/reading.ts";
import type { Classification } from "#signal/classified.ts";

const name = "embedded";
const file = (of: string) => new URL(`./model/${of}`, import.meta.url);

/** What the engine has learned: read once, for every house in this process. */
interface Learned {
  readonly networks: readonly Network[];
  readonly knows: Thesaurus;
  /** Changes whenever the model, a sign or a bar changes; stored with every decision. */
  readonly version: string;
}

let learned: Learned | null = null;

function learnedNow(): Learned {
  if (learned !== null) return learned;
  const { from } = JSON.parse(readFileSync(file("about.json"), "utf8")) as { from: string };
  learned = {
    networks: networksIn(readFileSync(file("networks.bin"))),
    knows: openThesaurus(),
    version: `networks-1-${from.slice(0, 8)}`,
  };
  return learned;
}

/** The default classifier: small networks, signs and a thesaurus, in process, no network, learns nothing by itself. Same text, same answer. */
export function openEmbedded(): Classifier {
  const { version } = learnedNow();
  return { name, version, classify: (text) => Promise.resolve(classifyText(text)) };
}

function classifyText(text: string): Classification {
  const { networks, knows, version } = learnedNow();
  const reading = read(text);
  const found = signsIn(reading);
  const features = featuresOf(reading, found, knows);
  const means = (word: string) => knows.conceptsOf(word).length > 0;
  const answer = decide({
    scores: scoresOf(networks, features),
    found,
    foreign: looksForeign(reading),
    wordsFor: (head) => tellingWords(text, features, pushOf(networks, features, head), means),
  });
  return { ...answer, engine: name, version };
}
