import { setTimeout as sleep } from "node:timers/promises";
import { openCourier } from "./courier.ts";
import { openFaultBook } from "./faults.ts";
import type { ChannelFacts, Delivery, FakeTeams, FakeTeamsOptions, Json, Sending } from "./interface.ts";
import { openSigner } from "./keys.ts";
import * as payloads from "./payloads.ts";
import { personOf } from "./person.ts";
import { asJson, seenMessage } from "./reading.ts";
import { openWebServer } from "./web-server.ts";
import { addressIn, type Conversation, makeWorld, type World } from "./world.ts";

export type * from "./interface.ts";

/**
 * A strict Teams of our own on 127.0.0.1: the login endpoint, the keys by which the Bot Framework signs, the connector (what
 * Teams would refuse, it refuses by Teams' own codes), and its people, who type and press in a client that delivers to the
 * app as Teams does. Close it at the end.
 *
 * ```ts
 * const teams = await openFakeTeams({ clock });
 * // start the app with teams.clientId, teams.clientSecret, teams.tenant, teams.loginUrl, teams.openIdUrl
 * teams.deliverTo(`http://127.0.0.1:${port}/api/messages`);
 * const juf = teams.user("juf");
 * await juf.install();
 * await juf.write("Ik maak me zorgen om een leerling.");
 * await teams.eventually(() => juf.messages().length > 1);
 * teams.assertNoFaults();
 * ```
 */
export async function openFakeTeams(options: FakeTeamsOptions = {}): Promise<FakeTeams> {
  const world = makeWorld(options);
  const book = openFaultBook(() => world.clock.now());
  const signer = openSigner(world);
  const web = openWebServer(world, book, signer);
  const courier = openCourier(world, signer);
  await web.listen();

  const teams: FakeTeams = {
    loginUrl: `${world.origin}/login`,
    openIdUrl: `${world.origin}/v1/.well-known/openidconfiguration`,
    serviceUrl: world.serviceUrlOf(world.tenant),
    serviceHost: new URL(world.origin).host,
    clientId: world.clientId,
    clientSecret: world.clientSecret,
    tenant: world.tenant,
    otherTenant: world.otherTenant,
    botId: world.botId,
    settings: world.settings,
    deliverTo: (door) => courier.deliverTo(door),
    user: (name, profile) => personOf(world, courier, world.human(name, profile)),
    channel: (name, facts = {}) => channelIn(world, name, facts).id,
    addressOf: (who) => addressIn(world, who.startsWith("19:") ? who : world.human(who).objectId),
    addToTeam: (conversation, sending = {}) => teamNews(conversation, "add", sending),
    removeFromTeam: (conversation, sending = {}) => teamNews(conversation, "remove", sending),
    activity: (activity, sending = {}) => courier.deliver(activity, sending),
    again({ activity }, sending = {}) {
      const id = sending.newId === true ? { id: world.id() } : {};
      return courier.deliver({ ...activity, ...id }, sending);
    },
    async raw(body, sending = {}) {
      const { status, body: text, ms } = await courier.raw(body, sending);
      return { status, body: text, ms };
    },
    rotateKeys: () => signer.rotate(),
    revokeTokens: () => world.tokens.clear(),
    fail: (method, fault, plan) => book.plan(method, fault, plan),
    heal: () => book.heal(),
    messages: (conversation) =>
      (world.conversationAt(conversation)?.messages ?? []).map((one) => seenMessage(one)),
    vanish(conversation, id) {
      const messages = world.conversationAt(conversation)?.messages ?? [];
      const place = messages.findIndex((one) => one.id === id);
      if (place >= 0) messages.splice(place, 1);
    },
    posted: () =>
      [...world.conversations.values()]
        .flatMap(({ messages }) => messages)
        .filter(({ from }) => from === "app")
        .sort((a, b) => Number(a.id) - Number(b.id))
        .map((one) => seenMessage(one)),
    calls: (method) => world.calls.filter((call) => method === undefined || call.method === method),
    deliveries: (): readonly Delivery[] => world.deliveries,
    offences: () => world.offences,
    assertNoFaults() {
      if (world.offences.length === 0) return;
      throw new Error(`Teams would not have let this pass:\n- ${world.offences.join("\n- ")}`);
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
      await web.close();
    },
  };

  /** A team got the app or lost it: told as a change of the conversation, and as one of the installation. */
  async function teamNews(id: string, action: "add" | "remove", sending: Sending): Promise<Delivery> {
    const there = world.conversationAt(id);
    if (there === undefined) throw new Error(`There is no conversation ${id}: make it with teams.channel().`);
    there.facts = { ...there.facts, botIsMember: action === "add" };
    const owner = world.human("beheerder");
    const base = payloads.activity(world, owner, payloads.placeOf(there), sending);
    const members = [{ id: world.botId }];
    const eventType = action === "add" ? "teamMemberAdded" : "teamMemberRemoved";
    const channelData = { ...asJson(base.channelData), eventType, settings: { selectedChannel: { id } } };
    const change: Json = action === "add" ? { membersAdded: members } : { membersRemoved: members };
    await courier.deliver({ ...base, type: "conversationUpdate", ...change, channelData }, sending);
    return courier.deliver(
      { ...base, id: world.id(), type: "installationUpdate", action, channelData },
      sending,
    );
  }

  return teams;
}

/** By its id, or by a name: then it is a channel. */
function channelIn(world: World, name: string, facts: ChannelFacts): Conversation {
  const id = name.startsWith("19:") ? name : `19:${name}@thread.tacv2`;
  const known = world.conversations.get(id);
  const kind = id.endsWith("@thread.v2") ? "groupChat" : "channel";
  const there: Conversation = known ?? { id, kind, human: null, facts: {}, messages: [] };
  there.facts = { ...there.facts, ...facts };
  world.conversations.set(id, there);
  return there;
}
