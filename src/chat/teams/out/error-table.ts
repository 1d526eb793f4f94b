import type { ProblemKind } from "#base/problem.ts";

/** What a failure means for us: what can be done about it, in words for an administrator. */
export interface Meaning {
  readonly kind: ProblemKind;
  readonly says: string;
  /** It may have been done all the same. */
  readonly doubtful?: true;
  /** Teams wants to be left alone so long, in milliseconds, where it does not say how long itself. */
  readonly waitMs?: number;
}

const admin = "In the Teams admin center (admin.teams.microsoft.com)";
const apps = `${admin}, Teams apps, Manage apps, Voelspriet`;
const registration =
  "Look at the app registration (entra.microsoft.com, App registrations, or Tools, Bot management in dev.teams.microsoft.com)";
/** By Teams' own name of an error, in lower case. Names that are not in it are never repeated: they may be anything. */
const meanings: readonly { readonly names: string; readonly meaning: Meaning }[] = [
  {
    // learn.microsoft.com, "Status codes from bot conversational APIs"
    names: "forbiddenoperationexception",
    meaning: {
      kind: "refused",
      says: `This person does not have the app yet. ${admin}, Teams apps, Setup policies, let Voelspriet be installed for everybody; or ask them to add it in Teams: Apps.`,
    },
  },
  {
    names: "botnotinconversationroster",
    meaning: {
      kind: "refused",
      says: "The app is not there (any more). Somebody has to add it again: in Teams, Apps, Voelspriet, Add, or in the team Manage team, Apps.",
    },
  },
  {
    names: "conversationblockedbyuser messagewritesblocked errorcode209",
    meaning: {
      kind: "refused",
      says: "This reader has blocked the app, or taken it away. Only they can let it in again: in Teams, the chat with Voelspriet.",
    },
  },
  {
    names: "botdisabledbyadmin",
    meaning: {
      kind: "refused",
      says: `An administrator does not let this reader use the app. ${apps}: it has to be allowed, for this person too.`,
    },
  },
  {
    names: "notenoughpermissions",
    meaning: { kind: "refused", says: "Teams does not let the app write there." },
  },
  {
    names: "tenantnopermission capabilityoverride",
    meaning: {
      kind: "misconfigured",
      says: `The organisation does not let this app in. ${apps}: allow it. And look at TEAMS_TENANT_ID.`,
    },
  },
  {
    names: "invalidbotapihost",
    meaning: {
      kind: "misconfigured",
      says: "This organisation is in another cloud of Microsoft: set TEAMS_SERVICE_URLS to smba.infra.gcc.teams.microsoft.com (or the host that Microsoft names for it) and restart.",
    },
  },
  {
    names: "botnotregistered",
    meaning: {
      kind: "misconfigured",
      says: `Teams knows no bot with TEAMS_CLIENT_ID. ${registration}; with an Azure bot also Channels, Microsoft Teams.`,
    },
  },
  {
    names: "activitynotfoundinconversation",
    meaning: { kind: "refused", says: "The message is not there (any more)." },
  },
  {
    names: "conversationnotfound",
    meaning: { kind: "refused", says: "This conversation is not there (any more)." },
  },
  {
    names: "messagesizetoobig requestentitytoolarge",
    meaning: { kind: "bug", says: "The message is larger than Teams takes. Report this." },
  },
  {
    names: "badargument badsyntax badrequest invalidrequest missingproperty",
    meaning: { kind: "bug", says: "Teams does not understand what we sent. Report this." },
  },
  {
    names: "preconditionfailed conflict",
    meaning: { kind: "retry", says: "Teams was busy with this conversation." },
  },
  {
    names: "throttled toomanyrequests",
    meaning: { kind: "retry", says: "Teams asks us to wait.", waitMs: 1_000 },
  },
];

/** Teams' name of an error (lower case, no spaces) -> what it means. */
export const errorMeanings: ReadonlyMap<string, Meaning> = new Map(
  meanings.flatMap(({ meaning, names }) => names.split(/\s+/).map((name) => [name, meaning] as const)),
);

const unsure = { kind: "retry", doubtful: true } as const;
const address =
  "Who answers there is not Teams: look at TEAMS_SERVICE_URLS and TEAMS_LOGIN_URL, and at the proxy or firewall on the road to Microsoft.";

const statusMeanings: Readonly<Record<number, Meaning>> = {
  401: {
    kind: "misconfigured",
    says: `Teams does not take our token. ${registration}: the client id must be the bot's own, its organisation that of TEAMS_TENANT_ID.`,
  },
  403: { kind: "misconfigured", says: address },
  404: { kind: "misconfigured", says: address },
  405: { kind: "misconfigured", says: address },
  407: { kind: "misconfigured", says: "The proxy wants somebody to sign in: look at its settings." },
  408: { ...unsure, says: "Teams did not get all of it in time." },
  409: { kind: "retry", says: "Teams was busy with this conversation." },
  410: { kind: "misconfigured", says: address },
  412: { kind: "retry", says: "Teams was busy with this conversation." },
  413: { kind: "bug", says: "The message is larger than Teams takes. Report this." },
  421: { kind: "misconfigured", says: address },
  423: { kind: "retry", says: "Teams can not do this now." },
  425: { kind: "retry", says: "Teams can not do this now." },
  429: { kind: "retry", says: "Teams asks us to wait.", waitMs: 1_000 },
  451: { kind: "misconfigured", says: address },
  511: { kind: "misconfigured", says: "The network wants somebody to sign in before it lets us out." },
};

/** Where Teams itself says no, in a name that we do not know. */
const saidNo: Readonly<Record<number, Meaning>> = {
  403: { kind: "refused", says: "Teams does not let the app write to this reader." },
  404: { kind: "refused", says: "This reader or message is not there (any more)." },
};

/** What an HTTP status other than 2xx means. `fromTeams`: the answer is an error in Teams' own form. */
export function statusMeaning(status: number, origin: "from-teams" | "unknown"): Meaning {
  const known = (origin === "from-teams" ? saidNo[status] : undefined) ?? statusMeanings[status];
  if (known !== undefined) return known;
  if (status >= 500) return { ...unsure, says: "Teams, or what stands between, failed." };
  if (status >= 400)
    return { kind: "bug", says: "What we sent was refused on the road to Teams. Report this." };
  return {
    ...unsure,
    says: "Something else than Teams answered: look at the proxy on the road to Microsoft.",
  };
}
