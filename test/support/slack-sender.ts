import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import type { Outgoing } from "#chat/platform.ts";
import { openSender } from "#chat/slack/out/send.ts";
import { openSlackApi } from "#chat/slack/out/web-api.ts";
import type { Card, ChartData } from "#texts/card.ts";
import { type FakeSlackOptions, openFakeSlack } from "./fake-slack/fake-slack.ts";

/** A card with nothing special. */
export const plainCard: Card = {
  title: "Nieuw signaal VS-K7MP-3QF",
  tone: "attention",
  parts: [{ part: "text", text: "Pak dit op voor vandaag 14:00." }],
  buttons: [{ label: "Ik pak dit op", act: "accept", on: "VS-K7MP-3QF", style: "primary" }],
  summary: "VS-K7MP-3QF: een nieuw signaal.",
};

/** The way out to Slack, at the fake: one expert, a clock that is turned by hand. */
export async function openSenderStage(options: FakeSlackOptions = {}) {
  const clock = stoppedClock(Date.parse("2026-11-17T10:12:00+01:00"));
  const slack = await openFakeSlack({ clock, ...options });
  const ben = slack.user("U0BEN00001", { name: "ben" });
  const drawn: ChartData[] = [];
  const state = { draws: true };
  let notices = 0;
  const open = (timeoutMs = 4_000) =>
    openSender({
      api: openSlackApi({ token: slack.botToken, apiUrl: slack.apiUrl, timeoutMs }),
      clock,
      draw: async ({ chart }) => {
        if (!state.draws) throw new Error("No font.");
        drawn.push(chart);
        return Buffer.from("a picture");
      },
      log: silentLog,
    });
  return {
    clock,
    slack,
    ben,
    drawn,
    state,
    open,
    send: open(),
    /** A message to ben, unless said otherwise. */
    message(changes: Partial<Outgoing> = {}): Outgoing {
      notices += 1;
      return {
        id: `notice-${notices}`,
        to: `slack:${slack.home}/${ben.id}`,
        card: plainCard,
        updates: null,
        under: null,
        attempt: 1,
        ...changes,
      };
    },
    /** How often a method was called. */
    count: (method: string) => slack.calls(method).length,
  };
}
