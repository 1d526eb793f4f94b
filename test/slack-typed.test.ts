import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Arrival } from "#chat/slack/inbound/arrival.ts";
import { asTyped } from "#chat/slack/inbound/as-typed.ts";
import { arrivalOf } from "#chat/slack/inbound.ts";

const home = "T0TOWN";
const here = { home, organisation: null };

function pressOf(arrival: Arrival) {
  if (arrival.kind !== "typed") throw new Error(`It is ${arrival.kind}.`);
  return arrival.press;
}

describe("a direct message", () => {
  const message = (event: object, outer: object = {}) => ({
    type: "event_callback",
    event_id: "Ev1",
    team_id: home,
    ...outer,
    event: {
      type: "message",
      channel_type: "im",
      channel: "D0JUF",
      user: "U0JUF",
      ts: "1764000000.000100",
      team: home,
      text: "Ik maak me zorgen",
      ...event,
    },
  });

  test("is told, by the one who typed it", () => {
    expect(arrivalOf(message({}), here)).toEqual({
      kind: "typed",
      press: {
        key: "dm:D0JUF:1764000000.000100",
        by: "slack:T0TOWN/U0JUF",
        act: "tell",
        on: "",
        fields: { text: "Ik maak me zorgen" },
      },
    });
  });

  test("has the organisation in the address of an app that is installed for all of it", () => {
    const arrival = arrivalOf(message({}, { enterprise_id: "E0ORG", team_id: "T0OTHER" }), {
      home: "E0ORG",
      organisation: "E0ORG",
    });
    expect(pressOf(arrival).by).toBe("slack:E0ORG/U0JUF");
  });

  test("says under which message it was typed", () => {
    const inThread = pressOf(arrivalOf(message({ thread_ts: "1763999999.000200" }), here));
    expect(inThread.under).toBe("D0JUF/1763999999.000200");
    expect(pressOf(arrivalOf(message({ thread_ts: "1764000000.000100" }), here)).under).toBeUndefined();
  });

  test("that is one word of the command is that command, but under a message it is an answer", () => {
    expect(pressOf(arrivalOf(message({ text: "status" }), here)).act).toBe("home");
    const answer = message({ text: "Afwezig", thread_ts: "1763999999.000200" });
    expect(pressOf(arrivalOf(answer, here))).toMatchObject({ act: "tell", fields: { text: "Afwezig" } });
  });

  test("with a file counts with its text, and without text it is told too: somebody must answer", () => {
    const withText = message({ subtype: "file_share", text: "kijk", files: [{ id: "F1" }] });
    expect(pressOf(arrivalOf(withText, here)).fields).toEqual({ text: "kijk", files: "1" });
    const without = message({ subtype: "file_share", text: "", files: [{ id: "F1" }] });
    expect(pressOf(arrivalOf(without, here))).toMatchObject({
      act: "tell",
      fields: { text: "", files: "1" },
    });
    // What hangs on it may be gone already; its subtype says that it was there.
    const gone = message({ subtype: "file_share", text: "" });
    expect(pressOf(arrivalOf(gone, here)).fields).toEqual({ text: "", files: "1" });
    // With the word of a command a photo is no command.
    const status = message({ subtype: "file_share", text: "status", files: [{ id: "F1" }] });
    expect(pressOf(arrivalOf(status, here))).toMatchObject({ act: "tell" });
  });

  test.each([
    ["of a program", { bot_id: "B0OTHER" }],
    ["of ourselves", { bot_id: "B0OURS", subtype: "bot_message" }],
    ["that was edited", { subtype: "message_changed", message: { text: "x" } }],
    ["that was deleted", { subtype: "message_deleted" }],
    ["that says that somebody joined", { subtype: "channel_join" }],
    ["without a person", { user: undefined }],
    ["of somebody of another workspace", { user_team: "T0FOREIGN" }],
    ["of somebody of another workspace, said otherwise", { team: "T0FOREIGN" }],
    ["with a time stamp that is none", { ts: "vandaag" }],
  ])("%s is nothing of ours", (_what, event) => {
    expect(arrivalOf(message(event), here)).toEqual({ kind: "nothing" });
  });

  test("typed where others read along gets a hint, and nothing of it is passed on", () => {
    for (const event of [
      { channel: "C0TEAM", channel_type: "channel" },
      { type: "app_mention", channel: "C0TEAM", channel_type: null },
    ]) {
      const arrival = arrivalOf(message(event), here);
      expect(arrival).toMatchObject({ kind: "not_here", channel: "C0TEAM", user: "U0JUF" });
      expect(JSON.stringify(arrival)).not.toContain("zorgen");
    }
  });

  test("is read as it was typed", () => {
    const text =
      "Bel <tel:0612345678|06 12345678>, zie <https://x.nl|x.nl> &lt;b&gt; &amp;amp; <@U1|jan> <#C1|team> <!here>";
    expect(pressOf(arrivalOf(message({ text }), here)).fields).toEqual({
      text: "Bel 06 12345678, zie x.nl <b> &amp; @jan #team @here",
    });
  });

  test("keeps every character that Slack escapes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const sent = typed.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        expect(asTyped(sent)).toBe(typed);
      }),
    );
  });
});

describe("other events", () => {
  const event = (inner: object) => ({ type: "event_callback", event_id: "Ev2", team_id: home, event: inner });

  test("App Home was opened", () => {
    const opened = { type: "app_home_opened", user: "U0JUF", channel: "D0JUF", tab: "home" };
    expect(arrivalOf(event(opened), here)).toMatchObject({
      kind: "home_opened",
      press: { by: "slack:T0TOWN/U0JUF", act: "home" },
    });
    expect(arrivalOf(event({ ...opened, tab: "messages" }), here)).toEqual({ kind: "nothing" });
  });

  test("our token was taken away", () => {
    expect(arrivalOf(event({ type: "app_uninstalled" }), here)).toEqual({ kind: "gone" });
    expect(arrivalOf(event({ type: "tokens_revoked", tokens: { bot: ["U1"] } }), here)).toEqual({
      kind: "gone",
    });
  });

  test("what we do not know is nothing", () => {
    expect(arrivalOf(event({ type: "reaction_added", user: "U0JUF" }), here)).toEqual({ kind: "nothing" });
  });
});
