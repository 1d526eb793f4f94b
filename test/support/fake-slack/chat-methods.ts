import { messageBlocksOf } from "./block-check.ts";
import { flag, needed } from "./call-arguments.ts";
import { channelToWrite, echo, messageJson } from "./channels.ts";
import type { Json } from "./interface.ts";
import { asJson, asList, asText, visibleIn } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import type { Channel, Message, World } from "./world.ts";

/** chat.postMessage: at most 40,000 characters of text. */
export function postMessage(world: World, args: Json): Json {
  const channel = channelToWrite(world, needed(args, "channel"));
  const content = contentOf(world, args, 40_000);
  const threadTs = threadOf(world, channel, args);
  const message: Message = {
    channel: channel.id,
    ts: world.ts(),
    threadTs,
    broadcast: threadTs !== null && flag(args, "reply_broadcast"),
    user: world.bot.userId,
    text: content.text ?? "",
    blocks: content.blocks ?? [],
    editedTs: null,
    earlier: [],
    metadata: metadataOf(args),
  };
  channel.messages.push(message);
  const told = messageJson(world, message);
  echo(world, channel, { ...told, event_ts: message.ts });
  return { channel: channel.id, ts: message.ts, message: told };
}

/** chat.update: only own messages, at most 4,000 characters of text; what is left out stays as it was. */
export function update(world: World, args: Json): Json {
  const { channel, message } = own(world, args, "cant_update_message");
  const content = contentOf(world, args, 4_000);
  const previous = messageJson(world, message);
  message.earlier.push({ text: message.text, blocks: message.blocks });
  message.text = content.text ?? message.text;
  message.blocks = content.blocks ?? message.blocks;
  message.editedTs = world.ts();
  const told = messageJson(world, message);
  echo(world, channel, changed(world, told, previous));
  return { channel: channel.id, ts: message.ts, text: message.text, message: told };
}

/** chat.delete: only own messages. */
export function remove(world: World, args: Json): Json {
  const { channel, message } = own(world, args, "cant_delete_message");
  channel.messages.splice(channel.messages.indexOf(message), 1);
  echo(world, channel, deleted(world, messageJson(world, message)));
  return { channel: channel.id, ts: message.ts };
}

/** chat.getPermalink: of a message in any channel that the app can see. */
export function permalink(world: World, args: Json): Json {
  const channel = world.channels.get(needed(args, "channel"));
  const hidden = channel?.kind === "private" && channel.facts.botIsMember === false;
  if (channel === undefined || hidden) throw new Refusal("channel_not_found");
  const ts = needed(args, "message_ts");
  if (world.message(channel.id, ts) === undefined) throw new Refusal("message_not_found");
  const domain = world.teams[0]?.domain ?? "";
  return {
    channel: channel.id,
    permalink: `https://${domain}.slack.com/archives/${channel.id}/p${ts.replace(".", "")}`,
  };
}

/** chat.postEphemeral: only to somebody who is in the channel. */
export function postEphemeral(world: World, args: Json): Json {
  const channel = channelToWrite(world, needed(args, "channel"));
  const user = needed(args, "user");
  if (!world.people.has(user)) throw new Refusal("user_not_in_channel");
  const inside =
    channel.kind === "im" ? channel.user === user : (channel.facts.members ?? [user]).includes(user);
  if (!inside) throw new Refusal("user_not_in_channel");
  const { text, blocks } = contentOf(world, args, 40_000);
  const ts = world.ts();
  keepEphemeral(
    world,
    { user, channel: channel.id, text: text ?? "", blocks: blocks ?? [] },
    "chat.postEphemeral",
  );
  return { message_ts: ts };
}

/** Shows something to one person only. */
export function keepEphemeral(
  world: World,
  shown: {
    readonly user: string;
    readonly channel: string;
    readonly text: string;
    readonly blocks: readonly Json[];
  },
  by: "ack" | "response_url" | "chat.postEphemeral",
): void {
  const visible = shown.blocks.length > 0 ? visibleIn(shown.blocks) : shown.text;
  world.ephemerals.push({ ...shown, visible, by, ts: world.ts() });
}

/** What a message says; throws what Slack throws at too much, too little or malformed. */
export function contentOf(world: World, args: Json, mostText: number) {
  const text = args.text === undefined || args.text === null ? null : asText(args.text);
  const blocks =
    args.blocks === undefined || args.blocks === null ? null : messageBlocksOf(world, args.blocks);
  if ((text ?? "") === "" && (blocks ?? []).length === 0 && asList(args.attachments).length === 0)
    throw new Refusal("no_text");
  if ((text ?? "").length > mostText) throw new Refusal("msg_too_long");
  return { text, blocks };
}

function threadOf(world: World, channel: Channel, args: Json): string | null {
  if (args.thread_ts === undefined || args.thread_ts === null) return null;
  const ts = asText(args.thread_ts);
  if (!/^\d{9,}\.\d{6}$/.test(ts)) throw new Refusal("invalid_thread_ts");
  const parent = world.message(channel.id, ts);
  if (parent === undefined) throw new Refusal("thread_not_found");
  if (parent.threadTs !== null) world.offend(`chat.postMessage: thread_ts ${ts} is a reply, not the parent`);
  return parent.threadTs ?? ts;
}

function metadataOf(args: Json): Json | null {
  if (args.metadata === undefined || args.metadata === null) return null;
  const metadata = asJson(args.metadata);
  const good = typeof metadata.event_type === "string" && typeof metadata.event_payload === "object";
  if (!good) throw new Refusal("invalid_metadata_format");
  return metadata;
}

function own(world: World, args: Json, error: string): { channel: Channel; message: Message } {
  const id = needed(args, "channel");
  if (/^[UW#]/.test(id)) throw new Refusal("channel_not_found");
  const channel = channelToWrite(world, id);
  const message = world.message(channel.id, needed(args, "ts"));
  if (message === undefined) throw new Refusal("message_not_found");
  if (message.user !== world.bot.userId) throw new Refusal(error);
  return { channel, message };
}

/** The event that something in a direct message was changed. */
export function changed(world: World, message: Json, previous: Json): Json {
  const ts = world.ts();
  return {
    type: "message",
    subtype: "message_changed",
    message,
    previous_message: previous,
    hidden: true,
    ts,
    event_ts: ts,
  };
}

/** The event that something in a direct message was taken away. */
export function deleted(world: World, previous: Json): Json {
  const ts = world.ts();
  return {
    type: "message",
    subtype: "message_deleted",
    previous_message: previous,
    hidden: true,
    deleted_ts: previous.ts,
    ts,
    event_ts: ts,
  };
}
