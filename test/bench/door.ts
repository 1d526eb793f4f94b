// What every door's side of the bench shares: from a signed request to the acknowledgement, which is given when the signal is on
// disk, beside the peer that verifies, says yes and forgets.
import { setTimeout as pause } from "node:timers/promises";
import type { Measured } from "./load.ts";
import { type Child, canPin, startChild } from "./pinned-child.ts";

const rounds = 3;
const plan = [
  { connections: 1, count: 200 },
  { connections: 8, count: 500 },
  { connections: 64, count: 800 },
] as const;
const warmUp = 1500;
const perRound = plan.reduce((sum, { count }) => sum + count, 0);
/** So many people, one message each. */
export const senders = warmUp + rounds * perRound;

/** One server in one round. `cpu`: µs of its process per request while it answers; `whole`: until everything that follows has been done too. */
interface Figures extends Measured {
  readonly perSecond: number;
  readonly cpu: number;
  readonly whole: number;
}

type Name = "ours" | "bare";

/** How we compare with the peer, by number of connections: medians of the rounds. */
export interface DoorRow {
  readonly connections: number;
  readonly ours: Figures;
  readonly bare: Figures;
}

/**
 * Measures both servers of a door, in turn, on the same core, in the same run. `file` is the program of the bench, which in a role
 * is each process. `envs` makes their settings, given the address of the platform that the load plays. Throws where a request
 * was not answered 200.
 */
export async function measureDoor(
  file: string,
  envs: (platform: string) => Readonly<Record<Name, Readonly<Record<string, string>>>>,
  { restMs = 20_000 }: { readonly restMs?: number } = {},
): Promise<DoorRow[]> {
  const load = startChild(file, "load", { core: 1 });
  const env = envs(await load.ask<string>({ act: "platform" }));
  const servers = {
    bare: startChild(file, "bare", { core: 0, env: env.bare }),
    ours: startChild(file, "ours", { core: 0, env: env.ours }),
  };
  const urls = {
    bare: await servers.bare.ask<string>({ act: "start" }),
    ours: await servers.ours.ask<string>({ act: "start", senders }),
  };
  const names = ["bare", "ours"] as const;
  let first = 0;
  async function one(name: Name, connections: number, count: number): Promise<Figures> {
    // What ours still has to send at the platform's pace must not slow down the peer.
    if (name === "bare") servers.ours.hold();
    const found = await measureOne(servers[name], load, {
      url: urls[name],
      first,
      count,
      connections,
      restMs: name === "bare" ? 0 : restMs,
    });
    servers.ours.goOn();
    return found;
  }
  for (const name of names) await one(name, 8, warmUp);
  first += warmUp;

  const found = new Map(plan.map((step) => [step, { bare: [] as Figures[], ours: [] as Figures[] }]));
  for (let round = 0; round < rounds; round++) {
    for (const [step, figures] of found) {
      for (const name of names) figures[name].push(await one(name, step.connections, step.count));
      first += step.count;
    }
  }
  const signals = await servers.ours.ask<number>({ act: "count" });
  const sent = await load.ask<number>({ act: "sent" });
  process.stderr.write(
    `        ${senders} direct messages gave ${signals} signals, and so far ${sent} messages to people.\n`,
  );
  for (const child of [servers.ours, servers.bare, load]) await child.end();
  return [...found].map(([{ connections }, { ours, bare }]) => ({
    connections,
    ours: middle(ours),
    bare: middle(bare),
  }));
}

async function measureOne(
  server: Child,
  load: Child,
  { restMs, ...round }: { url: string; first: number; count: number; connections: number; restMs: number },
): Promise<Figures> {
  const before = await server.ask<number>({ act: "cpu" });
  const measured = await load.ask<Measured>({ act: "round", ...round });
  const answered = await server.ask<number>({ act: "cpu" });
  const rested = await atRest(server, restMs);
  if (measured.failed > 0) throw new Error(`${measured.failed} requests were not answered with 200.`);
  const { count } = round;
  return {
    ...measured,
    perSecond: (count / measured.ms) * 1000,
    cpu: (answered - before) / count,
    whole: (rested - before) / count,
  };
}

/** Waits until the server has hardly anything left to do. What Slack's own pace makes wait (a message a second to one reader) is not waited for. */
async function atRest(server: Child, mostMs: number): Promise<number> {
  const lookMs = 500;
  const quietShare = 0.15;
  let last = await server.ask<number>({ act: "cpu" });
  for (let looks = 0; looks < mostMs / lookMs; looks++) {
    await pause(lookMs);
    const now = await server.ask<number>({ act: "cpu" });
    if (now - last < quietShare * lookMs * 1000) return now;
    last = now;
  }
  return last;
}

function middle(figures: readonly Figures[]): Figures {
  const of = (name: keyof Figures) => {
    const sorted = figures.map((one) => one[name]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    ms: of("ms"),
    p50: of("p50"),
    p99: of("p99"),
    failed: of("failed"),
    perSecond: of("perSecond"),
    cpu: of("cpu"),
    whole: of("whole"),
  };
}

/** What a door is called in its table, and what the ratio of requests must and should be (limits.md 8). */
export interface DoorGoals {
  readonly title: string;
  readonly peer: string;
  readonly ratio: string;
  readonly cpu: string;
}

/** The table, and the two ratios of the goals. */
export function doorTable(rows: readonly DoorRow[], goals: DoorGoals): string {
  const cells = (name: string, { perSecond, p50, p99, cpu, whole }: Figures) =>
    [
      name.padEnd(22),
      perSecond.toFixed(0).padStart(10),
      p50.toFixed(2).padStart(8),
      p99.toFixed(1).padStart(8),
      cpu.toFixed(0).padStart(10),
      whole.toFixed(0).padStart(12),
    ].join("");
  const head = `${"".padEnd(22)}${"requests/s".padStart(10)}${"p50 ms".padStart(8)}${"p99 ms".padStart(8)}${"CPU µs".padStart(10)}${"CPU µs all".padStart(12)}`;
  const lines = rows.flatMap(({ connections, ours, bare }) => [
    cells(`voelspriet, ${connections} at once`, ours),
    cells(`${goals.peer}, ${connections} at once`, bare),
    `  requests/s x ${(ours.perSecond / bare.perSecond).toFixed(2)} (${goals.ratio})   CPU x ${(ours.cpu / bare.cpu).toFixed(2)} while answering (${goals.cpu}), x ${(ours.whole / bare.whole).toFixed(2)} with all that follows`,
  ]);
  const where = canPin
    ? "servers on core 0, load on core 1"
    : "not pinned: server and load share the machine";
  return [`${goals.title}: signed message to durable acknowledgement; ${where}`, head, ...lines].join("\n");
}
