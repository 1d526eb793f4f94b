import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";

import { isLoopback, refusePublicTrial } from "#chat/web/loopback.ts";
import { openWebStage, rawRequest, type WebStage } from "./support/web-stage.ts";

let stage: WebStage;
let ready = true;
beforeAll(async () => {
  stage = await openWebStage({ ready: () => ready });
});
afterAll(() => stage.stop());

test.each([
  "0.0.0.0",
  "::",
  "192.168.1.10",
  "10.0.0.1",
  "voelspriet.example.nl",
  "127.0.0.1.example.nl",
  "1270.0.0.1",
  "",
])("the trial refuses to listen on %s and says what to do", (host) => {
  expect(() => refusePublicTrial(host)).toThrow(expect.objectContaining({ kind: "misconfigured" }));
  expect(() => refusePublicTrial(host)).toThrow(/127\.0\.0\.1/);
});

test.each(["127.0.0.1", "127.8.9.10", "localhost", "::1", "[::1]", "LOCALHOST"])(
  "%s is this machine",
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

test.each([
  "evil.example",
  "localhost.evil.example",
  "192.168.1.10:80",
  "[::2]:80",
  "127.0.0.1@evil.example",
])("a request that calls us %s is refused (DNS rebinding)", async (host) => {
  for (const path of ["/", "/api/state", "/events", "/healthz"]) {
    const answer = await rawRequest(stage.url, { path, headers: { Host: host } });
    expect([path, answer.status]).toEqual([path, 403]);
    expect(JSON.parse(answer.body).error).toBe("foreign_host");
  }
});

test("localhost is a good name too", async () => {
  const { port } = new URL(stage.url);
  const answer = await rawRequest(stage.url, { path: "/api/state", headers: { Host: `localhost:${port}` } });
  expect(answer.status).toBe(200);
});

test.each([
  { Origin: "https://evil.example" },
  { Origin: "null" },
  { Origin: "http://127.0.0.1:1" },
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site" },
])("another site may not press: %o", async (headers) => {
  const before = stage.fake.pressed.length;
  for (const [method, path] of [
    ["POST", "/api/press"],
    ["POST", "/api/reset"],
    ["GET", "/api/state"],
    ["GET", "/events"],
  ] as const) {
    const all = { "Content-Type": "application/json", ...headers } as Record<string, string>;
    const answer = await rawRequest(stage.url, { path, method, headers: all });
    expect([path, answer.status]).toEqual([path, 403]);
  }
  expect(stage.fake.pressed.length).toBe(before);
});

test("our own page may press, and so may a program without an Origin", async () => {
  const body = { key: "abcdefgh-1", as: "web:leerkracht", act: "help", on: "" };
  expect((await stage.post("/api/press", body)).status).toBe(200);
  expect((await stage.post("/api/press", { ...body, key: "abcdefgh-2" }, { Origin: stage.url })).status).toBe(
    200,
  );
});

test.each(["/", "/galerij", "/api/state", "/page/page.js", "/nothing", "/healthz"])(
  "%s carries the strict headers",
  async (path) => {
    const { headers } = await fetch(stage.url + path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
    if (path.startsWith("/api/")) expect(headers.get("cache-control")).toBe("no-store");
  },
);

test("readyz answers as soon as a signal can be taken, and not before; healthz as soon as there is anybody", async () => {
  expect((await fetch(`${stage.url}/readyz`)).status).toBe(200);
  ready = false;
  for (const path of ["/readyz", "/health"]) expect((await fetch(stage.url + path)).status, path).toBe(503);
  expect((await fetch(`${stage.url}/healthz`)).status).toBe(200);
  ready = true;
});

test.each([
  "/page/../web-platform.ts",
  "/page/%2e%2e/web-platform.ts",
  "/page/..%2fweb-platform.ts",
  "/vendor/x",
  "/page/",
  "/%zz",
])("%s gives nothing away", async (path) => {
  const { status, body } = await rawRequest(stage.url, { path, headers: {} });
  expect([400, 403, 404]).toContain(status);
  expect(body).not.toContain("openWebPlatform");
});

test("a request that is sent half is cut off within some ten seconds", { timeout: 20_000 }, async () => {
  const { port } = new URL(stage.url);
  const started = performance.now();
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(
    `POST /api/press HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"key"`,
  );
  await new Promise((resolve) => {
    socket.on("close", resolve);
    socket.on("error", resolve);
    socket.resume();
  });
  expect(performance.now() - started).toBeLessThan(15_000);
});
