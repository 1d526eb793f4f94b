import { expect, test } from "vitest";
import { Problem } from "#base/problem.ts";
import { addressOf } from "#chat/teams/place.ts";
import { plainCard } from "./support/slack-sender.ts";
import { ben, openTeamsSenderStage, saying, team, tenant, token } from "./support/small-connector.ts";
import { openSmallServer } from "./support/small-server.ts";

/** What went wrong. */
async function problemOf(sending: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await sending.then(
    () => null,
    (problem: unknown) => problem,
  );
  if (thrown instanceof Problem) return thrown;
  throw new Error(`Not a Problem: ${String(thrown)}`);
}

test("a message to a colleague is one call: a card, and a notification that holds the code only", async () => {
  const stage = await openTeamsSenderStage();
  const ref = await stage.send(stage.message());
  expect(stage.calls()).toEqual(["POST /v3/conversations/a:ben/activities"]);
  const [body] = stage.bodies();
  expect(ref).toBe(`a:ben|${stage.idOf(ref)}`);
  expect(body).toMatchObject({
    type: "message",
    summary: plainCard.summary,
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: { version: "1.5" } }],
  });
  // Teams makes two messages of text with a card, and gives the id of neither.
  expect(body).not.toHaveProperty("text");
  expect(stage.server.asked[0]?.headers.authorization).toBe(`Bearer ${token}`);
  await stage.server.close();
});

test("a card is changed in its place; where that is refused, a new one comes", async () => {
  const stage = await openTeamsSenderStage();
  const first = await stage.send(stage.message());
  expect(await stage.send(stage.message({ updates: first }))).toBe(first);
  expect(stage.calls().at(-1)).toBe(`PUT /v3/conversations/a:ben/activities/${stage.idOf(first)}`);
  for (const refusal of [
    saying(404, "ActivityNotFoundInConversation"),
    saying(403, "BotNotInConversationRoster"),
    saying(400, "BadArgument"),
  ]) {
    stage.clock.pass(10_000);
    const updates = await stage.send(stage.message());
    stage.plan(refusal);
    expect(await stage.send(stage.message({ updates }))).not.toBe(updates);
  }
  await stage.server.close();
});

test("a message that is gone comes anew, with one change and one new message, and is not changed again", async () => {
  const stage = await openTeamsSenderStage();
  const updates = await stage.send(stage.message());
  stage.plan(saying(404, "ActivityNotFoundInConversation"));
  const again = await stage.send(stage.message({ updates }));
  expect(again).not.toBe(updates);
  await stage.send(stage.message({ updates }));
  expect(stage.calls().map((call) => call.slice(0, 4))).toEqual(["POST", "PUT ", "POST", "POST"]);
  await stage.server.close();
});

test("what belongs to a receipt says so; a receipt in another conversation is none of this one's", async () => {
  const stage = await openTeamsSenderStage();
  const under = await stage.send(stage.message());
  await stage.send(stage.message({ under }));
  await stage.send(stage.message({ under: "a:elders|1764000000000" }));
  expect(stage.bodies().map((body) => body["replyToId"])).toEqual([undefined, stage.idOf(under), undefined]);
  stage.plan(saying(404, "ActivityNotFoundInConversation"));
  const message = stage.message({ under });
  expect(await problemOf(stage.send(message))).toMatchObject({ kind: "retry", retryAfterMs: 0 });
  stage.clock.pass(5_000);
  await stage.send({ ...message, attempt: 2 });
  expect(stage.bodies().at(-1)).not.toHaveProperty("replyToId");
  await stage.server.close();
});

test("a channel is written to by its own id, also when nothing is known of it yet", async () => {
  const stage = await openTeamsSenderStage();
  await stage.send(stage.message({ to: team }));
  expect(stage.calls()).toEqual(["POST /v3/conversations/19:wijkteam@thread.tacv2/activities"]);
  await stage.server.close();
});

test("a colleague of whom nothing is known: a conversation is begun once, and known from then on", async () => {
  const stage = await openTeamsSenderStage();
  const objectId = "99999999-0000-0000-0000-000000000002";
  const to = addressOf({ tenant, at: { is: "person", objectId } });
  await stage.send(stage.message({ to }));
  await stage.send(stage.message({ to }));
  expect(stage.calls()).toEqual([
    "POST /v3/conversations",
    "POST /v3/conversations/a:begun-1/activities",
    "POST /v3/conversations/a:begun-1/activities",
  ]);
  expect(stage.bodies()[0]).toMatchObject({
    members: [{ id: objectId }],
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  });
  expect(await stage.contacts.of(to)).toMatchObject({ conversation: "a:begun-1", type: "personal" });
  await stage.server.close();
});

test("a colleague without the app is refused, in words that say what to do", async () => {
  const stage = await openTeamsSenderStage();
  const to = addressOf({
    tenant,
    at: { is: "person", objectId: "99999999-0000-0000-0000-000000000003" },
  });
  for (const answer of [
    saying(403, "ForbiddenOperationException"),
    saying(403, "SomethingNew"),
    saying(404, "UserNotFound"),
    saying(400, "BadSyntax"),
  ]) {
    stage.clock.pass(10_000);
    stage.plan(answer);
    const problem = await problemOf(stage.send(stage.message({ to })));
    expect(problem).toMatchObject({ kind: "refused" });
    expect(problem.message).toMatch(/does not have the app yet.*admin\.teams\.microsoft\.com/);
  }
  expect(stage.calls().every((call) => call === "POST /v3/conversations")).toBe(true);
  await stage.server.close();
});

