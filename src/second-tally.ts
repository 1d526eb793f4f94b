import { z } from "zod";
import type { Store } from "#store/store.ts";

const times = z.int().min(0).catch(0);
const shape = z.object({ asked: times, answered: times, failed: times, unsent: times, off: times });
/**
 * How often since the store began: the second reader was asked, answered, gave no answer that counts; a message was not
 * sent (not surely without names, or the day's budget was spent); it was switched off.
 */
export type SecondTally = Readonly<z.infer<typeof shape>>;

/** Nothing happened yet. */
export const noTally: SecondTally = { asked: 0, answered: 0, failed: 0, unsent: 0, off: 0 };

const setting = "second_reader.tally";

/** The tally as the store has it; null: no second reader was ever asked here. */
export async function tallyIn(store: Pick<Store, "recall">): Promise<SecondTally | null> {
  const kept = await store.recall(setting);
  return kept === null ? null : shape.parse(JSON.parse(kept));
}

/** Counts in the store, one after the other, so that a restart goes on where it was. */
export function openTally(store: Pick<Store, "recall" | "remember">) {
  const now = async () => (await tallyIn(store)) ?? noTally;
  let last: Promise<unknown> = Promise.resolve();
  const write = async (change: Partial<SecondTally>) => {
    const tally = await now();
    const sums = Object.entries(tally).map(([what, count]) => [
      what,
      count + (change[what as keyof SecondTally] ?? 0),
    ]);
    await store.remember(setting, JSON.stringify(Object.fromEntries(sums)));
  };
  return {
    now,
    add(change: Partial<SecondTally>): Promise<void> {
      const written = last.then(() => write(change));
      last = written.catch(() => {});
      return written;
    },
  };
}
