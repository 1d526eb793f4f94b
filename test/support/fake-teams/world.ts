import { createHash } from "node:crypto";
import { systemClock } from "#base/clock.ts";
import type { Address } from "#signal/address.ts";
import type {
  Call,
  ChannelFacts,
  Delivery,
  FakeTeamsOptions,
  FakeTeamsSettings,
  Json,
  Profile,
  SeenWords,
} from "./interface.ts";

export interface Human {
  readonly name: string;
  readonly objectId: string;
  /** `29:1…`: the person as this bot sees them. */
  readonly mri: string;
  profile: Profile;
}

export interface Message {
  readonly conversation: string;
  readonly id: string;
  readonly thread: string | null;
  readonly replyTo: string | null;
  readonly from: string;
  text: string;
  summary: string;
  card: Json | null;
  readonly earlier: { readonly text: string; readonly card: Json | null }[];
}

export interface Conversation {
  readonly id: string;
  readonly kind: "personal" | "channel" | "groupChat";
  /** The person, of a personal one. */
  readonly human: Human | null;
  facts: ChannelFacts;
  readonly messages: Message[];
}

export interface Dialog {
  readonly title: string;
  readonly card: Json;
  readonly values: Record<string, string>;
  /** The extension's command it was opened by; null: a button. */
  readonly command: Json | null;
  readonly conversation: string;
}

/** Everything this Teams knows. Built empty; all other files read and change it. */
export function makeWorld(options: FakeTeamsOptions) {
  const clock = options.clock ?? systemClock;
  const settings: FakeTeamsSettings = {
    app: "valid",
    pace: false,
    splitsUpdates: true,
    invokeMs: options.invokeMs ?? 5_000,
    messageMs: options.messageMs ?? 15_000,
    tokenSeconds: 3_599,
  };
  let lastId = 0;
  const clientId = guidOf("the app");
  const world = {
    clock,
    settings,
    retryDelays: options.retryDelays ?? [20],
    tenant: guidOf("the municipality's tenant"),
    otherTenant: guidOf("another tenant"),
    clientId,
    clientSecret: "Q2x~fake~secret~of~the~app~8Q~1234567890",
    botId: `28:${clientId}`,
    botName: "Voelspriet",
    /** `http://127.0.0.1:…`, known when it listens. */
    origin: "",
    humans: new Map<string, Human>(),
    conversations: new Map<string, Conversation>(),
    /** Tokens that were handed out, with when they end, by the clock. */
    tokens: new Map<string, number>(),
    /** By person: the dialog on the screen, what was shown for a moment, and what stands in place of a message's card. */
    dialogs: new Map<string, Dialog>(),
    words: new Map<string, SeenWords[]>(),
    shown: new Map<string, Map<string, Json>>(),
    calls: [] as Call[],
    deliveries: [] as Delivery[],
    offences: [] as string[],

    /** Milliseconds, never given before: Teams' ids of messages. */
    id(): string {
      lastId = Math.max(lastId + 1, Math.trunc(clock.now()));
      return String(lastId);
    },
    offend(words: string): void {
      world.offences.push(words);
    },
    serviceUrlOf: (tenant: string) => `${world.origin}/emea/${tenant}/`,
    human(name: string, profile?: Profile): Human {
      const known = world.humans.get(name);
      const objectId = guidOf(`person ${name}`);
      const human: Human = known ?? {
        name,
        objectId,
        mri: `29:1${hashOf(`mri ${name}`).slice(0, 60)}`,
        profile: {},
      };
      if (profile !== undefined) human.profile = { ...human.profile, ...profile };
      if (known === undefined) world.humans.set(name, human);
      world.chatOf(human);
      return human;
    },
    /** By `29:…`, by the id in the directory, or `8:orgid:…`. */
    humanAt(id: string): Human | undefined {
      const wanted = id.replace(/^8:orgid:/, "").toLowerCase();
      return [...world.humans.values()].find((one) => one.mri === id || one.objectId === wanted);
    },
    /** The chat of a person with the app, whether there is one already or not. */
    chatOf(human: Human): Conversation {
      const id = `a:1${hashOf(`chat ${human.name}`).slice(0, 60)}`;
      const known = world.conversations.get(id);
      if (known !== undefined) return known;
      const made: Conversation = { id, kind: "personal", human, facts: {}, messages: [] };
      world.conversations.set(id, made);
      return made;
    },
    /** A conversation by its id, with or without a thread behind it. */
    conversationAt(id: string): Conversation | undefined {
      return world.conversations.get(bareId(id));
    },
    message(conversation: string, id: string): Message | undefined {
      return world.conversationAt(conversation)?.messages.find((one) => one.id === id);
    },
    wordsOf(person: string): SeenWords[] {
      const words = world.words.get(person) ?? [];
      world.words.set(person, words);
      return words;
    },
    shownTo(person: string): Map<string, Json> {
      const shown = world.shown.get(person) ?? new Map<string, Json>();
      world.shown.set(person, shown);
      return shown;
    },
  };
  return world;
}

export type World = ReturnType<typeof makeWorld>;

/** `19:…@thread.tacv2` of `19:…@thread.tacv2;messageid=…`. */
export function bareId(conversation: string): string {
  return conversation.split(";")[0] ?? conversation;
}

/** The message at the head of the thread that a conversation id names; null: none. */
export function threadIn(conversation: string): string | null {
  return /;messageid=(\d+)$/.exec(conversation)?.[1] ?? null;
}

/** The same id for the same words, in the form of the directory's ids. */
export function guidOf(words: string): string {
  const hex = hashOf(words, "hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

function hashOf(words: string, as: "hex" | "base64url" = "base64url"): string {
  const made = createHash("sha512").update(words).digest(as);
  return as === "hex" ? made : made.replaceAll("_", "-");
}

export function addressIn(world: World, id: string): Address {
  return `teams:${world.tenant}/${id}`;
}
