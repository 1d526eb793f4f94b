import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { silentLog } from "#base/log.ts";
import { openPing } from "#watch/ping.ts";
import { openWatchStage, type WatchStage } from "./support/watch-stage.ts";

let stage: WatchStage;
afterEach(() => stage?.close());

const ill = "Voelspriet werkt nu niet goed";
const illEn = "Voelspriet is not working well now";
const well = "Voelspriet werkt weer";
const wellEn = "Voelspriet works again";

test("a platform that is away for six minutes: who coordinates hears it where that still works, once, and when it is back", async () => {
  stage = await openWatchStage();
  await stage.live(2);
  stage.set("slack", false);
  await stage.live(4.5);
  expect(stage.said()).toEqual([]);
  await stage.live(3);
  // Chris is only in Slack: nobody can tell him. Carla reads it in Teams.
  expect(stage.said()).toEqual([`teams:carla ${ill}`]);
  await stage.live(60);
  expect(stage.said()).toHaveLength(1);
  stage.set("slack", true);
  await stage.live(5);
  expect(stage.said()).toEqual([
    `slack:carla ${well}`,
    `slack:chris ${wellEn}`,
    `teams:carla ${ill}`,
    `teams:carla ${well}`,
  ]);
});

test("the message says what is wrong, since when, and what to do: the phone list and the paper form", async () => {
  stage = await openWatchStage();
  stage.set("slack", false);
  await stage.live(7);
  const words = JSON.stringify(stage.cards());
  for (const said of ["Slack is niet te bereiken", "10.12 uur", "telefoonlijst", "papieren formulier", "112"])
    expect(words).toContain(said);
});

test("a full disk: what can not be kept is sent at once, on every platform", async () => {
  stage = await openWatchStage();
  await stage.live(1);
  stage.state.full = true;
  await stage.live(10);
  expect(stage.said()).toEqual([`slack:carla ${ill}`, `slack:chris ${illEn}`, `teams:carla ${ill}`]);
  stage.state.full = false;
  await stage.live(10);
  expect(stage.said()).toHaveLength(6);
  expect(stage.said().filter((line) => line.includes(well))).toEqual([
    `slack:carla ${well}`,
    `teams:carla ${well}`,
  ]);
});

test("on leave: whoever coordinates and is there hears it; without a coordinator on what works, who is on duty", async () => {
  stage = await openWatchStage();
  await stage.store.setStaffing({
    person: "carla",
    away: { from: "2026-11-16", until: "2026-11-20" },
    capacity: null,
  });
  stage.set("slack", false);
  await stage.live(7);
  expect(stage.said()).toEqual([`teams:dora ${ill}`]);
});

test("no platform works: the log says it once, and when one is back whoever is there hears it", async () => {
  stage = await openWatchStage();
  stage.set("slack", false);
  stage.set("teams", false);
  await stage.live(20);
  expect(stage.said()).toEqual([]);
  const messages = stage.lines.map(({ message }) => message);
  expect(messages.filter((one) => one === "Voelspriet is ill.")).toHaveLength(2);
  expect(messages.filter((one) => one.startsWith("Nobody can be told"))).toHaveLength(1);
  stage.set("teams", true);
  await stage.live(1);
  expect(stage.said()).toEqual([`teams:carla ${ill}`]);
});

test("typed words, messages and clocks that nobody works on are each an illness, told in one message where they come together", async () => {
  stage = await openWatchStage();
  await stage.house.counter.press({
    key: "p1",
    by: "slack:juf",
    act: "report",
    on: "",
    fields: { organisation: "de-wilg", text: "De huur van dat gezin is drie maanden niet betaald." },
  });
  await stage.house.counter.say({
    key: "t1",
    by: "slack:juf",
    act: "tell",
    on: "",
    fields: { text: "en nog iets" },
  });
  stage.state.stuck = true;
  await stage.live(5);
  expect((await stage.store.counts(stage.clock.now())).waits.typed.length).toBe(1);
  await stage.live(3);
  stage.state.stuck = false;
  await stage.live(0.5);
  const first = stage.said();
  expect(first.filter((line) => line.includes(ill))).toHaveLength(2);
  const words = JSON.stringify(stage.cards());
  expect(words).toContain("Wat mensen typten is bewaard, maar nog niet gelezen.");
  expect(words).toContain("krijgt geen herinnering");
  expect(words).not.toContain("huur");
});

