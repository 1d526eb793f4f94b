import { z } from "zod";

import { wordOf } from "#chat/command.ts";
import type { Arrival } from "#chat/slack/inbound/arrival.ts";
import { asTyped } from "#chat/slack/inbound/as-typed.ts";
import type { Here } from "#chat/slack/line/claims.ts";
import { addressOf, refOf } from "#chat/slack/place.ts";
import type { Press } from "#signal/press.ts";

/** A person (`U…`; in an organisation also `W…`). */
export const userId = z.string().regex(/^[UW][A-Z0-9]{1,30}$/);
const stamp = z.string().regex(/^\d{1,16}\.\d{1,10}$/);

/** A message of a person, as an event brings it or as it stands in the history of a direct message. */
export const typedMessage = z.looseObject({
  user: userId,
  ts: stamp,
  text: z.string().nullish(),
  thread_ts: stamp.nullish(),
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
  files: z.array(z.unknown()).nullish().catch(null),
});
export type TypedMessage = z.infer<typeof typedMessage>;

/** Subtypes that are words of a person. Edits and deletions are not: what came in stays what it was. */
const ofPeople = ["file_share", "me_message", "thread_broadcast"];

/** Is this message typed by a person, new and not by a program? */
export function isOfPerson({ subtype, bot_id }: TypedMessage): boolean {
  const isWords = subtype === undefined || subtype === null || ofPeople.includes(subtype);
  return isWords && (bot_id === undefined || bot_id === null);
}

/** Were there photos or files with it? They are not kept; who sent them has to hear that. */
function hasFiles({ subtype, files }: TypedMessage): boolean {
  return subtype === "file_share" || (files ?? []).length > 0;
}

/**
 * What was typed in a direct message, as a press: told, or one word of the command. Under a message a word is an answer
 * ("Is hij er?" "Afwezig"), and with a photo it is about that, so there it is always told. The same for the event, its
 * redelivery and the history.
 */
export function typedPress(message: TypedMessage, channel: string, home: string): Press {
  const text = asTyped(message.text ?? "");
  const { ts, thread_ts } = message;
  const files = hasFiles(message);
  const fields = { text, ...(files ? { files: "1" } : {}) };
  const typed = { key: `dm:${channel}:${ts}`, by: addressOf({ home, id: message.user }), on: "" };
  if (typeof thread_ts === "string" && thread_ts !== ts) {
    return { ...typed, act: "tell", fields, under: refOf({ channel, ts: thread_ts }) };
  }
  if (files) return { ...typed, act: "tell", fields };
  const word = wordOf(text);
  if (word !== null) return { ...typed, act: word.act, fields: word.fields };
  return { ...typed, act: "tell", fields };
}

/**
 * Is somebody of this team one of ours? For people of an organisation Slack names the organisation, or one of their
 * workspaces, wherever in it they are and also where the app is in one workspace only (slackapi/bolt-js 1875). Which
 * workspaces an organisation has is not told: whose delivery it is was decided before (identity.ts).
 */
export function isOurs(team: string | null | undefined, { home, organisation }: Here): boolean {
  if (team === undefined || team === null || team === home) return true;
  if (organisation === null) return false;
  return team.startsWith("E") ? team === organisation : true;
}

const delivered = z.looseObject({
  event_id: z.string().max(60).default(""),
  event: z.looseObject({
    type: z.string(),
    user: z.unknown().optional(),
    channel: z.unknown().optional(),
    channel_type: z.string().nullish(),
    tab: z.string().nullish(),
    team: z.string().nullish(),
    user_team: z.string().nullish(),
  }),
});
type Event = z.infer<typeof delivered>["event"];

const nothing: Arrival = { kind: "nothing" };

/** An event of Slack, as what it is to us. Never throws. */
export function arrivalOfEvent(body: unknown, here: Here): Arrival {
  const parsed = delivered.safeParse(body);
  if (!parsed.success) return nothing;
  const { event, event_id } = parsed.data;
  if (event.type === "app_uninstalled" || event.type === "tokens_revoked") return { kind: "gone" };
  const { home } = here;
  if (!isOurs(event.user_team ?? event.team, here)) return nothing;
  switch (event.type) {
    case "message":
    case "app_mention":
      return ofMessage(event, home);
    case "app_home_opened": {
      const user = userId.safeParse(event.user);
      if (!user.success || event.tab === "messages") return nothing;
      const by = addressOf({ home, id: user.data });
      return {
        kind: "home_opened",
        press: { key: `home:${event_id}`, by, act: "home", on: "", fields: null },
      };
    }
    default:
      return nothing;
  }
}

function ofMessage(event: Event, home: string): Arrival {
  const parsed = typedMessage.safeParse(event);
  const channel = z
    .string()
    .regex(/^[CGD][A-Z0-9]{1,30}$/)
    .safeParse(event.channel);
  if (!parsed.success || !channel.success || !isOfPerson(parsed.data)) return nothing;
  const message = parsed.data;
  const isDirect = event.channel_type === "im" || channel.data.startsWith("D");
  if (isDirect) return { kind: "typed", press: typedPress(message, channel.data, home) };
  const by = addressOf({ home, id: message.user });
  const key = `dm:${channel.data}:${message.ts}`;
  return {
    kind: "not_here",
    press: { key, by, act: "tell", on: "channel", fields: {} },
    channel: channel.data,
    user: message.user,
  };
}
