import { expect, test } from "vitest";

import { eventually } from "./support/eventually.ts";
import { anEvent } from "./support/signed-door.ts";
import { socketStage, soon, watchSockets } from "./support/socket-stage.ts";

watchSockets();

test("stopping lets what is being stored finish, takes nothing new, and leaves no socket and no timer", async () => {
  const ready = Promise.withResolvers<void>();
  const before = timers();
  const s = await socketStage({ work: () => ready.promise });
  s.socket.start();
  await s.until("connected");
  s.slack.deliver("e1", anEvent());
  await soon(50);
  const stopping = s.socket.stop();
  s.slack.deliver("e2", anEvent());
  await soon(50);
  ready.resolve();
  await stopping;
  await eventually(() => s.slack.live.length).toBe(0);
  expect(s.slack.acks).toEqual([{ envelope_id: "e1" }]);
  expect(s.effects).toHaveLength(1);
  expect(timers()).toBeLessThanOrEqual(before);
  const { connections } = s.slack.state;
  await soon(200);
  expect(s.slack.state.connections).toBe(connections);
});

test.each([0, 1, 3, 8, 20, 60])("stopping %i ms after the start leaves nothing either", async (ms) => {
  const before = timers();
  const s = await socketStage();
  s.socket.start();
  if (ms > 0) await soon(ms);
  await s.socket.stop();
  await eventually(() => s.slack.live.length).toBe(0);
  expect(timers()).toBeLessThanOrEqual(before);
});

test.each(["hang", { status: 500 }, { error: "invalid_auth" }] as const)(
  "stopping while Slack can not be reached (%j) is quick and leaves nothing",
  async (opening) => {
    const before = timers();
    const s = await socketStage({ waitMs: 10 });
    s.slack.state.opening = opening;
    s.socket.start();
    await soon(60);
    const from = performance.now();
    await s.socket.stop();
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(timers()).toBeLessThanOrEqual(before);
  },
);

test("stopping at a counterpart that does not say goodbye is quick and leaves nothing", async () => {
  const before = timers();
  const s = await socketStage();
  s.socket.start();
  await s.until("connected");
  s.slack.freeze();
  const from = performance.now();
  await s.socket.stop();
  expect(performance.now() - from).toBeLessThan(3_000);
  expect(timers()).toBeLessThanOrEqual(before);
});

test("stopping what never started is no trouble", async () => {
  const s = await socketStage();
  await s.socket.stop();
  expect(s.slack.state.calls).toBe(0);
});

/** Timers that keep the process alive. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
}
