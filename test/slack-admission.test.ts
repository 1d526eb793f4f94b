import { expect, test } from "vitest";

import { pack } from "#chat/packed.ts";
import { arrivalOf } from "#chat/slack/inbound.ts";
import { claimsOf } from "#chat/slack/line/claims.ts";
import { identityStage, inOrganisation, watchIdentities } from "./support/identity-stage.ts";
import { aCommand, anEvent } from "./support/signed-door.ts";

watchIdentities();

test("until Slack has said who we are, the municipality's file decides", () => {
  const s = identityStage({ homes: ["T0001", "E0009"] });
  expect(s.identity.admits(anEvent())).toBe("ours");
  expect(s.identity.hereOf(anEvent())).toMatchObject({ home: "T0001" });
  expect(s.identity.admits(anEvent({ authorizations: [], team_id: "T0666" }))).toBe("foreign");
  const none = identityStage();
  expect(none.identity.admits(anEvent())).toBe("unknown");
  expect(none.identity.hereOf(anEvent())).toBeNull();
});

test("once known, only our own workspace is let in, whatever the payload looks like", async () => {
  const s = identityStage({ homes: ["T0001"] });
  await s.start();
  const admits = (body: unknown) => s.identity.admits(body);
  const commandIn = (more: Record<string, string>) => Object.fromEntries(new URLSearchParams(aCommand(more)));
  const press = (more: object) => ({ type: "block_actions", actions: [{}], user: { id: "U2" }, ...more });

  expect(admits(anEvent())).toBe("ours");
  expect(admits(commandIn({}))).toBe("ours");
  expect(admits(press({ team: { id: "T0001" }, is_enterprise_install: false }))).toBe("ours");
  expect(admits(press({ team: null, user: { id: "U2", team_id: "T0001" } }))).toBe("ours");
  // A workspace of an organisation, with an installation of its own.
  expect(admits(press({ team: { id: "T0001", enterprise_id: "E1" }, enterprise: { id: "E1" } }))).toBe(
    "ours",
  );
  // A dialog that somebody opened in a shared channel.
  expect(
    admits({ type: "view_submission", team: { id: "T0666" }, view: { app_installed_team_id: "T0001" } }),
  ).toBe("ours");
  // A shared channel: the event is of their workspace, the installation is ours.
  expect(admits(anEvent({ team_id: "T0666", context_team_id: "T0666" }))).toBe("ours");

  const theirs = [{ enterprise_id: null, team_id: "T0666", is_enterprise_install: false }];
  expect(admits(anEvent({ authorizations: theirs }))).toBe("foreign");
  expect(
    admits(
      anEvent({ authorizations: [{ enterprise_id: "E1", team_id: "T0001", is_enterprise_install: true }] }),
    ),
  ).toBe("foreign");
  expect(admits(anEvent({ authorizations: [], team_id: "T0666" }))).toBe("foreign");
  expect(admits(commandIn({ team_id: "T0666" }))).toBe("foreign");
  expect(admits(press({ team: { id: "T0666" }, user: { id: "U2", team_id: "T0001" } }))).toBe("foreign");
  expect(admits(press({ team: { id: "T0666" }, view: { app_installed_team_id: "T0666" } }))).toBe("foreign");
});

test.each([
  null,
  undefined,
  7,
  "T0001",
  [],
  [{ team_id: "T0001" }],
  {},
  { team_id: ["T0001"] },
  { team: "T0001" },
  { authorizations: "T0001" },
  { authorizations: [null, 7, "T0001"] },
])("a body that names no workspace is not ours: %j", async (body) => {
  const s = identityStage({ homes: ["T0001"] });
  expect(s.identity.admits(body)).toBe("foreign");
  await s.start();
  expect(s.identity.admits(body)).toBe("foreign");
});

test("installed for a whole organisation, every workspace of it is ours", async () => {
  const s = identityStage({ homes: ["E0001"] });
  s.slack.answer = inOrganisation;
  await s.start();
  expect(s.identity.self()).toMatchObject({ home: "E0001", enterpriseId: "E0001" });
  const orgWide = [{ enterprise_id: "E0001", team_id: "T0002", is_enterprise_install: true }];
  expect(s.identity.admits(anEvent({ team_id: "T0002", authorizations: orgWide }))).toBe("ours");
  expect(s.identity.hereOf(anEvent({ team_id: "T0002", authorizations: orgWide }))).toEqual({
    home: "E0001",
    organisation: "E0001",
  });
  const press = {
    type: "block_actions",
    team: null,
    enterprise: { id: "E0001" },
    is_enterprise_install: true,
  };
  expect(s.identity.admits(press)).toBe("ours");
  expect(s.identity.admits({ ...press, enterprise: { id: "E0666" } })).toBe("foreign");
  expect(
    s.identity.admits({
      command: "/signaal",
      team_id: "T0002",
      enterprise_id: "E0001",
      is_enterprise_install: "true",
    }),
  ).toBe("ours");
  // An installation in one workspace of the organisation has another token than ours.
  expect(s.identity.admits(anEvent())).toBe("foreign");
});

test("in one workspace of an organisation, Slack may name the organisation or another workspace as somebody's own", async () => {
  const s = identityStage({ homes: ["T0001"] });
  s.slack.answer = { ...inOrganisation, is_enterprise_install: false };
  await s.start();
  const press = (team_id: string) => ({
    type: "block_actions",
    user: { id: "U0JUF", team_id },
    team: { id: "T0001", enterprise_id: "E0001" },
    is_enterprise_install: false,
    trigger_id: "1.2.3",
    container: { message_ts: "1764000000.000100" },
    actions: [
      { type: "button", action_id: "accept", action_ts: "1", value: pack({ on: "VS-1", fields: null }) },
    ],
  });
  const here = s.identity.hereOf(press("T0001"));
  expect(here).toEqual({ home: "T0001", organisation: "E0001" });
  if (here === null) return;
  for (const team of ["T0001", "T0002", "E0001"]) {
    expect(s.identity.admits(press(team)), team).toBe("ours");
    expect(arrivalOf(press(team), here), team).toMatchObject({ press: { by: "slack:T0001/U0JUF" } });
  }
  expect(arrivalOf(press("E0666"), here)).toEqual({ kind: "unclear" });
  // A workspace that stands alone has nobody of elsewhere.
  expect(arrivalOf(press("T0002"), { ...here, organisation: null })).toEqual({ kind: "unclear" });
});

test("claims are named once, and only what can be a home", () => {
  expect(claimsOf({ team_id: "T0001", team: { id: "T0001" } })).toEqual(["T0001"]);
  expect(claimsOf({ team_id: "U0001" })).toEqual([]);
  expect(claimsOf({ team_id: "t0001" })).toEqual([]);
});
