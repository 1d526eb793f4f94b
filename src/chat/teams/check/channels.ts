import {
  type Ask,
  bad,
  good,
  isAway,
  type NamedPlace,
  saidBy,
  type TeamsFinding,
} from "#chat/teams/check/finding.ts";
import { placeOf } from "#chat/teams/place.ts";

const add =
  'In Teams: the team, "...", "Manage team", "Apps", "Get more apps", Voelspriet, "Add to a team". In a group chat: "+", Voelspriet';

/** Is the app in every channel of the municipality's file? Asks who is there, and does not look at the answer: that writes nothing. */
export async function checkChannels(ask: Ask, places: readonly NamedPlace[]): Promise<TeamsFinding[]> {
  const findings: TeamsFinding[] = [];
  for (const { what, at } of places) {
    const place = placeOf(at);
    if (place?.at.is !== "channel") continue;
    const path = `/v3/conversations/${encodeURIComponent(place.at.conversation)}/pagedmembers?pageSize=50`;
    const { problem } = await ask({ method: "GET", path });
    if (problem === null) {
      findings.push(good(`${what}: the app is in this channel.`));
    } else if (isAway(problem)) {
      return [...findings, bad(`${what}: ${saidBy(problem)}`)];
    } else {
      findings.push(
        bad(
          `${what}: the app is not in this channel, or there is no such channel. ${add}. Is it another channel? Its id stands in its link ("Copy link"), after /channel/: there %3A is : and %40 is @. (${problem.reason})`,
        ),
      );
    }
  }
  return findings;
}
