import { messageFaults } from "./activity-check.ts";
import type { Call, Json } from "./interface.ts";
import { asJson, asList, asText } from "./reading.ts";
import { refusals } from "./refusal.ts";
import type { Asked, Said } from "./web-server.ts";
import { bareId, type Conversation, type Human, type Message, threadIn, type World } from "./world.ts";

/** The connector: conversations, and the messages in them. Throws Refusal. */
export function answerConnector(world: World, asked: Asked, call: Call): Said {
  checkToken(world, asked);
  checkServiceUrl(world, asked);
  switch (call.method) {
    case "create":
      return create(world, asked.body);
    case "send":
    case "reply":
      return send(world, asked, call);
    case "update":
      return update(world, asked, call);
    case "delete":
      return remove(world, call);
    case "members":
      return members(world, asked, call);
    case "team":
      return { status: 200, body: { id: asked.path.split("/").at(-1), name: "Het team" } };
    case "token":
    case "keys":
    case "unknown":
      throw refusals.noRoute();
    default:
      return call.method satisfies never;
  }
}

function checkToken(world: World, { authorization }: Asked): void {
  const [, token] = /^Bearer (.+)$/.exec(authorization) ?? [];
  if (token === undefined) throw refusals.unauthorized("Authorization has been denied for this request.");
  const ends = world.tokens.get(token);
  if (ends === undefined) throw refusals.unauthorized("This token was not handed out here.");
  if (ends <= world.clock.now()) throw refusals.unauthorized("The token has expired.");
}

/** Every tenant has its own; one of another region knows nothing of this tenant. */
function checkServiceUrl(world: World, { path }: Asked): void {
  // "teams" finds the region by itself; so does a bare address of this machine.
  const own = [`/emea/${world.tenant}/`, `/emea/${world.otherTenant}/`, "/teams/", "/v3/"];
  if (!own.some((start) => path.startsWith(start))) throw refusals.noRoute();
}

/** A conversation with one person, or a new thread in a channel. */
function create(world: World, body: Json): Said {
  const tenant = asText(body.tenantId) || asText(asJson(asJson(body.channelData).tenant).id);
  if (tenant === "") throw refusals.badSyntax("Missing tenant id: no tenantId and no channelData.tenant.");
  const channel = asText(asJson(asJson(body.channelData).channel).id);
  if (channel !== "") {
    const there = conversationFor(world, channel);
    const activity = asJson(body.activity);
    if (body.activity === undefined) throw refusals.badSyntax("A new thread needs an activity.");
    checkActivity(world, activity);
    const message = add(world, there, activity, { thread: null, replyTo: null });
    return { status: 201, body: { id: `${there.id};messageid=${message.id}`, activityId: message.id } };
  }
  const [member, ...others] = asList(body.members);
  if (member === undefined || others.length > 0)
    throw refusals.badSyntax("Bot can only create a conversation with one member.");
  if (body.isGroup === true) throw refusals.badSyntax("A bot can not create a group chat.");
  const human = world.humanAt(asText(member.id));
  if (human === undefined || tenant !== world.tenant) throw refusals.userGone();
  refuseAbsent(human);
  return { status: 201, body: { id: world.chatOf(human).id } };
}

function refuseAbsent({ profile }: Human): void {
  if (profile.gone === true) throw refusals.userGone();
  if (profile.installed === false) throw refusals.notInRoster();
}

function conversationFor(world: World, id: string): Conversation {
  if (!/^(?:a:1|19:)/.test(id)) throw refusals.badSyntax("Bad format of conversation ID.");
  const there = world.conversationAt(id);
  if (there === undefined) throw refusals.noConversation();
  const { human, facts } = there;
  if (human !== null) {
    refuseAbsent(human);
    if (human.profile.blocked === true) throw refusals.blocked();
  }
  if (facts.botIsMember === false) throw refusals.notInRoster();
  if (facts.isArchived === true) throw refusals.blocked();
  return there;
}

