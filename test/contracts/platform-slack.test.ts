import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import type { ChatPlatform, Counter } from "#chat/platform.ts";
import { openSlackPlatform } from "#chat/slack/slack-platform.ts";
import { openFakeSlack } from "../support/fake-slack/fake-slack.ts";
import { type NetworkedPlatform, platformContract, roadContract } from "./platform.ts";

const nobody: Counter = {
  press: async () => ({ card: null, form: null, faults: null }),
  say: async () => {},
};

/** Sending and changing; asking who we are is something else. */
const posting = ["chat.postMessage", "chat.update"];

async function openSlack(how: "http" | "socket", install: "workspace" | "grid"): Promise<NetworkedPlatform> {
  const clock = stoppedClock(Date.parse("2026-11-17T10:12:00+01:00"));
  const slack = await openFakeSlack({ clock, install });
  const ben = slack.user("U0BEN00001");
  slack.user("U0GONE0001", { deleted: true });
  const memory = new Map<string, string>();
  const doors: { readonly platform: ChatPlatform; readonly stop: () => Promise<void> }[] = [];
  const addressOf = (id: string) => `slack:${slack.home}/${id}` as const;

  async function opened(): Promise<ChatPlatform> {
    const platform = openSlackPlatform({
      botToken: slack.botToken,
      inbound:
        how === "http" ? { how, signingSecret: slack.signingSecret } : { how, appToken: slack.appToken },
      apiUrl: slack.apiUrl,
      clock,
      memory: {
        recall: async (name) => memory.get(name) ?? null,
        remember: async (name, value) => void memory.set(name, value),
      },
      homes: [slack.home],
      readers: async () => [],
      draw: async () => Buffer.from("a picture"),
      log: silentLog,
    });
    doors.push({ platform, stop: await platform.start(nobody) });
    return platform;
  }
  const stopAll = async () => {
    for (const { stop } of doors) await stop();
  };
  const platform = await opened();
  const each = (plan: (method: string) => void) => posting.forEach(plan);
  const gone = new Set<string>();
  const messages = () => ben.messages().filter(({ ts }) => !gone.has(ts));

  return {
    platform,
    reader: addressOf(ben.id),
    seen: () => messages().map(({ visible }) => visible),
    secrets: [slack.botToken, slack.appToken, slack.signingSecret],
    road: {
      answer: (status) => each((method) => slack.fail(method, { fault: "status", status })),
      loseAnswer: () => each((method) => slack.fail(method, { fault: "reset", accepted: true })),
      askToWait: (retryAfter) => each((method) => slack.fail(method, { fault: "rate-limited", retryAfter })),
      heal: () => slack.heal(),
      vanish(ref) {
        gone.add(ref.split("/")[1] ?? "");
        slack.fail("chat.update", { fault: "error", error: "message_not_found" });
      },
      posts: () => slack.calls().filter(({ method }) => posting.includes(method)).length,
      pass: (ms) => clock.pass(ms),
      retries: (status) => [408, 423, 425, 429].includes(status) || (status >= 500 && status !== 511),
      goneReader: addressOf("U0GONE0001"),
      threads: () =>
        messages().map(({ channel, threadTs }) => (threadTs === null ? null : `${channel}/${threadTs}`)),
    },
    reopen: async () => {
      await stopAll();
      return opened();
    },
    stop: stopAll,
    async cleanup() {
      await slack.close();
    },
  };
}

for (const [name, how, install] of [
  ["the Slack door over HTTP", "http", "workspace"],
  ["the Slack door over a socket", "socket", "workspace"],
  ["the Slack door of an organisation", "http", "grid"],
] as const) {
  platformContract(name, () => openSlack(how, install));
  roadContract(name, () => openSlack(how, install));
}