test("who is none of ours is refused before anything is asked", async () => {
  const stage = await openTeamsSenderStage();
  const other = "77777777-0000-0000-0000-000000000000";
  for (const to of [
    addressOf({ tenant: other, at: { is: "person", objectId: "99999999-0000-0000-0000-000000000001" } }),
    addressOf({ tenant: other, at: { is: "channel", conversation: "19:x@thread.tacv2" } }),
    "teams:nonsense" as const,
  ]) {
    expect((await problemOf(stage.send(stage.message({ to })))).kind).toBe("refused");
  }
  expect(stage.calls()).toEqual([]);
  await stage.server.close();
});

test("our token never goes to a host that is not named, whatever was kept of a conversation", async () => {
  const stage = await openTeamsSenderStage();
  const elsewhere = await openSmallServer((_, response) => response.end('{"id":"1"}'));
  await stage.contacts.refresh(ben, {
    conversation: "a:ben",
    serviceUrl: elsewhere.url,
    type: "personal",
  });
  const problem = await problemOf(stage.send(stage.message()));
  expect(problem.kind).toBe("misconfigured");
  expect(problem.message).toContain("TEAMS_SERVICE_URLS");
  expect(problem.message).not.toContain(new URL(elsewhere.url).host);
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.close();
  await stage.server.close();
});

test("a redirect is not followed", async () => {
  const stage = await openTeamsSenderStage();
  const elsewhere = await openSmallServer((_, response) => response.end('{"id":"1"}'));
  stage.plan((response) => response.writeHead(307, { location: elsewhere.url }).end());
  expect((await problemOf(stage.send(stage.message()))).kind).toBe("retry");
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.close();
  await stage.server.close();
});

test("the bot was registered anew: conversations of the former one are begun anew", async () => {
  const stage = await openTeamsSenderStage();
  const former = "28:00000000-0000-0000-0000-000000000000";
  await stage.contacts.refresh(ben, {
    conversation: "a:former",
    serviceUrl: stage.server.url,
    type: "personal",
    botId: former,
  });
  await stage.send(stage.message({ updates: "a:former|1" }));
  expect(stage.calls()[0]).toBe("POST /v3/conversations");
  expect(await stage.contacts.of(ben)).toMatchObject({ conversation: expect.stringContaining("a:begun") });
  await stage.server.close();
});

test("a conversation that is not there any more is begun anew, once", async () => {
  const stage = await openTeamsSenderStage();
  stage.plan(saying(404, "ConversationNotFound"));
  const message = stage.message();
  expect(await problemOf(stage.send(message))).toMatchObject({ kind: "retry", retryAfterMs: 0 });
  stage.clock.pass(5_000);
  stage.plan((response) => response.end('{"id":"a:new"}'), saying(404, "ConversationNotFound"));
  expect((await problemOf(stage.send({ ...message, attempt: 2 }))).kind).toBe("refused");
  await stage.server.close();
});

test("who blocked the app, or took it away, is refused: the next one hears it", async () => {
  const stage = await openTeamsSenderStage();
  for (const answer of [
    saying(403, "ConversationBlockedByUser"),
    saying(403, "BotNotInConversationRoster"),
    saying(403, "MessageWritesBlocked"),
    saying(403, "BotDisabledByAdmin"),
  ]) {
    stage.clock.pass(10_000);
    stage.plan(answer);
    expect((await problemOf(stage.send(stage.message()))).kind).toBe("refused");
  }
  await stage.server.close();
});

test("one colleague whom an administrator keeps out is refused; with three in a row it is the app, and messages wait", async () => {
  const stage = await openTeamsSenderStage();
  const people = [1, 2, 3].map((n) =>
    addressOf({ tenant, at: { is: "channel", conversation: `19:${n}@thread.v2` } }),
  );
  const kinds: string[] = [];
  for (const to of people) {
    stage.plan(saying(403, "BotDisabledByAdmin"));
    kinds.push((await problemOf(stage.send(stage.message({ to })))).kind);
  }
  expect(kinds).toEqual(["refused", "refused", "misconfigured"]);
  await stage.send(stage.message());
  stage.plan(saying(403, "BotDisabledByAdmin"));
  expect((await problemOf(stage.send(stage.message({ to: team })))).kind).toBe("refused");
  await stage.server.close();
});

test("Teams asks to wait: for so long there is no call to that reader, and then it goes", async () => {
  const stage = await openTeamsSenderStage();
  stage.plan(saying(429, "Throttled", { "retry-after": "30" }));
  const message = stage.message();
  expect(await problemOf(stage.send(message))).toMatchObject({ kind: "retry", retryAfterMs: 30_000 });
  stage.clock.pass(29_000);
  expect(await problemOf(stage.send({ ...message, attempt: 2 }))).toMatchObject({ retryAfterMs: 1_000 });
  expect(stage.calls()).toHaveLength(1);
  stage.clock.pass(1_000);
  await stage.send({ ...message, attempt: 3 });
  expect(stage.calls()).toHaveLength(2);
  await stage.server.close();
});
