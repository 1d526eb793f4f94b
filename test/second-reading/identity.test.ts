import { expect, test } from "vitest";
import { identityStage, watchIdentities } from "../support/identity-stage.ts";

watchIdentities();

const before = {
  "slack.identity": JSON.stringify({
    home: "T0009",
    teamId: "T0009",
    enterpriseId: null,
    botUserId: "U9",
    botId: null,
    appId: null,
  }),
};
const eventOf = (team_id: string) => ({
  type: "event_callback",
  team_id,
  event: { type: "message" },
  authorizations: [{ team_id, enterprise_id: null, is_enterprise_install: false }],
});

test("after a move to another workspace nothing of the new one is let go before Slack said who we are", async () => {
  const s = identityStage({ homes: ["T0001"], kept: before });
  s.slack.answer = new Error("Slack is out of reach");
  await s.start();
  // Acknowledged and dropped, if it were foreign.
  expect(s.identity.admits(eventOf("T0001"))).toBe("unknown");
  expect(s.identity.admits(eventOf("T0666"))).toBe("foreign");
});

test("with the token of another workspace by mistake, what comes from the file's own workspace is kept by Slack", async () => {
  const s = identityStage({ homes: ["T0777"] });
  await s.start();
  expect(s.identity.admits(eventOf("T0777"))).toBe("unknown");
});
