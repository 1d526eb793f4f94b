import type { App } from "@slack/bolt";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { stoppedClock } from "#base/clock.ts";
import { bareClient, button, modal, plain, startBareApp } from "./support/fake-slack/bare-app.ts";
import {
  type FakeSlack,
  type FakeSlackOptions,
  type Json,
  openFakeSlack,
} from "./support/fake-slack/fake-slack.ts";

/** What later tests rely on: that people in this Slack drive an app as Slack does. A bare Bolt app, so nothing of ours is in between. */
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

/** A bare Bolt app, stopped at the end. */
async function start(slack: FakeSlack, how: "http" | "socket", listen: (app: App) => void) {
  toClose.push(await startBareApp(slack, how, listen));
}

describe.each(["http", "socket"] as const)("people drive an app as in Slack, by %s", (how) => {
  test("a command opens a dialog, the client holds it back, an error stands under the input, and it closes", async () => {
    const { slack, juf } = await open();
    const got: Json[] = [];
    await start(slack, how, (app) => {
      app.command("/signaal", async ({ ack, command, client }) => {
        await client.views.open({ trigger_id: command.trigger_id, view: modal() });
        await ack({ text: `<&> ${command.text}` });
      });
      app.view("report", async ({ ack, view, body }) => {
        got.push({ ...view.state.values, metadata: view.private_metadata, team: body.team });
        const short = (view.state.values.text?.text?.value ?? "").length < 5;
        await ack(short ? { response_action: "errors", errors: { text: "Vertel meer." } } : undefined);
      });
    });
    const delivery = await juf.command("/signaal", "hulp");
    expect(delivery).toMatchObject({ status: 200, late: false, tries: 1 });
    expect(juf.ephemerals()).toMatchObject([{ text: "<&> hulp", by: "ack" }]);
    await expect(juf.submit()).rejects.toThrow('"Wat zie je?" is required');
    expect(() => juf.fillIn({ "Wat zie je?": "x".repeat(21) })).toThrow("no more than 20");
    expect(() => juf.fillIn({ "Hoe snel?": "Ooit" })).toThrow("Vandaag, Deze week");
    await juf.fillIn({ "Wat zie je?": "kort", pace: "week" }).submit();
    expect(juf.view()?.errors).toEqual({ text: "Vertel meer." });
    await juf.fillIn({ "Wat zie je?": "lang\ngenoeg" }).submit();
    expect(juf.view()).toBeNull();
    const chosen = { text: { type: "plain_text", text: "Deze week" }, value: "week" };
    expect(got[1]).toEqual({
      text: { text: { type: "plain_text_input", value: "lang\ngenoeg" } },
      pace: { pace: { type: "radio_buttons", selected_option: chosen } },
      metadata: "x",
      team: { id: slack.team.id, domain: slack.team.domain },
    });
    slack.assertNoFaults();
  });

  test("typed words are an event, a pressed button changes its message, and the app hears its own", async () => {
    const { slack, juf } = await open();
    const heard: string[] = [];
    await start(slack, how, (app) => {
      app.event("message", async ({ event, say }) => {
        heard.push(`${event.subtype ?? "message"} ${"bot_id" in event && event.bot_id ? "bot" : "person"}`);
        if ("user" in event && event.user === juf.id && !event.subtype)
          await say({ text: "Ontvangen", thread_ts: event.ts, blocks: [button("Intrekken", "withdraw")] });
      });
      app.action("withdraw", async ({ ack, respond }) => {
        await respond({ replace_original: true, text: "Ingetrokken" });
        await ack();
      });
    });
    const { ts } = await juf.dm("ik maak me zorgen");
    await slack.eventually(() => slack.posted().length > 0);
    expect(juf.lastMessage()).toMatchObject({ threadTs: ts, text: "Ontvangen", buttons: ["Intrekken"] });
    await juf.press("Intrekken");
    expect(juf.lastMessage()).toMatchObject({
      text: "Ingetrokken",
      buttons: [],
      earlier: [{ text: "Ontvangen" }],
    });
    await juf.remove(ts);
    await slack.eventually(() => heard.length >= 3);
    expect(heard.sort()).toEqual(["message bot", "message person", "message_deleted person"]);
    expect(() => juf.press("Intrekken")).toThrow("sees no button");
    slack.assertNoFaults();
  });

  test("modals lie on each other, and updates by hash are refused when they are old", async () => {
    const { slack, juf, web } = await open();
    await start(slack, how, (app) => {
      app.shortcut("new", async ({ ack, shortcut, client }) => {
        await client.views.open({ trigger_id: shortcut.trigger_id, view: modal() });
        await ack();
      });
      app.view("report", ({ ack }) =>
        ack({ response_action: "push", view: modal({ callback_id: "second" }) }),
      );
      app.view("second", ({ ack }) =>
        ack({ response_action: "update", view: modal({ submit: undefined, blocks: [] }) }),
      );
    });
    await juf.shortcut("new");
    const first = juf.view();
    await juf.fillIn({ "Wat zie je?": "iets" }).submit();
    expect(juf.views().map((view) => view.callbackId)).toEqual(["report", "second"]);
    expect(juf.view()).toMatchObject({ rootViewId: first?.id, previousViewId: first?.id });
    await juf.fillIn({ "Wat zie je?": "iets" }).submit();
    expect(juf.view()).toMatchObject({ submit: null, labels: [] });
    await juf.close();
    const there = { view_id: first?.id ?? "", view: modal() };
    await web.views.update({ ...there, hash: first?.hash ?? "" });
    await expect(web.views.update({ ...there, hash: first?.hash ?? "" })).rejects.toThrow("hash_conflict");
    await juf.close();
    await expect(web.views.update(there)).rejects.toThrow("not_found");
    slack.assertNoFaults();
  });

  test("whoever acknowledges too late is told so; only events come again, with the same id", async () => {
    const { slack, juf } = await open({ ackMs: 60 });
    slack.settings.echo = false;
    const ids: unknown[] = [];
    await start(slack, how, (app) => {
      app.use(async ({ body, next }) => {
        ids.push("event_id" in body ? body.event_id : "press");
        if (ids.length !== 2) await new Promise((resolve) => setTimeout(resolve, 150));
        await next();
      });
      app.event("message", async () => {});
      app.command("/signaal", ({ ack }) => ack());
    });
    if (how === "http") {
      const delivery = await juf.dm("hallo");
      expect(delivery).toMatchObject({ status: 200, late: true, tries: 2 });
      expect(ids).toEqual([delivery.id, delivery.id]);
    } else ids.push(1, 2);
    expect(await juf.command("/signaal")).toMatchObject({ status: 0, late: true, tries: 1 });
    expect(() => slack.assertNoFaults()).toThrow("was not acknowledged in 60 ms");
  });
});

