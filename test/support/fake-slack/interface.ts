import type { Clock } from "#base/clock.ts";

/** An object of JSON of which nothing is assumed. */
export type Json = Record<string, unknown>;

export interface FakeSlackOptions {
  /** Rules time stamps, signatures and the 3 s of a trigger id. Without one: the machine's own. */
  readonly clock?: Clock;
  /** One workspace, or an app that is installed for a whole Enterprise Grid organisation. Default "workspace". */
  readonly install?: "workspace" | "grid";
  /** Scopes of the bot token. Default exactly the app's: chat:write commands im:write im:history users:read files:write. */
  readonly scopes?: readonly string[];
  /** How long Slack waits for an acknowledgement (real ms). Default 3,000. */
  readonly ackMs?: number;
  /** Real ms before the first, second and third redelivery of an event. Slack: at once, 1 min, 5 min. Default 10, 20, 30. */
  readonly retryDelays?: readonly number[];
  /** Real ms from files.completeUploadExternal until the file can be used in an image block. Default 30. */
  readonly fileReadyMs?: number;
}

/** Can be turned at any moment. */
export interface FakeSlackSettings {
  /** State of the bot token: every call then gets `token_revoked`, `account_inactive` or `invalid_auth`. */
  token: "valid" | "revoked" | "inactive" | "invalid";
  readonly scopes: Set<string>;
  /** False: a workspace that does not take `data_visualization` yet: `invalid_blocks`. */
  charts: boolean;
  /** True: one message per second and channel (short bursts allowed), by the clock given; above it 429 with Retry-After. */
  pace: boolean;
  /** True (as in Slack): the app hears its own direct messages and their changes as `message` events too. */
  echo: boolean;
  fileReadyMs: number;
  ackMs: number;
}

/** Something that goes wrong on the way of one Web API call. */
export type Fault = (
  | { readonly fault: "error"; readonly error: string; readonly more?: Json }
  /** 429 by Slack's own rules; null: without the header. Seconds. */
  | { readonly fault: "rate-limited"; readonly retryAfter: number | null }
  | { readonly fault: "status"; readonly status: number; readonly body?: string }
  /** The connection breaks: see `accepted` for whether Slack had done it already. */
  | { readonly fault: "reset" }
  /** No answer, ever; ends when the caller hangs up or the fake closes. */
  | { readonly fault: "hang" }
  /** The right answer, one byte every so many real ms. */
  | { readonly fault: "slow"; readonly msPerByte: number }
  | { readonly fault: "broken-json" }
  | { readonly fault: "html" }
  | { readonly fault: "redirect" }
) & {
  /** True: Slack did what was asked before it went wrong (the message is there). Always so for "slow". Default false. */
  readonly accepted?: boolean;
};

/** One call of the Web API (or of an upload or response URL) as it came in. */
export interface Call {
  /** `chat.postMessage`, or `upload`, or `response_url`. */
  readonly method: string;
  /** Without the token. Blocks and views are parsed. */
  readonly args: Json;
  /** By the clock given. */
  readonly at: number;
  /** What Slack said: `ok`, an error's name, `429`, `500`, `reset`, `hang`. */
  said: string;
}

/** A message as it is now. */
export interface SeenMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  /** Also shown in the channel itself. */
  readonly broadcast: boolean;
  /** A user's id, or the bot's user id (`slack.bot.userId`). */
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  /** Earlier versions, oldest first. */
  readonly earlier: readonly { readonly text: string; readonly blocks: readonly Json[] }[];
  /** What can be read, in order, one line per text. */
  readonly visible: string;
  /** The visible words of its buttons. */
  readonly buttons: readonly string[];
}

/** A message that only one person sees; gone when the client is reloaded. */
export interface SeenEphemeral {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly visible: string;
  /** By the answer to a command, by response_url, or by chat.postEphemeral. */
  readonly by: "ack" | "response_url" | "chat.postEphemeral";
}

/** A modal or an App Home as it is on somebody's screen. */
export interface SeenView {
  readonly id: string;
  readonly type: "modal" | "home";
  readonly callbackId: string;
  readonly privateMetadata: string;
  /** Empty for a home. */
  readonly title: string;
  readonly submit: string | null;
  readonly hash: string;
  readonly rootViewId: string;
  readonly previousViewId: string | null;
  readonly blocks: readonly Json[];
  /** Shown under the inputs since the last submission, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  /** Labels of the inputs, in order. */
  readonly labels: readonly string[];
  readonly buttons: readonly string[];
  /** The title bar, and what stands below it. */
  readonly visible: string;
}

