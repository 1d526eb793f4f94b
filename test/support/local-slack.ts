import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** A message as the counterpart keeps it. */
export interface LocalMessage {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly thread_ts?: string;
  readonly edited?: unknown;
  readonly blocks?: readonly LocalBlock[];
}

export interface LocalBlock {
  readonly type: string;
  readonly block_id?: string;
  readonly slack_file?: { readonly id: string };
  readonly elements?: readonly LocalElement[];
  readonly element?: { readonly type: string; readonly action_id: string };
}

interface LocalElement {
  readonly type: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly text?: { readonly text: string };
}

export interface LocalView {
  readonly id: string;
  readonly callback_id: string;
  readonly title: { readonly text: string };
  readonly blocks: readonly LocalBlock[];
}

interface Snapshot {
  readonly messages: Readonly<Record<string, readonly LocalMessage[]>>;
  readonly modalStack: readonly LocalView[];
  readonly homeViews: Readonly<Record<string, LocalView>>;
}

export const localTeam = "T01TEST";
export const localTokens = {
  bot: "xoxb-1-local",
  app: "xapp-1-local",
  secret: "0123456789abcdef0123456789abcdef",
};

/**
 * An independent Slack for one machine (npm `local-slack-linux-x64`, not a dependency): it knows nothing of our code.
 * `program` is its file; `requestUrl` where it brings events by HTTP, null for Socket Mode.
 */
export async function startLocalSlack(options: {
  readonly program: string;
  readonly folder: string;
  readonly users: readonly string[];
  readonly channels: readonly string[];
  readonly requestUrl: string | null;
}) {
  const port = await freePort();
  const config = join(options.folder, "workspace.json");
  writeFileSync(
    config,
    JSON.stringify({
      workspace: { name: "Voorbeeldstad", domain: "voorbeeldstad", teamId: localTeam },
      app: {
        appId: "A01APP",
        botUserId: "U0BOT",
        botName: "voelspriet",
        botToken: localTokens.bot,
        appToken: localTokens.app,
        signingSecret: localTokens.secret,
        mode: options.requestUrl === null ? "socket" : "events",
        ...(options.requestUrl === null ? {} : { requestUrl: options.requestUrl }),
      },
      users: options.users.map((id) => ({ id, name: id.toLowerCase(), real_name: id })),
      channels: options.channels.map((id) => ({
        id,
        name: id.toLowerCase(),
        members: [...options.users, "U0BOT"],
      })),
    }),
  );
  const child = spawn(options.program, ["--config", config, "--port", String(port)], { stdio: "ignore" });
  const url = `http://localhost:${port}`;
  await until(async () => (await fetch(`${url}/_control/state`).catch(() => null))?.ok === true);
  const socket = new WebSocket(`${url.replace("http", "ws")}/ui`);
  let errors: Readonly<Record<string, string>> | null = null;
  socket.addEventListener("message", ({ data }) => {
    const said = JSON.parse(String(data)) as { t: string; errors?: Readonly<Record<string, string>> };
    if (said.t === "view_errors") errors = said.errors ?? {};
  });
  await new Promise((resolve) => socket.addEventListener("open", resolve));

  const control = async (path: string, body: object) => {
    await fetch(`${url}/_control/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  };
  /** What a browser gets when it opens the page: everything there is. */
  const look = () =>
    new Promise<Snapshot>((resolve) => {
      const eye = new WebSocket(`${url.replace("http", "ws")}/ui`);
      eye.addEventListener("message", ({ data }) => {
        const said = JSON.parse(String(data)) as { t: string; state: Snapshot };
        if (said.t !== "init") return;
        eye.close();
        resolve(said.state);
      });
    });
  const dm = async (user: string) => {
    const answer = await fetch(`${url}/api/conversations.open`, {
      method: "POST",
      headers: { authorization: `Bearer ${localTokens.bot}`, "content-type": "application/json" },
      body: JSON.stringify({ users: user }),
    });
    return ((await answer.json()) as { channel: { id: string } }).channel.id;
  };
  const say = (message: object) => socket.send(JSON.stringify(message));

  return {
    apiUrl: `${url}/api/`,
    url,
    dm,
    look,
    /** What the app said to this user so far. */
    saidTo: async (user: string) => {
      const channel = await dm(user);
      return ((await look()).messages[channel] ?? []).filter((message) => message.user === "U0BOT");
    },
    inChannel: async (channel: string) => (await look()).messages[channel] ?? [],
    modal: async () => (await look()).modalStack.at(-1) ?? null,
    home: async (user: string) => (await look()).homeViews[user] ?? null,
    fieldErrors: () => errors,
    type: async (user: string, text: string) => control("message", { channel: await dm(user), user, text }),
    command: async (user: string, text: string) =>
      control("command", { channel: await dm(user), user, command: "/signaal", text }),
    openHome: (user: string) => control("open-home", { user }),
    press: (user: string, message: LocalMessage, label: string) =>
      control("interact", {
        channel: message.channel,
        messageTs: message.ts,
        user,
        action: buttonOf(message.blocks ?? [], label),
      }),
    /** Sends the modal on top with these texts, by the name of the field. */
    submit(user: string, view: LocalView, values: Readonly<Record<string, string>>) {
      errors = null;
      const filled = view.blocks.flatMap(({ block_id, element }) => {
        const value = block_id === undefined ? undefined : values[block_id];
        if (block_id === undefined || element === undefined || value === undefined) return [];
        return [[block_id, { [element.action_id]: { type: element.type, value } }]];
      });
      say({ t: "view_submit", user, values: Object.fromEntries(filled) });
    },
    async stop() {
      socket.close();
      await ended(child);
    },
  };
}

function buttonOf(blocks: readonly LocalBlock[], label: string): LocalElement {
  const found = blocks
    .flatMap((block) => block.elements ?? [])
    .find((element) => element.type === "button" && element.text?.text.startsWith(label));
  if (found === undefined) throw new Error(`There is no button "${label}".`);
  return found;
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGKILL");
  await gone;
}

/** A port that nothing uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof bound === "object" && bound !== null ? bound.port : 0;
}

/** Asks again and again until it is so; gives up after ten seconds. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come to that within ten seconds.");
}
