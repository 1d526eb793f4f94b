import { expect, test } from "vitest";

import { stoppedClock } from "#base/clock.ts";
import type { Admission } from "#chat/slack/line/identity.ts";
import { openSocket } from "#chat/slack/line/socket.ts";
import { eventually } from "./support/eventually.ts";
import { keepingLog } from "./support/keeping-log.ts";
import { anEvent } from "./support/signed-door.ts";
import { socketStage, soon, watchSockets } from "./support/socket-stage.ts";

watchSockets();

test("a message over the socket is acknowledged when it is stored", async () => {
  const ready = Promise.withResolvers<void>();
  const s = await socketStage({ work: () => ready.promise });
  s.socket.start();
  expect(s.socket.state().state).toBe("starting");
  await s.until("connected");
  s.slack.deliver("e1", anEvent(), { retry_attempt: 2, retry_reason: "timeout" });
  await soon();
  expect(s.slack.acks).toEqual([]);
  ready.resolve();
  await eventually(() => s.slack.acks).toEqual([{ envelope_id: "e1" }]);
  expect(s.effects).toEqual(["event message"]);
  expect(new Set(s.slack.tokens)).toEqual(new Set(["Bearer xapp-1-A0001-1-secret"]));
});

test("what could not be stored is not acknowledged", async () => {
  const s = await socketStage({ work: () => Promise.reject(new Error("disk full")) });
  s.socket.start();
  await s.until("connected");
  s.slack.deliver("e1", anEvent());
  s.slack.say({
    type: "slash_commands",
    envelope_id: "c1",
    payload: command,
    accepts_response_payload: true,
  });
  await eventually(() => s.log.lines.filter(({ level }) => level === "error").length).toBe(2);
  await soon();
  expect(s.slack.acks).toEqual([]);
});

test("what takes too long is not acknowledged, also not when it is ready after all", async () => {
  const ready = Promise.withResolvers<void>();
  const s = await socketStage({ work: () => ready.promise, times: { deadline: 60 } });
  s.socket.start();
  await s.until("connected");
  s.slack.deliver("e1", anEvent());
  s.slack.say({
    type: "slash_commands",
    envelope_id: "c1",
    payload: command,
    accepts_response_payload: true,
  });
  await eventually(() => s.log.lines.filter(({ facts }) => facts.kind === "late").length).toBe(2);
  ready.resolve();
  await eventually(() => s.effects.length).toBe(2);
  await soon();
  expect(s.slack.acks).toEqual([]);
});

const command = { command: "/signaal", text: "help", team_id: "T0001", user_id: "U2", channel_id: "D1" };

test("the answer to a command goes with its acknowledgement, where Slack takes one", async () => {
  const s = await socketStage();
  s.socket.start();
  await s.until("connected");
  s.slack.say({
    type: "slash_commands",
    envelope_id: "c1",
    payload: command,
    accepts_response_payload: true,
  });
  s.slack.say({ type: "slash_commands", envelope_id: "c2", payload: command });
  await eventually(() => s.slack.acks.length).toBe(2);
  expect(s.slack.acks).toEqual([{ envelope_id: "c1", payload: { text: "Hulp" } }, { envelope_id: "c2" }]);
});

test("a delivery for another workspace is taken off Slack's hands and has no effect; one of whom nothing is known waits", async () => {
  let admission: Admission = "foreign";
  const s = await socketStage({ admits: () => admission });
  s.socket.start();
  await s.until("connected");
  s.slack.deliver("e1", anEvent());
  await eventually(() => s.slack.acks).toEqual([{ envelope_id: "e1" }]);
  admission = "unknown";
  s.slack.deliver("e2", anEvent());
  await soon();
  expect(s.slack.acks).toHaveLength(1);
  expect(s.effects).toEqual([]);
});

