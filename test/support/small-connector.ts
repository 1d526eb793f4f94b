import type { ServerResponse } from "node:http";
import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import type { Contacts, Outgoing } from "#chat/platform.ts";
import { openTeamsContacts } from "#chat/teams/contacts.ts";
import { openTeamsSender, type TeamsSenderParts } from "#chat/teams/out/send.ts";
import { addressOf, messageOf } from "#chat/teams/place.ts";
import type { ChartData } from "#texts/card.ts";
import { plainCard } from "./slack-sender.ts";
import { type Asked, openSmallServer } from "./small-server.ts";

export const tenant = "11111111-2222-3333-4444-555555555555";
export const clientId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
export const token = "eyJ0.kanarie-token.sig";
export const ben = addressOf({
  tenant,
  at: { is: "person", objectId: "99999999-0000-0000-0000-000000000001" },
});
export const team = addressOf({ tenant, at: { is: "channel", conversation: "19:wijkteam@thread.tacv2" } });

/** How the connector answers one request. */
export type Answer = (response: ServerResponse, asked: Asked) => void;

/** A store of contacts in memory. */
export function contactsInMemory(): Contacts & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    contactOf: async (address) => kept.get(address) ?? null,
    rememberContact: async (address, value) => {
      if (value === null) kept.delete(address);
      else kept.set(address, value);
    },
  };
}

/** An error in Teams' own form. */
export const saying =
  (status: number, code: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify({ error: { code, message: "kanarie in het antwoord" } }));

/** The way out to Teams, at a small connector of our own; one expert whose conversation is known. */
export async function openTeamsSenderStage() {
  const clock = stoppedClock(Date.parse("2026-11-17T10:12:00+01:00"));
  const planned: Answer[] = [];
  const state = { draws: true, picture: Buffer.from("a picture"), tokens: 0 };
  const drawn: ChartData[] = [];
  let ids = 0;
  const well: Answer = (response, { path }) => {
    ids += 1;
    const body = path.endsWith("/v3/conversations") ? { id: `a:begun-${ids}` } : { id: `17640000000${ids}` };
    response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const server = await openSmallServer((asked, response) => (planned.shift() ?? well)(response, asked));
  const host = new URL(server.url).host;
  const store = contactsInMemory();
  const contacts = openTeamsContacts(store);
  await contacts.refresh(ben, {
    conversation: "a:ben",
    serviceUrl: server.url,
    type: "personal",
    botId: `28:${clientId}`,
  });
  let notices = 0;
  const open = (changes: Partial<TeamsSenderParts> = {}) =>
    openTeamsSender({
      clientId,
      tenants: [tenant],
      serviceHosts: [host],
      token: {
        get: async () => {
          state.tokens += 1;
          return token;
        },
        forget: () => {},
      },
      contacts,
      clock,
      draw: async ({ chart }) => {
        if (!state.draws) throw new Error("No font.");
        drawn.push(chart);
        return state.picture;
      },
      log: silentLog,
      ...changes,
    });
  return {
    clock,
    server,
    host,
    store,
    contacts,
    state,
    drawn,
    open,
    send: open(),
    /** The next requests are answered so, one each. */
    plan: (...answers: Answer[]) => planned.push(...answers),
    /** A message to ben, unless said otherwise. */
    message(changes: Partial<Outgoing> = {}): Outgoing {
      notices += 1;
      return {
        id: `notice-${notices}`,
        to: ben,
        card: plainCard,
        updates: null,
        under: null,
        attempt: 1,
        ...changes,
      };
    },
    /** What was asked, as `POST /v3/...`. */
    calls: () => server.asked.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`),
    /** The bodies of what was asked. */
    bodies: () => server.asked.map(({ body }) => JSON.parse(body) as Record<string, unknown>),
    idOf: (ref: string) => messageOf(ref)?.activity ?? "",
  };
}
