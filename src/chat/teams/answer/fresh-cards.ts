import type { MessageRef } from "#chat/platform.ts";
import { pause } from "#chat/wire/pause.ts";
import type { Card } from "#texts/card.ts";

/**
 * Cards that are being pressed at this moment. The outbox brings the new form of a card a little later, by itself; who
 * pressed gets that very card as the answer, when it comes soon enough.
 */
export interface FreshCards {
  /** From now on what is sent for this message is noticed. Call `end` when it is not waited for any more. */
  expect(message: MessageRef): Expected;
  /** This card is on its way to this message. */
  offer(message: MessageRef, card: Card): void;
}

export interface Expected {
  /** The card that came, or comes within so many milliseconds; null: none did. */
  within(ms: number): Promise<Card | null>;
  end(): void;
}

export function openFreshCards(): FreshCards {
  const waiting = new Map<MessageRef, Set<(card: Card) => void>>();
  return {
    expect(message) {
      const { promise, resolve } = Promise.withResolvers<Card>();
      const here = waiting.get(message) ?? new Set();
      waiting.set(message, here.add(resolve));
      return {
        async within(ms) {
          const enough = new AbortController();
          const card = await Promise.race([promise, pause(ms, enough.signal).then(() => null)]);
          enough.abort();
          return card;
        },
        end() {
          here.delete(resolve);
          if (here.size === 0) waiting.delete(message);
        },
      };
    },
    offer(message, card) {
      for (const resolve of waiting.get(message) ?? []) resolve(card);
    },
  };
}
