import { readFileSync } from "node:fs";
import type { Classifier } from "#classify/classifier.ts";
import { decide } from "#classify/embedded/decide.ts";
import { featuresOf } from "#classify/embedded/features.ts";
import { signsIn } from "#classify/embedded/found-sign.ts";
import { looksForeign } from "#classify/embedded/language.ts";
import { type Network, networksIn, opinionOf } from "#classify/embedded/network.ts";
import { tellingWords } from "#classify/embedded/telling-words.ts";
import { openThesaurus, type Thesaurus } from "#classify/embedded/thesaurus.ts";
import { read } from "#classify/reading/reading.ts";
import type { Classification } from "#signal/classified.ts";

const name = "embedded";
const file = (of: string) => new URL(`./model/${of}`, import.meta.url);

/** What the engine has learned. */
export interface Learned {
  readonly networks: readonly Network[];
  /** Changes whenever the model, a sign or a bar changes; stored with every decision. */
  readonly version: string;
}

/** Read once, for every house in this process. */
let shipped: Learned | null = null;
let thesaurus: Thesaurus | null = null;

/** Which of the shipped models this is: the start of the hash of what it learned from. */
export function shippedFrom(): string {
  return (JSON.parse(readFileSync(file("about.json"), "utf8")) as { from: string }).from;
}

function shippedNow(): Learned {
  shipped ??= {
    networks: networksIn(readFileSync(file("networks.bin"))),
    version: `networks-1-${shippedFrom().slice(0, 8)}`,
  };
  return shipped;
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

/** Of a very long text this much of its begin and of its end is read, in characters: nobody waits behind it. The net reads all. */
const mostRead = { begin: 6_000, end: 2_000 };

function partOf(text: string): string {
  const { begin, end } = mostRead;
  return text.length <= begin + end ? text : `${text.slice(0, begin)}\n\n${text.slice(-end)}`;
}

function classifyText(text: string, { networks, version }: Learned): Classification {
  thesaurus ??= openThesaurus();
  const knows = thesaurus;
  const part = partOf(text);
  const reading = read(part);
  // What runs over the gap is in no message.
  const isThere = (quote: string) => part === text || text.includes(quote);
  const found = signsIn(reading).filter(({ hit }) => isThere(hit.quote));
  const features = featuresOf(reading, found, knows);
  const means = (word: string) => knows.conceptsOf(word).length > 0;
  const { scores, pushOf } = opinionOf(networks, features);
  const answer = decide({
    scores,
    found,
    foreign: looksForeign(reading),
    whole: part === text,
    wordsFor: (head) => tellingWords(part, features, pushOf(head), means).filter(isThere),
  });
  return { ...answer, engine: name, version };
}
