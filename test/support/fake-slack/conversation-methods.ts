import { countOf, flag, needed } from "./call-arguments.ts";
import { messageJson } from "./channels.ts";
import type { Json } from "./interface.ts";
import { asText } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import type { Channel, Message, World } from "./world.ts";

/** conversations.open: the direct message with one person, the same each time. */
export function openConversation(world: World, args: Json): Json {
  const given = asText(args.users);
  if (given === "" && args.channel === undefined) throw new Refusal("users_list_not_supplied");
  const users = given === "" ? [] : given.split(",");
  if (users.length > 8) throw new Refusal("too_many_users");
  const known = args.channel === undefined ? undefined : world.channels.get(asText(args.channel));
  if (args.channel !== undefined && known?.user == null) throw new Refusal("channel_not_found");
  const user = known?.user ?? users[0] ?? "";
  const person = world.people.get(user);
  if (person === undefined) throw new Refusal(user === world.bot.userId ? "cannot_dm_bot" : "user_not_found");
  if (person.profile.unreachable !== undefined) throw new Refusal(person.profile.unreachable);
  if (person.profile.deleted === true) throw new Refusal("user_disabled");
  if (person.profile.isBot === true) throw new Refusal("cannot_dm_bot");
  const isNew = ![...world.channels.values()].some((one) => one.user === user);
  const channel = world.dmOf(user);
  const facts = flag(args, "return_im") ? imJson(world, channel) : { id: channel.id };
  return { ...(isNew ? {} : { no_op: true, already_open: true }), channel: facts };
}

/** The scope that a method on this channel needs: each kind has its own. */
export function scopeFor(world: World, args: Json, what: "history" | "read"): string {
  const id = asText(args.channel);
  const kind = world.channels.get(id)?.kind ?? (id.startsWith("D") ? "im" : "public");
  return { im: `im:${what}`, public: `channels:${what}`, private: `groups:${what}` }[kind];
}

/** conversations.info of what the scopes allow. */
export function conversationInfo(world: World, args: Json): Json {
  const channel = channelOf(world, args);
  if (channel.kind === "im") return { channel: imJson(world, channel) };
  const { facts } = channel;
  return {
    channel: {
      id: channel.id,
      name: facts.name ?? channel.id.toLowerCase(),
      name_normalized: facts.name ?? channel.id.toLowerCase(),
      is_channel: channel.kind === "public",
      is_group: channel.kind === "private",
      is_im: false,
      is_mpim: false,
      is_private: channel.kind === "private",
      is_archived: facts.isArchived ?? false,
      is_member: facts.botIsMember ?? true,
      is_general: false,
      is_shared: false,
      is_ext_shared: false,
      is_org_shared: false,
      created: 1_700_000_000,
      creator: "U0BEHEERD1",
      context_team_id: world.teams[0]?.id,
    },
  };
}

/** conversations.history: newest first, without replies that only stand in their thread. */
export function history(world: World, args: Json): Json {
  const channel = channelOf(world, args);
  const all = channel.messages.filter(
    (one) => one.threadTs === null || one.threadTs === one.ts || one.broadcast,
  );
  return page(world, all.toReversed(), args, 100);
}

/** conversations.replies: the parent and its replies, oldest first. */
export function replies(world: World, args: Json): Json {
  const channel = channelOf(world, args);
  const ts = needed(args, "ts");
  const message = world.message(channel.id, ts);
  if (message === undefined) throw new Refusal("thread_not_found");
  const parent = message.threadTs ?? ts;
  const all = channel.messages.filter((one) => one.ts === parent || one.threadTs === parent);
  return page(world, all, args, 1_000);
}

function page(world: World, messages: readonly Message[], args: Json, fallback: number): Json {
  const limit = countOf(args, "limit", fallback);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) throw new Refusal("invalid_limit");
  const oldest = timeOf(args, "oldest") ?? 0;
  const latest = timeOf(args, "latest") ?? Number.POSITIVE_INFINITY;
  const inclusive = flag(args, "inclusive");
  const found = messages.filter((one) => {
    const at = Number(one.ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
  const start = cursorOf(args);
  const shown = found.slice(start, start + limit);
  const more = found.length > start + limit;
  const withMetadata = flag(args, "include_all_metadata");
  return {
    messages: shown.map((one) => {
      const { metadata, ...told } = messageJson(world, one);
      return withMetadata && metadata !== undefined ? { ...told, metadata } : told;
    }),
    has_more: more,
    pin_count: 0,
    channel_actions_ts: null,
    channel_actions_count: 0,
    ...(more
      ? {
          response_metadata: { next_cursor: Buffer.from(`next_ts:${start + limit}`).toString("base64") },
        }
      : {}),
  };
}

function timeOf(args: Json, name: "oldest" | "latest"): number | null {
  const given = args[name];
  if (given === undefined || given === "" || given === "0") return null;
  const at = Number(given);
  if (!Number.isFinite(at) || at > 1e11) throw new Refusal(`invalid_ts_${name}`);
  return at;
}

function cursorOf(args: Json): number {
  const given = asText(args.cursor);
  if (given === "") return 0;
  const found = /^next_ts:(\d+)$/.exec(Buffer.from(given, "base64").toString());
  if (found === null) throw new Refusal("invalid_cursor");
  return Number(found[1]);
}

function channelOf(world: World, args: Json): Channel {
  const channel = world.channels.get(needed(args, "channel"));
  const hidden = channel?.kind === "private" && channel.facts.botIsMember === false;
  if (channel === undefined || hidden) throw new Refusal("channel_not_found");
  return channel;
}

function imJson(world: World, channel: Channel): Json {
  const person = world.people.get(channel.user ?? "");
  return {
    id: channel.id,
    created: 1_760_000_000,
    is_archived: false,
    is_im: true,
    is_org_shared: false,
    context_team_id: world.teams[0]?.id,
    user: channel.user,
    is_user_deleted: person?.profile.deleted ?? false,
    last_read: "0000000000.000000",
    latest: null,
    unread_count: 0,
    unread_count_display: 0,
    is_open: true,
    priority: 0,
  };
}
