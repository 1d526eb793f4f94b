import type { Json } from "./interface.ts";
import { Refusal } from "./refusal.ts";
import type { Channel, Message, World } from "./world.ts";

/** The channel that the app means by an id or a name, and may write in; throws Slack's refusals. */
export function channelToWrite(world: World, id: string): Channel {
  if (/^[UW][A-Z0-9]+$/.test(id)) {
    if (!world.people.has(id)) throw new Refusal("channel_not_found");
    return world.dmOf(id);
  }
  const channel =
    world.channels.get(id) ??
    [...world.channels.values()].find((one) => one.facts.name !== undefined && `#${one.facts.name}` === id);
  if (channel === undefined) throw new Refusal("channel_not_found");
  if (channel.kind === "im") return channel;
  const member = channel.facts.botIsMember ?? true;
  if (!member && channel.kind === "private") throw new Refusal("channel_not_found");
  if (!member) throw new Refusal("not_in_channel");
  if (channel.facts.isArchived === true) throw new Refusal("is_archived");
  return channel;
}

/** A message as Slack tells it in history, events and payloads. */
export function messageJson(world: World, message: Message): Json {
  const own = message.user === world.bot.userId;
  const channel = world.channels.get(message.channel);
  const replies =
    channel?.messages.filter((one) => one.threadTs === message.ts && one.ts !== message.ts) ?? [];
  const parent = message.threadTs === null ? undefined : world.message(message.channel, message.threadTs);
  return {
    ...(own
      ? { bot_id: world.bot.botId, app_id: world.appId, bot_profile: botProfile(world) }
      : { client_msg_id: clientId(message.ts) }),
    user: message.user,
    type: "message",
    ts: message.ts,
    text: message.text,
    team: world.teamOf(message.user),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.editedTs === null ? {} : { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.metadata === null ? {} : { metadata: message.metadata }),
    ...(message.broadcast ? { subtype: "thread_broadcast" } : {}),
    ...(message.threadTs === null
      ? {}
      : { thread_ts: message.threadTs, ...(parent ? { parent_user_id: parent.user } : {}) }),
    ...(replies.length === 0
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users_count: new Set(replies.map((one) => one.user)).size,
          latest_reply: replies.at(-1)?.ts,
          reply_users: [...new Set(replies.map((one) => one.user))],
          is_locked: false,
          subscribed: false,
        }),
  };
}

function botProfile(world: World): Json {
  return {
    id: world.bot.botId,
    deleted: false,
    name: world.bot.name,
    updated: 1_760_000_000,
    app_id: world.appId,
    user_id: world.bot.userId,
    icons: { image_36: "https://a.slack-edge.com/80588/img/plugins/app/bot_36.png" },
    team_id: world.teams[0]?.id,
  };
}

/** A client's own id of a message, the same whenever it is asked. */
function clientId(ts: string): string {
  return `c0ffee00-0000-4000-8000-${ts.replace(".", "").slice(-12).padStart(12, "0")}`;
}

/** Tells the app (which hears `message.im`) about a message of its own. */
export function echo(world: World, channel: Channel, event: Json): void {
  if (channel.user === null || !world.settings.echo) return;
  world.onOwnMessage({ ...event, channel: channel.id, channel_type: "im" }, channel.user);
}
