import type { Clock } from "#base/clock.ts";
import type { Address } from "#signal/address.ts";

/** An object of JSON of which nothing is assumed. */
export type Json = Record<string, unknown>;

export interface FakeTeamsOptions {
  /** Rules ids, pace and the life of the app's own token. Tokens of deliveries go by the machine's clock: so does the SDK. */
  readonly clock?: Clock;
  /** How long Teams waits for the answer to an invoke, and to a message (real ms). Default 5,000 and 15,000. */
  readonly invokeMs?: number;
  readonly messageMs?: number;
  /** Real ms before a message that was not answered in time comes once more. Default 20. */
  readonly retryDelays?: readonly number[];
}

/** Can be turned at any moment. */
export interface FakeTeamsSettings {
  /** The app's registration: what the login endpoint says to its secret. "unknown": the app is not in this tenant. */
  app: "valid" | "wrong-secret" | "expired-secret" | "unknown";
  /** True: 7 messages in a second and 60 in 30 s per conversation, by the clock given; above it 429 with Retry-After. */
  pace: boolean;
  /** True (as in Teams): a change with both a text and a card is refused: "Activity resulted into multiple skype activities". */
  splitsUpdates: boolean;
  invokeMs: number;
  messageMs: number;
  /** Seconds that a token of the app lives. Default 3,599. */
  tokenSeconds: number;
}

/** Calls of the app, by what they do. `create`: a conversation. `token`: the login endpoint. `keys`: the OpenID documents. */
export type Method =
  | "create"
  | "send"
  | "reply"
  | "update"
  | "delete"
  | "members"
  | "team"
  | "token"
  | "keys"
  | "unknown";

