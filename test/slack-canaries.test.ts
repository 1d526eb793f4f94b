import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { filesIn, heardIn, piecesIn } from "./support/canaries.ts";
import type { Fault, Person } from "./support/fake-slack/fake-slack.ts";
import { asText } from "./support/fake-slack/reading.ts";
import { type KillTown, openKillTown, pause } from "./support/kill-slack.ts";
import { freePort } from "./support/local-slack.ts";
import { runProgram } from "./support/run-program.ts";

/** What must never come out: words, and who said them. */
const words = {
  name: "Kanarina Fluitekruid",
  mail: "k.fluitekruid@volière.example",
  phone: "06 83920174",
  story: "zag ik blauwe plekken in de vorm van een kanariekooi",
  detail: "De kooi hangt achter het gordijn van kamer zeven.",
  question: "Zingt het vogeltje ook op woensdag?",
  answer: "Alleen als de zon op de kooi staat.",
  handover: "Neem jij de volière van mij over?",
} as const;
const story = `Bij ${words.name} (${words.mail}, ${words.phone}) ${words.story}. Haar vader slaat haar.`;
const ids = { juf: "U0KANARIE7Q", dief: "U0DIEFKAN9X" };

const towns: KillTown[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
});

const metricsPorts = new WeakMap<KillTown, number>();
const metricsPortOf = (town: KillTown) => metricsPorts.get(town) ?? 0;

async function openTown(how: "http" | "socket"): Promise<KillTown> {
  const port = await freePort();
  const town = await openKillTown({ how, env: { LOG_LEVEL: "info", METRICS_PORT: String(port) } });
  metricsPorts.set(town, port);
  towns.push(town);
  return town;
}

/** Everything that is secret or somebody's own, with what to call it in a failure. */
function canariesOf({ slack, colleagues }: KillTown): Map<string, string> {
  const channels = [...colleagues, ...Object.values(ids)].map((id) => slack.dmOf(id));
  // Shorter ones stand anywhere by chance.
  const long = colleagues.filter((id) => id.length >= 8);
  return new Map([
    ["the bot's token", slack.botToken],
    ["a part of the bot's token", slack.botToken.slice(5, 26)],
    ["the app's token", slack.appToken],
    ["the signing secret", slack.signingSecret],
    ...Object.entries(words),
    ...Object.entries(ids),
    ...long.map((id) => [`a colleague's id (${id})`, id] as const),
    ...channels.map((id) => [`a direct message's id (${id})`, id] as const),
  ]);
}

async function faultsOfSlack(town: KillTown, juf: Person): Promise<void> {
  const { slack } = town;
  const said = [...Object.values(words), slack.botToken, ids.juf].join(" ");
  const faults: Fault[] = [
    { fault: "status", status: 500, body: said },
    { fault: "status", status: 200, body: `<html>${said}</html>` },
    { fault: "status", status: 404, body: said },
    { fault: "error", error: words.name, more: { detail: said, response_metadata: { messages: [said] } } },
    { fault: "error", error: slack.botToken },
    { fault: "error", error: "missing_scope", more: { needed: said, provided: slack.botToken } },
    { fault: "error", error: "invalid_blocks", more: { errors: [said] } },
    { fault: "reset" },
    { fault: "broken-json" },
    { fault: "redirect" },
    { fault: "rate-limited", retryAfter: 1 },
  ];
  for (const fault of faults) {
    slack.fail("chat.postMessage", fault);
    slack.fail("conversations.open", fault);
    await juf.dm(`${words.detail} ${words.name}`);
    slack.fail("views.open", fault);
    await juf.command("/signaal", story);
    while (juf.view() !== null) await juf.close();
    slack.fail("views.publish", fault);
    await juf.openHome();
  }
  slack.settings.token = "revoked";
  await slack.event({ type: "tokens_revoked", tokens: { oauth: [ids.juf], bot: [slack.bot.userId] } });
  await juf.dm(words.detail);
  await pause(150);
  slack.settings.token = "valid";
  slack.heal();
  await slack.event({
    type: "message",
    channel: "C0KANARIE1",
    channel_type: "channel",
    user: ids.juf,
    ts: "1794906700.000100",
    text: story,
  });
}

