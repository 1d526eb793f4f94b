import { afterEach, describe, expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { openBotToken, withManagedIdentity, withSecret } from "#chat/teams/line/bot-token.ts";
import type { FakeTeams } from "./support/fake-teams/fake-teams.ts";
import { monday, openTeamsRig, type TeamsRig } from "./support/teams-rig.ts";

let rig: TeamsRig;
afterEach(() => rig.close());

describe("the token that our messages go out with", () => {
  const clock = stoppedClock(monday);
  const optionsOf = (teams: FakeTeams) => ({
    clientId: teams.clientId,
    clientSecret: teams.clientSecret,
    tenant: teams.tenant,
    cloud: { loginUrl: teams.loginUrl, scope: "https://api.botframework.com/.default" },
    clock,
  });

  test("is fetched once for all who ask, and anew before it ends or when it was refused", async () => {
    rig = await openTeamsRig();
    const token = openBotToken(withSecret(optionsOf(rig.teams)), clock);
    await rig.teams.eventually(() => rig.platform.health().ready);
    const before = rig.teams.calls("token").length;
    const count = () => rig.teams.calls("token").length - before;
    const [first, second] = await Promise.all([token.get(), token.get()]);
    expect(second).toBe(first);
    expect(count()).toBe(1);
    clock.pass(54 * 60_000);
    await token.get();
    expect(count()).toBe(1);
    clock.pass(2 * 60_000);
    await token.get();
    expect(count()).toBe(2);
    token.forget();
    await token.get();
    expect(count()).toBe(3);
  });

  test.each([
    ["wrong-secret", "misconfigured", /does not take TEAMS_CLIENT_SECRET/],
    ["expired-secret", "misconfigured", /TEAMS_CLIENT_SECRET is too old/],
    ["unknown", "misconfigured", /knows no app with TEAMS_CLIENT_ID/],
  ] as const)("%s: says what to change", async (app, kind, words) => {
    rig = await openTeamsRig();
    rig.teams.settings.app = app;
    const asked = withSecret(optionsOf(rig.teams))();
    await expect(asked).rejects.toMatchObject({ kind, message: expect.stringMatching(words) });
    await expect(asked).rejects.not.toMatchObject({
      message: expect.stringContaining(rig.teams.clientSecret),
    });
  });

  test.each([
    ["busy", { fault: "rate-limited", retryAfter: 7 }, { kind: "retry", retryAfterMs: 7_000 }],
    ["too late", { fault: "status", status: 408 }, { kind: "retry" }],
    ["ill", { fault: "status", status: 503 }, { kind: "retry" }],
    ["a proxy with a page", { fault: "html" }, { kind: "retry" }],
    ["a proxy that says no", { fault: "status", status: 403, body: "<html>" }, { kind: "misconfigured" }],
    ["a line that breaks", { fault: "reset" }, { kind: "retry" }],
    ["somewhere else", { fault: "redirect" }, { kind: "misconfigured" }],
    ["half an answer", { fault: "broken-json" }, { kind: "retry" }],
  ] as const)("a login that is %s", async (_, fault, problem) => {
    rig = await openTeamsRig();
    await rig.teams.eventually(() => rig.platform.health().ready);
    rig.teams.fail("token", fault);
    await expect(withSecret(optionsOf(rig.teams))()).rejects.toMatchObject(problem);
  });

  test("of a managed identity comes from Microsoft's library, whose own words are not repeated", async () => {
    rig = await openTeamsRig();
    expect(await withManagedIdentity(async () => "token", clock)()).toEqual({
      token: "token",
      until: clock.now() + 300_000,
    });
    const failing = withManagedIdentity(() => Promise.reject(new Error("secret 123")), clock);
    await expect(failing()).rejects.toMatchObject({
      kind: "retry",
      message: expect.not.stringContaining("secret 123"),
    });
    await expect(failing()).rejects.toMatchObject({
      message: expect.stringContaining("assigned to this machine"),
    });
  });
});
