import { placeOf as slackPlace } from "#chat/slack/place.ts";
import { addressOf, isChannel, placeOf as teamsPlace } from "#chat/teams/place.ts";
import type { Config } from "#config.ts";
import { type Address, platformOf } from "#signal/address.ts";
import type { Directory, Person } from "#signal/directory.ts";

/** The platforms on which messages can be brought with these settings. */
export function platformsOf(config: Config): readonly string[] {
  if (config.use === "trial") return ["web"];
  return [...(config.slack === null ? [] : ["slack"]), ...(config.teams === null ? [] : ["teams"])];
}

/** The organisations of Microsoft that are let in; null: Teams is not connected. */
export function teamsTenants({ teams }: Config): readonly string[] | null {
  return teams === null ? null : [teams.tenant, ...teams.tenants];
}

/**
 * The directory with only the addresses that these platforms have, as the doors write them: routing then knows who can not be
 * reached, and asks somebody else first.
 */
export function onlyOn(platforms: readonly string[], directory: Directory): Directory {
  const there = (addresses: readonly Address[]) =>
    addresses.filter((address) => platforms.includes(platformOf(address))).map(asWritten);
  return {
    ...directory,
    people: directory.people.map((person) => ({
      ...person,
      addresses: there(person.addresses),
      alertsIn: there(person.alertsIn === null ? [] : [person.alertsIn])[0] ?? null,
    })),
    digest: {
      ...directory.digest,
      teamChannels: there(directory.digest.teamChannels),
      managementChannels: there(directory.digest.managementChannels),
    },
  };
}

/** Ids of Microsoft mean the same in capitals; an address of ours is compared letter by letter. */
function asWritten(address: Address): Address {
  const place = teamsPlace(address);
  return place === null ? address : addressOf(place);
}

/** Every place that the municipality's file names, with what it is there: `people sanne`, `digest.teamChannels`. */
export function placesIn({ people, digest }: Directory): { readonly what: string; readonly at: Address }[] {
  return [
    ...people.flatMap(({ id, addresses, alertsIn }) => [
      ...addresses.map((at) => ({ what: `people ${id}, addresses`, at })),
      ...(alertsIn === null ? [] : [{ what: `people ${id}, alertsIn`, at: alertsIn }]),
    ]),
    ...digest.teamChannels.map((at) => ({ what: "digest.teamChannels", at })),
    ...digest.managementChannels.map((at) => ({ what: "digest.managementChannels", at })),
  ];
}

/** The workspaces and organisations of Slack that the file names, each once. */
export function slackHomes(directory: Directory): readonly string[] {
  const homes = placesIn(directory).flatMap(({ at }) => slackPlace(at)?.home ?? []);
  return [...new Set(homes)];
}

/**
 * Why real use can not begin with this file, one text per fault: ids of the file only, no names or addresses. `tenants`: the
 * organisations that are let in from Teams.
 */
export function reachFaults(
  directory: Directory,
  platforms: readonly string[],
  tenants: readonly string[] | null = null,
): string[] {
  const there = onlyOn(platforms, directory);
  const isAway = ({ addresses }: Person) => addresses.length === 0;
  const away = there.people.filter(isAway).map(({ id }) => id);
  const needed = [...new Set([...directory.duty, ...directory.coordinators])].filter((id) =>
    away.includes(id),
  );
  const wrong = misspelt(directory, tenants);
  if (needed.length === 0) return wrong;
  const others = away.filter((id) => !needed.includes(id));
  const examples = platforms.map((name) => exampleOf[name] ?? name).join("; or ");
  return [
    `${needed.join(", ")} (of duty and coordinators) can not be reached on ${platforms.join(" or ")}, and answer for what nobody else answers for. ` +
      `Add an address: ${examples}.${others.length === 0 ? "" : ` Without one are also: ${others.join(", ")}.`}`,
    ...wrong,
  ];
}

const exampleOf: Readonly<Record<string, string>> = {
  slack: 'slack:T0123ABCD/U0123ABCD (in Slack: the profile of the colleague, "Copy member ID")',
  teams:
    'teams:TENANT/PERSON, two ids such as 01234567-89ab-cdef-0123-456789abcdef (entra.microsoft.com: "Overview", "Tenant ID", and "Users", the colleague, "Object ID")',
};

const teamsChannel =
  'teams:TENANT/19:...@thread.tacv2 (in Teams: the channel, "...", "Copy link"; it stands after /channel/, there %3A is : and %40 is @)';

function misspelt(directory: Directory, tenants: readonly string[] | null): string[] {
  return placesIn(directory).flatMap(({ what, at }) => {
    if (platformOf(at) === "slack") return slackFaults(what, at);
    return platformOf(at) === "teams" ? teamsFaults(what, at, tenants) : [];
  });
}

function slackFaults(what: string, at: Address): string[] {
  const place = slackPlace(at);
  if (place === null) {
    return [
      `${what}: not an address of Slack. Write workspace and member, ${exampleOf["slack"]}, or for a channel slack:T0123ABCD/C0123ABCD.`,
    ];
  }
  const isPerson = /^[UW]/.test(place.id);
  if (what.endsWith("addresses") === isPerson) return [];
  return [
    isPerson
      ? `${what}: this is a member, expected a channel (C...). In Slack: the channel's name, "About", at the bottom.`
      : `${what}: this is a channel, expected a member (U... or W...). In Slack: the profile, "Copy member ID".`,
  ];
}

function teamsFaults(what: string, at: Address, tenants: readonly string[] | null): string[] {
  const place = teamsPlace(at);
  if (place === null) {
    return [
      `${what}: not an address of Teams. Write ${exampleOf["teams"]}, or for a channel ${teamsChannel}.${hintIn(at)}`,
    ];
  }
  if (tenants !== null && !tenants.includes(place.tenant)) {
    return [
      `${what}: of an organisation that is not let in. Correct the first id, or add it to TEAMS_TENANTS.`,
    ];
  }
  if (what.endsWith("addresses") === (place.at.is === "person")) return [];
  return [
    place.at.is === "person"
      ? `${what}: this is a person, expected a channel: ${teamsChannel}.`
      : `${what}: this is a channel, expected a person: ${exampleOf["teams"]}.`,
  ];
}

/** What can be seen of what went wrong with it. */
function hintIn(at: Address): string {
  const rest = at.slice(at.indexOf("/") + 1);
  if (rest.includes("%")) return " It was copied out of a link: write : for %3A and @ for %40.";
  return isChannel(rest.split(";", 1)[0] ?? "") && rest.includes(";")
    ? " It holds a message of the channel: leave out what stands after the semicolon."
    : "";
}
