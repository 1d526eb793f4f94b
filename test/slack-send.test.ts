import { expect, test } from "vitest";
import { Problem } from "#base/problem.ts";
import type { Outgoing } from "#chat/platform.ts";
import { openSenderStage, plainCard } from "./support/slack-sender.ts";

/** Of the two, what went wrong. */
async function problemOf(sending: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await sending.then(
    () => null,
    (problem: unknown) => problem,
  );
  if (thrown instanceof Problem) return thrown;
  throw new Error(`Not a Problem: ${String(thrown)}`);
}

test("a direct message: one call to open it, one to post, and the notification holds the code only", async () => {
  const stage = await openSenderStage();
  const ref = await stage.send(stage.message({ id: "n1" }));
  const last = stage.ben.lastMessage();
  expect(ref).toBe(`${stage.slack.dmOf(stage.ben.id)}/${last.ts}`);
  expect(last.text).toBe(plainCard.summary);
  expect(last.visible).toContain("Pak dit op voor vandaag");
  expect(last.blocks[0]).toMatchObject({ block_id: "n:n1" });
  await stage.send(stage.message());
  expect(stage.slack.calls().map(({ method }) => method)).toEqual([
    "conversations.open",
    "chat.postMessage",
    "chat.postMessage",
  ]);
  for (const { args } of stage.slack.calls("chat.postMessage"))
    expect(args).toMatchObject({ unfurl_links: "false", unfurl_media: "false" });
  stage.slack.assertNoFaults();
  await stage.slack.close();
});

test("a card is updated in its place; where it is gone, a new one comes", async () => {
  const stage = await openSenderStage();
  const first = await stage.send(stage.message());
  const card = { ...plainCard, title: "Opgepakt door Sanne" };
  expect(await stage.send(stage.message({ card, updates: first }))).toBe(first);
  expect(stage.ben.messages()).toHaveLength(1);
  expect(stage.ben.lastMessage().visible).toContain("Opgepakt door Sanne");
  for (const error of ["message_not_found", "cant_update_message", "edit_window_closed"]) {
    stage.clock.pass(10_000);
    const before = stage.ben.messages().length;
    stage.slack.fail("chat.update", { fault: "error", error });
    const updates = await stage.send(stage.message());
    const again = await stage.send(stage.message({ card, updates }));
    expect(again).not.toBe(updates);
    expect(stage.ben.messages()).toHaveLength(before + 2);
  }
  await stage.slack.close();
});

test("the app was made anew and has other conversations: a card of the former ones comes again, and nobody counts as gone", async () => {
  const stage = await openSenderStage();
  const again = await stage.send(stage.message({ updates: "D0FORMER01/1764000000.000100" }));
  expect(again).toContain(stage.slack.dmOf(stage.ben.id));
  expect(stage.ben.messages()).toHaveLength(1);
  // Really gone: that is still heard.
  stage.slack.user("U0GONE", { deleted: true });
  const to = `slack:${stage.slack.home}/U0GONE` as const;
  const gone = stage.send(stage.message({ to, updates: "D0FORMER02/1764000000.000100" }));
  expect(await problemOf(gone)).toMatchObject({ kind: "refused" });
  await stage.slack.close();
});

test("what belongs to a receipt comes under it, and is seen in the conversation itself", async () => {
  const stage = await openSenderStage();
  const receipt = await stage.send(stage.message());
  await stage.send(stage.message({ under: receipt }));
  expect(stage.ben.lastMessage()).toMatchObject({
    threadTs: receipt.split("/")[1],
    broadcast: true,
  });
  // A receipt in another conversation is none of this one's.
  await stage.send(stage.message({ under: "D0ELDERS01/1764000000.000100" }));
  expect(stage.ben.lastMessage().threadTs).toBeNull();
  stage.slack.assertNoFaults();
  await stage.slack.close();
});

test("the receipt was taken away: the message comes by itself, at the next try", async () => {
  const stage = await openSenderStage();
  const under = await stage.send(stage.message());
  stage.slack.fail("chat.postMessage", { fault: "error", error: "thread_not_found" });
  const message = stage.message({ under });
  expect(await problemOf(stage.send(message))).toMatchObject({ kind: "retry", retryAfterMs: 0 });
  await stage.send({ ...message, attempt: 2 });
  expect(stage.ben.lastMessage().threadTs).toBeNull();
  expect(stage.ben.messages()).toHaveLength(2);
  await stage.slack.close();
});

