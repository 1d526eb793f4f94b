import { type Ask, bad, isAway, note, type SlackFinding, saidBy } from "#chat/slack/check/finding.ts";
import type { NamedPlace } from "#chat/slack/check/homes.ts";
import { placeOf } from "#chat/slack/place.ts";

/** A moment at which no message was ever sent. */
const neverTs = "1000000000.000001";

const invite = "In that channel, type: /invite @Voelspriet. Slack says so when the app is in it already";

/**
 * What our scopes show of the channels: whether Slack lets the app see them at all. Asking for the address of a message that
 * was never there needs no scope and writes nothing: a channel that does not exist, or a private one without the app, is
 * "channel_not_found". Whether the app is a member of a public channel stays unseen: that takes channels:read, which we do not
 * ask for.
 */
export async function checkChannels(ask: Ask, places: readonly NamedPlace[]): Promise<SlackFinding[]> {
  const findings: SlackFinding[] = [];
  for (const { what, at } of places) {
    const { problem } = await ask("chat.getPermalink", {
      channel: placeOf(at)?.id ?? "",
      message_ts: neverTs,
    });
    if (problem?.reason === "channel_not_found") {
      findings.push(
        bad(
          `${what}: Slack knows no such channel, or it is private and the app is not in it. ${invite}. Is it another channel? Its id stands at the bottom of the channel's "About".`,
        ),
      );
      continue;
    }
    if (problem !== null && isAway(problem)) return [...findings, bad(`${what}: ${saidBy(problem)}`)];
    findings.push(
      note(
        `${what}: whether the app is a member can not be seen with its scopes. ${invite}. A message that can not be brought there is told to the coordinators.`,
      ),
    );
  }
  return findings;
}
