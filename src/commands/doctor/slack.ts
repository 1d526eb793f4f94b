import { systemClock } from "#base/clock.ts";
import { checkSlack } from "#chat/slack/check.ts";
import type { Finding } from "#commands/doctor/finding.ts";
import type { Directory } from "#signal/directory.ts";
import type { SlackSettings } from "#slack-settings.ts";
import { placesIn } from "#start/reach.ts";
import { galleryOf } from "#texts/gallery.ts";

/** So many looked at between two lines of progress. */
const step = 25;

/**
 * Slack, as the door will use it; without a directory (it can not be read) only what does not ask for one. `tell` gets a line
 * now and then: with many colleagues it takes minutes.
 */
export async function slackFindings(
  settings: SlackSettings,
  directory: Directory | null,
  tell: (line: string) => void,
): Promise<Finding[]> {
  return checkSlack({
    ...settings,
    places: directory === null ? [] : placesIn(directory),
    gallery:
      directory === null
        ? []
        : galleryOf({ language: "nl", directory, words: new Map(), now: systemClock.now() }),
    progress(what, done, all) {
      if (done % step === 0 || done === all) tell(`...   Slack: ${done} of ${all} ${what} looked at`);
    },
  });
}
