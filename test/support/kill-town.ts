import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Outgoing } from "#chat/platform.ts";

const stories = [
  "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.",
  "De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen",
  "Een leerling is al weken somber en komt nergens meer aan toe.",
];

/** The world outside: gets every message, and remembers how often each was sent. */
export async function openSink() {
  const sent: Outgoing[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      sent.push(JSON.parse(Buffer.concat(chunks).toString()) as Outgoing);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  /** How often a message was sent more than once. */
  const repeats = () => {
    const times = new Map<string, number>();
    for (const { id } of sent) times.set(id, (times.get(id) ?? 0) + 1);
    return [...times.values()].reduce((sum, count) => sum + count - 1, 0);
  };
  /** The codes of the signals about which somebody was told: the signalers, or the colleagues. */
  const told = (whom: "signalers" | "colleagues") =>
    new Set(
      sent
        .filter(({ to }) => to.startsWith("chat:melder") === (whom === "signalers"))
        .flatMap(({ card }) => JSON.stringify(card).match(/VS-\w{4}-\w{3}/g) ?? []),
    );
  return { sent, repeats, told, url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** A process that runs, and the port on which it takes signals. */
export interface Running {
  readonly child: ChildProcess;
  readonly port: number;
}

/** Starts the process; resolves when it can take a signal. Arguments: kill-house.ts. */
export function startProcess(...args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, ["test/support/kill-house.ts", ...args], {
    // It is started hundreds of times: what Node makes of the sources is kept.
    // oxlint-disable-next-line no-process-env -- the child's own surroundings
    env: { ...process.env, NODE_COMPILE_CACHE: "node_modules/.cache/voelspriet" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("The process ended before it was ready.")));
    child.stdout?.once("data", (data: Buffer) =>
      resolve({ child, port: Number(data.toString().split(" ")[1]) }),
    );
  });
}

/** Ends it, and waits until it is gone. */
export function ended({ child }: Running, how: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill(how);
  });
}

/** Waits until it dies by itself (dying.ts). False: it did not within this time. */
export function diedBy({ child }: Running, withinMs: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(true);
  child.removeAllListeners("exit");
  const gone = once(child, "exit").then(() => true);
  return Promise.race([gone, pause(withinMs, false, { ref: false })]);
}

/** People who signal, one after the other each, at whichever port `port` gives; what failed is not counted. */
export function openSignalers(port: () => number) {
  const acknowledged: string[] = [];
  const state = { runs: true };
  let keys = 0;

  async function signalOnce(): Promise<void> {
    keys += 1;
    const body = {
      key: `k${keys}`,
      by: `chat:melder-${keys % 97}`,
      act: "report",
      on: "",
      fields: { text: stories[keys % stories.length], code: "kill" },
    };
    const answer = await fetch(`http://127.0.0.1:${port()}/`, {
      method: "POST",
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const code = /VS-\w{4}-\w{3}/.exec(await answer.text())?.[0];
    if (answer.ok && code !== undefined) acknowledged.push(code);
  }

  return {
    acknowledged,
    /** So many at once, until `stop`. */
    go(many: number) {
      state.runs = true;
      const people = Array.from({ length: many }, async () => {
        while (state.runs) await signalOnce().catch(() => pause(5));
      });
      return async () => {
        state.runs = false;
        await Promise.all(people);
      };
    },
  };
}