/** What somebody may send who is not Slack, or is not one of us. */
async function badRequests({ slack, url }: KillTown, dief: Person): Promise<void> {
  const evil = JSON.stringify({ type: "event_callback", text: story, token: slack.botToken, user: ids.juf });
  for (const signature of ["other", "absent", "truncated", "v1"] as const) {
    await slack.raw(evil, { signature });
    await dief.dm(story, { signature });
  }
  for (const body of [
    evil,
    evil.slice(0, -5),
    story,
    `payload=${encodeURIComponent(story)}`,
    `payload=${encodeURIComponent(evil)}`,
  ])
    for (const contentType of [
      "application/json",
      "application/x-www-form-urlencoded",
      words.name.toLowerCase().replace(" ", "/"),
    ])
      await slack.raw(body, { contentType });
  await slack.raw(`{"a":"${words.story.repeat(60_000)}"}`);
  await slack.raw(evil, {
    headers: {
      "x-slack-retry-num": words.phone,
      "x-slack-retry-reason": ids.juf,
      "x-forwarded-for": ids.juf,
    },
  });
  await dief.dm(story, { team: "T0FREMD00" });
  await dief.command("/signaal", story, { team: "T0FREMD00" });
  const value = JSON.stringify({ on: "VS-AAAA-AAA", fields: { text: story } });
  for (const act of ["accept", "open", "report", words.name]) await dief.pressRaw({ action_id: act, value });
  await dief.submitRaw({
    callback_id: "report",
    private_metadata: value,
    values: { text: { text: { type: "plain_text_input", value: story } } },
  });
  await dief.submitRaw({ callback_id: words.name, private_metadata: story, values: {} });
  const path = `${url}/${encodeURIComponent(words.name)}?${encodeURIComponent(story)}`;
  for (const method of ["GET", "POST", "PUT", "OPTIONS"]) {
    const kept = method === "GET" ? {} : { body: story };
    await fetch(path, { method, headers: { cookie: encodeURIComponent(story) }, ...kept });
  }
}

