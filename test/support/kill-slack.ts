import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import { type FakeSlackOptions, openFakeSlack } from "./fake-slack/fake-slack.ts";
import { freshFolder, removeFolder } from "./folder.ts";
import { freePort } from "./local-slack.ts";
import { slackIdOf, slackMunicipality } from "./slack-municipality.ts";

export interface KillTownOptions {
  readonly how: "http" | "socket";
  /** So many colleagues more than in the example: messages to one reader go a second apart. */
  readonly experts?: number;
  readonly slack?: FakeSlackOptions;
  readonly env?: Readonly<Record<string, string>>;
}

/** What is due later than this is not waited for: a clock of a signal. */
const soonMs = 60_000;

/** Where the alerts of some of the extra colleagues go, instead of to themselves. */
const teamChannel = "C0TEAMKANAAL";

/** The code of an organisation of the example: who gives it is no stranger. */
export const joinCode = "centrum-26";

/**
 * The real program (`node src/main.ts`, real use) in a town on the fake Slack, to be killed and started again on the same
 * folder and port. Everything that it ever said is kept.
 */
export async function openKillTown({ how, experts = 0, slack: fake = {}, env = {} }: KillTownOptions) {
  const folder = freshFolder("kill-slack");
  const data = join(folder, "data");
  const slack = await openFakeSlack(fake);
  const municipality = slackMunicipality(folder, slack.home);
  const extra = Array.from({ length: experts }, (_, place) => `extra${place}`);
  writeFileSync(municipality, withExperts(readFileSync(municipality, "utf8"), extra, slack.home));
  const colleagues = [
    ...new Set(
      [...readFileSync(municipality, "utf8").matchAll(/\bslack:\w+\/(U\w+)/g)].map(([, id]) => id ?? ""),
    ),
  ];
  for (const id of colleagues) slack.user(id, { name: id.toLowerCase() });
  slack.channel(teamChannel, { isPrivate: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  slack.deliverTo(how === "http" ? `${url}/slack/events` : "socket");
  const state = { out: "", err: "", child: null as ChildProcess | null, database: null as string | null };

  const settings = {
    PORT: String(port),
    DATA_DIR: data,
    GEMEENTE_FILE: municipality,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    ...(how === "http" ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
    ...env,
  };

  const town = {
    slack,
    settings,
    folder,
    data,
    port,
    url,
    colleagues,
    teamChannel,
    /** Everything that all processes said so far. */
    said: () => ({ out: state.out, err: state.err }),
    pid: () => state.child?.pid ?? 0,
    /** The process that runs. */
    child(): ChildProcess {
      if (state.child === null) throw new Error("No process runs.");
      return state.child;
    },
    /** Starts the process, and does not wait. */
    launch(): ChildProcess {
      const child = spawn(process.execPath, ["src/main.ts"], {
        // oxlint-disable-next-line no-process-env -- the program's own environment, as a person would start it
        env: { PATH: process.env["PATH"], ...settings },
        stdio: ["ignore", "pipe", "pipe"],
      });
      child.stdout.on("data", (piece: Buffer) => {
        state.out += piece.toString();
      });
      child.stderr.on("data", (piece: Buffer) => {
        state.err += piece.toString();
      });
      state.child = child;
      return child;
    },
    /** Starts the process, and waits until signals can come in. */
    async start(): Promise<void> {
      const before = state.out.length;
      const child = town.launch();
      await until(() => {
        if (child.exitCode !== null)
          throw new Error(`The program ended by itself: ${state.err.slice(-2_000)}`);
        return state.out.slice(before).includes("Gezondheid");
      }, 30_000);
      if (how === "socket") await slack.sockets.ready(20_000);
    },
    /** As the machine's power does: no goodbye. */
    async kill(how: NodeJS.Signals = "SIGKILL"): Promise<void> {
      const { child } = state;
      state.child = null;
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
      child.kill(how);
      await gone;
    },
    /** From now on the store is in this PostgreSQL database. */
    readFrom(url: string): void {
      state.database = url;
    },
    /** Looks into the store beside the program. */
    async look<T>(at: (store: Store) => Promise<T>): Promise<T> {
      const sealer = openVault(loadKeyRing(join(data, "sleutels.json"), "must-exist"));
      const store =
        state.database === null
          ? openSqliteStore(join(data, "voelspriet.db"), sealer, { mode: "beside" })
          : (await openPostgresStore({ url: state.database, mode: "beside" }, sealer)).store;
      try {
        return await at(store);
      } finally {
        await store.close();
      }
    },
    /** Waits until nothing is due, now or soon: all messages are out. */
    quiet: (withinMs = 60_000) =>
      town.look(async (store) => {
        await until(async () => {
          const next = await store.nextDue();
          return next === null || next - Date.now() > soonMs;
        }, withinMs);
        await slack.quiet(20);
      }),
    async close() {
      await town.kill();
      await slack.close();
      removeFolder(folder);
    },
  };
  return town;
}

export type KillTown = Awaited<ReturnType<typeof openKillTown>>;

/** More colleagues who can do anything, anywhere, any day. */
function withExperts(text: string, ids: readonly string[], home: string): string {
  const lines = ids.map(
    (id, place) =>
      `  - { id: ${id}, name: ${id}, role: { nl: wijkcoach, en: coach }, expertise: { debt: 3, psychological: 3, domestic_violence: 3, addiction: 3 }, areas: all, capacity: 30, addresses: ["slack:${home}/${slackIdOf(id)}"]${place % 6 === 0 ? `, alertsIn: "slack:${home}/${teamChannel}"` : ""} }`,
  );
  return text.replace(/^people:$/m, ["people:", ...lines].join("\n"));
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Looks again and again until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const last = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > last) throw new Error(`Not so within ${withinMs} ms: ${isSo.toString()}`);
    await pause(15);
  }
}
