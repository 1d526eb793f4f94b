import { request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "#base/log.ts";
import { type FrontDoor, openFrontDoor } from "#start/front-door.ts";
import type { Health } from "#start/health.ts";
import { openTeamsRig, type TeamsRig } from "./support/teams-rig.ts";

/** The Teams door behind the real front door: its limits are of both. */
let rig: TeamsRig;
let front: FrontDoor;
beforeEach(async () => {
  rig = await openTeamsRig();
  const well: Health = { ready: true, platforms: {}, unread: 0, waiting: 0, dead: 0, unowned: 0 };
  front = await openFrontDoor({
    host: "127.0.0.1",
    port: 0,
    doors: { "/api/messages": rig.platform.handle },
    health: async () => well,
    log: silentLog,
  });
  rig.teams.deliverTo(`${front.url}/api/messages`);
});
afterEach(async () => {
  await front.stop();
  await rig.close();
});

const port = () => Number(new URL(front.url).port);

/** Somebody of ours types: has to be taken in, and soon. */
async function isOpen(): Promise<void> {
  const before = rig.said.length;
  const from = performance.now();
  expect((await rig.teams.user("juf").write("Ik maak me zorgen om een leerling.")).status).toBe(200);
  expect(performance.now() - from).toBeLessThan(3_000);
  expect(rig.said).toHaveLength(before + 1);
}

/** These bytes, and then nothing more. Resolves when the other side ends it; `ms`: when that was. */
function halfSent(bytes: string): { readonly ended: Promise<{ said: string; ms: number }>; drop(): void } {
  const { promise, resolve } = Promise.withResolvers<{ said: string; ms: number }>();
  const from = performance.now();
  let said = "";
  const socket = connect(port(), "127.0.0.1");
  socket.on("data", (piece) => {
    said += piece.toString("latin1");
  });
  socket.on("error", () => {});
  socket.on("close", () => resolve({ said, ms: performance.now() - from }));
  socket.write(bytes);
  return { ended: promise, drop: () => void socket.destroy() };
}

const head = "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

test("a hundred who send half a request are cut off within seconds, and meanwhile Teams comes in", {
  timeout: 30_000,
}, async () => {
  const slow = Array.from({ length: 100 }, (_, nth) =>
    halfSent(
      [
        `${head}Content-Length: 100000\r\n\r\n{"type":"message","text":"`,
        `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n`,
        `${head}Content-Le`,
        "POST /api/mess",
      ][nth % 4] ?? "",
    ),
  );
  for (let time = 0; time < 5; time++) await isOpen();
  const ends = await Promise.all(slow.map(({ ended }) => ended));
  for (const { said, ms } of ends) {
    expect(said).toMatch(/^(HTTP\/1\.1 (400|408) |$)/);
    expect(ms).toBeLessThan(12_000);
  }
  await isOpen();
});

test("who sends one byte at a time does not keep a place for ever", { timeout: 30_000 }, async () => {
  const { ended, drop } = halfSent(`${head}Content-Length: 100000\r\n\r\n`);
  const dripping = connect(port(), "127.0.0.1").on("error", () => {});
  dripping.write(`${head}Content-Length: 100000\r\n\r\n`);
  const drip = setInterval(() => dripping.writable && dripping.write("x"), 50);
  const gone = new Promise<void>((resolve) => dripping.on("close", () => resolve()).resume());
  const from = performance.now();
  await Promise.all([ended, gone]);
  clearInterval(drip);
  drop();
  expect(performance.now() - from).toBeLessThan(12_000);
  await isOpen();
});

test("too large, compressed, or said to be smaller than it is: refused, and not kept in memory", async () => {
  const large = await rig.teams.raw(Buffer.alloc(513 * 1_024, 0x20));
  expect(large.status).toBe(413);
  const statuses = await Promise.all(
    Array.from({ length: 40 }, () =>
      rig.teams.raw(Buffer.alloc(5_000_000, 0x20)).then(({ status }) => status),
    ),
  );
  // Whoever does not listen for the answer has the line cut.
  for (const status of statuses) expect([0, 413]).toContain(status);
  for (const encoding of ["gzip", "br", "deflate", "zstd", "x"])
    expect((await rig.teams.raw("{}", { headers: { "content-encoding": encoding } })).status).toBe(415);
  const lying = halfSent(`${head}Content-Length: 5\r\n\r\n{"type":"message"}`);
  await sleep(100);
  lying.drop();
  await isOpen();
});

test("two thousand forged requests, twenty at a time: none has an effect, the log stays short, Teams comes in", {
  timeout: 60_000,
}, async () => {
  const juf = rig.teams.user("juf");
  await isOpen();
  const before = rig.said.length;
  const keys = rig.teams.calls("keys").length;
  for (let round = 0; round < 100; round++) {
    const forged = await Promise.all(
      Array.from({ length: 20 }, (_, nth) =>
        juf.write("Vals", {
          token:
            (["broken-signature", "unknown-kid", "alg-none", "absent", "entra"] as const)[nth % 5] ??
            "absent",
        }),
      ),
    );
    for (const { status } of forged) expect(status).toBe(401);
  }
  expect(rig.said).toHaveLength(before);
  expect(rig.teams.calls("keys").length - keys).toBeLessThanOrEqual(2);
  expect(rig.lines.filter(({ level }) => level !== "info").length).toBeLessThanOrEqual(3);
  await isOpen();
});

test("five hundred people type in the same moment: each is kept once, and none is told otherwise", {
  timeout: 60_000,
}, async () => {
  const people = Array.from({ length: 500 }, (_, nth) => rig.teams.user(`mens${nth}`));
  const all = await Promise.all(people.map((one) => one.write("Ik maak me zorgen om een leerling.")));
  const kept = all.filter(({ status }) => status === 200).length;
  // A place that is not there may be refused, never said to be kept.
  expect(new Set(rig.said.map(({ by, key }) => `${by} ${key}`)).size).toBe(rig.said.length);
  expect(rig.said.length).toBeGreaterThanOrEqual(kept);
  expect(kept).toBe(500);
});

test("a request with two lengths or a hidden second one is not taken for two", async () => {
  const smuggled = [
    `${head}Content-Length: 5\r\nContent-Length: 50\r\n\r\n{}`,
    `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nPOST /api/messages HTTP/1.1\r\n\r\n`,
    `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
  ];
  for (const bytes of smuggled) {
    const { ended, drop } = halfSent(bytes);
    const end = await Promise.race([ended, sleep(2_000).then(() => null)]);
    drop();
    expect(end?.said ?? "HTTP/1.1 400").toMatch(/^HTTP\/1\.1 400/);
  }
  const twice = await new Promise<number>((resolve) => {
    const sent = request(`${front.url}/api/messages`, { method: "POST" }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.setHeader("authorization", ["Bearer a.b.c", "Bearer d.e.f"]);
    sent.end("{}");
  });
  expect(twice).toBe(401);
  expect(rig.said).toEqual([]);
  await isOpen();
});
