import { z } from "zod";
import { soundBody } from "#chat/slack/line/body.ts";
import { type Body } from "#chat/wire/sound-object.ts";

/** One message of Slack over the socket. */
export type SocketMessage =
  | { readonly type: "hello" }
  | { readonly type: "disconnect"; readonly reason: string }
  | Envelope;

/** A delivery that Slack wants acknowledged. */
export interface Envelope {
  readonly type: "delivery";
  readonly id: string;
  readonly body: Body;
  /** Whether the acknowledgement may carry an answer. */
  readonly takesAnswer: boolean;
}

const largest = 1_000_000;

const outer = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello") }),
  z.object({ type: z.literal("disconnect"), reason: z.string().catch("") }),
  z.object({
    type: z.enum(["events_api", "interactive", "slash_commands"]),
    envelope_id: z.string().min(1).max(200),
    payload: z.unknown(),
    accepts_response_payload: z.boolean().catch(false),
  }),
]);

/** What came over the socket. Null: not something that Slack sends. */
export function readMessage(data: unknown): SocketMessage | null {
  if (typeof data !== "string" || data.length > largest) return null;
  const read = outer.safeParse(parsed(data));
  if (!read.success) return null;
  const message = read.data;
  if (message.type === "hello" || message.type === "disconnect") return message;
  const body = soundBody(message.payload);
  if (body === null) return null;
  return {
    type: "delivery",
    id: message.envelope_id,
    body,
    takesAnswer: message.accepts_response_payload,
  };
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/** The acknowledgement, with what the listener answers where Slack takes that. */
export function acknowledgement({ id, takesAnswer }: Envelope, answer: unknown): string {
  const isNothing = answer === undefined || answer === null || answer === "";
  if (isNothing || !takesAnswer) return JSON.stringify({ envelope_id: id });
  const payload = typeof answer === "string" ? { text: answer } : answer;
  return JSON.stringify({ envelope_id: id, payload });
}
