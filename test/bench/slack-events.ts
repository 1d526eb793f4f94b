import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Address } from "#signal/address.ts";
import type { Delivery } from "./load.ts";

/** The workspace of the bench, and what it shares with the servers. */
export const benchSlack = {
  home: "T0BENCH",
  bot: "U0BENCHBOT",
  botToken: "xoxb-bench-bench-bench",
  signingSecret: "0123456789abcdef0123456789abcdef",
  path: "/slack/events",
} as const;

/** Everybody sends one message: a second one within a quarter of an hour would be an addition to the first. */
export function senderOf(number: number): Address {
  return `slack:${benchSlack.home}/${userOf(number)}`;
}

function userOf(number: number): string {
  return `U0${String(number).padStart(8, "0")}`;
}

const texts = readFileSync("examples/berichten.jsonl", "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { text: string }).text);

/** A direct message to the bot, as Slack delivers it: one of the example messages, with Slack's signature of `now`. */
export function deliveryOf(number: number, now: number): Delivery {
  const { home, bot, signingSecret } = benchSlack;
  const user = userOf(number);
  const ts = `${Math.floor(now / 1000)}.${String(number).padStart(6, "0")}`;
  const text = texts[number % texts.length] ?? "";
  const event = {
    user,
    type: "message",
    ts,
    client_msg_id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    text,
    team: home,
    blocks: [
      {
        type: "rich_text",
        block_id: `b${number}`,
        elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
      },
    ],
    channel: `D0${user}`,
    event_ts: ts,
    channel_type: "im",
  };
  const body = Buffer.from(
    JSON.stringify({
      token: "not-used-any-more",
      team_id: home,
      context_team_id: home,
      context_enterprise_id: null,
      api_app_id: "A0BENCH",
      event,
      type: "event_callback",
      event_id: `Ev${String(number).padStart(9, "0")}`,
      event_time: Math.floor(now / 1000),
      authorizations: [
        { enterprise_id: null, team_id: home, user_id: bot, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${number}`,
    }),
  );
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:`).update(body).digest("hex");
  return {
    body,
    headers: {
      "content-type": "application/json",
      "content-length": body.length,
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${signature}`,
    },
  };
}
