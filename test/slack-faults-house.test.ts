import { afterEach, describe, expect, test } from "vitest";
import { isOrphan } from "#signal/lifecycle.ts";
import type { Fault, Json } from "./support/fake-slack/fake-slack.ts";
import { openSlackStage, type SlackStage, type SlackStageOptions } from "./support/slack-stage.ts";

const open: SlackStage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

async function openTown(options: SlackStageOptions = {}): Promise<SlackStage> {
  const stage = await openSlackStage(options);
  open.push(stage);
  return stage;
}

const violence =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";
const danger = "De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen.";
const money = "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.";

const always = { times: Number.POSITIVE_INFINITY };

/** Somebody tells something; nothing that follows is waited for. */
async function tellOnly(stage: SlackStage, name: string, text: string): Promise<void> {
  const person = stage.person(name);
  await person.shortcut("signaal_delen");
  await stage.slack.eventually(() => person.view());
  person.fillIn({ organisation: "Basisschool De Wilg", text });
  await person.submit();
  await person.close();
  await stage.slack.quiet(20);
}

/** Titles of everything that somebody has from us, in order. */
const titles = (stage: SlackStage, name: string): string[] =>
  stage
    .person(name)
    .messages()
    .filter(({ user }) => user === stage.slack.bot.userId)
    .map(({ visible }) => visible.split("\n")[0] ?? "");

describe("a colleague can not be reached: the next one is asked within a minute, and the coordinator hears it", () => {
  test.each([
    ["chat.postMessage", "channel_not_found"],
    ["chat.postMessage", "is_archived"],
    ["chat.postMessage", "not_in_channel"],
    ["chat.postMessage", "restricted_action"],
    ["chat.postMessage", "user_not_found"],
    ["chat.postMessage", "cannot_dm_bot"],
    ["chat.postMessage", "posting_to_channel_denied"],
    ["conversations.open", "user_not_found"],
    ["conversations.open", "user_disabled"],
    ["conversations.open", "user_not_visible"],
    ["conversations.open", "users_not_found"],
    ["conversations.open", "cannot_dm_bot"],
    ["conversations.open", "is_inactive"],
  ])("%s says %s", async (method, error) => {
    const stage = await openTown();
    const dm = stage.slack.dmOf("U0SANNE");
    const toSanne = ({ channel, users }: Json) => channel === dm || users === "U0SANNE";
    stage.slack.fail(method, { fault: "error", error }, { ...always, when: toSanne });
    const start = stage.clock.now();
    await tellOnly(stage, "juf", violence);
    await stage.pass({ seconds: 59 });
    expect(stage.clock.now() - start).toBeLessThanOrEqual(60_000);
    const { code, asked } = await stage.latest();
    expect(asked).toContain("sanne");
    const next = asked.find((person) => person !== "sanne") ?? "";
    expect(titles(stage, next).join()).toContain(code);
    expect(titles(stage, "sanne")).toEqual([]);
    expect(titles(stage, "carla").join()).toMatch(/Sanne|bereik/);
    // Not tried for ever.
    const tried = stage.slack.calls(method).filter(({ args }) => toSanne(args)).length;
    await stage.pass({ hours: 1 });
    expect(stage.slack.calls(method).filter(({ args }) => toSanne(args)).length - tried).toBeLessThan(5);
  });
});

const passing: Readonly<Record<string, Fault>> = {
  "429, after 20 s": { fault: "rate-limited", retryAfter: 20 },
  "429, after an hour": { fault: "rate-limited", retryAfter: 3_600 },
  "503": { fault: "status", status: 503 },
  "a page of a proxy": { fault: "html" },
  "another address": { fault: "redirect" },
  "the line breaks": { fault: "reset" },
  internal_error: { fault: "error", error: "internal_error" },
  token_revoked: { fault: "error", error: "token_revoked" },
  missing_scope: { fault: "error", error: "missing_scope" },
  invalid_blocks: { fault: "error", error: "invalid_blocks" },
  msg_too_long: { fault: "error", error: "msg_too_long" },
};

