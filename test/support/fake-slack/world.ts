import { systemClock } from "#base/clock.ts";
import type {
  Call,
  ChannelFacts,
  Delivery,
  FakeSlackOptions,
  FakeSlackSettings,
  Json,
  Profile,
  SeenEphemeral,
} from "./interface.ts";

export interface Human {
  readonly id: string;
  profile: Profile;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly broadcast: boolean;
  readonly user: string;
  text: string;
  blocks: readonly Json[];
  editedTs: string | null;
  readonly earlier: { readonly text: string; readonly blocks: readonly Json[] }[];
  readonly metadata: Json | null;
}

export interface Channel {
  readonly id: string;
  readonly kind: "im" | "public" | "private";
  facts: ChannelFacts;
  /** The person, of a direct message. */
  readonly user: string | null;
  readonly messages: Message[];
}

export interface View {
  readonly id: string;
  readonly user: string;
  readonly team: string;
  /** The definition as the app sent it, with block ids filled in. */
  definition: Json;
  blocks: readonly Json[];
  hash: string;
  readonly rootViewId: string;
  readonly previousViewId: string | null;
  /** By block id and action id: what is filled in. */
  values: Record<string, Record<string, Json>>;
  errors: Readonly<Record<string, string>>;
}

export interface Trigger {
  readonly user: string;
  readonly team: string;
  readonly at: number;
  /** The view in which it was pressed. */
  readonly view: string | null;
  used: boolean;
}

export interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  /** The message of the button; null: of a command. */
  readonly ts: string | null;
  readonly at: number;
  uses: number;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly altText: string;
  title: string;
  bytes: Buffer | null;
  completed: boolean;
  ready: boolean;
  channels: readonly string[];
}

const scopesOfTheApp = ["chat:write", "commands", "im:write", "im:history", "users:read", "files:write"];

/** Everything this Slack knows. Built empty; all other files read and change it. */
export function makeWorld(options: FakeSlackOptions) {
  const clock = options.clock ?? systemClock;
  const grid = options.install === "grid";
  const settings: FakeSlackSettings = {
    token: "valid",
    scopes: new Set(options.scopes ?? scopesOfTheApp),
    charts: true,
    pace: false,
    echo: true,
    fileReadyMs: options.fileReadyMs ?? 30,
    ackMs: options.ackMs ?? 3_000,
  };
  const workspace = { id: "T0WIJKTEAM", domain: "wijkteam" };
  let counted = 0;
  let lastMicro = 0n;
  const world = {
    clock,
    settings,
    retryDelays: options.retryDelays ?? [10, 20, 30],
    enterprise: grid ? { id: "E0GEMEENTE", name: "Gemeente" } : null,
    teams: grid ? [workspace, { id: "T0SCHOLEN1", domain: "scholen" }] : [workspace],
    appId: "A0VOELSPRI",
    bot: { userId: "U0VOELBOT1", botId: "B0VOELBOT1", name: "voelspriet" },
    botToken: "xoxb-1111111111-2222222222-fakefakefakefakefakefake",
    appToken: "xapp-1-A0VOELSPRI-3333333333-fakefakefakefakefakefake",
    signingSecret: "8f742231b10e8888abcd99yyyzzz85a5",
    verificationToken: "gIkuvaNzQIHg97ATvDxqgjtO",
    /** `http://127.0.0.1:…`, known when it listens. */
    origin: "",
    people: new Map<string, Human>(),
    channels: new Map<string, Channel>(),
    triggers: new Map<string, Trigger>(),
    responseUrls: new Map<string, ResponseUrl>(),
    /** Modals of each person, root first. */
    stacks: new Map<string, View[]>(),
    homes: new Map<string, View>(),
    files: new Map<string, StoredFile>(),
    uploads: new Map<string, string>(),
    ephemerals: [] as (SeenEphemeral & { readonly ts: string })[],
    calls: [] as Call[],
    deliveries: [] as Delivery[],
    offences: [] as string[],
    /** Called after the app posted, changed or deleted in a direct message. */
    onOwnMessage: (_event: Json, _user: string): void => {},

    /** Ids in Slack's form: a letter and nine or ten capitals and digits. */
    id(letter: string): string {
      counted += 1;
      return `${letter}0${counted.toString(36).toUpperCase().padStart(9, "0")}`;
    },
    /** A time stamp that was never given before: Slack's ids of messages. */
    ts(): string {
      const micro = BigInt(Math.trunc(clock.now())) * 1_000n;
      lastMicro = micro > lastMicro ? micro : lastMicro + 1n;
      return `${lastMicro / 1_000_000n}.${(lastMicro % 1_000_000n).toString().padStart(6, "0")}`;
    },
    offend(words: string): void {
      world.offences.push(words);
    },
    /** The team in which somebody works. */
    teamOf(user: string): string {
      return world.people.get(user)?.profile.team ?? workspace.id;
    },
    domainOf(team: string): string {
      return world.teams.find((one) => one.id === team)?.domain ?? "elders";
    },
    human(id: string, profile?: Profile): Human {
      const known = world.people.get(id);
      const human: Human = known ?? { id, profile: {} };
      if (profile !== undefined) human.profile = { ...human.profile, ...profile };
      if (known === undefined) world.people.set(id, human);
      return human;
    },
    nameOf(user: string): string {
      return world.people.get(user)?.profile.name ?? user.toLowerCase();
    },
    /** The direct message of a person with the app. */
    dmOf(user: string): Channel {
      for (const channel of world.channels.values()) if (channel.user === user) return channel;
      const made: Channel = { id: world.id("D"), kind: "im", facts: {}, user, messages: [] };
      world.channels.set(made.id, made);
      return made;
    },
    channelName(id: string): string {
      const channel = world.channels.get(id);
      if (id.startsWith("D") || channel?.kind === "im") return "directmessage";
      return channel?.kind === "private" ? "privategroup" : (channel?.facts.name ?? id.toLowerCase());
    },
    /** A trigger id for one modal, of somebody who just pressed something. */
    trigger(user: string, team: string, view: string | null = null): string {
      counted += 1;
      const id = `${7_000_000_000 + counted}.1111111111.${counted.toString(16).padStart(32, "0")}`;
      world.triggers.set(id, { user, team, view, at: clock.now(), used: false });
      return id;
    },
    responseUrl(of: Omit<ResponseUrl, "uses" | "at">, kind: "actions" | "commands" | "app"): string {
      counted += 1;
      const path = `/${kind}/${world.teamOf(of.user)}/${counted}/${counted.toString(36).padStart(24, "x")}`;
      world.responseUrls.set(path, { ...of, at: clock.now(), uses: 0 });
      return world.origin + path;
    },
    stackOf(user: string): View[] {
      const stack = world.stacks.get(user) ?? [];
      world.stacks.set(user, stack);
      return stack;
    },
    message(channel: string, ts: string): Message | undefined {
      return world.channels.get(channel)?.messages.find((one) => one.ts === ts);
    },
  };
  return world;
}

export type World = ReturnType<typeof makeWorld>;
