import type { SlackFinding } from "#chat/slack/check/finding.ts";
import { checkSlack, type SlackCheck } from "#chat/slack/check.ts";
import type { FakeSlack } from "./fake-slack/fake-slack.ts";

/** What doctor finds in this Slack: without colleagues or gallery unless given, and without waiting. */
export function lookAt(slack: FakeSlack, given: Partial<SlackCheck> = {}): Promise<SlackFinding[]> {
  return checkSlack({
    botToken: slack.botToken,
    inbound: { how: "socket", appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    places: [],
    gallery: [],
    progress: () => {},
    pause: async () => {},
    ...given,
  });
}

/** The faults. */
export function badIn(findings: readonly SlackFinding[]): string[] {
  return findings.filter(({ level }) => level === "bad").map(({ text }) => text);
}

/** Everything that was said. */
export function textsOf(findings: readonly SlackFinding[]): string {
  return findings.map(({ text }) => text).join("\n");
}
