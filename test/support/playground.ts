import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { guidOf } from "./fake-teams/world.ts";
import { freePort } from "./local-slack.ts";
import { type Carried, type Relay, relayApp } from "./playground-relay.ts";

type Json = Record<string, unknown>;

/** A message of the app as this Playground shows it. */
export interface PlaygroundMessage {
  readonly id: string;
  /** Of a message in a channel: the channel. */
  readonly conversation: string;
  readonly card: Json | null;
  /** Everything in it, as JSON. */
  readonly words: string;
  /** How often it was changed. */
  readonly changes: number;
}

/** A button as it stands in a card. */
export interface PlaygroundButton {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data: Json;
  /** The same for a client that knows no universal actions. */
  readonly fallback?: PlaygroundButton;
}

/** Somebody's id in the directory, by the short name of the test. */
export function objectIdOf(name: string): string {
  return guidOf(`person ${name}`);
}

const botId = `28:${relayApp.clientId}`;
const program = fileURLToPath(import.meta.resolve("@microsoft/m365agentsplayground/cli.js"));

/**
 * One Microsoft 365 Agents Playground with this person in front of it: a Teams client that knows nothing of our code. Its HTTP
 * and WebSocket are undocumented: only this file knows them (0.2.28). It has no window for dialogs of cards, so those go
 * through it as custom activities, and what came back is read where the relay carried it.
 */
export async function startPlayground(options: {
  readonly name: string;
  readonly folder: string;
  readonly relay: Relay;
  /** Further short names: what is for them comes here too. */
  readonly alsoFor?: readonly string[];
}) {
  const { name, relay, alsoFor = [] } = options;
  const channel = `19:channel-of-${name}@thread.tacv2`;
  const folder = join(options.folder, `playground-${name}`);
  mkdirSync(folder, { recursive: true });
  const me = `29:${name}`;
  const chat = `a:1chat-${name}`;
  const config = join(folder, "playground.yml");
  writeFileSync(config, JSON.stringify(configOf({ name, chat, channel })));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = start(folder, [
    `--app-endpoint=${relay.clientUrl(name)}`,
    `--service-url=${relay.serviceUrl(name)}`,
    `--port=${port}`,
    "--channel-id=msteams",
    "--disable-telemetry",
  ]);
  await until(async () => {
    if (child.exitCode !== null)
      throw new Error(`The Playground ended with ${child.exitCode}: see ${folder}.`);
    return (await fetch(`${url}/_internal/v1/testConfig`).catch(() => null))?.ok === true;
  });
  const people = new Map([name, ...alsoFor].map((one) => [objectIdOf(one), me]));
  relay.add({ name, url, people, conversations: [chat, channel] });

  const messages = new Map<string, PlaygroundMessage>();
  const socket = new WebSocket(`${url.replace("http", "ws")}/_ws_conversation/v1/conversations/stream`);
  socket.addEventListener("message", ({ data }) => {
    const said = JSON.parse(String(data)) as Streamed;
    const { message } = said;
    if (message === undefined || message.from.id !== botId) return;
    const before = messages.get(message.messageId);
    messages.set(message.messageId, {
      id: message.messageId,
      conversation: said.actionConversationId,
      card: message.attachments[0]?.content ?? null,
      words: JSON.stringify(message),
      changes: before === undefined ? 0 : before.changes + 1,
    });
  });
  await new Promise((resolve) => socket.addEventListener("open", resolve));

  async function post(path: string, body: Json): Promise<Json> {
    const said = await fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await said.text();
    if (!said.ok) throw new Error(`The Playground refused ${path} (${said.status}): ${text}`);
    return text === "" ? {} : (JSON.parse(text) as Json);
  }

  /** An activity that the Playground's own client can not make; it fills in what belongs to the person and the chat. */
  async function custom(over: Json): Promise<Carried> {
    const template = await fetch(
      `${url}/_internal/v1/customActivities/template?conversationId=${encodeURIComponent(chat)}`,
    );
    const id = randomUUID();
    await post("/_internal/v1/customActivities", { ...((await template.json()) as Json), id, ...over });
    const carried = () => relay.carried().find(({ activity }) => activity["id"] === id);
    await until(async () => carried() !== undefined);
    return carried() ?? absent();
  }

  const inChat = { from: { id: me }, conversation: { id: chat } };
  return {
    name,
    url,
    me,
    chat,
    channel,
    /** What the app said here, oldest first. */
    messages: (): readonly PlaygroundMessage[] => [...messages.values()],
    async type(text: string): Promise<void> {
      await post(`/_conversation/v1/conversations/${chat}/messages`, {
        text,
        textFormat: "plain",
        from: { id: me },
      });
    },
    async mention(text: string): Promise<void> {
      await post(`/_conversation/v1/conversations/${channel}/messages`, {
        text: `<at>Voelspriet</at> ${text}`,
        textFormat: "plain",
        from: { id: me },
        mentions: [{ mentioned: { id: botId }, text: "<at>Voelspriet</at>" }],
      });
    },
    /** Presses a button that sends at once. Gives what the Playground was answered, as it shows it. */
    execute: ({ id }: PlaygroundMessage, { type, verb, data }: PlaygroundButton) =>
      post("/_conversation/v1/invoke", {
        name: "adaptiveCard/action",
        value: { action: { type, verb, data }, trigger: "manual" },
        replyToId: id,
        ...inChat,
      }),
    /** Presses the same button in a client that knows no universal actions. */
    submitPlainly: ({ id }: PlaygroundMessage, { data }: PlaygroundButton) =>
      post("/_conversation/v1/submit", { value: data, replyToId: id, ...inChat }),
    /** The message extension on a message. */
    extension: (html: string) =>
      post("/_conversation/v1/invoke", {
        name: "composeExtension/fetchTask",
        value: {
          commandId: "signaal",
          commandContext: "message",
          messagePayload: { id: "1795000000000", body: { contentType: "html", content: html } },
        },
        ...inChat,
      }),
    extensionSubmit: (data: Json) =>
      post("/_conversation/v1/invoke", {
        name: "composeExtension/submitAction",
        value: { commandId: "signaal", commandContext: "message", data },
        ...inChat,
      }),
    /** Presses a button that opens a dialog, or sends one. Gives what the app answered. */
    task: async (name: "task/fetch" | "task/submit", data: Json, replyToId?: string) => {
      const value = { data, context: { theme: "default" } };
      const more = replyToId === undefined ? {} : { replyToId };
      return (await custom({ type: "invoke", name, value, ...more })).body as Json;
    },
    async stop() {
      socket.close();
      await ended(child);
    },
  };
}

