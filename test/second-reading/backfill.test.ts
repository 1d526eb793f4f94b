import { expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { openBackfill } from "#chat/slack/backfill.ts";
import { openSlackApi } from "#chat/slack/web-api.ts";
import type { Address } from "#signal/address.ts";
import { openFakeSlack } from "../support/fake-slack/fake-slack.ts";

test("one conversation that can not be read keeps nobody else waiting", async () => {
  const clock = stoppedClock(Date.parse("2026-11-17T10:12:00+01:00"));
  const slack = await openFakeSlack({ clock });
  const people = ["U0AAA", "U0BBB"].map((id) => slack.user(id));
  const memory = new Map<string, string>([["slack.alive", String(clock.now())]]);
  const said: (string | undefined)[] = [];
  for (const person of people) person.dmUnheard(`Ik maak me zorgen, zegt ${person.id}`);
  clock.pass(60 * 60_000);
  const odd = slack.dmOf("U0AAA");
  slack.fail(
    "conversations.history",
    { fault: "error", error: "something_new" },
    { times: Infinity, when: ({ channel }) => channel === odd },
  );
  const backfill = openBackfill({
    api: openSlackApi({ token: slack.botToken, apiUrl: slack.apiUrl }),
    counter: { say: async (press) => void said.push(press.fields?.["text"]) },
    memory: {
      recall: async (name) => memory.get(name) ?? null,
      remember: async (name, value) => void memory.set(name, value),
    },
    addresses: async () => people.map(({ id }): Address => `slack:${slack.home}/${id}`),
    clock,
    log: silentLog,
    pause: async (ms) => clock.pass(ms),
  });
  await backfill.alive();
  await backfill.rest();
  expect(said).toEqual(["Ik maak me zorgen, zegt U0BBB"]);
  slack.heal();
  clock.pass(60_000);
  await backfill.alive();
  await backfill.rest();
  expect(said).toHaveLength(2);
  await slack.close();
});
