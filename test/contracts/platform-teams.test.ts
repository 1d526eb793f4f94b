import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import type { ChatPlatform, Counter } from "#chat/platform.ts";
import { messageOf } from "#chat/teams/place.ts";
import { openTeamsPlatform } from "#chat/teams/teams-platform.ts";
import { openFakeTeams } from "../support/fake-teams/fake-teams.ts";
import { doorOf } from "../support/teams-stage.ts";
import { type NetworkedPlatform, platformContract, roadContract } from "./platform.ts";

const nobody: Counter = {
  press: async () => ({ card: null, form: null, faults: null }),
  say: async () => {},
};

/** Sending and changing; beginning a conversation is something else. */
const posting = ["send", "reply", "update"] as const;

async function openTeams(): Promise<NetworkedPlatform> {
  const clock = stoppedClock(Date.parse("2026-11-17T10:12:00+01:00"));
  const teams = await openFakeTeams({ clock });
  const ben = teams.user("ben");
  const gone = teams.user("weg", { gone: true });
  const contacts = new Map<string, string>();
  const memory = new Map<string, string>();
  const doors: { readonly platform: ChatPlatform; readonly stop: () => Promise<void> }[] = [];

  async function opened(): Promise<ChatPlatform> {
    const platform = openTeamsPlatform({
      ...doorOf(teams),
      clock,
      contacts: {
        contactOf: async (address) => contacts.get(address) ?? null,
        rememberContact: async (address, value) => {
          if (value === null) contacts.delete(address);
          else contacts.set(address, value);
        },
      },
      memory: {
        recall: async (name) => memory.get(name) ?? null,
        remember: async (name, value) => void memory.set(name, value),
      },
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
  const each = (plan: (method: (typeof posting)[number]) => void) => posting.forEach(plan);

  return {
    platform,
    reader: ben.address,
    seen: () => ben.messages().map(({ visible }) => visible),
    secrets: [teams.clientSecret, "Bearer ", "eyJ"],
    road: {
      answer: (status) => each((method) => teams.fail(method, { fault: "status", status })),
      loseAnswer: () => each((method) => teams.fail(method, { fault: "reset", accepted: true })),
      mayRepeat: true,
      askToWait: (retryAfter) => each((method) => teams.fail(method, { fault: "rate-limited", retryAfter })),
      heal: () => teams.heal(),
      vanish(ref) {
        const at = messageOf(ref);
        if (at !== null) teams.vanish(at.conversation, at.activity);
      },
      posts: () => posting.reduce((count, method) => count + teams.calls(method).length, 0),
      pass: (ms) => clock.pass(ms),
      retries: (status) =>
        [408, 409, 412, 423, 425, 429].includes(status) || (status >= 500 && status !== 511),
      goneReader: gone.address,
      threads: () =>
        ben
          .messages()
          .map(({ conversation, replyTo }) => (replyTo === null ? null : `${conversation}|${replyTo}`)),
    },
    reopen: async () => {
      await stopAll();
      return opened();
    },
    stop: stopAll,
    async cleanup() {
      await teams.close();
    },
  };
}

platformContract("the Teams door", openTeams);
roadContract("the Teams door", openTeams);