test("tokens, words, names and ids are nowhere but where they belong, whatever goes wrong", {
  timeout: 120_000,
}, async () => {
  const town = await openTown("http");
  const { slack, colleagues } = town;
  const juf = slack.user(ids.juf, { name: words.name, realName: words.name });
  const dief = slack.user(ids.dief);
  slack.channel("C0KANARIE1", { name: "volière" });
  await town.start();
  const health: string[] = [];
  const metrics = `http://127.0.0.1:${metricsPortOf(town)}/metrics`;
  const askHealth = async () => {
    const [said, counted] = await Promise.all([fetch(`${town.url}/readyz`), fetch(metrics)]);
    health.push((await said.text()) + (await counted.text()));
  };

  // All goes well: four ways to tell it, and everything that words are typed for.
  await askHealth();
  await juf.dm(story);
  await slack.eventually(() => juf.messages().length > 1);
  await juf.messageShortcut("signaal_van_bericht", { text: story });
  await slack.eventually(() => juf.view());
  await juf.fillIn({ organisation: "Basisschool De Wilg" }).submit();
  await juf.close();
  await town.quiet();
  const reader = colleagues
    .map((id) => slack.user(id))
    .find((one) => one.messages().some(({ buttons }) => buttons.includes("Bekijk")));
  if (reader === undefined) throw new Error("Nobody was alerted.");
  await reader.press("Bekijk", { in: "message" });
  expect((await slack.eventually(() => reader.view())).visible).toContain(words.story);
  await reader.close();
  await reader.press("Ik pak dit op", { in: "message" });
  await town.quiet();
  await reader.press("Stel een vraag", { in: "message" });
  await slack.eventually(() => reader.view());
  await reader.fillIn({ text: words.question }).submit();
  while (reader.view() !== null) await reader.close();
  await town.quiet();
  await juf.dm(words.answer, {
    thread_ts: juf.messages().find(({ user }) => user === slack.bot.userId)?.ts ?? "",
  });
  await town.quiet();
  await reader.press("Draag over", { in: "message" });
  await slack.eventually(() => reader.view());
  await reader.fillIn({ text: words.handover }).submit();
  while (reader.view() !== null) await reader.close();
  await town.quiet();
  await askHealth();

  // All goes wrong: outside, at Slack, and then the process itself.
  await badRequests(town, dief);
  await faultsOfSlack(town, juf);
  await askHealth();
  const running = town.pid();
  // One that is started beside it, one without its keys, one that is killed in the middle, and one that is stopped.
  const beside = await runProgram("src/main.ts", [], { env: town.settings });
  expect(beside.code).toBe(1);
  expect(readFileSync(`/proc/${running}/cmdline`, "utf8")).not.toMatch(/xoxb|KANARIE/);
  const live = filesIn(town.data);
  await town.kill("SIGABRT");
  const dead = filesIn(town.data);
  const keyless = { ...town.settings, KEY_FILE: join(town.folder, "other.json") };
  const locked = await runProgram("src/main.ts", [], {
    env: keyless,
    until: async (out) => out.includes("Gezondheid"),
  });
  expect(locked.code).toBe(1);
  await town.start();
  await juf.dm(`${words.detail} ${words.mail}`);
  await pause(500);
  await askHealth();
  await town.kill("SIGTERM");
  slack.forgive();

  const canaries = canariesOf(town);
  const { out, err } = town.said();
  expect(err.split("\n").filter((line) => line.includes('"level":30')).length).toBeGreaterThan(20);
  expect(err).toMatch(/"level":40/);
  const said = [out, err, ...[beside, locked].flatMap((one) => [one.out, one.err])].join("\n");
  expect(heardIn(Buffer.from(said), canaries)).toEqual([]);
  expect(piecesIn(Buffer.from(said), Object.values(words))).toEqual([]);
  expect(health).toHaveLength(4);
  expect(health.join()).toMatch(/voelspriet_reports_total\{platform="slack",result="received"\} [2-9]/);
  expect(heardIn(Buffer.from(health.join()), canaries)).toEqual([]);
  for (const bytes of [...live, ...dead, ...filesIn(town.data)]) {
    expect(heardIn(bytes, canaries)).toEqual([]);
    expect(piecesIn(bytes, Object.values(words))).toEqual([]);
  }

  // In Slack: words of the signaler only in a window, of the reader or of the one who typed them.
  const windows = ["views.open", "views.push", "views.update"];
  const own = new Map(Object.entries({ ...words, ...ids }));
  // It does find them, where they may stand.
  const read = JSON.stringify(slack.calls("views.open"));
  expect(heardIn(Buffer.from(read), own)).toEqual(expect.arrayContaining(["name", "mail", "phone", "story"]));
  const told = new Map([...own].filter(([name]) => !["question", "answer", "handover"].includes(name)));
  for (const { method, args } of slack.calls()) {
    const isMessage = !windows.includes(method);
    const { channel: _channel, users: _users, user_id: _user, user: _one, ...rest } = args;
    expect(isMessage ? heardIn(Buffer.from(JSON.stringify(rest)), told) : [], method).toEqual([]);
    expect(heardIn(Buffer.from(asText(args["text"])), canaries), `${method}, notification`).toEqual([]);
  }
  for (const id of [...colleagues.filter((one) => one !== reader.id), dief.id]) {
    const seen = JSON.stringify([slack.user(id).views(), slack.user(id).home()]);
    expect(heardIn(Buffer.from(seen), own), id).toEqual([]);
  }
  for (const channel of ["C0KANARIE1", "C0KANAALWIJKTEAM", "C0KANAALMANAGEMENT"])
    expect(
      heardIn(
        Buffer.from(JSON.stringify(slack.messages(channel).filter(({ user }) => user === slack.bot.userId))),
        own,
      ),
    ).toEqual([]);
});

test("by Socket Mode the app's token is not heard either, whatever Slack says to it", {
  timeout: 120_000,
}, async () => {
  const town = await openTown("socket");
  const { slack } = town;
  const juf = slack.user(ids.juf, { name: words.name });
  await town.start();
  await juf.dm(story);
  const said = `${slack.appToken} ${slack.botToken} ${story}`;
  for (const fault of [
    { fault: "error", error: "invalid_auth", more: { detail: said } },
    { fault: "error", error: slack.appToken },
    { fault: "status", status: 500, body: said },
    { fault: "status", status: 200, body: said },
    { fault: "reset" },
  ] as const) {
    slack.fail("apps.connections.open", fault);
    slack.sockets.drop();
    await slack
      .eventually(() => slack.calls("apps.connections.open").at(-1)?.said !== "ok", 3_000)
      .catch(() => {});
  }
  const health = await (await fetch(`${town.url}/health`)).text();
  await town.kill("SIGTERM");
  const { out, err } = town.said();
  expect(err).toMatch(/"level":[45]0/);
  expect(heardIn(Buffer.from(out + err + health), canariesOf(town))).toEqual([]);
  for (const bytes of filesIn(town.data)) expect(heardIn(bytes, canariesOf(town))).toEqual([]);
  slack.forgive();
});