describe("one colleague's messages do not arrive: the signal climbs to another, and what waited comes once", () => {
  test.each(Object.entries(passing))("%s", async (_name, fault) => {
    const stage = await openTown();
    const { slack } = stage;
    const dm = slack.dmOf("U0SANNE");
    slack.fail("chat.postMessage", fault, { ...always, when: ({ channel }) => channel === dm });
    await tellOnly(stage, "juf", violence);
    await stage.pass({ minutes: 61 });
    const signal = await stage.latest();
    expect(isOrphan(signal)).toBe(false);
    expect((await stage.store.counts(stage.clock.now())).unowned).toBe(0);
    const others = signal.asked.filter((person) => person !== "sanne");
    expect(others.some((person) => titles(stage, person).join().includes(signal.code))).toBe(true);
    // A human hears that it does not arrive.
    expect(titles(stage, "carla").join()).toMatch(/Sanne|bereik/);
    expect(titles(stage, "sanne")).toEqual([]);
    slack.heal();
    await stage.pass({ hours: 2 });
    const cards = titles(stage, "sanne").filter((title) => title.includes(signal.code));
    expect(cards).toHaveLength(1);
    expect(slack.offences()).toEqual([]);
  });
});

describe("Slack is down altogether", () => {
  test.each(Object.entries(passing).filter(([name]) => !name.includes("hour")))(
    "%s on everything for twenty minutes: what was told is safe, and all of it arrives once, what can not wait first",
    async (_name, fault) => {
      const stage = await openTown();
      const { slack } = stage;
      // A window opens, or nothing could be told: everything that goes out by itself fails.
      for (const method of ["chat.postMessage", "chat.update", "conversations.open", "conversations.history"])
        slack.fail(method, fault, always);
      await tellOnly(stage, "juf", money);
      await stage.pass({ minutes: 5 });
      await tellOnly(stage, "meester", danger);
      await stage.pass({ minutes: 15 });
      expect(slack.posted()).toEqual([]);
      const signals = await stage.store.openSignals();
      expect(signals).toHaveLength(2);
      expect(signals.filter(isOrphan)).toEqual([]);
      slack.heal();
      const back = stage.clock.now();
      await stage.pass({ minutes: 11 });
      const [calm, acute] = signals.map(({ code }) => code);
      const firstWith = (code = "") => slack.posted().find(({ visible }) => visible.includes(code))?.ts ?? "";
      expect(Number(firstWith(acute))).toBeLessThan(Number(firstWith(calm)));
      expect(Number(firstWith(acute)) * 1_000 - back).toBeLessThanOrEqual(60_000);
      expect((await stage.store.counts(stage.clock.now())).waitingNotices).toBe(0);
      for (const person of new Set(signals.flatMap(({ asked }) => asked)))
        for (const { code } of signals)
          expect(
            titles(stage, person).filter((title) => title === `Nieuw signaal ${code}`).length,
          ).toBeLessThan(2);
      const asked = slack.calls().filter(({ said }) => said === "429").length;
      if (fault.fault === "rate-limited")
        expect(asked).toBeLessThanOrEqual((3 * 20 * 60) / (fault.retryAfter ?? 1));
      // Who must be asked for by another reader is not known to have to wait as well, until it is said.
      slack.forgive();
    },
  );
});

test("what can not wait overtakes what waits for the same reader", async () => {
  const stage = await openTown({ directory: (town) => ({ ...town, duty: ["ben"] }) });
  const { slack, clock } = stage;
  const ben = slack.dmOf("U0BEN");
  slack.fail(
    "chat.postMessage",
    { fault: "rate-limited", retryAfter: 30 },
    { when: ({ channel }) => channel === ben },
  );
  for (const one of [1, 2, 3, 4, 5, 6, 7, 8]) await tellOnly(stage, `buur${one}`, money);
  await stage.pass({ seconds: 10 });
  const start = clock.now();
  await tellOnly(stage, "juf", danger);
  await stage.pass({ seconds: 40 });
  const { code } = await stage.latest();
  expect(titles(stage, "ben")).toHaveLength(9);
  expect(titles(stage, "ben")[0]).toContain(code);
  expect(Number(stage.person("ben").messages()[0]?.ts) * 1_000 - start).toBeLessThanOrEqual(21_000);
});

