import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { slackMunicipality } from "../support/slack-municipality.ts";
import { onCore } from "./pinned-child.ts";
import { benchSlack } from "./slack-events.ts";

/** The real program, for real use with Slack, started as `npm start` does. */
export interface Program {
  readonly url: string;
  /** From its start until it said that it is ready, in milliseconds. */
  readonly readyMs: number;
  /** As a power cut does, or as an administrator does. */
  end(how: "SIGKILL" | "SIGTERM"): Promise<void>;
}

/** The settings of the program, and of its commands. `platform`: the address of a Slack that answers. */
export function settingsIn(folder: string, platform: string): Readonly<Record<string, string>> {
  return {
    PATH: process.env["PATH"] ?? "",
    DATA_DIR: join(folder, "data"),
    GEMEENTE_FILE: slackMunicipality(folder, benchSlack.home),
    SLACK_BOT_TOKEN: benchSlack.botToken,
    SLACK_SIGNING_SECRET: benchSlack.signingSecret,
    SLACK_API_URL: platform,
    LOG_LEVEL: "error",
  };
}

/** Starts it on the first core. Throws where it is not ready within a minute. */
export async function startProgram(settings: Readonly<Record<string, string>>): Promise<Program> {
  const port = await freePort();
  const from = performance.now();
  const [command, ...args] = onCore(0, ["src/main.ts"]);
  const child = spawn(command, args, {
    env: { ...settings, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() - from > 60_000)
      throw new Error("The program did not become ready.");
    await pause(5);
  }
  return { url, readyMs: performance.now() - from, end: (how) => ended(child, how) };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`);
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

async function ended(child: ChildProcess, how: "SIGKILL" | "SIGTERM"): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(how);
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof bound === "object" && bound !== null ? bound.port : 0;
}
