import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Problem } from "#base/problem.ts";
import type { Outgoing } from "#chat/platform.ts";
import { SlackProblem } from "#chat/slack/errors.ts";
import { errorMeanings } from "#chat/slack/out/error-table.ts";
import type { Sender } from "#chat/slack/out/send.ts";
import type { Card } from "#texts/card.ts";
import type { Fault } from "./support/fake-slack/fake-slack.ts";
import { openSenderStage, plainCard } from "./support/slack-sender.ts";

/** Every way in which one call can go wrong at once. What takes long is below. */
const faults: Readonly<Record<string, Fault>> = {
  "429, after 1 s": { fault: "rate-limited", retryAfter: 1 },
  "429, after 30 s": { fault: "rate-limited", retryAfter: 30 },
  "429, after an hour": { fault: "rate-limited", retryAfter: 3_600 },
  "429, no word of when": { fault: "rate-limited", retryAfter: null },
  ...Object.fromEntries(
    [408, 412, 500, 502, 503, 504].map((status) => [String(status), { fault: "status", status }]),
  ),
  "500, done all the same": { fault: "status", status: 500, accepted: true },
  "the line breaks before": { fault: "reset" },
  "the line breaks after": { fault: "reset", accepted: true },
  "half an answer": { fault: "broken-json", accepted: true },
  "half an answer, not done": { fault: "broken-json" },
  "a page of a proxy": { fault: "html" },
  "a page of a proxy, done all the same": { fault: "html", accepted: true },
  "another address": { fault: "redirect" },
};
const slowFaults: Readonly<Record<string, Fault>> = {
  "no answer, ever": { fault: "hang" },
  "no answer, done all the same": { fault: "hang", accepted: true },
  "one byte a second": { fault: "slow", msPerByte: 1_000 },
};

/** What is done in one attempt, and where it can go wrong. */
const methods = [
  "chat.postMessage",
  "chat.update",
  "conversations.open",
  "conversations.history",
  "files.getUploadURLExternal",
  "upload",
  "files.completeUploadExternal",
] as const;
type Method = (typeof methods)[number];

const digest: Card = {
  ...plainCard,
  title: "Meer preventie dan casussen",
  parts: [
    {
      part: "chart",
      title: "Preventie en casussen",
      alt: "Preventie 12, casus 5.",
      // A hidden number: such a chart is always a picture.
      chart: {
        series: [
          { name: "Preventie", pattern: "solid" },
          { name: "Casus", pattern: "hatch" },
        ],
        bars: [{ label: "week 45", values: [12, null] }],
        hidden: "te klein",
      },
    },
  ],
};

type Stage = Awaited<ReturnType<typeof openSenderStage>>;

/** One attempt: what was thrown, how long it took, and which calls it made. */
async function attemptOf(stage: Stage, message: Outgoing, send: Sender = stage.send) {
  const before = stage.slack.calls().length;
  const start = performance.now();
  const thrown: unknown = await send(message).then(
    () => null,
    (problem: unknown) => problem,
  );
  const calls = stage.slack.calls().slice(before);
  return { problem: problemIn(thrown, stage), ms: performance.now() - start, calls };
}

function problemIn(thrown: unknown, stage: Stage): Problem | null {
  if (thrown === null) return null;
  if (!(thrown instanceof Problem)) throw new Error(`Not a Problem: ${inspect(thrown)}`);
  const said = `${thrown.message}\n${inspect(thrown, { depth: 20, showHidden: true })}`;
  for (const secret of [stage.slack.botToken, stage.ben.id, "VS-K7MP-3QF", "maintenance", "upstream error"])
    expect(said).not.toContain(secret);
  return thrown;
}

/** A message in which this method is called, on a stage where that was not done yet. */
async function messageThrough(method: Method, stage: Stage): Promise<Outgoing> {
  // What was opened is known for ten minutes.
  stage.clock.pass(3_700_000);
  const card: Card = method.startsWith("files.") || method === "upload" ? digest : plainCard;
  if (method === "chat.update") {
    const updates = await stage.send(stage.message());
    stage.clock.pass(10_000);
    return stage.message({ updates, card: { ...plainCard, title: "Opgepakt door Sanne" } });
  }
  if (method === "conversations.history") return { ...stage.message({ card }), attempt: 2 };
  return stage.message({ card });
}

/** Sends it again as the outbox does, until it is there. */
async function untilThere(stage: Stage, message: Outgoing, send: Sender = stage.send): Promise<void> {
  for (let tries = 1; tries < 12; tries++) {
    const { problem } = await attemptOf(stage, { ...message, attempt: message.attempt + tries }, send);
    if (problem === null) return;
    stage.clock.pass(Math.max(2_000, problem.retryAfterMs ?? 0));
  }
  throw new Error("It never arrives.");
}

