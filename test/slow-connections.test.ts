import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { silentLog } from "#base/log.ts";
import { openFrontDoor } from "#start/front-door.ts";
import { openKillTown } from "./support/kill-slack.ts";
import { memoryMbOf } from "./support/memory-of.ts";
import { startHouse } from "./support/start-house.ts";
import { openTeamsRig } from "./support/teams-rig.ts";

/** A door that is open to the world, and somebody of ours who uses it meanwhile. */
interface Door {
  readonly url: string;
  readonly path: string;
  readonly pid: number;
  /** Gives the status. */
  good(): Promise<number>;
  stop(): Promise<unknown>;
}

const stops: Door["stop"][] = [];
afterAll(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** The real program. */
async function slack(): Promise<Door> {
  const town = await openKillTown({ how: "http" });
  await town.start();
  const juf = town.slack.user("U0JUF");
  const good = async () => (await juf.dm("Een leerling is al weken somber.")).status;
  return { url: town.url, path: "/slack/events", pid: town.pid(), good, stop: () => town.close() };
}

/** Teams' door behind the front door, in this process. */
async function teams(): Promise<Door> {
  const rig = await openTeamsRig();
  const front = await openFrontDoor({
    host: "127.0.0.1",
    port: 0,
    doors: { "/api/messages": rig.platform.handle },
    health: async () => ({ ready: true, platforms: {}, unread: 0, waiting: 0, dead: 0, unowned: 0 }),
    log: silentLog,
  });
  rig.teams.deliverTo(`${front.url}/api/messages`);
  const good = async () => (await rig.teams.user("juf").write("Een leerling is al weken somber.")).status;
  const stop = () => front.stop().then(() => rig.close());
  return { url: front.url, path: "/api/messages", pid: process.pid, good, stop };
}

/** The real program. */
async function trial(): Promise<Door> {
  const { url, pid, stop } = await startHouse();
  const good = async () => (await fetch(`${url}/api/state`)).status;
  return { url, path: "/api/press", pid, good, stop };
}

/** How a request begins, and what comes of it now and then. */
const ways = (path: string, host: string): readonly (readonly [begin: string, more: string])[] => {
  const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`;
  return [
    [`${head}Content-Length: 100000\r\n\r\n{"text":"`, "a"],
    [`${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n`, "1\r\na\r\n"],
    [`${head}X-Slow: a`, "a"],
    ["POST /a", "a"],
  ];
};

/** Keeps a connection as long as it can. Gives what was said when the other side ended it. */
function slowly(port: number, [begin, more]: readonly [string, string]) {
  const { promise: ended, resolve } = Promise.withResolvers<string>();
  let said = "";
  const socket = connect(port, "127.0.0.1");
  const connected = new Promise((done) => socket.once("connect", done));
  const drip = setInterval(() => socket.write(more), 500);
  socket.on("data", (piece) => {
    said += piece.toString("latin1");
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    clearInterval(drip);
    resolve(said);
  });
  socket.write(begin);
  return { connected, ended, isOpen: () => !socket.closed };
}

const many = 500;

test.concurrent.each([
  ["Slack's door", slack],
  ["Teams' door", teams],
  ["the trial page", trial],
] as const)(
  "five hundred who send a byte now and then are cut off, and meanwhile %s is open",
  { timeout: 90_000 },
  async (what, open) => {
    const door = await open();
    stops.push(door.stop);
    for (let times = 0; times < 20; times++) expect(await door.good()).toBe(200);
    const before = memoryMbOf(door.pid, "now");
    const { port, host } = new URL(door.url);
    const all = ways(door.path, host);
    const slow = Array.from({ length: many }, (_, nth) => slowly(Number(port), all[nth % 4] ?? ["", ""]));
    await Promise.all(slow.map(({ connected }) => connected));

    const seen: {
      readonly open: number;
      readonly status: number;
      readonly ms: number;
      readonly more: number;
    }[] = [];
    const left = () => slow.filter(({ isOpen }) => isOpen()).length;
    while (left() > 0) {
      const [at, from] = [left(), performance.now()];
      const status = await door.good();
      const more = memoryMbOf(door.pid, "now") - before;
      seen.push({ open: at, status, ms: performance.now() - from, more });
      await sleep(400);
    }
    expect(seen.filter(({ open: at }) => at === many)).not.toEqual([]);
    expect(seen.filter(({ status }) => status !== 200)).toEqual([]);
    for (const { ended } of slow) expect(await ended).toMatch(/^(HTTP\/1\.1 (400|408) |$)/);
    const most = Math.max(...seen.map(({ more }) => more));
    expect(most).toBeLessThan(100);
    expect(await door.good()).toBe(200);
    const slowest = Math.max(...seen.map(({ ms }) => ms));
    console.info(
      `${what}: ${seen.length} good ones meanwhile, the slowest ${Math.round(slowest)} ms, ${Math.round(most)} MB more`,
    );
  },
);
