import { z } from "zod";
import { unreadable } from "#chat/slack/errors.ts";
import { isOfPerson, typedMessage, typedPress } from "#chat/slack/inbound/typed.ts";
import type { SlackAnswer } from "#chat/slack/out/web-api.ts";
import type { Press } from "#signal/press.ts";

/** One call of the Web API. */
export type Ask = (method: string, args: Readonly<Record<string, unknown>>) => Promise<SlackAnswer>;

/** A direct message, and how to read it. */
interface Reading {
  readonly ask: Ask;
  readonly channel: string;
  /** What stands before the slash in its people's addresses. */
  readonly home: string;
}

/** A message under which somebody answers may be so much older. */
const rootsMs = 60 * 86_400_000;
const pageSize = 200;
const mostPages = 20;

const page = z.object({
  messages: z.array(z.looseObject({ ts: z.string(), latest_reply: z.string().nullish() })),
  response_metadata: z.looseObject({ next_cursor: z.string().nullish() }).nullish(),
});
type Message = z.infer<typeof page>["messages"][number];

/**
 * What people typed in a direct message since then (epoch milliseconds), oldest first, as the same presses that the
 * events would have made. Answers in threads too: the history shows only the messages they stand under.
 */
export async function typedSince(reading: Reading, since: number): Promise<Press[]> {
  const { channel, home } = reading;
  const oldest = stampOf(since - rootsMs);
  const messages = await pages(reading, "conversations.history", { oldest });
  const found = new Map<string, Message>();
  for (const message of messages) {
    found.set(message.ts, message);
    if (instantOf(message.latest_reply ?? "") < since) continue;
    const replies = await pages(reading, "conversations.replies", {
      ts: message.ts,
      oldest: stampOf(since),
    });
    for (const reply of replies) found.set(reply.ts, reply);
  }
  return [...found.values()]
    .filter(({ ts }) => instantOf(ts) >= since)
    .sort((a, b) => instantOf(a.ts) - instantOf(b.ts))
    .flatMap((message) => {
      const typed = typedMessage.safeParse(message);
      return typed.success && isOfPerson(typed.data) ? [typedPress(typed.data, channel, home)] : [];
    });
}

async function pages(
  { ask, channel }: Reading,
  method: string,
  args: Readonly<Record<string, unknown>>,
): Promise<Message[]> {
  const messages: Message[] = [];
  let cursor = "";
  for (let count = 0; count < mostPages; count++) {
    const more = cursor === "" ? {} : { cursor };
    const answer = page.safeParse(await ask(method, { channel, ...args, limit: pageSize, ...more }));
    if (!answer.success) throw unreadable();
    messages.push(...answer.data.messages);
    cursor = answer.data.response_metadata?.next_cursor ?? "";
    if (cursor === "") break;
  }
  return messages;
}

/** A time stamp of Slack, in epoch milliseconds; -Infinity: none. */
function instantOf(ts: string): number {
  return ts === "" ? Number.NEGATIVE_INFINITY : Number(ts) * 1_000;
}

function stampOf(instant: number): string {
  return (Math.max(0, instant) / 1_000).toFixed(6);
}