function checkActivity(world: World, activity: Json): void {
  const { refused, large, faults } = messageFaults(activity);
  if (refused !== null) throw refusals.badSyntax(refused);
  if (large) throw refusals.tooLarge();
  for (const fault of faults) world.offend(`a message: ${fault}`);
}

function send(world: World, { path, body }: Asked, call: Call): Said {
  const there = conversationFor(world, call.conversation);
  if (body.type === "typing") return { status: 201, body: { id: world.id() } };
  checkActivity(world, body);
  const full = /\/conversations\/([^/]+)\//.exec(path)?.[1] ?? "";
  const replyTo = call.activity || asText(body.replyToId) || null;
  const isThreaded = there.kind === "channel";
  const thread = isThreaded ? headOf(there, threadIn(full) ?? replyTo) : null;
  const message = add(world, there, body, { thread, replyTo });
  return { status: 201, body: { id: message.id } };
}

/** Replies to a reply stand where that stands. */
function headOf(there: Conversation, id: string | null): string | null {
  if (id === null) return null;
  const above = there.messages.find((one) => one.id === id);
  return above?.thread ?? above?.id ?? id;
}

function add(
  world: World,
  there: Conversation,
  activity: Json,
  at: { readonly thread: string | null; readonly replyTo: string | null },
): Message {
  const message: Message = {
    conversation: there.id,
    id: world.id(),
    ...at,
    from: "app",
    ...contentOf(activity),
    earlier: [],
  };
  there.messages.push(message);
  return message;
}

function contentOf(activity: Json): Pick<Message, "text" | "summary" | "card"> {
  const [attachment] = asList(activity.attachments);
  const card = attachment === undefined ? null : asJson(attachment.content);
  return { text: asText(activity.text), summary: asText(activity.summary), card };
}

function update(world: World, { body }: Asked, call: Call): Said {
  const there = conversationFor(world, call.conversation);
  const message = there.messages.find((one) => one.id === call.activity);
  if (message === undefined) throw refusals.noActivity();
  if (message.from !== "app") throw refusals.badArgument("A bot can change only its own messages.");
  checkActivity(world, body);
  const next = contentOf(body);
  if (world.settings.splitsUpdates && next.text !== "" && next.card !== null)
    throw refusals.badArgument("Activity resulted into multiple skype activities");
  message.earlier.push({ text: message.text, card: message.card });
  Object.assign(message, next);
  // What the answer to a press put in its place makes way for what is kept.
  for (const shown of world.shown.values()) shown.delete(message.id);
  return { status: 200, body: { id: message.id } };
}

function remove(world: World, call: Call): Said {
  const there = conversationFor(world, call.conversation);
  const message = there.messages.find((one) => one.id === call.activity);
  if (message === undefined) throw refusals.noActivity();
  if (message.from !== "app") throw refusals.badArgument("A bot can delete only its own messages.");
  there.messages.splice(there.messages.indexOf(message), 1);
  return { status: 200, body: null };
}

function members(world: World, { path }: Asked, call: Call): Said {
  const there = conversationFor(world, call.conversation);
  const inside =
    there.human === null ? (there.facts.members ?? []).map((name) => world.human(name)) : [there.human];
  const people = inside.map(({ mri, objectId, name, profile }) => ({
    id: mri,
    objectId,
    aadObjectId: objectId,
    name: profile.name ?? name,
    userPrincipalName: `${name}@voorbeeldstad.example`,
    email: `${name}@voorbeeldstad.example`,
    tenantId: world.tenant,
    userRole: "user",
  }));
  if (/\/pagedmembers\/?$/i.test(path)) return { status: 200, body: { members: people } };
  if (call.activity === "") return { status: 200, body: people };
  const wanted = world.humanAt(bareId(call.activity));
  const found = people.find(({ id }) => id === wanted?.mri);
  if (found === undefined) throw refusals.userGone();
  return { status: 200, body: found };
}
