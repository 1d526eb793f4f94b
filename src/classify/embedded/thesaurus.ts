import { readFileSync } from "node:fs";

const none: readonly string[] = [];
const endings = "ingen tjes jes tje ten den ers ing je en er te de 's e s t d n".split(" ");
const shortestPart = 4;

/** What words mean, as concepts from a closed list (`HUNGER`, `FEAR`, `NOT`): a small thesaurus of words that people type about people. */
export interface Thesaurus {
  /** The concepts of a folded word, the most telling first; of an unknown one those of its stem or of its parts. */
  conceptsOf(word: string): readonly string[];
}

/** Reads the thesaurus: a line per word, with its concepts. */
export function openThesaurus(file = new URL("./model/thesaurus.txt", import.meta.url)): Thesaurus {
  const known = new Map<string, readonly string[]>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [word, ...concepts] = line.trim().split(" ");
    if (word !== undefined && concepts.length > 0) known.set(word, concepts);
  }
  const derived = new Map<string, readonly string[]>();

  function conceptsOf(word: string): readonly string[] {
    const found = known.get(word) ?? derived.get(word);
    if (found !== undefined) return found;
    const made = byStem(word) ?? byParts(word) ?? none;
    if (derived.size > mostDerived) derived.clear();
    derived.set(word, made);
    return made;
  }

  /** `gordijntjes` by `gordijn`, `gehuild` by `huild`. */
  function byStem(word: string): readonly string[] | undefined {
    if (word.length <= 3) return undefined;
    for (const ending of endings) {
      if (!word.endsWith(ending)) continue;
      const bare = word.slice(0, -ending.length);
      const single = bare.at(-1) === bare.at(-2) ? bare.slice(0, -1) : bare;
      const found = known.get(bare) ?? known.get(`${bare}en`) ?? known.get(`${bare}e`) ?? known.get(single);
      if (found !== undefined) return found;
    }
    return word.startsWith("ge") ? known.get(word.slice(2)) : undefined;
  }

  /** `huurachterstand` by `huur` and `achterstand`; the last part says what it is. */
  function byParts(word: string): readonly string[] | undefined {
    if (word.length < 2 * shortestPart) return undefined;
    for (let at = word.length - shortestPart; at >= shortestPart; at--) {
      const first = known.get(word.slice(0, at));
      if (first === undefined) continue;
      const rest = word.slice(at);
      const last = known.get(rest) ?? (rest.startsWith("s") ? known.get(rest.slice(1)) : undefined);
      if (last !== undefined) return [...last, ...first];
    }
    return undefined;
  }

  return { conceptsOf };
}

/** Whoever types words that nobody knows must not fill the memory. */
const mostDerived = 20_000;
