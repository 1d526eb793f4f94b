/** What the app may do in Slack: exactly the scopes of manifest.json, each with what stands still without it. */
export const slackScopes: Readonly<Record<string, string>> = {
  "chat:write": "no message reaches anybody",
  commands: "/signaal and the shortcuts are not there",
  "im:write": "nobody can be written to in a direct message",
  "im:history": "what somebody types to the app is not heard",
  "users:read": "doctor can not see whether a colleague has left, or is a guest or a bot; the rest works",
  "files:write": "the picture of a digest can not be sent where Slack's own bars are not taken",
};

/**
 * Every method of Slack's Web API that we call, with the scope it needs (docs.slack.dev/reference/methods). Null: none.
 * `connections:write` is the app-level token's own.
 */
export const slackMethods: Readonly<Record<string, string | null>> = {
  "apps.connections.open": "connections:write",
  "auth.test": null,
  "blocks.validate": null,
  "chat.getPermalink": null,
  "chat.postEphemeral": "chat:write",
  "chat.postMessage": "chat:write",
  "chat.update": "chat:write",
  "conversations.history": "im:history",
  "conversations.open": "im:write",
  "conversations.replies": "im:history",
  "files.completeUploadExternal": "files:write",
  "files.getUploadURLExternal": "files:write",
  "users.info": "users:read",
  "views.open": null,
  "views.publish": null,
  "views.push": null,
  "views.update": null,
};
