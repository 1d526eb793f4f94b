import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { type FrontDoor, openFrontDoor, type RawHandler } from "#start/front-door.ts";
import { type Health, openHealth } from "#start/health.ts";
import type { Counts } from "#store/store.ts";
import { openLook, type PlatformHealth } from "#watch/look.ts";

const well: Health = { ready: true, platforms: {}, unread: 0, waiting: 0, dead: 0, unowned: 0 };
const opened: FrontDoor[] = [];

async function open(
  given: {
    doors?: Record<string, RawHandler>;
    health?: () => Promise<Health>;
    host?: string;
    port?: number;
  } = {},
): Promise<FrontDoor> {
  const door = await openFrontDoor({
    host: given.host ?? "127.0.0.1",
    port: given.port ?? 0,
    doors: given.doors ?? {},
    health: given.health ?? (async () => well),
    log: silentLog,
  });
  opened.push(door);
  return door;
}

afterEach(async () => {
  for (const door of opened.splice(0)) await door.stop();
});

test("a platform's door gets the request as it was sent, before anything has read it", async () => {
  const doors: Record<string, RawHandler> = {
    "/slack/events": (request, response) => {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        response.end(JSON.stringify([request.method, request.url, Buffer.concat(pieces).toString("hex")]));
      });
    },
  };
  const { url } = await open({ doors });
  const body = Buffer.from('{ "a" : 1 }\r\n\u00e9', "latin1");
  const answer = await fetch(`${url}/slack/events?x=1`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
  });
  expect(await answer.json()).toEqual(["POST", "/slack/events?x=1", body.toString("hex")]);
});

test.each([
  "/",
  "/slack/events",
  "/slack/events/",
  "/SLACK/events",
  "/api/state",
  "/..",
  "/constructor",
  "/__proto__",
])("there is nothing at %s where no platform has its door", async (path) => {
  const { url } = await open();
  const answer = await fetch(url + path, { method: "POST", body: "{}" });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ error: "unknown_path", message: "There is nothing here." });
});

test("answers carry safe headers and do not say what runs here", async () => {
  const { url } = await open();
  const { headers } = await fetch(`${url}/health`);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect([headers.get("x-powered-by"), headers.get("server"), headers.get("etag")]).toEqual([
    null,
    null,
    null,
  ]);
});

test.each(["/readyz", "/health"])("%s is 200 when all is well and 503 when not", async (path) => {
  let health = well;
  const { url } = await open({ health: async () => health });
  expect((await fetch(url + path)).status).toBe(200);
  health = { ...well, ready: false, unowned: 2 };
  const answer = await fetch(url + path);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual(health);
});

test("/healthz is 200 as long as the process lives, and asks nobody else", async () => {
  let asked = 0;
  const health = async () => ({ ...well, ready: false, waiting: ++asked });
  const { url } = await open({ health });
  const answer = await fetch(`${url}/healthz`);
  expect([answer.status, await answer.text()]).toEqual([200, "alive\n"]);
  expect(asked).toBe(0);
});

test("a failure inside is told without its words", async () => {
  const { url } = await open({
    health: () => Promise.reject(new Error("xoxb-geheim at /srv/gemeente")),
  });
  const answer = await fetch(`${url}/health`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/geheim|gemeente|node_modules|\.ts/);
});

test("an address that can not be read gets a clear answer", async () => {
  const { url } = await open();
  expect([400, 404]).toContain((await fetch(`${url}/%E0%A4%A`)).status);
});

test("a port that is taken is named, with what to do", async () => {
  const { url } = await open();
  const port = Number(new URL(url).port);
  await expect(open({ port })).rejects.toThrow(
    expect.objectContaining({
      kind: "misconfigured",
      message: expect.stringContaining(`Port ${port} is in use.`),
    }),
  );
});

test("an address of another machine is named, with what to do", async () => {
  await expect(open({ host: "192.0.2.1" })).rejects.toThrow(
    expect.objectContaining({
      kind: "misconfigured",
      message: expect.stringContaining("HOST 192.0.2.1 is not an address of this machine"),
    }),
  );
});

