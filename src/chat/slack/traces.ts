import { z } from "zod";
import type { MessageRef, Outgoing } from "#chat/platform.ts";
import type { Block } from "#chat/slack/blocks.ts";
import { isDirect } from "#chat/slack/direct.ts";
import { SlackProblem, unreadable } from "#chat/slack/errors.ts";
import { refOf } from "#chat/slack/place.ts";
import type { SlackApi } from "#chat/slack/web-api.ts";

const newestLookedAt = 100;
const remembered = 5_000;
/** Longest block_id that Slack takes. */
const longestId = 255;

/**
 * Our own earlier attempts. Slack has no key that makes a message be posted once, so each carries its notice's id as the
 * `block_id` of its first block, and is looked up there before it is posted again.
 */
export interface Traces {
  /** A try begins; before the first one nothing can have arrived. */
  begin(message: Outgoing): void;
  /** The blocks with the notice's id on the first. */
  marked(message: Outgoing, blocks: readonly Block[]): readonly Block[];
  /**
   * The message that an earlier attempt left in this direct message after all; null: none, or nothing that can be looked
   * up. A channel can not be read (that permission is not asked for): there a lost answer may give a message twice.
   */
  find(message: Outgoing, channel: string): Promise<MessageRef | null>;
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
  readonly refs: ReadonlyMap<string, MessageRef>;
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
    const refs = answer.data.messages.flatMap(({ ts, blocks = [] }) =>
      blocks.slice(0, 1).map(({ block_id = "" }) => [block_id, refOf({ channel, ts })] as const),
    );
    const seen = { at, refs: new Map(refs.filter(([id]) => id.startsWith("n:"))) };
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
    marked: ({ id }, [first, ...rest]) =>
      first === undefined ? [] : [{ ...first, block_id: noticeBlockId(id) }, ...rest],
    async find(message, channel) {
      const key = keyOf(message);
      if (certain.has(key) || !isDirect(channel)) return null;
      const known = looks.get(channel);
      const isFresh = known !== undefined && known.at >= (doubts.get(key) ?? 0);
      const seen = isFresh ? known : await look(channel);
      return seen.refs.get(noticeBlockId(message.id)) ?? null;
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

/** The mark of a notice. */
export function noticeBlockId(notice: string): string {
  return `n:${notice}`.slice(0, longestId);
}

function keyOf({ id, to }: Outgoing): string {
  return `${id} ${to}`;
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
