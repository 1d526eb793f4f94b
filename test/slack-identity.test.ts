import { expect, test } from "vitest";

import { stoppedClock } from "#base/clock.ts";
import { Problem } from "#base/problem.ts";
import { openStanding, worstOf } from "#chat/slack/health.ts";
import { identityStage, inOrganisation, inWorkspace, watchIdentities } from "./support/identity-stage.ts";
import { anEvent } from "./support/signed-door.ts";

watchIdentities();

const down = () => new Problem("retry", "Slack can not be reached (ECONNREFUSED). (not_sent)");
const refused = () => new Problem("misconfigured", "The token was taken away. (token_revoked)");

/** What was remembered when the app was in another workspace. */
const kept = {
  "slack.identity": JSON.stringify({ home: "T0009", enterpriseId: null, botUserId: "U9", botId: null }),
};

test("Slack says who we are, and that is remembered", async () => {
  const s = identityStage({ homes: ["T0001"] });
  expect(s.identity.standing().state).toBe("starting");
  await s.start();
  expect(s.identity.self()).toMatchObject({ home: "T0001", botUserId: "U0001", botId: "B0001" });
  expect(s.identity.standing()).toMatchObject({ state: "connected", complaint: null });
  expect([...s.kept.keys()]).toEqual(["slack.identity"]);
});

test("after a restart with Slack out of reach we still know who we are", async () => {
  const before = identityStage();
  await before.start();
  const s = identityStage({ kept: Object.fromEntries(before.kept) });
  s.slack.answer = down();
  await s.start();
  expect(s.identity.self()?.home).toBe("T0001");
  expect(s.identity.admits(anEvent())).toBe("ours");
  expect(s.identity.standing()).toMatchObject({
    state: "unreachable",
    complaint: expect.stringContaining("Slack"),
  });
});

test("what was remembered in another shape is forgotten, and does not stop the start", async () => {
  for (const value of ["", "null", "{", '{"home":"X"}', '["T0001"]']) {
    const s = identityStage({ kept: { "slack.identity": value } });
    s.slack.answer = down();
    await s.start();
    expect(s.identity.self()).toBeNull();
  }
});

test("an unreachable Slack is asked again, less and less often, and since when is kept", async () => {
  const s = identityStage();
  s.slack.answer = down();
  await s.start();
  for (let times = 0; times < 8; times += 1) {
    s.clock.pass(1_000);
    await s.tick();
  }
  expect(s.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(s.identity.standing()).toMatchObject({ state: "unreachable", since: 1_000_000 });
  expect(s.log.lines.filter(({ level }) => level === "warn")).toHaveLength(1);

  s.slack.answer = inWorkspace;
  await s.tick();
  expect(s.identity.standing()).toMatchObject({ state: "connected", since: 1_008_000 });
  s.slack.answer = down();
  await s.tick();
  expect(s.waits.slice(-2)).toEqual([300_000, 1_000]);
  expect(s.identity.standing().state).toBe("unreachable");
});

test("a token that was taken away is a state of its own, and heals by itself", async () => {
  const s = identityStage();
  s.slack.answer = refused();
  await s.start();
  expect(s.identity.standing()).toMatchObject({
    state: "refused",
    complaint: expect.stringContaining("taken away"),
  });
  s.slack.answer = inWorkspace;
  await s.identity.check();
  expect(s.identity.standing().state).toBe("connected");
  s.slack.answer = refused();
  await s.identity.check();
  expect(s.identity.standing().state).toBe("refused");
  expect(s.identity.self()?.home).toBe("T0001");
});

test.each([
  {},
  { ok: true },
  { ...inWorkspace, team_id: "nonsense" },
  { ...inWorkspace, user_id: 7 },
  { ...inOrganisation, enterprise_id: null },
])("an answer that says nothing is not taken for an identity (%j)", async (answer) => {
  const s = identityStage();
  s.slack.answer = answer;
  await s.start();
  expect(s.identity.self()).toBeNull();
  expect(s.identity.standing()).toMatchObject({
    state: "unreachable",
    complaint: expect.stringContaining("SLACK_API_URL"),
  });
});

test("asking twice at once is one call", async () => {
  const s = identityStage();
  await s.start();
  await Promise.all([s.identity.check(), s.identity.check(), s.identity.check()]);
  expect(s.slack.calls).toBe(2);
});

test("a token of another workspace than the file names is a complaint, and nothing is lost meanwhile", async () => {
  const s = identityStage({ homes: ["T0777"] });
  await s.start();
  expect(s.identity.standing()).toMatchObject({ state: "refused" });
  const { complaint } = s.identity.standing();
  for (const word of ["SLACK_BOT_TOKEN", "T0001", "T0777"]) expect(complaint).toContain(word);
  // Not acknowledged: Slack keeps it for us until it is put right.
  expect(s.identity.admits(anEvent())).toBe("unknown");
  expect(s.identity.admits(anEvent({ authorizations: [], team_id: "T0777" }))).toBe("unknown");
  expect(s.identity.admits(anEvent({ authorizations: [], team_id: "T0666" }))).toBe("foreign");
  expect(s.kept.size).toBe(0);
});

test("after a move nothing of the new workspace is let go before Slack has said who we are", async () => {
  for (const homes of [["T0001"], ["T0009", "T0001"]]) {
    const s = identityStage({ homes, kept });
    s.slack.answer = new Error("Slack is out of reach");
    await s.start();
    expect(s.identity.admits(anEvent())).toBe("unknown");
    expect(s.identity.admits(anEvent({ authorizations: [], team_id: "T0666" }))).toBe("foreign");
  }
});

test("a token of another workspace than before is a complaint until the next start", async () => {
  const s = identityStage({ kept });
  await s.start();
  await s.tick();
  expect(s.identity.standing().state).toBe("connected");
  expect(s.identity.standing().complaint).toMatch(/T0001.*T0009/);
  expect(s.identity.admits(anEvent())).toBe("ours");
  const again = identityStage({ kept: Object.fromEntries(s.kept) });
  await again.start();
  expect(again.identity.standing().complaint).toBeNull();
});

test("a move that the file names is no complaint", async () => {
  const s = identityStage({ kept, homes: ["T0001"] });
  await s.start();
  expect(s.identity.standing()).toMatchObject({ state: "connected", complaint: null });
});

test("stopping ends the asking", async () => {
  const s = identityStage();
  await s.start();
  await s.identity.stop();
  const { calls } = s.slack;
  await new Promise((done) => setTimeout(done, 50));
  expect(s.slack.calls).toBe(calls);
});

test("of several sides the worst counts", () => {
  const clock = stoppedClock(5);
  const fine = openStanding(clock);
  fine.set("connected");
  const bad = openStanding(clock);
  bad.set("refused", "why");
  expect(worstOf(fine.now(), bad.now()).state).toBe("refused");
  expect(worstOf(bad.now(), fine.now()).complaint).toBe("why");
  expect(worstOf(fine.now(), openStanding(clock).now()).state).toBe("starting");
});
