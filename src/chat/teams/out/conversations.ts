import { z } from "zod";
import { Problem } from "#base/problem.ts";
import type { TeamsContact, TeamsContacts } from "#chat/teams/contacts.ts";
import { TeamsProblem, unreadable } from "#chat/teams/errors.ts";
import type { Connector } from "#chat/teams/out/connector.ts";
import { defaultServiceUrl } from "#chat/teams/out/service-host.ts";
import { placeOf } from "#chat/teams/place.ts";
import type { Address } from "#signal/address.ts";

/** Where messages for an address go. */
export type Way = Pick<TeamsContact, "conversation" | "serviceUrl">;

export interface Conversations {
  /**
   * The conversation with this person (begun when none is known), or of this channel. Throws Problem: `refused` where the
   * person does not have the app.
   */
  wayTo(address: Address): Promise<Way>;
  /** It turned out to be gone. True: it was known before, and beginning it anew may give another one. */
  lost(address: Address): Promise<boolean>;
}

export interface ConversationParts {
  readonly connector: Connector;
  readonly contacts: Pick<TeamsContacts, "of" | "refresh" | "forget">;
  readonly clientId: string;
  /** The organisations that are let in, our own among them. */
  readonly tenants: readonly string[];
  readonly serviceHosts: readonly string[];
}

const begun = z.object({ id: z.string().min(1).max(300), serviceUrl: z.string().max(300).nullish() });

/** Opens the ways to people and channels. */
export function openConversations(parts: ConversationParts): Conversations {
  const { connector, contacts, tenants, serviceHosts } = parts;
  const botId = `28:${parts.clientId.toLowerCase()}`;
  /** Begun by this process. */
  const own = new Set<Address>();

  function home(): string {
    const serviceUrl = defaultServiceUrl(serviceHosts);
    if (serviceUrl !== null) return serviceUrl;
    const says = "TEAMS_SERVICE_URLS names no whole host, so no conversation can be begun. Add one.";
    throw new Problem("misconfigured", says);
  }

  async function begin(address: Address, tenant: string, objectId: string): Promise<Way> {
    const serviceUrl = home();
    const answer = begun.safeParse(
      await connector
        .call({
          method: "POST",
          serviceUrl,
          path: "/v3/conversations",
          body: newConversation({ botId, tenant, objectId }),
        })
        .catch((thrown: unknown) => {
          throw notInstalled(thrown);
        }),
    );
    if (!answer.success) throw certainly(unreadable());
    const way = { conversation: answer.data.id, serviceUrl };
    own.add(address);
    await contacts.refresh(address, { ...way, type: "personal", botId });
    return way;
  }

  return {
    async wayTo(address) {
      const place = placeOf(address);
      if (place === null) throw new Problem("refused", "This is no place in Teams.");
      if (!tenants.includes(place.tenant)) {
        throw new Problem(
          "refused",
          "This reader is of another organisation than those of TEAMS_TENANT_ID and TEAMS_TENANTS.",
        );
      }
      const known = await contacts.of(address);
      if (place.at.is === "channel") {
        return { conversation: place.at.conversation, serviceUrl: known?.serviceUrl ?? home() };
      }
      const isOurs = known?.botId === undefined || known.botId.toLowerCase() === botId;
      return known !== null && isOurs ? known : begin(address, place.tenant, place.at.objectId);
    },
    async lost(address) {
      if (placeOf(address)?.at.is !== "person" || own.has(address)) return false;
      await contacts.forget(address);
      return true;
    },
  };
}

/** What begins a personal conversation. Teams gives the one that there is, where there is one; nobody sees it. */
export function newConversation(with_: {
  readonly botId: string;
  readonly tenant: string;
  readonly objectId: string;
}): object {
  const { botId, tenant, objectId } = with_;
  return {
    isGroup: false,
    bot: { id: botId },
    members: [{ id: objectId }],
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  };
}

const absent: ReadonlySet<string> = new Set([
  "http_403",
  "http_404",
  "badsyntax",
  "badargument",
  "forbiddenoperationexception",
  "botnotinconversationroster",
  "conversationnotfound",
]);

/** Where a conversation can not be begun, the person has no app or is not there: whatever words Teams has for it. */
export function notInstalled(thrown: unknown): unknown {
  if (!(thrown instanceof TeamsProblem)) return thrown;
  const { reason } = thrown;
  if (absent.has(reason)) {
    const says =
      "This person does not have the app yet, or is not of this organisation. In the Teams admin center (admin.teams.microsoft.com), Teams apps, Setup policies, let Voelspriet be installed for everybody; or ask them to add it in Teams: Apps.";
    return new TeamsProblem("refused", `${says} (${reason})`, { reason });
  }
  return certainly(thrown);
}

/** To begin a conversation shows nobody anything: done twice it is the same one. */
function certainly({ kind, message, reason, retryAfterMs }: TeamsProblem): TeamsProblem {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return new TeamsProblem(kind, message.replace("; it may have been done", ""), { reason, ...wait });
}
