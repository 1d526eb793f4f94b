import { push } from "#classify/reading/push.ts";
import {
  type Heard,
  isOneLetterLonger,
  isOneLetterOther,
  soundOf,
  swapsOf,
} from "#classify/reading/sound.ts";

/** Knows words by how they sound, and those that were typed with one mistake. */
export interface Ear {
  learn(word: string, id: number): void;
  /** Adds the numbers of the words that may be meant. */
  find(heard: Heard, found: Set<number>): void;
}

/** Shorter ones have too many neighbours. */
const leastSound = 5;
/** From this length on a word is also known with one letter wrong, or out of its place. */
const leastWrong = 7;

/** Opens an ear that knows no word. */
export function openEar(): Ear {
  const idsOf = new Map<string, number[]>();
  // One mistake leaves the begin of a word as it is, or its end: who looks in both finds every neighbour.
  const byBegin = new Map<string, string[]>();
  const byEnd = new Map<string, string[]>();

  const add = (sound: string | undefined, found: Set<number>) => {
    for (const id of (sound === undefined ? undefined : idsOf.get(sound)) ?? []) found.add(id);
  };

  function addFitting(
    sound: string,
    { length, fits }: { length: number; fits: (other: string) => boolean },
    found: Set<number>,
  ): void {
    for (const other of byBegin.get(beginOf(sound, length)) ?? []) if (fits(other)) add(other, found);
    for (const other of byEnd.get(endOf(sound, length)) ?? []) if (fits(other)) add(other, found);
  }

  return {
    learn(word, id) {
      const sound = soundOf(word);
      const ids = idsOf.get(sound);
      if (ids !== undefined) {
        ids.push(id);
        return;
      }
      idsOf.set(sound, [id]);
      if (sound.length < leastSound) return;
      push(byBegin, beginOf(sound, sound.length), sound);
      push(byEnd, endOf(sound, sound.length), sound);
    },
    find({ sound, shorter }, found) {
      add(sound, found);
      for (const one of shorter) if (one.length >= leastSound) add(one, found);
      if (sound.length < leastSound) return;
      for (const swapped of swapsOf(sound)) add(swapped, found);
      addFitting(
        sound,
        { length: sound.length + 1, fits: (other) => isOneLetterLonger(other, sound) },
        found,
      );
      if (sound.length < leastWrong) return;
      addFitting(sound, { length: sound.length, fits: (other) => isOneLetterOther(other, sound) }, found);
    },
  };
}

function beginOf(sound: string, length: number): string {
  return `${length}${sound.slice(0, 3)}`;
}

function endOf(sound: string, length: number): string {
  return `${length}${sound[0]}${sound.slice(-2)}`;
}
