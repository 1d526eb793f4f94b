import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { App } from "@slack/bolt";
import { afterEach, expect, test } from "vitest";

import { systemClock } from "#base/clock.ts";
import { openIdentity } from "#chat/slack/line/identity.ts";
import { quiet } from "#chat/slack/line/quiet.ts";
import { openHttpReceiver } from "#chat/slack/line/receiver.ts";
import { openSocket } from "#chat/slack/line/socket.ts";
import { openSlackApi } from "#chat/slack/out/web-api.ts";
import { eventually } from "./support/eventually.ts";
import { openFakeSlack } from "./support/fake-slack/fake-slack.ts";
import { keepingLog } from "./support/keeping-log.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface StageOptions {
  readonly how: "http" | "socket";
  readonly install?: "workspace" | "grid";
  /** Fails, or waits, the first so many times. */
  readonly work?: (time: number) => Promise<void>;
}

/** A whole Slack, and both ways in which it reaches us, with a listener that counts. */
async function stage({ how, install = "workspace", work = async () => {} }: StageOptions) {
  const slack = await openFakeSlack({ install, ackMs: 3_000 });
  closing.push(() => slack.close());
  const log = keepingLog();
  const kept = new Map<string, string>();
  const identity = openIdentity({
    api: openSlackApi({ token: slack.botToken, apiUrl: slack.apiUrl }),
    memory: {
      recall: async (name) => kept.get(name) ?? null,
      remember: async (name, value) => void kept.set(name, value),
    },
    homes: [slack.home],
    clock: systemClock,
    log,
  });
  const parts = { admits: identity.admits, clock: systemClock, log };
  const http = how === "http" ? openHttpReceiver({ ...parts, signingSecret: slack.signingSecret }) : null;
  const socket =
    how === "socket" ? openSocket({ ...parts, appToken: slack.appToken, apiUrl: slack.apiUrl }) : null;
  const receiver = http?.receiver ?? socket?.receiver;
  if (receiver === undefined) throw new Error("There is no way in.");
  const effects: string[] = [];
  let time = 0;
  const effect = async (what: string) => {
    time += 1;
    await work(time);
    effects.push(what);
  };
  const app = new App({
    receiver,
    logger: quiet,
    convoStore: false,
    authorize: async () => ({ botToken: slack.botToken, botId: "B1", botUserId: slack.bot.userId }),
  });
  app.event(/.*/, ({ event }) => effect(event.type));
  app.command(/.*/, async ({ ack }) => {
    await effect("command");
    await ack();
  });
  app.shortcut(/.*/, async ({ ack }) => {
    await effect("shortcut");
    await ack();
  });
  await identity.start();
  closing.push(() => identity.stop());
  if (http !== null) {
    const server = createServer(http.handle);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
    closing.push(async () => server.close());
  } else {
    socket?.start();
    slack.deliverTo("socket");
    await slack.sockets.ready();
    closing.push(async () => socket?.stop());
  }
  await eventually(() => identity.standing().state).toBe("connected");
  return { slack, identity, socket, effects, log, juf: slack.user("U0JUF00001", { name: "juf" }) };
}

const ways = (["http", "socket"] as const).flatMap((how) =>
  (["workspace", "grid"] as const).map((install) => ({ how, install })),
);

test.each(ways)("what somebody does in Slack arrives, once, in time ($how, $install)", async (way) => {
  const s = await stage(way);
  const deliveries = [
    await s.juf.dm("Ik maak me zorgen"),
    await s.juf.command("/signaal", "help"),
    await s.juf.shortcut("report"),
    await s.juf.openHome(),
  ];
  expect(deliveries.map(({ status, tries }) => [status, tries])).toEqual(deliveries.map(() => [200, 1]));
  expect(s.effects).toEqual(["message", "command", "shortcut", "app_home_opened"]);
  expect(s.identity.self()?.home).toBe(s.slack.home);
  s.slack.assertNoFaults();
});

test.each(ways)("what happens at somebody else's has no effect here ($how, $install)", async (way) => {
  const s = await stage(way);
  const foreign = { team: "T0FOREIGN01", ...(way.install === "grid" && { enterprise: "E0FOREIGN01" }) };
  const event = await s.juf.dm("Ik maak me zorgen", foreign);
  expect(event).toMatchObject({ status: 200, tries: 1 });
  const command = await s.juf.command("/signaal", "", foreign);
  expect(command.status).toBe(way.how === "http" ? 403 : 200);
  expect(s.effects).toEqual([]);
});

test.each(ways)("what could not be stored comes again and is stored then ($how, $install)", async (way) => {
  const s = await stage({
    ...way,
    work: async (time) => {
      if (time < 3) throw new Error("disk full");
    },
  });
  s.slack.settings.ackMs = 300;
  const delivery = await s.juf.dm("Ik maak me zorgen");
  expect(delivery).toMatchObject({ status: 200, tries: 3 });
  expect(s.effects).toEqual(["message"]);
});

test("forged in every way that Slack knows, nothing gets in", async () => {
  const s = await stage({ how: "http" });
  for (const signature of ["other", "absent", "truncated", "v1"] as const) {
    expect((await s.juf.command("/signaal", "", { signature })).status).toBe(401);
  }
  for (const skewMs of [-360_000, 360_000]) {
    expect((await s.juf.command("/signaal", "", { skewMs })).status).toBe(401);
  }
  expect(s.effects).toEqual([]);
  expect((await s.juf.command("/signaal")).status).toBe(200);
});

test("connections come and go, what is said in between arrives over the next one", async () => {
  const s = await stage({ how: "socket" });
  s.slack.sockets.say("warning");
  expect(await s.juf.dm("Een")).toMatchObject({ status: 200 });
  s.slack.sockets.say("refresh_requested");
  expect(await s.juf.dm("Twee")).toMatchObject({ status: 200 });
  s.slack.sockets.drop();
  expect(await s.juf.dm("Drie")).toMatchObject({ status: 200 });
  s.slack.sockets.refuse(1);
  s.slack.sockets.drop();
  await eventually(() => s.slack.sockets.open).toBe(1);
  expect(await s.juf.dm("Vier")).toMatchObject({ status: 200 });
  expect(s.effects).toEqual(["message", "message", "message", "message"]);
  s.slack.assertNoFaults();
});

test("the token is taken away: that is seen, and it is seen when it is back", async () => {
  const s = await stage({ how: "http" });
  s.slack.settings.token = "revoked";
  await s.identity.check();
  expect(s.identity.standing()).toMatchObject({
    state: "refused",
    complaint: expect.stringContaining("token"),
  });
  s.slack.settings.token = "valid";
  await s.identity.check();
  expect(s.identity.standing()).toMatchObject({ state: "connected", complaint: null });
});
