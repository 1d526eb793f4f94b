import { afterEach, describe, expect, test } from "vitest";
import { isOrphan } from "#signal/lifecycle.ts";
import type { Call, Fault } from "./support/fake-teams/fake-teams.ts";
import { openTeamsStage, type TeamsStage, type TeamsStageOptions } from "./support/teams-stage.ts";

const open: TeamsStage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

async function openTown(options: TeamsStageOptions = {}): Promise<TeamsStage> {
  const stage = await openTeamsStage(options);
  open.push(stage);
  return stage;
}

const violence =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";
const danger = "De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen.";
const money = "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.";

const always = { times: Number.POSITIVE_INFINITY };

/** Somebody tells something; nothing that follows is waited for. */
async function tellOnly(stage: TeamsStage, name: string, text: string): Promise<void> {
  const person = stage.person(name);
  await person.extension("signaal", { text: "Een bericht." });
  person.fillIn({ organisation: "Basisschool De Wilg", text });
  await person.submit();
  person.close();
  await stage.teams.quiet(20);
}

/** Titles of everything that somebody has from us, in order. */
const titles = (stage: TeamsStage, name: string): string[] =>
  stage
    .person(name)
    .messages()
    .filter(({ from }) => from === "app")
    .map(({ visible }) => visible.split("\n")[0] ?? "");

type Plan = (stage: TeamsStage) => void;
const sayNo =
  (status: number, code: string): Plan =>
  ({ teams }) => {
    const { chat } = teams.user("sanne");
    const toSanne = ({ conversation }: Pick<Call, "conversation">) => conversation === chat;
    teams.fail("send", { fault: "error", status, code }, { ...always, when: toSanne });
  };

const unreachable: Readonly<Record<string, Plan>> = {
  "who does not have the app": ({ teams }) => void teams.user("sanne", { installed: false }),
  "who has blocked it": ({ teams }) => void teams.user("sanne", { blocked: true }),
  "who is not in the directory any more": ({ teams }) => void teams.user("sanne", { gone: true }),
  "whom an administrator keeps out": sayNo(403, "BotDisabledByAdmin"),
  "of whom Teams says no in words of next year": sayNo(403, "ANameOfNextYear"),
};

describe("a colleague can not be reached: the next one is asked within a minute, and the coordinator hears it", () => {
  test.each(Object.entries(unreachable))("%s", async (_name, plan) => {
    const stage = await openTown();
    plan(stage);
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
    const before = stage.teams.calls().filter(({ said }) => said !== "ok").length;
    await stage.pass({ hours: 1 });
    expect(stage.teams.calls().filter(({ said }) => said !== "ok").length - before).toBeLessThan(5);
  });

  test("who takes the app away hears nothing more there, and is there again when it comes back", async () => {
    const stage = await openTown();
    const sanne = stage.person("sanne");
    await sanne.install();
    await sanne.uninstall();
    await tellOnly(stage, "juf", violence);
    await stage.pass({ seconds: 59 });
    expect(titles(stage, "sanne")).toEqual([]);
    await sanne.install();
    const { asked } = await stage.tell("meester", { text: violence });
    expect(asked).toContain("sanne");
    expect(titles(stage, "sanne").join()).toContain((await stage.latest("meester")).code);
  });
});

const passing: Readonly<Record<string, Fault>> = {
  "429, after 20 s": { fault: "rate-limited", retryAfter: 20 },
  "429, after an hour": { fault: "rate-limited", retryAfter: 3_600 },
  "412": { fault: "error", status: 412, code: "PreconditionFailed" },
  "503": { fault: "status", status: 503 },
  "a page of a proxy": { fault: "html" },
  "another address": { fault: "redirect" },
  "the line breaks": { fault: "reset" },
  "a token that is not taken": { fault: "status", status: 401 },
  BadSyntax: { fault: "error", status: 400, code: "BadSyntax" },
  MessageSizeTooBig: { fault: "error", status: 413, code: "MessageSizeTooBig" },
};

describe("one colleague's messages do not arrive: the signal climbs to another, and what waited comes once", () => {
  test.each(Object.entries(passing))("%s", async (_name, fault) => {
    const stage = await openTown();
    const { teams } = stage;
    const { chat } = stage.person("sanne");
    teams.fail("send", fault, { ...always, when: ({ conversation }) => conversation === chat });
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
    teams.heal();
    await stage.pass({ hours: 2 });
    expect(titles(stage, "sanne").filter((title) => title.includes(signal.code))).toHaveLength(1);
    expect(teams.offences()).toEqual([]);
  });
});

