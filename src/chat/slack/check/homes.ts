import { bad, good, type SlackFinding } from "#chat/slack/check/finding.ts";
import type { TokenOwner } from "#chat/slack/check/token.ts";
import { placeOf } from "#chat/slack/place.ts";
import type { Address } from "#signal/address.ts";

/** A place in the municipality's file: `people sanne, addresses`. */
export interface NamedPlace {
  readonly what: string;
  readonly at: Address;
}

/** Are all places of the file in the workspace (or the organisation) of the token? */
export function checkHomes(places: readonly NamedPlace[], owner: TokenOwner): SlackFinding[] {
  if (places.length === 0) return [];
  const others = places.filter(({ at }) => {
    const home = placeOf(at)?.home;
    return home !== undefined && home !== owner.home;
  });
  if (others.length === 0) {
    return [good(`All Slack addresses in the municipality's file are of ${owner.home}.`)];
  }
  const count = others.length === 1 ? "1 address is" : `${others.length} addresses are`;
  return [
    bad(
      `${count} not of ${owner.home}, where the app is installed: ${named(others)}. ${advice(others, owner)}`,
    ),
  ];
}

/** Enough to find them by; one correction is often for all. */
const mostNamed = 3;

function named(places: readonly NamedPlace[]): string {
  const first = places.slice(0, mostNamed).map(({ what, at }) => `${what} (${placeOf(at)?.home})`);
  const rest = places.length - first.length;
  return first.join("; ") + (rest > 0 ? `; and ${rest} more` : "");
}

function advice(others: readonly NamedPlace[], owner: TokenOwner): string {
  const homes = others.map(({ at }) => placeOf(at)?.home);
  if (owner.isWholeOrganisation && homes.some((home) => home?.startsWith("T"))) {
    return `The app is installed for the whole organisation: write slack:${owner.home}/... for everybody.`;
  }
  if (homes.includes(owner.enterpriseId ?? "")) {
    return `The app is installed in one workspace, not in the whole organisation: write slack:${owner.home}/..., or let an organisation owner install it for all.`;
  }
  return "Correct them in the municipality's file, or use the token of the other workspace.";
}