test("stopping lets who is being answered finish, and lets nobody in any more", async () => {
  const doors: Record<string, RawHandler> = {
    "/slack/events": (_request, response) => {
      setTimeout(() => response.end("kept"), 300);
    },
  };
  const { url, stop } = await open({ doors });
  const asked = fetch(`${url}/slack/events`, { method: "POST" });
  await sleep(100);
  const stopping = stop();
  await expect(fetch(`${url}/health`)).rejects.toThrow();
  expect(await (await asked).text()).toBe("kept");
  await stopping;
});

test("stopping does not wait for ever for a door that does not answer", async () => {
  const { url, stop } = await open({ doors: { "/slack/events": () => {} } });
  const asked = fetch(`${url}/slack/events`, { method: "POST" }).then(
    () => "answered",
    () => "cut off",
  );
  await sleep(50);
  const before = performance.now();
  await stop();
  expect(await asked).toBe("cut off");
  expect(performance.now() - before).toBeLessThan(6_000);
});

test("a request that is sent half is cut off", async () => {
  const { url } = await open();
  const before = performance.now();
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write("POST /slack/events HTTP/1.1\r\nHost: x\r\n");
  socket.resume();
  await new Promise((resolve) => socket.on("close", resolve));
  expect(performance.now() - before).toBeLessThan(9_000);
});

const none: Counts = {
  signals: 0,
  open: 0,
  unowned: 0,
  waitingTyped: 0,
  waitingNotices: 0,
  deadNotices: 0,
  dueTimers: 0,
  stages: {} as Counts["stages"],
  waits: {
    typed: { length: 0, first: null, last: null },
    urgent: { length: 0, first: null, last: null },
    other: { length: 0, first: null, last: null },
    timerDue: null,
    unheldSince: null,
    unheldDue: null,
  },
};

function healthOf(
  counts: () => Promise<Counts>,
  slack: PlatformHealth,
  remember: () => Promise<void> = async () => {},
) {
  const clock = stoppedClock(Date.UTC(2026, 10, 17, 9));
  const store = { counts, recall: async () => null, remember };
  const ask = openHealth(openLook({ store, clock, platforms: { slack: () => slack }, log: silentLog }));
  return { ask, clock };
}

test("health tells how each platform is and since when, and what waits: counts, no names", async () => {
  const since = Date.UTC(2026, 10, 17, 8);
  const { ask } = healthOf(async () => ({ ...none, waitingTyped: 2, waitingNotices: 3, deadNotices: 1 }), {
    ready: false,
    state: "unreachable",
    since,
  });
  expect(await ask()).toEqual({
    ready: false,
    platforms: { slack: { state: "unreachable", since: "2026-11-17T08:00:00.000Z" } },
    unread: 2,
    waiting: 3,
    dead: 1,
    unowned: 0,
  });
});

test("a store that can not be counted is not ready", async () => {
  const { ask } = healthOf(() => Promise.reject(new Error("disk")), {
    ready: true,
    state: "connected",
    since: 0,
  });
  expect(await ask()).toMatchObject({ ready: false, waiting: null });
});

test("a store that can be read but not written is not ready: nothing could be kept", async () => {
  const refuses = () => Promise.reject(new Error("disk"));
  const { ask } = healthOf(async () => none, { ready: true, state: "connected", since: 0 }, refuses);
  expect(await ask()).toMatchObject({ ready: false, waiting: 0 });
});

test("whoever asks health a thousand times counts the store once, and a little later again", async () => {
  let times = 0;
  const count = async () => ({ ...none, waitingNotices: ++times });
  const { ask, clock } = healthOf(count, { ready: true, state: "connected", since: 0 });
  await Promise.all(Array.from({ length: 1_000 }, ask));
  expect(times).toBe(1);
  clock.pass(2_500);
  expect(await ask()).toMatchObject({ ready: true, waiting: 2 });
});
