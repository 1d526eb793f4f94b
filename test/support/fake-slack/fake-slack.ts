import { setTimeout as sleep } from "node:timers/promises";
import { openCourier } from "./courier.ts";
import { openFaultBook } from "./faults.ts";
import type { Delivery, FakeSlack, FakeSlackOptions } from "./interface.ts";
import { methodsOf } from "./methods.ts";
import { eventCallback } from "./payloads.ts";
import { personOf } from "./person.ts";
import { asText, seenMessage } from "./reading.ts";
import { openSocketDoor } from "./socket-door.ts";
import { openWebServer } from "./web-server.ts";
import { makeWorld, type World } from "./world.ts";

export type * from "./interface.ts";

/**
 * A strict Slack of our own on 127.0.0.1: its Web API (what Slack would refuse, it refuses by Slack's own names) and
 * its people, who type and press in a client that delivers to the app as Slack does. Close it at the end.
 *
 * ```ts
 * const slack = await openFakeSlack({ clock });
 * // start the app with slack.apiUrl, slack.botToken, slack.signingSecret (or slack.appToken)
 * slack.deliverTo(`http://127.0.0.1:${port}/slack/events`); // or slack.deliverTo("socket")
 * const juf = slack.user("U0JUF00001", { name: "juf" });
 * await juf.command("/signaal");
 * await juf.fillIn({ "Wat zie je?": "..." }).submit();
 * await slack.eventually(() => juf.messages().length > 0);
 * slack.assertNoFaults();
 * ```
 */
export async function openFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const world = makeWorld(options);
  const book = openFaultBook(() => world.clock.now());
  // The socket door hangs on the server, whose methods need the door: joined once both are there.
  const web = openWebServer(
    world,
    book,
    methodsOf(() => socketDoor.connect()),
  );
  const socketDoor = openSocketDoor(world, web.server);
  const courier = openCourier(world, socketDoor);
  await web.listen();
  hearOwnMessages(world, courier);
  const [team] = world.teams;
  if (team === undefined) throw new Error("There is no workspace.");

  const slack: FakeSlack = {
    apiUrl: `${world.origin}/api/`,
    botToken: world.botToken,
    appToken: world.appToken,
    signingSecret: world.signingSecret,
    appId: world.appId,
    bot: world.bot,
    team,
    teams: world.teams,
    enterprise: world.enterprise,
    home: world.enterprise?.id ?? team.id,
    settings: world.settings,
    sockets: socketDoor.sockets,
    deliverTo: (door) => courier.deliverTo(door),
    user(id, profile) {
      world.human(id, profile);
      return personOf(world, courier, id);
    },
    channel(id, facts = {}) {
      const known = world.channels.get(id);
      const merged = { ...known?.facts, ...facts };
      const kind = (merged.isPrivate ?? id.startsWith("G")) ? "private" : "public";
      world.channels.set(id, { id, kind, user: null, messages: known?.messages ?? [], facts: merged });
    },
    event(event, sending = {}) {
      const payload = eventCallback(world, event, asText(event.user) || null, sending);
      return courier.deliver({ kind: "event", payload }, sending);
    },
    async uninstall() {
      world.settings.token = "inactive";
      const tokens = { oauth: [], bot: [world.bot.userId] };
      const revoked = await slack.event({ type: "tokens_revoked", tokens });
      return [revoked, await slack.event({ type: "app_uninstalled" })];
    },
    again: (delivery, sending = {}) =>
      courier.deliver(
        delivery.parcel,
        delivery.parcel.kind === "event" ? { retryNum: 1, ...sending } : sending,
      ),
    hold: () => courier.hold(),
    release: (order = "as-made") => courier.release(order),
    async raw(body, sending = {}) {
      const { status, body: text, ms } = await courier.raw(body, sending);
      return { status, body: text, ms };
    },
    fail: (method, fault, plan) => book.plan(method, fault, plan),
    heal: () => book.heal(),
    dmOf: (user) => world.dmOf(user).id,
    messages: (channel) => (world.channels.get(channel)?.messages ?? []).map(seenMessage),
    posted: () =>
      [...world.channels.values()]
        .flatMap((channel) => channel.messages)
        .filter((message) => message.user === world.bot.userId)
        .sort((a, b) => Number(a.ts) - Number(b.ts))
        .map(seenMessage),
    ephemerals: () => world.ephemerals,
    files: () => [...world.files.values()].map((file) => ({ ...file, bytes: file.bytes ?? Buffer.alloc(0) })),
    calls: (method) => world.calls.filter((call) => method === undefined || call.method === method),
    deliveries: (): readonly Delivery[] => world.deliveries,
    offences: () => world.offences,
    assertNoFaults() {
      if (world.offences.length === 0) return;
      throw new Error(`Slack would not have let this pass:\n- ${world.offences.join("\n- ")}`);
    },
    forgive: () => {
      world.offences.length = 0;
    },
    async eventually(look, withinMs = 5_000) {
      const until = performance.now() + withinMs;
      for (;;) {
        const found = look();
        if (found !== undefined && found !== null && found !== false)
          return found as NonNullable<Exclude<typeof found, false>>;
        if (performance.now() > until)
          throw new Error(`It did not come in ${withinMs} ms: ${look.toString()}`);
        await sleep(5);
      }
    },
    async quiet(ms = 50) {
      const until = performance.now() + 10_000;
      while (web.underway() > 0 || web.idleMs() < ms) {
        if (performance.now() > until) throw new Error("The app did not become quiet in 10 s.");
        await sleep(5);
      }
    },
    async close() {
      courier.close();
      socketDoor.close();
      await web.close();
    },
  };
  return slack;
}

/** As in Slack, the app hears its own direct messages too. */
function hearOwnMessages(world: World, courier: ReturnType<typeof openCourier>): void {
  world.onOwnMessage = (event, user) => {
    if (!courier.hasDoor()) return;
    const payload = eventCallback(world, event, user, {});
    courier.deliver({ kind: "event", payload }, { quiet: true }).catch((fault: unknown) => {
      world.offend(`the fake itself failed: ${String(fault)}`);
    });
  };
}
