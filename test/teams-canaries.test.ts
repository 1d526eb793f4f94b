import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { filesIn, heardIn, piecesIn } from "./support/canaries.ts";
import type { Fault, Person, Token } from "./support/fake-teams/fake-teams.ts";
import { asJson, asText } from "./support/fake-teams/reading.ts";
import { pause } from "./support/kill-slack.ts";
import { openTeamsKillTown, type TeamsKillTown } from "./support/kill-teams.ts";
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
const channel = "19:kanarie-in-de-gang@thread.tacv2";

const towns: TeamsKillTown[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
});

/** Everything that is secret or somebody's own, with what to call it in a failure. */
function canariesOf({ teams, colleagues }: TeamsKillTown): Map<string, string> {
  const everybody = ["juf", "dief", ...colleagues];
  return new Map([
    ["the app's secret", teams.clientSecret],
    ["a part of the app's secret", teams.clientSecret.slice(5, 26)],
    ...Object.entries(words),
    ...everybody.map((name) => [`the id of ${name}`, teams.user(name).id] as const),
    ...everybody.map((name) => [`the chat of ${name}`, teams.user(name).chat] as const),
    ["a channel", channel],
  ]);
}

async function faultsOfTeams({ teams }: TeamsKillTown, juf: Person): Promise<void> {
  const said = [...Object.values(words), teams.clientSecret, juf.id].join(" ");
  const faults: Fault[] = [
    { fault: "status", status: 500, body: said },
    { fault: "status", status: 200, body: `<html>${said}</html>` },
    { fault: "status", status: 404, body: said },
    { fault: "error", status: 403, code: words.name.replaceAll(" ", ""), message: said },
    { fault: "error", status: 400, code: teams.clientSecret, message: said },
    { fault: "error", status: 413, code: "MessageSizeTooBig", message: said },
    { fault: "error", status: 401, code: "Unauthorized", message: said },
    { fault: "reset" },
    { fault: "broken-json" },
    { fault: "redirect" },
    { fault: "rate-limited", retryAfter: 1 },
  ];
  for (const fault of faults) {
    teams.fail("send", fault);
    teams.fail("create", fault);
    teams.fail("update", fault);
    await juf.write(`${words.detail} ${words.name}`);
    await pause(60);
    teams.heal();
  }
  teams.fail("token", {
    fault: "status",
    status: 400,
    body: JSON.stringify({ error: said, error_codes: [7] }),
  });
  teams.revokeTokens();
  await juf.write(words.detail);
  await pause(300);
  teams.settings.app = "wrong-secret";
  teams.revokeTokens();
  await juf.write(words.detail);
  await pause(300);
  teams.settings.app = "valid";
  teams.heal();
  teams.fail("keys", { fault: "status", status: 500, body: said }, { times: 3 });
  await juf.write(story, { token: "unknown-kid" });
  teams.heal();
  await juf.mention(channel, story);
}

/** What somebody may send who is not Teams, or is not one of us. */
async function badRequests({ teams, url }: TeamsKillTown, dief: Person): Promise<void> {
  const tokens: readonly Token[] = [
    "absent",
    "garbage",
    "alg-none",
    "hs256-with-public-key",
    "other-key",
    "broken-signature",
    "wrong-audience",
    "expired",
    "wrong-service-url",
    "entra",
    "entra-other-tenant",
  ];
  for (const token of tokens) await dief.write(story, { token });
  await dief.write(story, { tenant: teams.otherTenant });
  await dief.write(story, { serviceUrl: `https://${words.mail.split("@")[0]}.example/` });
  await dief.write(story, { activity: { channelId: words.name } });
  await dief.write(story, { activity: { conversation: { id: [words.story], tenantId: teams.tenant } } });
  await dief.write(story, { claims: { aud: words.name, iss: story } });
  for (const body of [
    story,
    `{"type":"message","text":"${story}`,
    JSON.stringify({ text: words.story.repeat(20_000) }),
  ])
    await teams.raw(body);
  await teams.raw("{}", {
    headers: { "x-forwarded-for": encodeURIComponent(words.name), authorization: story.slice(0, 20) },
  });
  const packed = JSON.stringify({ on: "VS-AAAA-AAA", fields: { text: story } });
  for (const act of ["accept", "open", "report", words.name]) {
    await dief.executeRaw({ verb: act, data: { act, packed } });
    await dief.invokeRaw("task/fetch", { data: { act, packed }, context: { theme: story } });
    await dief.invokeRaw("task/submit", { data: { act, packed, dialog: story, text: story }, context: {} });
    await dief.submitRaw({ act, packed, text: story });
  }
  for (const name of ["signin/verifyState", words.name, "composeExtension/query", "config/fetch"])
    await dief.invokeRaw(name, { state: story, commandId: words.name });
  const path = `${url}/${encodeURIComponent(words.name)}?${encodeURIComponent(story)}`;
  for (const method of ["GET", "POST", "PUT", "OPTIONS"]) {
    const kept = method === "GET" ? {} : { body: story };
    await fetch(path, { method, headers: { cookie: encodeURIComponent(story) }, ...kept });
  }
}

