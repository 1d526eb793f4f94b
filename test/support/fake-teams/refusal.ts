/** Teams says no: a status, and a code with words as the connector gives them. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  /** Whose doing it is: the app's own, or that of the world it is in. */
  readonly blame: "app" | "world";

  constructor(status: number, code: string, message: string, blame: "app" | "world" = "world") {
    super(message);
    this.status = status;
    this.code = code;
    this.blame = blame;
  }
}

export const refusals = {
  badSyntax: (message: string) => new Refusal(400, "BadSyntax", message, "app"),
  badArgument: (message: string) => new Refusal(400, "BadArgument", message, "app"),
  unauthorized: (message: string) => new Refusal(401, "Unauthorized", message, "app"),
  notInRoster: () =>
    new Refusal(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster."),
  blocked: () => new Refusal(403, "MessageWritesBlocked", "Thread is blocked from message writes."),
  userGone: () => new Refusal(404, "NotFound", "Failed to decrypt conversation id / user was not found."),
  noConversation: () => new Refusal(404, "ConversationNotFound", "Conversation not found."),
  noActivity: () =>
    new Refusal(404, "ActivityNotFoundInConversation", "Message does not exist in the thread."),
  tooLarge: () => new Refusal(413, "MessageSizeTooBig", "Message size too large.", "app"),
  noRoute: () =>
    new Refusal(404, "ServiceError", "No HTTP resource was found that matches the request URI.", "app"),
};