test("a restart in the middle of it does not tell it again, and tells that it is well", async () => {
  stage = await openWatchStage();
  stage.set("slack", false);
  await stage.live(8);
  expect(stage.said()).toHaveLength(1);
  await stage.restart(1);
  stage.set("slack", false);
  await stage.live(12);
  expect(stage.said()).toHaveLength(1);
  await stage.restart(1);
  stage.set("slack", true);
  await stage.live(5);
  expect(stage.said()).toContain(`slack:chris ${wellEn}`);
  expect(stage.said()).toHaveLength(4);
});

test("a program that was away for an hour says so when it is back; after a restart of a minute it says nothing", async () => {
  stage = await openWatchStage();
  await stage.live(2);
  await stage.restart(1);
  await stage.live(5);
  expect(stage.said()).toEqual([]);
  await stage.restart(60);
  await stage.live(5);
  expect(stage.said()).toEqual([`slack:carla ${well}`, `slack:chris ${wellEn}`, `teams:carla ${well}`]);
  expect(JSON.stringify(stage.cards())).toContain("Voelspriet stond stil: van");
});

test("what happens is counted where it happens", async () => {
  stage = await openWatchStage();
  const press = (key: string, text: string) =>
    stage.house.counter.press({
      key,
      by: "slack:juf",
      act: "report",
      on: "",
      fields: { organisation: "de-wilg", text },
    });
  await press("p1", "De huur van dat gezin is drie maanden niet betaald.");
  await press("p1", "De huur van dat gezin is drie maanden niet betaald.");
  await stage.live(3);
  const of = (what: "report" | "delivery" | "escalation") =>
    Object.fromEntries(
      stage.tally.of(what).map(({ labels, value }) => [Object.values(labels).join(" "), value]),
    );
  expect(of("report")["slack received"]).toBe(1);
  expect(of("delivery")["slack sent"]).toBeGreaterThan(1);
  stage.chats.slack.state.down = true;
  await press("p2", "Een gezin heeft schulden en aanmaningen.");
  await stage.live(1);
  expect(of("delivery")["slack retried"]).toBeGreaterThan(0);
  expect(of("escalation")).toEqual({});
});

test("a sign of life goes out each minute while all is well, and stays away from the first half minute that it is not", async () => {
  let pings = 0;
  stage = await openWatchStage({ ping: async () => void pings++ });
  await stage.live(10);
  expect(pings).toBe(10);
  stage.state.full = true;
  await stage.live(10);
  expect(pings).toBe(10);
  stage.state.full = false;
  await stage.live(2);
  expect(pings).toBe(12);
});

test("the sign of life is a bare request: no data, no redirect followed, and it never fails the watch", async () => {
  const asked: IncomingMessage[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    asked.push(request);
    response.writeHead(status, { Location: "/elsewhere" }).end("x".repeat(10_000));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const warned: string[] = [];
  const log = { ...silentLog, warn: (message: string) => void warned.push(message) };
  try {
    const ping = openPing(`http://127.0.0.1:${(server.address() as AddressInfo).port}/secret?x=1`, log);
    await ping();
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(["GET /secret?x=1"]);
    const { host: _, ...headers } = asked[0]?.headers ?? {};
    expect(JSON.stringify(headers)).not.toMatch(/cookie|authorization|voorbeeld/i);
    for (status of [302, 302, 500]) await ping();
    expect(asked.map(({ url }) => url)).not.toContain("/elsewhere");
  } finally {
    server.closeAllConnections();
    server.close();
  }
  expect(warned).toEqual(["The sign of life did not arrive at HEARTBEAT_URL."]);
  await openPing("http://127.0.0.1:1/secret", log)();
  expect(warned).toHaveLength(2);
  expect(JSON.stringify(warned)).not.toContain("secret");
});