test("secrets, words, names and ids are nowhere but where they belong, whatever goes wrong", {
  timeout: 120_000,
}, async () => {
  const town = await openTeamsKillTown({ env: { LOG_LEVEL: "info" } });
  towns.push(town);
  const { teams, colleagues } = town;
  const juf = teams.user("juf", { name: words.name });
  const dief = teams.user("dief", { name: "Dief" });
  teams.channel(channel);
  await town.start();
  const health: string[] = [];
  const askHealth = async () => health.push(await (await fetch(`${town.url}/health`)).text());

  // All goes well: told in two ways, and everything that words are typed for.
  await askHealth();
  await juf.write(story);
  await teams.eventually(() => juf.messages().some(({ from }) => from === "app"));
  await juf.extension("signaal", { text: story });
  await juf.fillIn({ organisation: "Basisschool De Wilg" }).submit();
  juf.close();
  await town.quiet();
  const readerName = colleagues.find((id) =>
    teams
      .user(id)
      .messages()
      .some(({ buttons }) => buttons.includes("Bekijk")),
  );
  if (readerName === undefined) throw new Error("Nobody was alerted.");
  const reader = teams.user(readerName);
  await reader.press("Bekijk");
  expect(reader.dialog()?.visible).toContain(words.story);
  reader.close();
  await reader.press("Ik pak dit op");
  await town.quiet();
  await reader.press("Stel een vraag");
  await reader.fillIn({ text: words.question }).submit();
  reader.close();
  await town.quiet();
  const asked = juf.messages().findLast(({ from, buttons }) => from === "app" && buttons.length > 0);
  await juf.write(words.answer, { quote: asked?.id ?? "" });
  await town.quiet();
  await reader.press("Draag over");
  await reader.fillIn({ text: words.handover }).submit();
  reader.close();
  await town.quiet();
  await askHealth();
  // Whoever is nobody here opens it too.
  const packed = JSON.stringify({
    on: /VS-\w{4}-\w{3}/.exec(reader.lastMessage().visible)?.[0] ?? "",
    fields: null,
  });
  for (const act of ["open", "why", "home"])
    await dief.invokeRaw("task/fetch", { data: { act, packed }, context: {} });

  // All goes wrong: outside, at Teams, and then the process itself.
  await badRequests(town, dief);
  await faultsOfTeams(town, juf);
  await askHealth();
  const running = town.pid();
  // One that is started beside it, one without its keys, one that is killed in the middle, and one that is stopped.
  const beside = await runProgram("src/main.ts", [], { env: town.settings });
  expect(beside.code).toBe(1);
  expect(readFileSync(`/proc/${running}/cmdline`, "utf8")).not.toContain(teams.clientSecret);
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
  await juf.write(`${words.detail} ${words.mail}`);
  await pause(500);
  await askHealth();
  await town.kill("SIGTERM");
  teams.forgive();

  const canaries = canariesOf(town);
  const { out, err } = town.said();
  expect(err.split("\n").filter((line) => line.includes('"level":30')).length).toBeGreaterThan(10);
  expect(err).toMatch(/"level":40/);
  const said = [out, err, ...[beside, locked].flatMap((one) => [one.out, one.err])].join("\n");
  expect(heardIn(Buffer.from(said), canaries)).toEqual([]);
  expect(piecesIn(Buffer.from(said), Object.values(words))).toEqual([]);
  // Tokens, of Microsoft or ours.
  expect(said).not.toMatch(/eyJ[\w-]{8}/);
  expect(health).toHaveLength(4);
  expect(heardIn(Buffer.from(health.join()), canaries)).toEqual([]);
  for (const bytes of [...live, ...dead, ...filesIn(town.data)]) {
    expect(heardIn(bytes, canaries)).toEqual([]);
    expect(piecesIn(bytes, Object.values(words))).toEqual([]);
  }

  // In Teams: no words of people in any message, nor in what is asked of Teams.
  const own = new Map<string, string>(Object.entries(words));
  const calls = teams.calls();
  expect(calls.filter(({ method }) => method === "send").length).toBeGreaterThan(5);
  for (const { method, args } of calls)
    expect(heardIn(Buffer.from(JSON.stringify(args)), own), method).toEqual([]);
  for (const { summary, visible } of teams.posted()) {
    expect(heardIn(Buffer.from(`${summary}\n${visible}`), own)).toEqual([]);
    expect(heardIn(Buffer.from(summary), canaries)).toEqual([]);
  }
  // The secret went to the login, and nowhere else.
  for (const { method, args } of calls)
    if (method !== "token") expect(JSON.stringify(args), method).not.toContain(teams.clientSecret);
  // In answers only to who may read them, or who typed them.
  const answersTo = (one: Person) =>
    teams
      .deliveries()
      .filter(({ activity }) => asText(asJson(activity.from).aadObjectId) === one.id)
      .map(({ body }) => body)
      .join("\n");
  expect(heardIn(Buffer.from(answersTo(reader)), own)).toEqual(
    expect.arrayContaining(["name", "phone", "story"]),
  );
  for (const one of [dief, ...colleagues.filter((id) => id !== readerName).map((id) => teams.user(id))])
    expect(heardIn(Buffer.from(answersTo(one)), own)).toEqual([]);
  expect(teams.messages(channel).filter(({ from }) => from === "app")).toEqual([]);
});