test("a trigger opens one modal, within three seconds", async () => {
  const clock = stoppedClock(Date.parse("2026-11-17T10:12:00+01:00"));
  const { slack, juf, web } = await open({ clock });
  const triggers: string[] = [];
  await start(slack, "socket", (app) => {
    app.shortcut("new", async ({ ack, shortcut }) => {
      triggers.push(shortcut.trigger_id);
      await ack();
    });
  });
  await juf.shortcut("new");
  await juf.shortcut("new");
  const opens = (trigger_id = "", view = modal()) => web.views.open({ trigger_id, view });
  await expect(opens("1.2.three")).rejects.toThrow("invalid_trigger_id");
  const messages = ["[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"];
  await expect(opens(triggers[0], modal({ title: plain("x".repeat(25)) }))).rejects.toMatchObject({
    data: { response_metadata: { messages } },
  });
  await expect(opens(triggers[0])).rejects.toThrow("exchanged_trigger_id");
  clock.pass(3_001);
  await expect(opens(triggers[1])).rejects.toThrow("expired_trigger_id");
  expect(slack.offences()).toHaveLength(4);
});

test("requests are signed; forged ones, old ones and raw bytes can be sent; what is held goes out reversed", async () => {
  const { slack, juf } = await open();
  slack.settings.echo = false;
  const heard: string[] = [];
  await start(slack, "http", (app) => {
    app.event("message", async ({ event, body }) => {
      heard.push(`${"text" in event ? event.text : ""} ${body.team_id}`);
    });
  });
  for (const signature of ["other", "absent", "truncated", "v1"] as const)
    expect(await juf.command("/signaal", "", { signature })).toMatchObject({ status: 401 });
  expect(await juf.shortcut("new", { skewMs: -301_000 })).toMatchObject({ status: 401 });
  expect(await slack.raw("[]", { signature: "other" })).toMatchObject({ status: 401 });
  slack.assertNoFaults();
  slack.hold();
  const all = [juf.dm("een"), juf.dm("twee", { team: "T0ELDERS001" })];
  expect(heard).toEqual([]);
  await slack.release("reversed");
  const [first] = await Promise.all(all);
  if (first === undefined) throw new Error("Nothing was delivered.");
  await slack.again(first, { retryNum: 2, copies: 2 });
  const home = slack.team.id;
  expect(heard).toEqual(["twee T0ELDERS001", `een ${home}`, `een ${home}`, `een ${home}`]);
});

