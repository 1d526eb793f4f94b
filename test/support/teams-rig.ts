import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { stoppedClock } from "#base/clock.ts";
import type { Contacts, Counter, Stop } from "#chat/platform.ts";
import { openTeamsPlatform, type TeamsPlatform } from "#chat/teams/teams-platform.ts";
import type { Address } from "#signal/address.ts";
import type { Act, Press } from "#signal/press.ts";
import type { Card, Form, Reply } from "#texts/card.ts";
import { openFakeTeams } from "./fake-teams/fake-teams.ts";
import { keepingLog } from "./keeping-log.ts";
import { reportSample } from "./sample-cards.ts";

export const code = "VS-K7MP-3QF";
export const monday = Date.UTC(2026, 10, 23, 9, 0);

export function cardReply(
  title: string,
  tone: Card["tone"] = "good",
  parts: Card["parts"] = [],
  buttons: Card["buttons"] = [],
): Reply {
  return { card: { title, tone, parts, buttons, summary: title }, form: null, faults: null };
}
export function formReply(act: Form["act"], more: Partial<Form> = {}): Reply {
  const form = { ...reportSample, act, on: "", title: `Formulier ${act}`, ...more };
  return { card: null, form, faults: null };
}
export const safety: Card["parts"][number] = { part: "safety", lines: ["Is er nu gevaar? Bel **112**."] };

type Replies = Partial<Record<Act, Reply | Error | ((press: Press) => Reply | Promise<Reply>)>>;

/** The Teams door before a fake Teams, with a counter that answers by act and writes down what it was given. */
export async function openTeamsRig({
  replies = {},
  lets = "nobody else",
}: {
  readonly replies?: Replies;
  /** Further organisations that are let in. */
  readonly lets?: "nobody else" | "the other tenant";
} = {}) {
  const clock = stoppedClock(monday);
  const teams = await openFakeTeams({ clock });
  const log = keepingLog();
  const presses: Press[] = [];
  const said: Press[] = [];
  let notices = 0;
  const kept = new Map<string, string>();
  const contacts: Contacts = {
    contactOf: async (address) => kept.get(address) ?? null,
    async rememberContact(address, value) {
      if (value === null) kept.delete(address);
      else kept.set(address, value);
    },
  };
  const counter: Counter = {
    async press(press) {
      presses.push(press);
      const reply = replies[press.act] ?? cardReply(`Antwoord op ${press.act}`);
      if (reply instanceof Error) throw reply;
      return typeof reply === "function" ? reply(press) : reply;
    },
    async say(press) {
      said.push(press);
      const reply = replies[press.act];
      if (reply instanceof Error) throw reply;
    },
  };
  const platform: TeamsPlatform = openTeamsPlatform({
    clientId: teams.clientId,
    secret: { how: "secret", clientSecret: teams.clientSecret },
    tenant: teams.tenant,
    tenants: lets === "nobody else" ? [] : [teams.otherTenant],
    serviceHosts: [teams.serviceHost],
    loginUrl: teams.loginUrl,
    openIdUrl: teams.openIdUrl,
    clock,
    contacts,
    memory: { recall: async () => null, remember: async () => {} },
    draw: async () => Buffer.from(""),
    log,
    waitForCardMs: 300,
  });
  const server = createServer(platform.handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  teams.deliverTo(url);
  const stop: Stop = await platform.start(counter);
  return {
    teams,
    platform,
    clock,
    lines: log.lines,
    presses,
    said,
    contacts: kept,
    url,
    /** A message of the app to somebody, as the outbox sends it. */
    bring: (to: Address, card: Card, updates: string | null = null) =>
      platform.send({ id: `notice-${(notices += 1)}`, to, card, updates, under: null, attempt: 1 }),
    async close() {
      await stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await teams.close();
    },
  };
}
export type TeamsRig = Awaited<ReturnType<typeof openTeamsRig>>;