export interface SeenFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  readonly bytes: Buffer;
  /** Completed, so usable soon after. */
  readonly completed: boolean;
  /** Channels it was shared into. Empty: only to be used in a block. */
  readonly channels: readonly string[];
}

/** What happened to something that Slack delivered to the app. */
export interface Delivery {
  /** HTTP status of the last try; Socket Mode: 200 when acknowledged. 0: no answer in time, or no connection. */
  readonly status: number;
  /** Body of the answer; in Socket Mode the payload of the acknowledgement as JSON ("" without one). */
  readonly body: string;
  /** Real ms until the answer to the last try. */
  readonly ms: number;
  /** True: one of the tries was not acknowledged in time. */
  readonly late: boolean;
  /** How often it was sent: events are tried up to 4 times, everything else once. */
  readonly tries: number;
  /** event_id, or the trigger_id of an interaction. */
  readonly id: string;
  /** ts of the message that was typed; "" for anything else. */
  readonly ts: string;
  /** What was sent, to be sent again with `slack.again`. */
  readonly parcel: Parcel;
}

/** One thing to deliver. */
export interface Parcel {
  readonly kind: "event" | "interactive" | "command";
  readonly payload: Json;
}

/** How one thing is delivered; every act of a person takes these. */
export interface Sending {
  /** HTTP only. Default "good". "other": signed with another secret. */
  readonly signature?: "good" | "other" | "absent" | "truncated" | "v1";
  /** HTTP only: the timestamp is this far from now: negative is old, positive is in the future. */
  readonly skewMs?: number;
  /** It happened in this workspace: one of the organisation's, or a foreign one (with `enterprise`: a foreign organisation). */
  readonly team?: string;
  readonly enterprise?: string;
  /** So many copies at the same moment. Default 1. The delivery returned is that of the first. */
  readonly copies?: number;
}

export interface Where {
  /** Default: `view` when one is open, else `message`. */
  readonly in?: "message" | "ephemeral" | "view" | "home";
  /** Only this message (ts); default the newest that has the button. */
  readonly ts?: string;
  /** Default: the person's direct message with the app. */
  readonly channel?: string;
}

/** A person with the Slack client in front of them. Acts throw when the client would not let them. */
export interface Person {
  readonly id: string;
  /** Types in the direct message with the app. */
  dm(text: string, options?: Sending & { readonly thread_ts?: string }): Promise<Delivery>;
  /** Types in the direct message while the app hears nothing of it (an outage): it is only in the history. Gives its ts. */
  dmUnheard(text: string, options?: { readonly thread_ts?: string }): string;
  /** Changes or takes away an own message in the direct message; the app hears `message_changed` or `message_deleted`. */
  edit(ts: string, text: string, options?: Sending): Promise<Delivery>;
  remove(ts: string, options?: Sending): Promise<Delivery>;
  command(
    command: string,
    text?: string,
    options?: Sending & { readonly channel?: string },
  ): Promise<Delivery>;
  shortcut(callbackId: string, options?: Sending): Promise<Delivery>;
  messageShortcut(
    callbackId: string,
    on: {
      readonly text: string;
      readonly channel?: string;
      readonly author?: string;
      readonly more?: Json;
      /** This message is in the channel already (its ts); nothing new is written there. */
      readonly ts?: string;
    },
    options?: Sending,
  ): Promise<Delivery>;
  openHome(options?: Sending & { readonly tab?: "home" | "messages" }): Promise<Delivery>;
  /** Presses a button by its visible words, or else by its action id. */
  press(button: string, options?: Sending & Where): Promise<Delivery>;
  /** Fills inputs of the top modal, by label or block id. Lists of options by their labels or values; null empties. */
  fillIn(values: Readonly<Record<string, string | readonly string[] | null>>): Person;
  /** Presses the modal's submit button; throws when the client holds it back (a required input is empty). */
  submit(options?: Sending): Promise<Delivery>;
  /** Closes the top modal: nothing is kept. Delivers view_closed only where the app asked for it. */
  close(options?: Sending): Promise<Delivery | null>;
  /** A valid, signed view_submission with any content: what a client could not send. Nothing on the screen changes. */
  submitRaw(
    raw: {
      readonly callback_id: string;
      readonly private_metadata?: string;
      readonly values?: Json;
      readonly view?: Json;
    },
    options?: Sending,
  ): Promise<Delivery>;
  /** A valid, signed block_actions with any content. */
  pressRaw(
    raw: {
      readonly action_id: string;
      readonly value?: string;
      readonly block_id?: string;
      readonly container?: Json;
      readonly action?: Json;
      readonly more?: Json;
    },
    options?: Sending,
  ): Promise<Delivery>;
  /** Messages of the direct message with the app, threads included, in order. */
  messages(): readonly SeenMessage[];
  /** The newest message from the app there; throws when there is none. */
  lastMessage(): SeenMessage;
  /** The modal on top; null: none is open. */
  view(): SeenView | null;
  /** Root first. */
  views(): readonly SeenView[];
  home(): SeenView | null;
  ephemerals(): readonly SeenEphemeral[];
}