export type Playground = Awaited<ReturnType<typeof startPlayground>>;

interface Streamed {
  readonly action: string;
  readonly actionConversationId: string;
  readonly message?: {
    readonly messageId: string;
    readonly from: { readonly id: string };
    readonly attachments: readonly { readonly content: Json }[];
  };
}

/** In YAML's form of JSON; five others are the least it takes. */
function configOf({ name, chat, channel }: { name: string; chat: string; channel: string }): Json {
  const person = (who: string) => ({
    id: `29:${who}`,
    name: who,
    userPrincipleName: `${who}@voorbeeldstad.example`,
    aadObjectId: objectIdOf(who),
    givenName: who,
    surname: "Voorbeeld",
    email: `${who}@voorbeeldstad.example`,
  });
  return {
    version: "0.1.1",
    tenantId: relayApp.tenant,
    bot: { id: botId, name: "Voelspriet" },
    currentUser: person(name),
    users: [1, 2, 3, 4, 5].map((nth) => person(`${name}-other-${nth}`)),
    personalChat: { id: chat },
    groupChat: { id: `19:group-of-${name}@thread.v2`, name: "Groep" },
    team: {
      id: `19:team-of-${name}@thread.tacv2`,
      name: "Wijkteam Noord",
      aadGroupId: guidOf(`team of ${name}`),
      channels: [{ id: channel, name: "Signalen" }],
    },
  };
}

/** In its own folder: it writes a log where it stands, and more in the home and temporary folder. */
function start(folder: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, "start", ...args], {
    cwd: folder,
    stdio: "ignore",
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      TMPDIR: folder,
      TEAMSAPPTESTER_BROWSER: "none",
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(folder, "playground.yml"),
    },
  });
}

/** Asks again and again until it is so. Everything here shares two cores with other tests: it may take a while. */
export async function until(isSo: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  const last = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > last) throw new Error(`It did not come to that within ${withinMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGKILL");
  await gone;
}

function absent(): never {
  throw new Error("unreachable");
}