test("a reader who must wait holds up nobody: an acute signal for another goes at once", async () => {
  const stage = await openTown();
  const { slack, clock } = stage;
  for (const one of [1, 2, 3, 4, 5, 6]) await tellOnly(stage, `buur${one}`, danger);
  const dora = slack.dmOf("U0DORA");
  slack.fail(
    "chat.postMessage",
    { fault: "rate-limited", retryAfter: 30 },
    { when: ({ channel }) => channel === dora },
  );
  const start = clock.now();
  await stage.pass({ seconds: 1 });
  // Each of them has the text that says whom to call, while the colleague's messages wait.
  for (const one of [1, 2, 3, 4, 5, 6])
    expect(titles(stage, `buur${one}`).length, `buur${one}`).toBeGreaterThan(0);
  expect(titles(stage, "dora")).toEqual([]);
  await tellOnly(stage, "juf", money);
  await stage.pass({ seconds: 5 });
  expect(titles(stage, "ben").join()).toContain((await stage.latest()).code);
  await stage.pass({ seconds: 40 });
  expect(titles(stage, "dora").length).toBeGreaterThanOrEqual(6);
  const [first] = stage.person("dora").messages();
  expect(Number(first?.ts) * 1_000 - start).toBeGreaterThanOrEqual(30_000);
  expect(Number(first?.ts) * 1_000 - start).toBeLessThanOrEqual(33_000);
  expect(slack.offences()).toEqual([]);
});

describe("a window does not open", () => {
  const windows: Readonly<Record<string, Fault>> = {
    ...passing,
    "no answer, ever": { fault: "hang" },
    expired_trigger_id: { fault: "error", error: "expired_trigger_id" },
    "the line breaks after": { fault: "reset", accepted: true },
  };
  test.each(Object.entries(windows))(
    "%s: in time, tried once, and who pressed is not left in silence",
    async (_name, fault) => {
      const stage = await openTown();
      const { slack } = stage;
      const { code } = await stage.tell("juf", { text: violence });
      const sanne = stage.person("sanne");
      slack.fail("views.open", fault, { times: 2 });
      const pressed = await sanne.press("Bekijk");
      expect(pressed.status).toBe(200);
      expect(pressed.ms).toBeLessThan(2_500);
      const typed = await stage.person("juf").command("/signaal", money);
      expect(typed.status).toBe(200);
      expect(typed.ms).toBeLessThan(2_500);
      const said = (name: string) => stage.person(name).ephemerals().at(-1)?.visible ?? "";
      await slack.eventually(() => said("sanne") !== "" || sanne.view() !== null, 6_000);
      await slack.eventually(() => said("juf") !== "" || stage.person("juf").view() !== null, 6_000);
      expect(slack.calls("views.open")).toHaveLength(3);
      expect(said("sanne") + said("juf")).not.toContain("blauwe plekken");
      expect(said("sanne")).not.toContain(code);
      // And the next time it does. Somebody who presses does not wait for what Slack asked of us.
      slack.heal();
      slack.forgive();
      if (sanne.view() === null) await sanne.press("Bekijk");
      await stage.modal("sanne", "Het verhaal");
    },
  );
});

describe("a card that arrived without our knowing, and has changed since", () => {
  test("is found and changed: its reader has one card, and no buttons that are of no use", async () => {
    const stage = await openTown();
    const { slack } = stage;
    const dm = slack.dmOf("U0SANNE");
    slack.fail(
      "chat.postMessage",
      { fault: "reset", accepted: true },
      { when: ({ channel }) => channel === dm },
    );
    await tellOnly(stage, "juf", violence);
    await stage.house.runDue();
    const sanne = stage.person("sanne");
    expect(titles(stage, "sanne")).toHaveLength(1);
    await sanne.press("Ik pak dit op");
    await stage.settle();
    const { code } = await stage.latest();
    expect(titles(stage, "sanne")).toEqual([`🟢 ${code}: opgepakt door Sanne`]);
  });
});
