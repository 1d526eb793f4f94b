import { checkChannels } from "#chat/slack/check/channels.ts";
import { asking, note, type SlackFinding } from "#chat/slack/check/finding.ts";
import { checkHomes, type NamedPlace } from "#chat/slack/check/homes.ts";
import { checkLook, type Example } from "#chat/slack/check/look.ts";
import { checkPeople } from "#chat/slack/check/people.ts";
import { checkAppToken, checkToken, requestUrlAdvice } from "#chat/slack/check/token.ts";
import { openSlackApi } from "#chat/slack/out/web-api.ts";
import { placeOf } from "#chat/slack/place.ts";
import type { SlackOptions } from "#chat/slack/slack-platform.ts";
import { type Pause, pause as realPause } from "#chat/wire/pause.ts";

export interface SlackCheck extends Pick<SlackOptions, "botToken" | "inbound" | "apiUrl"> {
  /** Colleagues and channels of the municipality's file, in Slack and elsewhere. */
  readonly places: readonly NamedPlace[];
  /** Everything that the bot can show. */
  readonly gallery: readonly Example[];
  /** Says how far a long look is: what is looked at, how many are done, of how many. */
  readonly progress: (what: string, done: number, all: number) => void;
  /** A test does not wait. */
  readonly pause?: Pause;
}

/**
 * Looks at Slack as the door will use it: token, scopes, the way in, the addresses of the municipality's file, every colleague,
 * every message. Writes to nobody. Where Slack can not be asked, the rest is left out and that is said.
 */
export async function checkSlack(options: SlackCheck): Promise<SlackFinding[]> {
  const { botToken, inbound, apiUrl, places, gallery, progress, pause = realPause } = options;
  const ask = asking(openSlackApi({ token: botToken, apiUrl }), pause);
  const { findings, owner } = await checkToken(ask);
  if (owner === null) {
    return [...findings, note("Nothing else of Slack could be looked at: mend this first, then try again.")];
  }
  const here = places.filter(({ at }) => placeOf(at)?.home === owner.home);
  const isMember = ({ at }: NamedPlace) => /^[UW]/.test(placeOf(at)?.id ?? "");
  return [
    ...findings,
    ...(inbound.how === "http"
      ? [requestUrlAdvice()]
      : await checkAppToken(asking(openSlackApi({ token: inbound.appToken, apiUrl }), pause), {
          appToken: inbound.appToken,
          owner,
        })),
    ...checkHomes(places, owner),
    ...(await checkPeople(ask, {
      places: here.filter(isMember),
      pause,
      progress: (done, all) => progress("colleagues", done, all),
    })),
    ...(await checkChannels(
      ask,
      here.filter((one) => !isMember(one)),
    )),
    ...(await checkLook(ask, {
      gallery,
      pause,
      progress: (done, all) => progress("messages", done, all),
    })),
  ];
}