/** Something that goes wrong on the way of one call. */
export type Fault = (
  | { readonly fault: "error"; readonly status: number; readonly code: string; readonly message?: string }
  /** 429; null: without the header. Seconds. */
  | { readonly fault: "rate-limited"; readonly retryAfter: number | null }
  | {
      readonly fault: "status";
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection breaks: see `accepted` for whether Teams had done it already. */
  | { readonly fault: "reset" }
  /** No answer, ever; ends when the caller hangs up or the fake closes. */
  | { readonly fault: "hang" }
  /** The right answer, one byte every so many real ms. */
  | { readonly fault: "slow"; readonly msPerByte: number }
  | { readonly fault: "broken-json" }
  | { readonly fault: "html" }
  | { readonly fault: "redirect" }
) & {
  /** True: Teams did what was asked before it went wrong (the message is there). Always so for "slow". Default false. */
  readonly accepted?: boolean;
};

/** One call of the app as it came in. */
export interface Call {
  readonly method: Method;
  /** Empty where none is named. */
  readonly conversation: string;
  readonly activity: string;
  /** The body. */
  readonly args: Json;
  /** By the clock given. */
  readonly at: number;
  /** What Teams said: `ok`, an error's code, or a status. */
  said: string;
}

/** A message as it is now. */
export interface SeenMessage {
  /** Without the thread. */
  readonly conversation: string;
  readonly id: string;
  /** The message at the head of the thread where it stands (channels); null: it stands by itself. */
  readonly thread: string | null;
  /** The message it answers, as the app said so; null: none. */
  readonly replyTo: string | null;
  /** A person's id, or "app". */
  readonly from: string;
  readonly text: string;
  /** What a notification shows. */
  readonly summary: string;
  readonly card: Json | null;
  /** Earlier versions, oldest first. */
  readonly earlier: readonly { readonly text: string; readonly card: Json | null }[];
  /** What can be read, in order, one line per text. */
  readonly visible: string;
  /** The visible words of its buttons. */
  readonly buttons: readonly string[];
}

/** A dialog on somebody's screen. */
export interface SeenDialog {
  readonly title: string;
  readonly card: Json;
  /** The title bar, and what stands below it. */
  readonly visible: string;
  /** Labels of the inputs, in order. */
  readonly labels: readonly string[];
  /** What stands in them now, by id. */
  readonly values: Readonly<Record<string, string>>;
  readonly buttons: readonly string[];
}

/** Words that were shown for a moment, to one person. */
export interface SeenWords {
  /** In the dialog that then closes, under the card, or what Teams itself says when the app does not answer. */
  readonly by: "dialog" | "card" | "Teams";
  readonly text: string;
}

/** What happened to something that Teams delivered to the app. */
export interface Delivery {
  /** HTTP status of the last try. 0: no answer in time, or no connection. */
  readonly status: number;
  readonly body: string;
  /** Real ms until the answer to the last try. */
  readonly ms: number;
  /** True: one of the tries was not answered in time. */
  readonly late: boolean;
  readonly tries: number;
  /** The id of the activity. */
  readonly id: string;
  readonly activity: Json;
}

/** What a token says of itself, and what is wrong with it. */
export type Token =
  | "good"
  | "absent"
  | "empty"
  | "garbage"
  | "not-bearer"
  | "twice"
  | "alg-none"
  | "hs256-with-public-key"
  | "other-key"
  | "unknown-kid"
  | "broken-signature"
  | "wrong-audience"
  | "no-audience"
  | "wrong-issuer"
  | "no-issuer"
  | "expired"
  | "just-expired"
  | "not-yet"
  | "wrong-service-url"
  | "no-service-url"
  | "entra"
  | "entra-v2"
  | "entra-other-tenant";

/** How one thing is delivered; every act of a person takes these. */
export interface Sending {
  /** Default "good": as the Bot Framework signs. */
  readonly token?: Token;
  /** Over the claims of the token. */
  readonly claims?: Json;
  /** Over the activity, one level deep. */
  readonly activity?: Json;
  /** It happened in this tenant. */
  readonly tenant?: string;
  /** The activity and the token name this service URL. */
  readonly serviceUrl?: string;
  /** So many copies at the same moment. Default 1. The delivery returned is that of the first. */
  readonly copies?: number;
}

export interface Where {
  /** Default: `dialog` when one is open, else `message`. */
  readonly in?: "message" | "dialog";
  /** Only this message; default the newest that has the button. */
  readonly id?: string;
  /** Default: the person's chat with the app. */
  readonly conversation?: string;
}

/** A message of somebody, on which the extension is used. */
export interface OnMessage {
  readonly text?: string;
  /** As Teams keeps it; default the text in a `div`. */
  readonly html?: string;
  readonly conversation?: string;
  readonly subject?: string;
  /** Over the payload. */
  readonly more?: Json;
}

/** A person with the Teams client in front of them. Acts throw when the client would not let them. */
export interface Person {
  /** The id in the directory (Entra object id). */
  readonly id: string;
  readonly address: Address;
  /** The chat with the app. */
  readonly chat: string;
  /** Types in the chat with the app, or elsewhere where the app is. `quote`: in reply to that message. */
  write(
    text: string,
    options?: Sending & {
      readonly quote?: string;
      readonly files?: number;
      readonly html?: string;
      readonly in?: string;
    },
  ): Promise<Delivery>;
  /** Types in a channel or group chat, with the app mentioned. `thread`: under that message. */
  mention(
    conversation: string,
    text: string,
    options?: Sending & { readonly thread?: string },
  ): Promise<Delivery>;
  /** Changes or takes away an own message; the app hears `messageUpdate` or `messageDelete`. */
  edit(id: string, text: string, options?: Sending): Promise<Delivery>;
  remove(id: string, options?: Sending): Promise<Delivery>;
  react(id: string, options?: Sending): Promise<Delivery>;
  /** The app is added to, or taken away from, the person's own apps. */
  install(options?: Sending): Promise<Delivery>;
  uninstall(options?: Sending): Promise<Delivery>;
  /** Presses a button by its visible words, or else by its verb. */
  press(button: string, options?: Sending & Where): Promise<Delivery>;
  /** Fills inputs of the dialog, by label or id. Choices by their title or value, several as a list; null empties. */
  fillIn(values: Readonly<Record<string, string | readonly string[] | null>>): Person;
  /** Presses the dialog's first button; throws when the client holds it back (a required input is empty). */
  submit(options?: Sending): Promise<Delivery>;
  close(): void;
  /** The message extension of the app, on a message. */
  extension(commandId: string, on: OnMessage, options?: Sending): Promise<Delivery>;
  /** Valid, signed activities with any content: what a client could not send. Nothing on the screen changes. */
  executeRaw(action: Json, options?: Sending & { readonly replyTo?: string }): Promise<Delivery>;
  invokeRaw(
    name: string,
    value: unknown,
    options?: Sending & { readonly replyTo?: string },
  ): Promise<Delivery>;
  submitRaw(value: unknown, options?: Sending & { readonly replyTo?: string }): Promise<Delivery>;
  /** Messages of the chat with the app, as this person sees them. */
  messages(): readonly SeenMessage[];
  /** The newest message from the app there; throws when there is none. */
  lastMessage(): SeenMessage;
  dialog(): SeenDialog | null;
  words(): readonly SeenWords[];
  /** The client starts anew: what the answer to a press put in place of a card is gone; messages are as they are kept. */
  reload(): void;
}

export interface Profile {
  readonly name?: string;
  readonly locale?: string;
  /** The app is among their own apps: there is a chat with it. Default true. */
  readonly installed?: boolean;
  /** Blocked the app: a message is refused (403). */
  readonly blocked?: boolean;
  /** Not in the directory any more. */
  readonly gone?: boolean;
  /** A client without universal actions: takes the fallback of an Action.Execute. */
  readonly oldClient?: boolean;
  /** How this client tells which message is quoted. Default "html". */
  readonly quotes?: "html" | "entity";
  /** The client gives no id of the directory (a guest, an anonymous one). */
  readonly anonymous?: boolean;
}

export interface ChannelFacts {
  readonly name?: string;
  /** The app is in the team. Default true. */
  readonly botIsMember?: boolean;
  readonly isArchived?: boolean;
  readonly members?: readonly string[];
}

export interface FakeTeams {
  /** For TEAMS_LOGIN_URL and TEAMS_OPENID_URL. */
  readonly loginUrl: string;
  readonly openIdUrl: string;
  /** Of the first tenant, as activities name it: `http://127.0.0.1:…/emea/<tenant>/`. */
  readonly serviceUrl: string;
  /** For TEAMS_SERVICE_URLS: `127.0.0.1:…`. */
  readonly serviceHost: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The municipality's own. */
  readonly tenant: string;
  readonly otherTenant: string;
  /** The app in conversations: `28:<client id>`. */
  readonly botId: string;
  readonly settings: FakeTeamsSettings;

  /** From now on everything is delivered there: the app's messaging endpoint. */
  deliverTo(door: string): void;
  /** The person with this short name; made when new, changed when a profile is given. */
  user(name: string, profile?: Profile): Person;
  /** Makes or changes a channel (`19:…@thread.tacv2`) or a group chat (`19:…@thread.v2`); gives its conversation id. */
  channel(name: string, facts?: ChannelFacts): string;
  addressOf(nameOrConversation: string): Address;
  /** The app is added to a team or taken away; the app hears it as Teams tells it. */
  addToTeam(conversation: string, options?: Sending): Promise<Delivery>;
  removeFromTeam(conversation: string, options?: Sending): Promise<Delivery>;

  /** Delivers any activity as it is, signed unless said otherwise. */
  activity(activity: Json, options?: Sending): Promise<Delivery>;
  /** The very same activity once more; with `newId` as Teams sends it after a time-out of its own: under another id. */
  again(delivery: Delivery, options?: Sending & { readonly newId?: boolean }): Promise<Delivery>;
  /** Exactly these bytes, signed unless said otherwise. */
  raw(
    body: string | Buffer,
    options?: Sending & { readonly headers?: Readonly<Record<string, string | readonly string[]>> },
  ): Promise<{ readonly status: number; readonly body: string; readonly ms: number }>;
  /** From now on activities are signed with a new key; the old one is taken from the list. */
  rotateKeys(): void;
  /** Every token that the app has is worth nothing any more. */
  revokeTokens(): void;

  /** The next so many calls of this kind (default 1; Infinity until `heal`) go wrong. "*": every call to the connector. */
  fail(
    method: Method | "*",
    fault: Fault,
    options?: {
      readonly times?: number;
      readonly when?: (call: Pick<Call, "conversation" | "activity" | "args">) => boolean;
    },
  ): void;
  /** Takes all faults away. */
  heal(): void;

  messages(conversation: string): readonly SeenMessage[];
  /** A message is gone, as if somebody had taken it away. */
  vanish(conversation: string, id: string): void;
  /** Every message of the app, everywhere, in order. */
  posted(): readonly SeenMessage[];
  calls(method?: Method): readonly Call[];
  deliveries(): readonly Delivery[];
  /** What the app did that Teams would not have let pass: late answers, malformed cards, calls without a token, … */
  offences(): readonly string[];
  /** Throws with the list of offences. */
  assertNoFaults(): void;
  /** Forgets the offences so far: they were meant. */
  forgive(): void;

  /** Waits until this gives something (not undefined, null or false), or throws after `withinMs` real ms. Default 5,000. */
  eventually<T>(look: () => T, withinMs?: number): Promise<NonNullable<Exclude<T, false>>>;
  /** Waits until no call came in for so many real ms. Default 50. */
  quiet(ms?: number): Promise<void>;
  close(): Promise<void>;
}
