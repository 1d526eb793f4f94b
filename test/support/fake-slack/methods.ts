import { permalink, postEphemeral, postMessage, remove, update } from "./chat-methods.ts";
import { conversationInfo, history, openConversation, replies, scopeFor } from "./conversation-methods.ts";
import { completeUpload, getUploadUrl } from "./file-methods.ts";
import type { Json } from "./interface.ts";
import { authTest, userInfo } from "./other-methods.ts";
import { asText } from "./reading.ts";
import { validate, viewsOpen, viewsPublish, viewsPush, viewsUpdate } from "./view-methods.ts";
import type { World } from "./world.ts";

export interface Method {
  readonly token: "bot" | "app";
  /** The scope it needs; null: none. */
  readonly scope: (world: World, args: Json) => string | null;
  readonly run: (world: World, args: Json) => Json;
}

const bot = (scope: string | null, run: Method["run"]): Method => ({ token: "bot", scope: () => scope, run });

/** Every method that this Slack has; `connect` gives the address for a Socket Mode connection. */
export function methodsOf(connect: () => Json): Readonly<Record<string, Method>> {
  return {
    "auth.test": bot(null, authTest),
    "apps.connections.open": { token: "app", scope: () => null, run: connect },
    "blocks.validate": bot(null, validate),
    "chat.postMessage": bot("chat:write", postMessage),
    "chat.update": bot("chat:write", update),
    "chat.delete": bot("chat:write", remove),
    "chat.postEphemeral": bot("chat:write", postEphemeral),
    "chat.getPermalink": bot(null, permalink),
    "conversations.open": {
      token: "bot",
      scope: (_world, args) => (asText(args.users).includes(",") ? "mpim:write" : "im:write"),
      run: openConversation,
    },
    "conversations.info": {
      token: "bot",
      scope: (world, args) => scopeFor(world, args, "read"),
      run: conversationInfo,
    },
    "conversations.history": {
      token: "bot",
      scope: (world, args) => scopeFor(world, args, "history"),
      run: history,
    },
    "conversations.replies": {
      token: "bot",
      scope: (world, args) => scopeFor(world, args, "history"),
      run: replies,
    },
    "files.getUploadURLExternal": bot("files:write", getUploadUrl),
    "files.completeUploadExternal": bot("files:write", completeUpload),
    "users.info": bot("users:read", userInfo),
    "views.open": bot(null, viewsOpen),
    "views.push": bot(null, viewsPush),
    "views.update": bot(null, viewsUpdate),
    "views.publish": bot(null, viewsPublish),
    ...missing,
  };
}

/** Methods that exist and that the app's scopes do not allow: their refusal, and nothing else. */
const missing = Object.fromEntries(
  Object.entries({
    "conversations.list": "channels:read",
    "conversations.members": "channels:read",
    "conversations.join": "channels:join",
    "files.info": "files:read",
    "team.info": "team:read",
    "users.list": "users:read",
    "users.lookupByEmail": "users:read.email",
    "reactions.add": "reactions:write",
    "search.messages": "search:read",
  }).map(([name, scope]) => [name, bot(scope, () => ({}))]),
);
