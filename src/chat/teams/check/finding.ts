import { Problem } from "#base/problem.ts";
import { TeamsProblem, teamsProblem } from "#chat/teams/errors.ts";
import type { Connector, ConnectorCall } from "#chat/teams/out/connector.ts";
import type { Pause } from "#chat/wire/pause.ts";
import type { Address } from "#signal/address.ts";

/** One finding, with cause and fix. `bad` has to be mended before real use. */
export interface TeamsFinding {
  readonly level: "good" | "note" | "bad";
  readonly text: string;
}

export const good = (text: string): TeamsFinding => ({ level: "good", text });
export const note = (text: string): TeamsFinding => ({ level: "note", text });
export const bad = (text: string): TeamsFinding => ({ level: "bad", text });

/** A place in the municipality's file: `people sanne, addresses`. */
export interface NamedPlace {
  readonly what: string;
  readonly at: Address;
}

/** Where somebody clicks, in Microsoft's own menu names. */
export const registration = 'entra.microsoft.com, "App registrations", your app';
export const botPage =
  'dev.teams.microsoft.com, "Tools", "Bot management", your bot, "Configure" (with an Azure bot: portal.azure.com, your bot, "Configuration")';
export const adminCentre = "admin.teams.microsoft.com";

/** An answer of Teams, or why there is none. */
export type Asked =
  | { readonly answer: unknown; readonly problem: null }
  | { readonly answer: null; readonly problem: TeamsProblem };

/** Asks Teams, and waits and asks again where Teams wants to be left alone for a moment. Throws what is a fault of ours. */
export type Ask = (what: Omit<ConnectorCall, "serviceUrl">) => Promise<Asked>;

const mostTries = 4;
/** A wait longer than this is no pace but a refusal. */
const longestWaitMs = 90_000;

/** Asks over this connector, at this service URL. */
export function asking(connector: Connector, serviceUrl: string, pause: Pause): Ask {
  async function ask(what: Omit<ConnectorCall, "serviceUrl">, tries: number): Promise<Asked> {
    try {
      return { answer: await connector.call({ ...what, serviceUrl }), problem: null };
    } catch (thrown) {
      const problem = asTeams(thrown);
      const wait = problem.reason === "http_429" ? (problem.retryAfterMs ?? 1_000) : Number.POSITIVE_INFINITY;
      if (tries >= mostTries || wait > longestWaitMs) return { answer: null, problem };
      await pause(wait);
      return ask(what, tries + 1);
    }
  }
  return (what) => ask(what, 1);
}

/** The login's own problems have no name of Teams'. */
function asTeams(thrown: unknown): TeamsProblem {
  if (!(thrown instanceof Problem) || thrown instanceof TeamsProblem) return teamsProblem(thrown);
  return new TeamsProblem(thrown.kind, thrown.message, { reason: "login" });
}

/** Teams itself, or the road to it, or our token: nothing more can be asked now. */
export function isAway({ kind, reason }: TeamsProblem): boolean {
  return kind === "retry" || (kind === "misconfigured" && reason !== "botdisabledbyadmin");
}

/** What Teams answered, for a finding. To look changes nothing, so that what "may have been done" does not matter here. */
export function saidBy({ message }: Problem): string {
  return message.replace("; it may have been done", "");
}
