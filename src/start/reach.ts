import { placeOf } from "#chat/slack/place.ts";
import type { Config } from "#config.ts";
import { type Address, platformOf } from "#signal/address.ts";
import type { Directory, Person } from "#signal/directory.ts";

/** The platforms on which messages can be brought with these settings. */
export function platformsOf(config: Config): readonly string[] {
  if (config.use === "trial") return ["web"];
  return config.slack === null ? [] : ["slack"];
}

/**
 * The directory with only the addresses that these platforms have: routing then knows who can not be reached, and asks
 * somebody else first.
 */
export function onlyOn(platforms: readonly string[], directory: Directory): Directory {
  const isThere = (address: Address) => platforms.includes(platformOf(address));
  return {
    ...directory,
    people: directory.people.map((person) => ({
      ...person,
      addresses: person.addresses.filter(isThere),
      alertsIn: person.alertsIn !== null && isThere(person.alertsIn) ? person.alertsIn : null,
    })),
    digest: {
      ...directory.digest,
      teamChannels: directory.digest.teamChannels.filter(isThere),
      managementChannels: directory.digest.managementChannels.filter(isThere),
    },
  };
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
  const homes = placesIn(directory).flatMap(({ at }) => placeOf(at)?.home ?? []);
  return [...new Set(homes)];
}

/** Why real use can not begin with this file, one text per fault: ids only, no names or addresses. */
export function reachFaults(directory: Directory, platforms: readonly string[]): string[] {
  const there = onlyOn(platforms, directory);
  const isAway = ({ addresses }: Person) => addresses.length === 0;
  const away = there.people.filter(isAway).map(({ id }) => id);
  const needed = [...new Set([...directory.duty, ...directory.coordinators])].filter((id) =>
    away.includes(id),
  );
  if (needed.length === 0) return misspelt(directory);
  const others = away.filter((id) => !needed.includes(id));
  return [
    `${needed.join(", ")} (of duty and coordinators) can not be reached on ${platforms.join(" or ")}, and answer for what nobody else answers for. ` +
      `Add an address: ${example}.${others.length === 0 ? "" : ` Without one are also: ${others.join(", ")}.`}`,
    ...misspelt(directory),
  ];
}

const example = 'slack:T0123ABCD/U0123ABCD (in Slack: the profile of the colleague, "Copy member ID")';

function misspelt(directory: Directory): string[] {
  return placesIn(directory).flatMap(({ what, at }) => {
    if (platformOf(at) !== "slack") return [];
    const place = placeOf(at);
    if (place === null) {
      return [
        `${what}: not an address of Slack. Write workspace and member, ${example}, or for a channel slack:T0123ABCD/C0123ABCD.`,
      ];
    }
    const isPerson = /^[UW]/.test(place.id);
    if (what.endsWith("addresses") === isPerson) return [];
    return [
      isPerson
        ? `${what}: this is a member, expected a channel (C...). In Slack: the channel's name, "About", at the bottom.`
        : `${what}: this is a channel, expected a member (U... or W...). In Slack: the profile, "Copy member ID".`,
    ];
  });
}
