import { expect, test } from "vitest";
import { arrivalOf } from "#chat/slack/inbound.ts";

const here = { home: "T0TOWN", organisation: "E0ORG" };
// A workspace of an Enterprise Grid, with the app installed in that workspace only.
const user = (team_id: string) => ({ id: "U0JUF", team_id });
const button = (team: string) => ({
  type: "block_actions",
  user: user(team),
  team: { id: "T0TOWN", enterprise_id: "E0ORG" },
  enterprise: { id: "E0ORG", name: "Org" },
  trigger_id: "1.2.3",
  container: { type: "message", message_ts: "1764000000.000100" },
  actions: [
    {
      type: "button",
      action_id: "accept",
      action_ts: "1764000001.000100",
      value: '{"on":"VS-1","fields":null}',
    },
  ],
});

test("in a workspace of an organisation, Slack may name the organisation or another workspace as somebody's own", () => {
  expect(arrivalOf(button("E0ORG"), here).kind).toBe("press");
  expect(arrivalOf(button("T0OTHER"), here).kind).toBe("press");
  expect(arrivalOf(button("E0ELSE"), here).kind).not.toBe("press");
});
