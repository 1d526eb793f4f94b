import type { AddressInfo } from "node:net";
import { App, LogLevel, webApi } from "@slack/bolt";
import type { FakeSlack, Json } from "./interface.ts";

/** Slack's own clients without any of our code: they prove that the fake speaks as Slack does. */
const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};

/** A bare Web API client that tries once and waits for nothing. */
export function bareClient(slack: FakeSlack, token = slack.botToken): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 500,
    logger: silent,
  });
}

/** A bare Bolt app that Slack delivers to; `listen` gives it its listeners before it starts. Gives what stops it. */
export async function startBareApp(
  slack: FakeSlack,
  how: "http" | "socket",
  listen: (app: App) => void,
): Promise<() => Promise<unknown>> {
  const common = {
    authorize: async () => ({
      botToken: slack.botToken,
      botId: slack.bot.botId,
      botUserId: slack.bot.userId,
    }),
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    logger: silent,
    ignoreSelf: false,
  };
  const app =
    how === "http"
      ? new App({ ...common, signingSecret: slack.signingSecret, processBeforeResponse: true })
      : new App({ ...common, socketMode: true, appToken: slack.appToken });
  listen(app);
  const server = await app.start(0);
  if (how === "socket") slack.deliverTo("socket");
  else {
    const { port } = (server as { address(): unknown }).address() as AddressInfo;
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  }
  return () => app.stop();
}

/** chat.postMessage with anything. */
export const post = (web: webApi.WebClient, args: Json) => web.apiCall("chat.postMessage", args);
export const plain = (text: string) => ({ type: "plain_text" as const, text });
/** A dialog with a required text of at most 20 characters and a choice. */
export const modal = (more: Json = {}) => ({
  type: "modal" as const,
  callback_id: "report",
  private_metadata: "x",
  title: plain("Signaal"),
  submit: plain("Verstuur"),
  blocks: [
    {
      type: "input" as const,
      block_id: "text",
      label: plain("Wat zie je?"),
      element: { type: "plain_text_input" as const, action_id: "text", max_length: 20, multiline: true },
    },
    {
      type: "input" as const,
      block_id: "pace",
      optional: true,
      label: plain("Hoe snel?"),
      element: {
        type: "radio_buttons" as const,
        action_id: "pace",
        options: [
          { text: plain("Vandaag"), value: "today" },
          { text: plain("Deze week"), value: "week" },
        ],
      },
    },
  ],
  ...more,
});
export const button = (label: string, action: string) => ({
  type: "actions" as const,
  elements: [{ type: "button" as const, text: plain(label), action_id: action, value: "v" }],
});