for (const fault of ["reset", "broken-json", "html"] as const) {
  test(`the answer is lost (${fault}) but the message is there: the next try finds it`, async () => {
    const stage = await openSenderStage();
    stage.slack.fail("chat.postMessage", { fault, accepted: true });
    const message = stage.message();
    expect(await problemOf(stage.send(message))).toMatchObject({ kind: "retry" });
    const there = stage.ben.lastMessage();
    expect(await stage.send({ ...message, attempt: 2 })).toMatch(there.ts);
    expect(stage.ben.messages()).toHaveLength(1);
    expect(stage.count("chat.postMessage")).toBe(1);
    await stage.slack.close();
  });
}

test("the process dies after posting: the next process finds the message", async () => {
  const stage = await openSenderStage();
  const message = stage.message();
  const ref = await stage.send(message);
  expect(await stage.open()({ ...message, attempt: 2 })).toBe(ref);
  expect(stage.ben.messages()).toHaveLength(1);
  await stage.slack.close();
});

test("an update that was lost may be done again; a new message after it is looked for first", async () => {
  const stage = await openSenderStage();
  const updates = await stage.send(stage.message());
  const message = stage.message({ updates });
  stage.slack.fail("chat.update", { fault: "reset", accepted: true });
  await problemOf(stage.send(message));
  expect(await stage.send({ ...message, attempt: 2 })).toBe(updates);
  expect(stage.ben.messages()).toHaveLength(1);
  await stage.slack.close();
});

test("Slack failed and nothing arrived: looked for, then posted once", async () => {
  const stage = await openSenderStage();
  stage.slack.fail("chat.postMessage", { fault: "status", status: 503 });
  const message = stage.message();
  await problemOf(stage.send(message));
  await stage.send({ ...message, attempt: 2 });
  expect(stage.ben.messages()).toHaveLength(1);
  expect(stage.count("conversations.history")).toBe(1);
  await stage.slack.close();
});

test("what certainly did not arrive is not looked for", async () => {
  const stage = await openSenderStage();
  stage.slack.fail("chat.postMessage", { fault: "rate-limited", retryAfter: 1 });
  const message = stage.message();
  await problemOf(stage.send(message));
  stage.clock.pass(1_000);
  await stage.send({ ...message, attempt: 2 });
  expect(stage.count("conversations.history")).toBe(0);
  await stage.slack.close();
});

test("in a channel nothing can be looked up: no permission is asked for, the message may come twice", async () => {
  const stage = await openSenderStage();
  stage.slack.channel("C0TEAM0001", { botIsMember: true });
  stage.slack.fail("chat.postMessage", { fault: "reset", accepted: true });
  const message = stage.message({ to: `slack:${stage.slack.home}/C0TEAM0001` });
  await problemOf(stage.send(message));
  await stage.send({ ...message, attempt: 2 });
  expect(stage.slack.messages("C0TEAM0001")).toHaveLength(2);
  expect(stage.count("conversations.history")).toBe(0);
  await stage.slack.close();
});

test("who stops waiting and tries again meanwhile gets the first one's outcome", async () => {
  const stage = await openSenderStage();
  stage.slack.fail("chat.postMessage", { fault: "slow", msPerByte: 0.1 });
  const message = stage.message();
  const [first, second] = await Promise.all([stage.send(message), stage.send({ ...message, attempt: 2 })]);
  expect(first).toBe(second);
  expect(await stage.send({ ...message, attempt: 3 })).toBe(first);
  expect(stage.count("chat.postMessage")).toBe(1);
  await stage.slack.close();
});

test("a silent Slack ends in time, and slow preparations do not make the message itself late", async () => {
  const stage = await openSenderStage();
  stage.slack.fail("conversations.open", { fault: "slow", msPerByte: 40 });
  const message = stage.message();
  expect(await problemOf(stage.send(message))).toMatchObject({ kind: "retry", retryAfterMs: 0 });
  expect(stage.count("chat.postMessage")).toBe(0);
  await stage.send({ ...message, attempt: 2 });
  expect(stage.slack.calls().map(({ method }) => method)).toEqual(["conversations.open", "chat.postMessage"]);

  stage.slack.fail("chat.postMessage", { fault: "hang" });
  const hasty = stage.open(150);
  const start = performance.now();
  expect(await problemOf(hasty(stage.message()))).toMatchObject({ kind: "retry" });
  expect(performance.now() - start).toBeLessThan(2_000);
  await stage.slack.close();
});

