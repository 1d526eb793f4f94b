import { z } from "zod";
import type { MessageRef, Outgoing } from "#chat/platform.ts";
import { SlackProblem, unreadable } from "#chat/slack/errors.ts";
import type { Block } from "#chat/slack/look/blocks.ts";
import { isDirect } from "#chat/slack/out/direct.ts";
import type { SlackApi } from "#chat/slack/out/web-api.ts";
import { refOf } from "#chat/slack/place.ts";

const newestLookedAt = 100;
const remembered = 5_000;
/** Longest block_id that Slack takes. */
const longestId = 255;

/**
 * Our own earlier attempts. Slack has no key that makes a message be posted once, so each carries the ids of its card and of
 * its notice as the `block_id` of its first block, and is looked up there before it is posted again.
 */
export interface Traces {
  /** A try begins; before the first one nothing can have arrived. */
  begin(message: Outgoing): void;
  /** The blocks with the notice's id on the first. */
  marked(message: Outgoing, blocks: readonly Block[]): readonly Block[];
  /**
   * The message that an earlier attempt left in this direct message after all, `old` where it holds an earlier form of the
   * card; null: none, or nothing that can be looked up. A channel can not be read (that permission is not asked for): there
   * a lost answer may give a message twice.
   */
  find(
    message: Outgoing,
    channel: string,
  ): Promise<{ readonly ref: MessageRef; readonly form: "same" | "old" } | null>;
  /** It goes out now. */
  posting(message: Outgoing): void;
  /** It did not work; a failure that is certain leaves nothing to look for. */
  failed(message: Outgoing, thrown: unknown): void;
}

const history = z.object({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      blocks: z.array(z.looseObject({ block_id: z.string().optional() })).optional(),
    }),
  ),
});

interface Look {
  /** What was posted before this count is in it, if it arrived. */
  readonly at: number;
  /** By the mark of the card: where it stands, and the whole mark there. */
  readonly left: ReadonlyMap<string | null, { readonly ref: MessageRef; readonly mark: string }>;
}

/** Opens the traces; what other processes did is looked up, what this one did is known. */
export function openTraces(api: SlackApi): Traces {
  /** Attempts of which it is certain that nothing arrived. */
  const certain = new Set<string>();
  /** The count at the last doubtful attempt. */
  const doubts = new Map<string, number>();
  const looks = new Map<string, Look>();
  let count = 0;

  async function look(channel: string): Promise<Look> {
    const at = count;
    const answer = history.safeParse(
      await api.call("conversations.history", { channel, limit: newestLookedAt }),
    );
    if (!answer.success) throw unreadable();
    const left = answer.data.messages.flatMap(({ ts, blocks = [] }) =>
      blocks
        .slice(0, 1)
        .map(({ block_id: mark = "" }) => [cardIn(mark), { ref: refOf({ channel, ts }), mark }] as const),
    );
    const seen = { at, left: new Map(left.filter(([card]) => card !== null)) };
    looks.set(channel, seen);
    trim(looks);
    return seen;
  }

  return {
    begin(message) {
      if (message.attempt > 1 || doubts.has(keyOf(message))) return;
      certain.add(keyOf(message));
      trim(certain);
    },
    marked: (message, [first, ...rest]) =>
      first === undefined ? [] : [{ ...first, block_id: markOf(message) }, ...rest],
    async find(message, channel) {
      const key = keyOf(message);
      if (certain.has(key) || !isDirect(channel)) return null;
      const known = looks.get(channel);
      const isFresh = known !== undefined && known.at >= (doubts.get(key) ?? 0);
      const seen = isFresh ? known : await look(channel);
      const earlier = seen.left.get(cardOf(message));
      return earlier === undefined
        ? null
        : { ref: earlier.ref, form: earlier.mark === markOf(message) ? "same" : "old" };
    },
    posting(message) {
      certain.delete(keyOf(message));
      count += 1;
      doubts.set(keyOf(message), count);
      trim(doubts);
    },
    failed(message, thrown) {
      if (!(thrown instanceof SlackProblem) || thrown.doubtful) return;
      doubts.delete(keyOf(message));
      certain.add(keyOf(message));
      trim(certain);
    },
  };
}

/** The mark of a message: which card it is, and which form of it. */
export function markOf({ id, slot }: Pick<Outgoing, "id" | "slot">): string {
  return (slot === undefined ? `n:${id}` : `n:${slot}:${id}`).slice(0, longestId);
}

function cardIn(mark: string): string | null {
  const [n, card] = mark.split(":");
  return n === "n" ? (card ?? null) : null;
}

function cardOf({ id, slot }: Pick<Outgoing, "id" | "slot">): string {
  return slot ?? id;
}

function keyOf(message: Outgoing): string {
  return `${cardOf(message)} ${message.to}`;
}

/** The oldest goes when there are too many. */
function trim(known: {
  readonly size: number;
  keys(): Iterator<string>;
  delete(key: string): boolean;
}): void {
  if (known.size <= remembered) return;
  const oldest = known.keys().next();
  if (!oldest.done) known.delete(oldest.value);
}
