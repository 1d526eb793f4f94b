import type { Clock } from "#base/clock.ts";
import { checkChannels } from "#chat/teams/check/channels.ts";
import { checkCredentials, tokenFor } from "#chat/teams/check/credentials.ts";
import { endpointAdvice } from "#chat/teams/check/endpoint.ts";
import { asking, bad, type NamedPlace, note, type TeamsFinding } from "#chat/teams/check/finding.ts";
import { checkKeys } from "#chat/teams/check/keys.ts";
import { packageFindings } from "#chat/teams/check/package.ts";
import { checkPeople } from "#chat/teams/check/people.ts";
import { openConnector } from "#chat/teams/out/connector.ts";
import { defaultServiceUrl } from "#chat/teams/out/service-host.ts";
import { placeOf } from "#chat/teams/place.ts";
import type { TeamsDoorOptions } from "#chat/teams/teams-platform.ts";
import { type Pause, pause as realPause } from "#chat/wire/pause.ts";

export interface TeamsCheck
  extends Pick<
    TeamsDoorOptions,
    "clientId" | "secret" | "tenant" | "tenants" | "serviceHosts" | "loginUrl" | "openIdUrl"
  > {
  /** Colleagues and channels of the municipality's file, in Teams and elsewhere. */
  readonly places: readonly NamedPlace[];
  /** The package as it was made for Teams' admin centre; null: it was not made here. */
  readonly package: Buffer | null;
  readonly clock: Clock;
  /** Says how far a long look is: how many colleagues are done, of how many. */
  readonly progress: (done: number, all: number) => void;
  /** A test does not wait. */
  readonly pause?: Pause;
}

/**
 * Looks at Teams as the door will use it: credentials, Microsoft's keys, the package, every colleague and channel of the
 * municipality's file. Writes to nobody. Where Teams can not be asked, the rest is left out and that is said.
 */
export async function checkTeams(options: TeamsCheck): Promise<TeamsFinding[]> {
  const { clientId, serviceHosts, places, clock, pause = realPause, progress } = options;
  const token = tokenFor(options, clock);
  const { findings, isIn } = await checkCredentials(token, options);
  const own = [
    ...findings,
    ...(await checkKeys(options)),
    ...packageFindings(options.package, clientId),
    endpointAdvice(),
  ];
  if (!isIn) {
    return [
      ...own,
      note("Nothing of Teams itself could be looked at: mend the credentials first, then try again."),
    ];
  }
  const serviceUrl = defaultServiceUrl(serviceHosts);
  if (serviceUrl === null) {
    return [
      ...own,
      bad(
        "TEAMS_SERVICE_URLS names no whole host, so nobody can be written to first. Add one, such as smba.trafficmanager.net.",
      ),
    ];
  }
  const ask = asking(openConnector({ token, serviceHosts, timeoutMs: 4_000 }), serviceUrl, pause);
  const tenants = [options.tenant, ...options.tenants];
  const here = places.filter(({ at }) => tenants.includes(placeOf(at)?.tenant ?? ""));
  const isPerson = ({ at }: NamedPlace) => placeOf(at)?.at.is === "person";
  return [
    ...own,
    ...(await checkPeople(ask, { clientId, places: here.filter(isPerson), pause, progress })),
    ...(await checkChannels(
      ask,
      here.filter((one) => !isPerson(one)),
    )),
  ];
}