test("who is gone, archived or shut is refused; no reason to try again", async () => {
  const stage = await openSenderStage();
  const { home } = stage.slack;
  stage.slack.user("U0GONE0001", { deleted: true });
  stage.slack.user("U0SHUT0001", { unreachable: "user_not_visible" });
  stage.slack.channel("C0OLD00001", { isArchived: true });
  stage.slack.channel("C0ELSE0001", { botIsMember: false });
  for (const id of ["U0GONE0001", "U0SHUT0001", "U0NOBODY01", "C0OLD00001", "C0ELSE0001", "C0NOTHING1"]) {
    const problem = await problemOf(stage.send(stage.message({ to: `slack:${home}/${id}` })));
    expect(problem.kind, id).toBe("refused");
    expect(problem.message).not.toContain(id);
  }
  expect((await problemOf(stage.send(stage.message({ to: "slack:nonsense" })))).kind).toBe("refused");
  expect(stage.slack.posted()).toEqual([]);
  await stage.slack.close();
});

test("who left after the last message is noticed, though Slack still takes messages for them", async () => {
  const stage = await openSenderStage();
  await stage.send(stage.message());
  stage.slack.user(stage.ben.id, { deleted: true });
  stage.clock.set(stage.clock.now() + 11 * 60_000);
  await expect(stage.send(stage.message())).rejects.toMatchObject({ kind: "refused" });
  await stage.slack.close();
});

test("a direct message that is not there any more is opened anew", async () => {
  const stage = await openSenderStage();
  await stage.send(stage.message());
  stage.slack.fail("chat.postMessage", { fault: "error", error: "channel_not_found" });
  const message = stage.message();
  expect(await problemOf(stage.send(message))).toMatchObject({ kind: "retry", retryAfterMs: 0 });
  await stage.send({ ...message, attempt: 2 });
  expect(stage.count("conversations.open")).toBe(2);
  await stage.slack.close();
});

test("our token is taken away: an administrator has to act", async () => {
  const stage = await openSenderStage();
  stage.slack.settings.token = "revoked";
  const problem = await problemOf(stage.send(stage.message()));
  expect(problem.kind).toBe("misconfigured");
  expect(problem.message).toContain("SLACK_BOT_TOKEN");
  expect(problem.message).not.toContain(stage.slack.botToken);
  await stage.slack.close();
});

test("Slack asks to wait: nobody calls for that reader before then; one call at a time, at most three are refused", async () => {
  const stage = await openSenderStage();
  const people = Array.from({ length: 12 }, (_, place) => `U0EXPERT${String(place).padStart(2, "0")}`);
  for (const id of people) stage.slack.user(id);
  stage.slack.fail(
    "chat.postMessage",
    { fault: "rate-limited", retryAfter: 30 },
    { times: Number.POSITIVE_INFINITY },
  );
  const to = (id: string) => ({ to: `slack:${stage.slack.home}/${id}` }) as const;
  const waiting = people.map((id) => stage.message(to(id)));
  for (const round of [1, 2, 3])
    for (const message of waiting) {
      const problem = await problemOf(stage.send({ ...message, attempt: round }));
      expect(problem).toMatchObject({ kind: "retry", retryAfterMs: 30_000 });
    }
  expect(stage.slack.calls("chat.postMessage").filter(({ said }) => said === "429")).toHaveLength(2);
  stage.slack.heal();
  stage.clock.pass(30_000);
  for (const message of waiting) await stage.send({ ...message, attempt: 4 });
  expect(stage.slack.posted()).toHaveLength(12);
  await stage.slack.close();
});

test("many messages for one reader go at the pace that Slack takes, and Slack never has to say so", async () => {
  const stage = await openSenderStage();
  stage.slack.settings.pace = true;
  let waiting: Outgoing[] = Array.from({ length: 20 }, () => stage.message());
  const start = stage.clock.now();
  while (waiting.length > 0) {
    const left: Outgoing[] = [];
    for (const message of waiting)
      await stage.send(message).catch(() => left.push({ ...message, attempt: message.attempt + 1 }));
    waiting = left;
    if (left.length > 0) stage.clock.pass(1_000);
  }
  expect(stage.clock.now() - start).toBeLessThanOrEqual(20_000);
  expect(stage.ben.messages().map(({ blocks }) => String(blocks[0]?.block_id))).toEqual(
    Array.from({ length: 20 }, (_, place) => `n:notice-${place + 1}`),
  );
  stage.slack.assertNoFaults();
  await stage.slack.close();
});

test("in an organisation the same person is one, by the id of the organisation", async () => {
  const stage = await openSenderStage({ install: "grid" });
  expect(stage.slack.home).toMatch(/^E/);
  await stage.send(stage.message());
  expect(stage.ben.messages()).toHaveLength(1);
  stage.slack.assertNoFaults();
  await stage.slack.close();
});
