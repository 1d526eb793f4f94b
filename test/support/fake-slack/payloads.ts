import { messageJson } from "./channels.ts";
import type { Json, Sending } from "./interface.ts";
import { viewJson } from "./view-shelf.ts";
import type { Message, View, World } from "./world.ts";

/** Where something happened: the workspace, and whether the app is there for the whole organisation. */
export function whereOf(world: World, user: string, sending: Sending) {
  const team = sending.team ?? world.teamOf(user);
  const foreign = sending.enterprise === undefined ? null : { id: sending.enterprise, name: "Elders" };
  const enterprise = foreign ?? world.enterprise;
  return { team, domain: world.domainOf(team), enterprise, wide: enterprise !== null };
}

/**
 * What every interaction has. An app installed for a whole organisation gets `team: null`; the workspace then stands
 * with the user (slackapi/bolt-python 23).
 */
export function interaction(world: World, user: string, sending: Sending): Json {
  const { team, domain, enterprise, wide } = whereOf(world, user, sending);
  return {
    user: { id: user, username: world.nameOf(user), name: world.nameOf(user), team_id: team },
    api_app_id: world.appId,
    token: world.verificationToken,
    team: wide ? null : { id: team, domain },
    enterprise,
    is_enterprise_install: wide,
  };
}

/** A button pressed, in a message, a modal or the App Home. */
export function blockActions(
  world: World,
  user: string,
  pressed: { readonly element: Json; readonly block: Json; readonly on: Message | View | Ephemeral },
  sending: Sending,
): Json {
  const { element, block, on } = pressed;
  const view = "definition" in on ? on : null;
  const { team } = whereOf(world, user, sending);
  return {
    type: "block_actions",
    ...interaction(world, user, sending),
    trigger_id: world.trigger(user, team, view?.id ?? null),
    ...surface(world, user, on),
    actions: [
      {
        action_id: element.action_id,
        block_id: block.block_id,
        text: element.text,
        ...(element.value === undefined ? {} : { value: element.value }),
        ...(element.style === undefined ? {} : { style: element.style }),
        type: "button",
        action_ts: world.ts(),
      },
    ],
  };
}

/** A message that only its reader has. */
export interface Ephemeral {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
}

function surface(world: World, user: string, on: Message | View | Ephemeral): Json {
  if ("definition" in on) {
    return { container: { type: "view", view_id: on.id }, view: viewJson(world, on) };
  }
  const isEphemeral = !("earlier" in on);
  const container = {
    type: "message",
    message_ts: on.ts,
    channel_id: on.channel,
    is_ephemeral: isEphemeral,
    ...("threadTs" in on && on.threadTs !== null ? { thread_ts: on.threadTs } : {}),
  };
  return {
    container,
    channel: { id: on.channel, name: world.channelName(on.channel) },
    ...(isEphemeral ? {} : { message: messageJson(world, on) }),
    state: { values: {} },
    response_url: world.responseUrl({ user, channel: on.channel, ts: isEphemeral ? null : on.ts }, "actions"),
  };
}

/** A modal sent, or closed. */
export function viewPayload(
  world: World,
  type: "view_submission" | "view_closed",
  view: View,
  sending: Sending,
): Json {
  const { team } = whereOf(world, view.user, sending);
  return {
    type,
    ...interaction(world, view.user, sending),
    ...(type === "view_submission"
      ? { trigger_id: world.trigger(view.user, team, view.id), response_urls: [] }
      : { is_cleared: false }),
    view: viewJson(world, view),
  };
}

export function globalShortcut(world: World, user: string, callbackId: string, sending: Sending): Json {
  const { team } = whereOf(world, user, sending);
  return {
    type: "shortcut",
    ...interaction(world, user, sending),
    action_ts: world.ts(),
    callback_id: callbackId,
    trigger_id: world.trigger(user, team),
  };
}

export function messageShortcut(
  world: World,
  user: string,
  on: { readonly callbackId: string; readonly channel: string; readonly message: Json },
  sending: Sending,
): Json {
  const { team } = whereOf(world, user, sending);
  return {
    type: "message_action",
    ...interaction(world, user, sending),
    action_ts: world.ts(),
    callback_id: on.callbackId,
    trigger_id: world.trigger(user, team),
    response_url: world.responseUrl({ user, channel: on.channel, ts: null }, "app"),
    message_ts: on.message.ts,
    channel: { id: on.channel, name: world.channelName(on.channel) },
    message: on.message,
  };
}

/** A slash command: every value is text, as in a form. */
export function slashCommand(
  world: World,
  user: string,
  typed: { readonly command: string; readonly text: string; readonly channel: string },
  sending: Sending,
): Json {
  const { team, domain, enterprise, wide } = whereOf(world, user, sending);
  return {
    token: world.verificationToken,
    team_id: team,
    team_domain: domain,
    ...(enterprise === null ? {} : { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    channel_id: typed.channel,
    channel_name: world.channelName(typed.channel),
    user_id: user,
    user_name: world.nameOf(user),
    command: typed.command,
    text: typed.text,
    api_app_id: world.appId,
    is_enterprise_install: String(wide),
    response_url: world.responseUrl({ user, channel: typed.channel, ts: null }, "commands"),
    trigger_id: world.trigger(user, team),
  };
}

/** An event in its envelope. */
export function eventCallback(world: World, event: Json, user: string | null, sending: Sending): Json {
  const who = user ?? world.bot.userId;
  const { team, enterprise, wide } = whereOf(world, who, sending);
  const id = world.id("Ev");
  return {
    token: world.verificationToken,
    team_id: team,
    ...(enterprise === null ? {} : { enterprise_id: enterprise.id }),
    context_team_id: team,
    context_enterprise_id: enterprise?.id ?? null,
    api_app_id: world.appId,
    event,
    type: "event_callback",
    event_id: id,
    event_time: Math.trunc(world.clock.now() / 1_000),
    authorizations: [
      {
        enterprise_id: enterprise?.id ?? null,
        team_id: wide ? null : team,
        user_id: world.bot.userId,
        is_bot: true,
        is_enterprise_install: wide,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  };
}

/** Words typed by a person, as blocks and as Slack's own escaped text. */
export function typedText(text: string): { readonly text: string; readonly blocks: readonly Json[] } {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const section = { type: "rich_text_section", elements: [{ type: "text", text }] };
  return { text: escaped, blocks: text === "" ? [] : [{ type: "rich_text", elements: [section] }] };
}