test("a Socket Mode connection that breaks before the acknowledgement brings the same envelope again", async () => {
  const { slack, juf } = await open();
  slack.deliverTo("socket");
  const app = bareClient(slack, slack.appToken);
  const envelopes: Json[] = [];
  const connect = async () => {
    const { url } = await app.apps.connections.open();
    const socket = new WebSocket(url ?? "");
    const heard: Json[] = [];
    socket.on("message", (data: Buffer) => heard.push(JSON.parse(data.toString()) as Json));
    await slack.eventually(() => heard[0]?.type === "hello");
    return { socket, url: url ?? "", next: () => slack.eventually(() => heard[1]) };
  };
  const first = await connect();
  const pressed = juf.command("/signaal");
  envelopes.push(await first.next());
  slack.sockets.drop();
  const second = await connect();
  envelopes.push(await second.next());
  const [sent, again] = envelopes;
  expect(again).toEqual(sent);
  expect(sent).toMatchObject({ type: "slash_commands", accepts_response_payload: true });
  second.socket.send(JSON.stringify({ envelope_id: sent?.envelope_id, payload: { text: "gezien" } }));
  expect(await pressed).toMatchObject({ status: 200, body: '{"text":"gezien"}' });
  expect(juf.ephemerals()[0]?.text).toBe("gezien");
  slack.assertNoFaults();
  second.socket.send('{"envelope_id":"made-up"}');
  await slack.eventually(() => slack.offences().length > 0);
  const twice = new WebSocket(first.url);
  const refused = new Promise((resolve) => twice.on("error", resolve));
  expect(String(await refused)).toContain("403");
});

test("in an organisation the workspace stands with the person, and the app is that of the organisation", async () => {
  const { slack, juf, web } = await open({ install: "grid" });
  const school = slack.teams[1]?.id ?? "";
  slack.user(juf.id, { team: school });
  const got: Json[] = [];
  await start(slack, "http", (app) => {
    app.shortcut("new", async ({ ack, body }) => {
      got.push(body as unknown as Json);
      await ack();
    });
    app.event("app_home_opened", async ({ body, event, client }) => {
      got.push(body);
      await client.views.publish({
        user_id: event.user,
        view: { type: "home", blocks: [button("Signaal", "new")] },
      });
    });
  });
  await juf.shortcut("new");
  await juf.openHome();
  expect(juf.home()?.buttons).toEqual(["Signaal"]);
  expect(got[0]).toMatchObject({
    team: null,
    enterprise: slack.enterprise,
    is_enterprise_install: true,
    user: { id: juf.id, team_id: school },
  });
  expect(got[1]).toMatchObject({ team_id: school, enterprise_id: slack.home, event: { tab: "home" } });
  await expect(web.auth.test()).resolves.toMatchObject({
    enterprise_id: slack.home,
    is_enterprise_install: true,
  });
  slack.assertNoFaults();
});
