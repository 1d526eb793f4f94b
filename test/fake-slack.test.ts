import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { slackCardModal, slackHome, slackMessage, slackModal } from "#chat/slack/cards.ts";
import { anyCard, anyForm } from "./support/arbitrary-cards.ts";
import { bareClient, button, plain, post } from "./support/fake-slack/bare-app.ts";
import { blockFaults, viewFaults } from "./support/fake-slack/block-check.ts";
import { type FakeSlackOptions, type Json, openFakeSlack } from "./support/fake-slack/fake-slack.ts";

/** What later tests rely on: that this Slack refuses what Slack refuses, seen with a bare Web API client. */
const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

async function open(options: FakeSlackOptions = {}) {
  const slack = await openFakeSlack(options);
  toClose.push(() => slack.close());
  const juf = slack.user("U0JUF00001", { name: "juf" });
  return { slack, juf, web: bareClient(slack) };
}

describe("the Web API refuses what Slack refuses", () => {
  test("tokens that are wrong, revoked or of the wrong kind", async () => {
    const { slack, web } = await open();
    await expect(web.auth.test()).resolves.toMatchObject({ user_id: slack.bot.userId, team_id: slack.home });
    await expect(bareClient(slack, "xoxb-other").auth.test()).rejects.toThrow("invalid_auth");
    await expect(web.apps.connections.open()).rejects.toThrow("not_allowed_token_type");
    slack.settings.token = "revoked";
    await expect(web.auth.test()).rejects.toThrow("token_revoked");
  });

  test("methods outside the scopes, with what is needed", async () => {
    const { slack, juf, web } = await open();
    slack.channel("C0TEAM00001", { name: "team" });
    await expect(web.conversations.history({ channel: "C0TEAM00001" })).rejects.toMatchObject({
      data: { error: "missing_scope", needed: "channels:history" },
    });
    await expect(web.conversations.info({ channel: "C0TEAM00001" })).rejects.toThrow("missing_scope");
    slack.settings.scopes.delete("chat:write");
    await expect(post(web, { channel: juf.id, text: "x" })).rejects.toThrow("missing_scope");
    expect(() => slack.assertNoFaults()).toThrow("missing_scope");
  });

  test("blocks that are too long, unknown, twice or not for this place", async () => {
    const { slack, juf, web } = await open();
    const channel = slack.dmOf(juf.id);
    const refused = async (blocks: unknown[]) => {
      const sent = post(web, { channel, text: "x", blocks: blocks });
      const { data } = await sent.then(
        () => ({ data: { errors: ["accepted"] } }),
        (fault: { data: { errors: string[] } }) => fault,
      );
      return data.errors[0];
    };
    expect(await refused([{ type: "header", text: plain("x".repeat(151)) }])).toBe(
      "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    );
    expect(await refused([{ type: "divider", color: "red" }])).toContain(
      "invalid additional property: color",
    );
    expect(await refused([{ type: "alert", text: plain("x") }])).toContain("unsupported type");
    expect(await refused(Array.from({ length: 51 }, () => ({ type: "divider" })))).toContain(
      "no more than 50",
    );
    expect(
      await refused([
        { ...button("A", "a"), block_id: "b" },
        { ...button("B", "b"), block_id: "b" },
      ]),
    ).toContain("`block_id` already exists");
    const both = [...button("A", "a").elements, ...button("B", "a").elements];
    expect(await refused([{ type: "actions", elements: both }])).toContain("`action_id` already exists");
    expect(await refused([{ type: "divider" }, button("A", "a")])).toBe("accepted");
    await expect(post(web, { channel, text: "x".repeat(40_001) })).rejects.toThrow("msg_too_long");
    const long = Array.from({ length: 4 }, () => ({ type: "section", text: plain("x".repeat(2_900)) }));
    await expect(post(web, { channel, text: "x", blocks: long })).rejects.toThrow("msg_blocks_too_long");
  });

  test("a chart only where the workspace takes it, a picture only when the file is ready", async () => {
    const { slack, juf, web } = await open({ fileReadyMs: 40 });
    const chart = {
      type: "data_visualization",
      title: "Signalen",
      chart: {
        type: "bar",
        series: [{ name: "week", data: [{ label: "noord", value: 3 }] }],
        axis_config: { categories: ["noord"] },
      },
    };
    const channel = slack.dmOf(juf.id);
    const show = (block: Json) => post(web, { channel, text: "x", blocks: [block] });
    await show(chart);
    expect(juf.lastMessage().visible).toBe("Signalen\nweek\nnoord\n3");
    slack.settings.charts = false;
    await expect(show(chart)).rejects.toThrow("invalid_blocks");

    const place = await web.files.getUploadURLExternal({
      filename: "week.png",
      length: 4,
      alt_text: "cijfers",
    });
    await fetch(place.upload_url ?? "", { method: "POST", body: Buffer.from("PNG!") });
    const image = { type: "image", alt_text: "cijfers", slack_file: { id: place.file_id } };
    await web.files.completeUploadExternal({ files: [{ id: place.file_id ?? "", title: "Week" }] });
    await expect(show(image)).rejects.toThrow("invalid_blocks");
    await new Promise((resolve) => setTimeout(resolve, 60));
    await show(image);
    expect(slack.files()[0]).toMatchObject({ name: "week.png", completed: true });
    slack.assertNoFaults();
  });

  test("channels and people that are not there, messages that are not its own", async () => {
    const { slack, juf, web } = await open();
    slack.channel("C0OUD000001", { isArchived: true });
    slack.channel("C0ANDER0001", { botIsMember: false });
    slack.channel("G0GEHEIM001", { botIsMember: false });
    slack.user("U0WEG000001", { deleted: true });
    const say = (channel: string) => post(web, { channel, text: "x" });
    await expect(say("C0NERGENS01")).rejects.toThrow("channel_not_found");
    await expect(say("C0OUD000001")).rejects.toThrow("is_archived");
    await expect(say("C0ANDER0001")).rejects.toThrow("not_in_channel");
    await expect(say("G0GEHEIM001")).rejects.toThrow("channel_not_found");
    await expect(web.conversations.open({ users: "U0WEG000001" })).rejects.toThrow("user_disabled");
    await expect(web.conversations.open({ users: "U0NIEMAND01" })).rejects.toThrow("user_not_found");
    const { channel } = await web.conversations.open({ users: juf.id });
    expect(channel?.id).toBe(slack.dmOf(juf.id));
    const ts = juf.dmUnheard("hallo");
    const there = { channel: slack.dmOf(juf.id) };
    await expect(web.chat.update({ ...there, ts, text: "x" })).rejects.toThrow("cant_update_message");
    await expect(web.chat.delete({ ...there, ts })).rejects.toThrow("cant_delete_message");
    await expect(web.chat.update({ ...there, ts: "1.000001", text: "x" })).rejects.toThrow(
      "message_not_found",
    );
  });

  test("history gives back what stands there, newest first, page by page", async () => {
    const { slack, juf, web } = await open();
    const channel = slack.dmOf(juf.id);
    const first = juf.dmUnheard("een <b>");
    const posted = await post(web, { channel, text: "twee", blocks: [button("Bekijk", "view")] });
    const ts = String(Reflect.get(posted, "ts"));
    juf.dmUnheard("onder twee", { thread_ts: ts });
    const page = await web.conversations.history({ channel, limit: 1 });
    expect(page.messages).toMatchObject([{ ts, bot_id: slack.bot.botId, reply_count: 1 }]);
    expect(page.messages?.[0]?.blocks?.[0]?.block_id).toBeTruthy();
    const next = await web.conversations.history({
      channel,
      cursor: page.response_metadata?.next_cursor ?? "",
    });
    expect(next.messages).toMatchObject([{ ts: first, user: juf.id, text: "een &lt;b&gt;" }]);
    const thread = await web.conversations.replies({ channel, ts });
    expect(thread.messages?.map((one) => one.text)).toEqual(["twee", "onder twee"]);
    const after = await web.conversations.history({ channel, oldest: first });
    expect(after.messages?.map((one) => one.text)).toEqual(["twee"]);
  });

  test("one message a second when the pace is kept, and nobody may call before Retry-After", async () => {
    const clock = stoppedClock(Date.parse("2026-11-17T10:12:00+01:00"));
    const { slack, juf, web } = await open({ clock });
    slack.settings.pace = true;
    const say = () => post(web, { channel: slack.dmOf(juf.id), text: "x" });
    for (let count = 0; count < 3; count += 1) await say();
    await expect(say()).rejects.toMatchObject({ retryAfter: 1 });
    clock.pass(1_000);
    await say();
    slack.forgive();
    slack.settings.pace = false;
    slack.fail("chat.postMessage", { fault: "rate-limited", retryAfter: 30 });
    await expect(say()).rejects.toMatchObject({ retryAfter: 30 });
    slack.assertNoFaults();
    clock.pass(10_000);
    await expect(say()).rejects.toMatchObject({ retryAfter: 20 });
    expect(() => slack.assertNoFaults()).toThrow("before Retry-After");
    clock.pass(20_000);
    await say();
  });

  test("faults on the way, before and after Slack took the message", async () => {
    const { slack, juf, web } = await open();
    const say = () => post(web, { channel: slack.dmOf(juf.id), text: "x" });
    slack.fail("chat.postMessage", { fault: "reset" });
    await expect(say()).rejects.toThrow();
    expect(juf.messages()).toHaveLength(0);
    slack.fail("chat.postMessage", { fault: "reset", accepted: true });
    await expect(say()).rejects.toThrow();
    expect(juf.messages()).toHaveLength(1);
    slack.fail("chat.postMessage", { fault: "status", status: 503 });
    await expect(say()).rejects.toMatchObject({ statusCode: 503 });
    slack.fail("chat.postMessage", { fault: "hang" });
    await expect(say()).rejects.toThrow();
    slack.fail("chat.postMessage", { fault: "broken-json", accepted: true });
    await expect(say()).rejects.toThrow();
    slack.fail("chat.postMessage", { fault: "slow", msPerByte: 50 });
    await expect(say()).rejects.toThrow();
    slack.fail("*", { fault: "error", error: "fatal_error" }, { when: (args) => args.text === "x" });
    await expect(say()).rejects.toThrow("fatal_error");
    await say();
    expect(slack.calls("chat.postMessage").map((call) => call.said)).toEqual([
      "reset",
      "reset",
      "503",
      "hang",
      "broken-json",
      "slow",
      "fatal_error",
      "ok",
    ]);
    expect(JSON.stringify(slack.calls())).not.toContain("xoxb-");
  });
});

test("what our own look draws of any card or form is taken, as a message, a dialog and an App Home", () => {
  const drawn = fc.property(anyCard, anyForm, (card, form) => {
    expect(blockFaults(slackMessage(card).blocks)).toEqual([]);
    expect(viewFaults(slackCardModal(card), "modal")).toEqual([]);
    expect(viewFaults(slackModal(form), "modal")).toEqual([]);
    expect(viewFaults(slackHome(card), "home")).toEqual([]);
  });
  fc.assert(drawn, { numRuns: 100 });
});