/** How often this notice was posted, as its reader has it. */
function timesPosted({ ben }: Stage, { id }: Outgoing): number {
  return ben
    .messages()
    .filter(({ blocks, earlier }) =>
      [{ blocks }, ...earlier].some((one) => one.blocks[0]?.["block_id"] === `n:${id}`),
    ).length;
}

async function goesWrong(stage: Stage, method: Method, fault: Fault): Promise<void> {
  const { slack, clock } = stage;
  const message = await messageThrough(method, stage);
  const about = `${method}: ${JSON.stringify(fault)}`;
  // A process that has just started: it looks for what an earlier one did.
  const send = method === "conversations.history" ? stage.open() : stage.send;
  slack.fail(method, fault);
  const first = await attemptOf(stage, message, send);
  expect(first.ms, about).toBeLessThan(5_000);
  for (const one of methods)
    expect(first.calls.filter((call) => call.method === one).length, `${about}: ${one}`).toBeLessThanOrEqual(
      1,
    );
  expect(first.calls.filter((call) => call.method === method && call.said !== "ok").length, about).toBe(1);
  // Nothing of this is a reason to give the reader up.
  expect([null, "retry", "bug"], about).toContain(first.problem?.kind ?? null);
  if (fault.fault === "rate-limited") {
    const wait = (fault.retryAfter ?? 1) * 1_000;
    expect(first.problem?.retryAfterMs, about).toBeGreaterThanOrEqual(wait);
    if (first.problem instanceof SlackProblem && first.problem.reason === "http_429") {
      clock.pass(wait - 100);
      const early = await attemptOf(stage, { ...message, attempt: message.attempt + 1 }, send);
      expect(early.calls, about).toEqual([]);
      expect(early.problem?.retryAfterMs, about).toBe(100);
      clock.pass(100);
    } else expect(method, about).toMatch(/^files|^upload/);
  }
  slack.heal();
  if (first.problem !== null) {
    clock.pass(first.problem.retryAfterMs ?? 2_000);
    await untilThere(stage, message, send);
  }
  expect(timesPosted(stage, message), about).toBe(1);
}

describe("one call goes wrong, whichever and however: one POST, in time, and the message comes once", () => {
  test.each(methods)("%s", async (method) => {
    const stage = await openSenderStage();
    for (const fault of Object.values(faults)) await goesWrong(stage, method, fault);
    // A proxy that takes the file for Slack, and drops it: that is heard one call later.
    const heard = method === "upload" ? ["files.completeUploadExternal: file_not_found"] : [];
    expect(stage.slack.offences().filter((offence) => !heard.includes(offence))).toEqual([]);
    await stage.slack.close();
  });

  test("what takes for ever is ended after four seconds", async () => {
    await Promise.all(
      methods.flatMap((method) =>
        Object.values(slowFaults).map(async (fault) => {
          const stage = await openSenderStage();
          await goesWrong(stage, method, fault);
          stage.slack.assertNoFaults();
          await stage.slack.close();
        }),
      ),
    );
  });
});

describe("Slack says no by name", () => {
  test.each(["chat.postMessage", "chat.update", "conversations.open"] as const)(
    "%s: every name that is known has its outcome, with one POST, and afterwards the message comes once",
    async (method) => {
      const stage = await openSenderStage();
      const { slack, clock } = stage;
      const outcomes = new Map<string, number>();
      for (const error of [...errorMeanings.keys(), "a_name_of_next_year"]) {
        const message = await messageThrough(method, stage);
        slack.fail(method, { fault: "error", error });
        const first = await attemptOf(stage, message);
        const wrong = first.calls.filter((call) => call.said !== "ok");
        expect(
          wrong.map((call) => call.method),
          error,
        ).toEqual([method]);
        const isThere = first.problem === null;
        outcomes.set(first.problem?.kind ?? "there", (outcomes.get(first.problem?.kind ?? "there") ?? 0) + 1);
        // What refuses a change, a new message may get past: it is made in the same attempt.
        if (isThere) expect(method, error).toBe("chat.update");
        else if (!(first.problem instanceof SlackProblem) || first.problem.reason !== "prepared")
          expect(first.problem?.kind, error).toBe(errorMeanings.get(error)?.kind ?? "bug");
        clock.pass(first.problem?.retryAfterMs ?? 2_000);
        if (!isThere) await untilThere(stage, message);
        expect(timesPosted(stage, message), error).toBe(1);
      }
      expect([...outcomes.keys()].sort()).toEqual(
        method === "chat.update"
          ? ["bug", "misconfigured", "retry", "there"]
          : ["bug", "misconfigured", "refused", "retry"],
      );
      stage.slack.assertNoFaults();
      await slack.close();
    },
  );
});