test("Slack out of reach at the start: we keep trying, ever less often, and connect when it is back", async () => {
  const s = await socketStage();
  s.slack.state.opening = { status: 503 };
  s.socket.start();
  await s.until("unreachable");
  expect(s.socket.state().complaint).not.toBeNull();
  await eventually(() => s.waits.length).toBeGreaterThan(7);
  expect(s.waits.slice(0, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(s.log.lines.filter(({ level }) => level === "warn")).toHaveLength(1);
  s.slack.state.opening = "ok";
  await s.until("connected");
  expect(s.slack.state.connections).toBe(1);
});

test.each([
  "hang",
  "nonsense",
  "no url",
  { status: 500 },
  { error: "internal_error" },
  { error: "fatal_error" },
] as const)("when the address of the socket can not be had (%j) it is tried again", async (opening) => {
  const s = await socketStage();
  s.slack.state.opening = opening;
  s.socket.start();
  if (opening === "hang") {
    await eventually(() => s.slack.state.calls).toBe(1);
    s.slack.state.opening = "ok";
    await s.socket.stop();
    return;
  }
  await s.until("unreachable");
  s.slack.state.opening = "ok";
  await s.until("connected");
});

test("nobody at the other end at all", async () => {
  const waits: number[] = [];
  const socket = openSocket({
    appToken: "xapp-1",
    apiUrl: "http://127.0.0.1:9/api/",
    clock: stoppedClock(0),
    log: keepingLog(),
    pause: async (ms) => {
      waits.push(ms);
      await soon(1);
    },
  });
  socket.start();
  await eventually(() => waits.length).toBeGreaterThan(3);
  expect(socket.state().state).toBe("unreachable");
  await socket.stop();
});

test.each(["invalid_auth", "not_authed", "account_inactive", "token_revoked", "not_allowed_token_type"])(
  "an app token that Slack refuses (%s) is said, and tried again slowly",
  async (error) => {
    const s = await socketStage({ waitMs: 20 });
    s.slack.state.opening = { error };
    s.socket.start();
    await s.until("refused");
    expect(s.socket.state().complaint).toContain("SLACK_APP_TOKEN");
    expect(s.waits).toContain(60_000);
    expect(Math.min(...s.waits)).toBe(60_000);
    s.slack.state.opening = "ok";
    await s.until("connected");
    expect(s.socket.state().complaint).toBeNull();
    expect(JSON.stringify(s.log.lines)).not.toContain("xapp-");
  },
);

test("an address that is not Slack's is a fault of the settings, not of the token", async () => {
  const s = await socketStage({ waitMs: 20 });
  s.slack.state.opening = { status: 404 };
  s.socket.start();
  await s.until("refused");
  expect(s.socket.state().complaint).not.toContain("SLACK_APP_TOKEN");
  s.slack.state.opening = "ok";
  await s.until("connected");
});

test("a connection that breaks is made again, and every time it is heard", async () => {
  const s = await socketStage();
  s.socket.start();
  for (let times = 1; times <= 3; times += 1) {
    await eventually(() => s.slack.state.connections).toBe(times);
    s.slack.deliver(`e${times}`, anEvent());
    await eventually(() => s.slack.acks.length).toBe(times);
    s.slack.drop();
  }
  expect(s.waits.every((ms) => ms === 1_000)).toBe(true);
});

test("a connection that Slack wants replaced is replaced at once, the old one staying until the new one stands", async () => {
  const s = await socketStage();
  s.socket.start();
  await s.until("connected");
  for (const reason of ["warning", "refresh_requested"]) {
    const { connections } = s.slack.state;
    s.clock.pass(3_600_000);
    s.slack.say({ type: "disconnect", reason });
    await eventually(() => s.slack.state.connections).toBe(connections + 1);
    expect(s.slack.live.length).toBeGreaterThanOrEqual(2);
    expect(s.socket.state()).toMatchObject({ state: "connected", since: 1_000_000 });
  }
  expect(s.waits).toEqual([]);
  await eventually(() => s.slack.live.length).toBe(1);
});

test("what came over the old connection is acknowledged over it", async () => {
  const ready = Promise.withResolvers<void>();
  const s = await socketStage({ work: () => ready.promise });
  s.socket.start();
  await s.until("connected");
  s.slack.deliver("e1", anEvent());
  s.slack.say({ type: "disconnect", reason: "warning" });
  await eventually(() => s.slack.state.connections).toBe(2);
  ready.resolve();
  await eventually(() => s.slack.acks).toEqual([{ envelope_id: "e1" }]);
});

test("a counterpart that wants a fresh connection all the time does not keep us busy", async () => {
  const s = await socketStage();
  s.socket.start();
  await s.until("connected");
  for (let times = 1; times <= 8; times += 1) {
    await eventually(() => s.slack.state.connections).toBe(times);
    s.slack.say({ type: "disconnect", reason: "refresh_requested" });
  }
  await eventually(() => s.waits.length).toBeGreaterThan(0);
});

test("Socket Mode that is switched off in Slack is said", async () => {
  const s = await socketStage({ waitMs: 50 });
  s.socket.start();
  await s.until("connected");
  s.slack.say({ type: "disconnect", reason: "link_disabled" });
  await s.until("refused");
  expect(s.socket.state().complaint).toContain("Socket Mode");
  expect(s.waits).toEqual([60_000]);
});

test("a connection that is only half there is noticed and replaced", async () => {
  const s = await socketStage({ times: { pong: 300 } });
  s.socket.start();
  await s.until("connected");
  await soon(700);
  expect(s.slack.state.connections).toBe(1);
  s.slack.freeze();
  await eventually(() => s.slack.state.connections).toBe(2);
  s.slack.deliver("e1", anEvent());
  await eventually(() => s.slack.acks).toEqual([{ envelope_id: "e1" }]);
});

test("a counterpart that never greets is left", async () => {
  const s = await socketStage({ times: { greeting: 100 } });
  s.slack.state.greets = false;
  s.socket.start();
  await s.until("unreachable");
  s.slack.state.greets = true;
  await s.until("connected");
});

test("Slack's word that it held events back is heard", async () => {
  const s = await socketStage();
  s.socket.start();
  await s.until("connected");
  s.slack.deliver("e1", { type: "app_rate_limited", team_id: "T0001", minute_rate_limited: 1 });
  await eventually(() => s.slack.acks).toEqual([{ envelope_id: "e1" }]);
  expect(s.log.lines).toContainEqual(expect.objectContaining({ level: "error" }));
});
