import type { Json, OnMessage, Sending } from "./interface.ts";
import { asText } from "./reading.ts";
import { bareId, type Conversation, type Human, type World } from "./world.ts";

/** Where something happens: a conversation of the app, or one of people in which it is not. */
export interface Place {
  readonly id: string;
  readonly kind: Conversation["kind"];
  readonly thread: string | null;
}

export function placeOf(there: Conversation, thread: string | null = null): Place {
  return { id: there.id, kind: there.kind, thread };
}

/** What every activity says: who, where, when, in which tenant. */
export function activity(world: World, human: Human, at: Place, sending: Sending): Json {
  const tenant = sending.tenant ?? world.tenant;
  const now = new Date(world.clock.now()).toISOString();
  const locale = human.profile.locale ?? "nl-NL";
  const timezone = "Europe/Amsterdam";
  return {
    timestamp: now,
    localTimestamp: now.replace("Z", "+00:00"),
    id: world.id(),
    channelId: "msteams",
    serviceUrl: sending.serviceUrl ?? world.serviceUrlOf(tenant),
    from: {
      id: human.mri,
      name: human.profile.name ?? human.name,
      ...(human.profile.anonymous === true ? {} : { aadObjectId: human.objectId }),
    },
    conversation: conversationJson(at, tenant),
    recipient: { id: world.botId, name: world.botName },
    entities: [{ locale, country: "NL", platform: "Web", timezone, type: "clientInfo" }],
    channelData: { ...channelJson(at), tenant: { id: tenant } },
    locale,
    localTimezone: timezone,
  };
}

function conversationJson({ id, kind, thread }: Place, tenant: string): Json {
  const named = { conversationType: kind, tenantId: tenant };
  if (kind === "personal") return { ...named, id };
  return { isGroup: true, ...named, id: thread === null ? id : `${id};messageid=${thread}` };
}

function channelJson({ id, kind }: Place): Json {
  if (kind !== "channel") return {};
  const team = { id: teamOf(id), name: "Wijkteam Noord" };
  return { teamsChannelId: id, teamsTeamId: team.id, channel: { id }, team };
}

export function teamOf(channel: string): string {
  return channel.replace("19:", "19:team-");
}

function html(text: string): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return safe.replaceAll("\n", "<br>");
}

/** A message that somebody typed: the words, and the same as the client keeps it. */
export function typed(
  base: Json,
  text: string,
  more: { readonly html?: string; readonly files?: number } = {},
): Json {
  const files = Array.from({ length: more.files ?? 0 }, (_, nth) => ({
    contentType: "application/vnd.microsoft.teams.file.download.info",
    content: {
      downloadUrl: "https://example.sharepoint.com/download",
      uniqueId: `file-${nth}`,
      fileType: "jpg",
    },
    contentUrl: "https://example.sharepoint.com/foto.jpg",
    name: "foto.jpg",
  }));
  const content = more.html ?? `<p>${html(text)}</p>`;
  return {
    ...base,
    type: "message",
    text,
    textFormat: "plain",
    attachments: [...files, { contentType: "text/html", content }],
    channelData: { ...(base.channelData as Json), source: { name: "message" } },
  };
}

/** The same in reply to another message: a quote above it. */
export function quoting(
  world: World,
  base: Json,
  text: string,
  quoted: { readonly id: string; readonly preview: string; readonly by: Human | null },
  how: "html" | "entity",
): Json {
  const mri = quoted.by?.mri ?? world.botId;
  const name = quoted.by?.name ?? world.botName;
  if (how === "entity") {
    const entity = {
      type: "quotedReply",
      quotedReply: {
        messageId: quoted.id,
        senderId: mri,
        senderName: name,
        preview: quoted.preview,
        validatedMessageReference: true,
      },
    };
    const message = typed(base, `<quoted messageId="${quoted.id}"/>${text}`);
    return { ...message, entities: [...(base.entities as readonly Json[]), entity] };
  }
  const quote =
    `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="${quoted.id}">\r\n` +
    `<strong itemprop="mri" itemid="${mri}">${html(name)}</strong><span itemprop="time" itemid="${quoted.id}"></span>\r\n` +
    `<p itemprop="preview">${html(quoted.preview)}</p>\r\n</blockquote>\r\n`;
  return typed(base, text, { html: `${quote}<p>${html(text)}</p>` });
}

/** A message with the app mentioned in it. */
export function mentioning(world: World, base: Json, text: string): Json {
  const at = `<at>${world.botName}</at>`;
  const span = `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${world.botName}</span>`;
  const message = typed(base, `${at} ${text}`, { html: `<p>${span}&nbsp;${html(text)}</p>` });
  const mention = { mentioned: { id: world.botId, name: world.botName }, text: at, type: "mention" };
  return { ...message, entities: [mention, ...(base.entities as readonly Json[])] };
}

/** A pressed button that only sends: a message without words, with a value. */
export function submitted(base: Json, value: unknown, replyToId: string | null): Json {
  const legacy = replyToId === null ? {} : { legacy: { replyToId } };
  return {
    ...base,
    type: "message",
    ...(replyToId === null ? {} : { replyToId }),
    value,
    channelData: { ...(base.channelData as Json), source: { name: "message" }, ...legacy },
  };
}

export function invoke(base: Json, name: string, value: unknown, replyToId: string | null = null): Json {
  return {
    ...base,
    // Invokes have ids of another form than messages.
    id: `f:${String(base.id)
      .padStart(32, "0")
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`,
    type: "invoke",
    name,
    value,
    ...(replyToId === null ? {} : { replyToId }),
    channelData: { ...(base.channelData as Json), source: { name: "message" } },
  };
}

/** A message as Teams gives it to a message extension. */
export function messagePayload(human: Human, conversation: string, id: string, on: OnMessage): Json {
  return {
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(bareId(conversation))}/${id}`,
    id,
    replyToId: null,
    createdDateTime: new Date(Number(id)).toISOString(),
    lastModifiedDateTime: null,
    deleted: false,
    subject: on.subject ?? null,
    summary: null,
    importance: "normal",
    locale: human.profile.locale?.toLowerCase() ?? "nl-nl",
    body: { contentType: "html", content: on.html ?? `<div>\n<div>${html(on.text ?? "")}</div>\n</div>` },
    from: {
      device: null,
      conversation: null,
      user: {
        userIdentityType: "aadUser",
        id: human.objectId,
        displayName: asText(human.profile.name ?? human.name),
      },
      application: null,
    },
    reactions: [],
    mentions: [],
    attachments: [],
    ...on.more,
  };
}
