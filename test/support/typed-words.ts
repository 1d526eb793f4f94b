import type { Address } from "#signal/address.ts";
import { says, sendsTo } from "./one-story.ts";
import { openStage, type Stage, type StageOptions } from "./stage.ts";

/** A stage whose classifier says the same of everything. Closed at the end. */
export async function onStage(
  play: (stage: Stage) => Promise<void>,
  options: StageOptions = {},
): Promise<void> {
  const stage = await openStage({ classifier: says(), ...options });
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

/** The words of a signal as its holder reads them. */
export async function wordsOf(stage: Stage, id: string): Promise<string[]> {
  return (await stage.store.passages(id)).filter(({ what }) => what !== "evidence").map(({ text }) => text);
}

/** How many signals there are. */
export async function howMany(stage: Stage): Promise<number> {
  return (await stage.store.counts(stage.clock.now())).signals;
}

/** The ref of the last message at this address whose card says this. */
export function refOf(stage: Stage, to: Address, words: string): string {
  const sent = sendsTo(stage, to).findLast(({ card }) => JSON.stringify(card).includes(words));
  if (sent === undefined) throw new Error(`Nothing at ${to} says ${words}.`);
  return stage.chat.refOf(sent);
}

/** The titles of what was said to somebody. */
export const answers = (stage: Stage, to: Address = "chat:juf") =>
  stage.cardsOf(to).map(({ title }) => title);