describe("Teams is down altogether", () => {
  test.each(Object.entries(passing).filter(([name]) => !name.includes("hour")))(
    "%s on everything for twenty minutes: what was told is safe, and all of it arrives once, what can not wait first",
    async (_name, fault) => {
      const stage = await openTown();
      const { teams } = stage;
      // Who can not be written to at all is another thing (above).
      const isNo = fault.fault === "error" && fault.status < 412;
      for (const method of isNo ? (["send", "update"] as const) : (["*"] as const))
        teams.fail(method, fault, always);
      await tellOnly(stage, "juf", money);
      await stage.pass({ minutes: 5 });
      await tellOnly(stage, "meester", danger);
      await stage.pass({ minutes: 15 });
      expect(teams.posted()).toEqual([]);
      const signals = await stage.store.openSignals();
      expect(signals).toHaveLength(2);
      expect(signals.filter(isOrphan)).toEqual([]);
      teams.heal();
      const back = stage.clock.now();
      await stage.pass({ minutes: 11 });
      const [calm, acute] = signals.map(({ code }) => code);
      const firstWith = (code = "") =>
        Number(teams.posted().find(({ visible }) => visible.includes(code))?.id);
      expect(firstWith(acute)).toBeLessThan(firstWith(calm));
      expect(firstWith(acute) - back).toBeLessThanOrEqual(60_000);
      expect((await stage.store.counts(stage.clock.now())).waitingNotices).toBe(0);
      for (const person of new Set(signals.flatMap(({ asked }) => asked)))
        for (const { code } of signals)
          expect(
            titles(stage, person).filter((title) => title === `Nieuw signaal ${code}`).length,
          ).toBeLessThan(2);
      // Who must be asked for by another reader is not known to have to wait as well, until it is said.
      teams.forgive();
    },
  );
});

test("a reader who must wait holds up nobody: an acute signal for another goes at once", async () => {
  const stage = await openTown();
  const { teams, clock } = stage;
  for (const one of [1, 2, 3, 4, 5, 6]) await tellOnly(stage, `buur${one}`, danger);
  const { chat } = stage.person("dora");
  teams.fail(
    "send",
    { fault: "rate-limited", retryAfter: 30 },
    { when: ({ conversation }) => conversation === chat },
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
  expect(Number(first?.id) - start).toBeGreaterThanOrEqual(30_000);
  expect(Number(first?.id) - start).toBeLessThanOrEqual(33_000);
  expect(teams.offences()).toEqual([]);
});

test("many signals at once: nobody gets more than Teams lets through", async () => {
  const stage = await openTown();
  stage.teams.settings.pace = true;
  for (let one = 0; one < 20; one++) await tellOnly(stage, `buur${one}`, money);
  await stage.pass({ minutes: 5 });
  expect(stage.teams.calls().filter(({ said }) => said === "429")).toEqual([]);
  expect(titles(stage, "ben").length).toBeGreaterThanOrEqual(8);
  expect((await stage.store.counts(stage.clock.now())).waitingNotices).toBe(0);
});

describe("what happens can not be kept", () => {
  test("then it is not acknowledged: who pressed sees so, what was typed stays, and the next time it goes", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    await juf.extension("signaal", { text: money });
    juf.fillIn({ organisation: "Basisschool De Wilg" });
    stage.breakStore();
    expect((await juf.submit()).status).toBe(503);
    expect(juf.words().at(-1)?.by).toBe("Teams");
    expect(Object.values(juf.dialog()?.values ?? {})).toContain(money);
    const typed = await juf.write(money);
    expect(typed.status).toBe(503);
    stage.mendStore();
    await juf.submit();
    await stage.teams.again(typed);
    await stage.settle();
    expect((await stage.store.counts(stage.clock.now())).signals).toBeGreaterThan(0);
  });

  test("a dialog that was kept, and whose answer got lost, is one signal when it is sent again", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    await juf.extension("signaal", { text: money });
    juf.fillIn({ organisation: "Basisschool De Wilg" });
    await juf.submit({ copies: 2 });
    const [, , sent] = stage.teams.deliveries();
    if (sent === undefined) throw new Error("Nothing was sent.");
    await stage.teams.again(sent);
    await stage.teams.again(sent, { newId: true });
    await stage.settle();
    expect((await stage.store.counts(stage.clock.now())).signals).toBe(1);
  });
});

describe("a card that can not be changed", () => {
  test.each([
    ["403", { fault: "error", status: 403, code: "ANameOfNextYear" }],
    ["404", { fault: "error", status: 404, code: "ActivityNotFoundInConversation" }],
    ["503", { fault: "status", status: 503 }],
    ["no answer", { fault: "hang" }],
  ] as const)("%s: what was pressed counts all the same", async (_name, fault) => {
    const stage = await openTown();
    const { code } = await stage.tell("juf", { text: violence });
    const sanne = stage.person("sanne");
    stage.teams.fail("update", fault, { times: 1 });
    const pressed = await stage.live(sanne.press("Ik pak dit op"));
    expect(pressed.status).toBe(200);
    expect(pressed.ms).toBeLessThan(5_000);
    expect((await stage.signal(code)).holder).toBe("sanne");
    stage.teams.heal();
    await stage.pass({ minutes: 2 });
    sanne.reload();
    const cards = sanne.messages().filter(({ visible }) => visible.includes(`${code}: opgepakt door Sanne`));
    expect(cards).toHaveLength(1);
  });
});

test("a secret that ended: nothing is lost, an administrator reads why, and all of it comes when it is renewed", async () => {
  const stage = await openTown();
  stage.teams.settings.app = "expired-secret";
  stage.teams.revokeTokens();
  await stage.pass({ hours: 2 });
  await tellOnly(stage, "juf", violence);
  await stage.pass({ minutes: 2 });
  expect(stage.platform.health()).toMatchObject({ ready: false, state: "refused" });
  expect(stage.platform.health().complaint).toContain("TEAMS_CLIENT_SECRET");
  expect(stage.teams.posted()).toEqual([]);
  stage.teams.settings.app = "valid";
  await stage.pass({ minutes: 11 });
  const { code } = await stage.latest();
  expect(titles(stage, "sanne").join()).toContain(code);
  expect((await stage.store.counts(stage.clock.now())).waitingNotices).toBe(0);
});