export interface Profile {
  readonly name?: string;
  readonly realName?: string;
  readonly locale?: string;
  readonly deleted?: boolean;
  readonly isBot?: boolean;
  /** Refuses direct messages of apps: conversations.open says this error (`user_disabled`, `user_not_visible`, …). */
  readonly unreachable?: string;
  /** The workspace where they work. Default the first. */
  readonly team?: string;
  readonly guest?: boolean;
}

export interface ChannelFacts {
  readonly name?: string;
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  /** Default true. */
  readonly botIsMember?: boolean;
  readonly members?: readonly string[];
}

/** Socket Mode's own happenings. */
export interface Sockets {
  /** Connections that said hello and are open now. */
  readonly open: number;
  /** How often one was opened. */
  readonly opened: number;
  /** The connections break without a word. */
  drop(): void;
  /** "disconnect" messages; Slack closes the connection itself soon after "refresh_requested". */
  say(reason: "warning" | "refresh_requested" | "link_disabled"): void;
  /** The next so many connections are closed before hello. */
  refuse(times: number): void;
  /** Pings of the server stop, nothing arrives any more, the connection stays open: a half-open line. */
  freeze(): void;
  /** Resolves when one is open. */
  ready(withinMs?: number): Promise<void>;
}

export interface FakeSlack {
  /** `http://127.0.0.1:…/api/`, for SLACK_API_URL. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly appId: string;
  readonly bot: { readonly userId: string; readonly botId: string };
  /** The first workspace. */
  readonly team: { readonly id: string; readonly domain: string };
  /** All workspaces of the organisation. */
  readonly teams: readonly { readonly id: string; readonly domain: string }[];
  readonly enterprise: { readonly id: string; readonly name: string } | null;
  /** What stands before the slash in an address: `T…`, or `E…` for an organisation. */
  readonly home: string;
  readonly settings: FakeSlackSettings;
  readonly sockets: Sockets;

  /** From now on everything is delivered there: the app's request URL, or "socket": its Socket Mode connections. */
  deliverTo(door: string): void;
  /** The person with this id; made when new, changed when a profile is given. */
  user(id: string, profile?: Profile): Person;
  /** Makes or changes a channel. */
  channel(id: string, facts?: ChannelFacts): void;

  /** Delivers any event: `app_uninstalled`, `message` with a subtype, something unknown. */
  event(event: Json, options?: Sending): Promise<Delivery>;
  /** Tokens are revoked and the app hears it: `tokens_revoked` and `app_uninstalled`. */
  uninstall(): Promise<readonly Delivery[]>;
  /** The very same thing once more; an event as its n-th redelivery. */
  again(delivery: Delivery, options?: Sending & { readonly retryNum?: number }): Promise<Delivery>;
  /** From now on deliveries wait (their promises too) until `release`. */
  hold(): void;
  /** Delivers what was held, one after another, and stops holding. */
  release(order?: "as-made" | "reversed"): Promise<void>;
  /** HTTP only: exactly these bytes, signed unless said otherwise. */
  raw(
    body: string | Buffer,
    options?: Sending & {
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<{ readonly status: number; readonly body: string; readonly ms: number }>;

  /** The next so many calls of this method (default 1; Infinity until `heal`) go wrong. "*": every method. */
  fail(
    method: string,
    fault: Fault,
    options?: { readonly times?: number; readonly when?: (args: Json) => boolean },
  ): void;
  /** Takes all faults away. */
  heal(): void;

  /** The direct message of a person with the app; made when there is none. */
  dmOf(user: string): string;
  messages(channel: string): readonly SeenMessage[];
  /** Every message of the app, all channels, in order. */
  posted(): readonly SeenMessage[];
  ephemerals(): readonly SeenEphemeral[];
  files(): readonly SeenFile[];
  /** All calls so far, or those of one method. */
  calls(method?: string): readonly Call[];
  deliveries(): readonly Delivery[];
  /** What the app did that Slack would not have let pass: late acknowledgements, malformed blocks, missing scopes, … */
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
