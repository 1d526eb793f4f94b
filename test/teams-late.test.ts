import { expect, test } from "vitest";
import { Problem } from "#base/problem.ts";
import type { Outgoing } from "#chat/platform.ts";
import { plainCard } from "./support/slack-sender.ts";
import { openTeamsSenderStage } from "./support/small-connector.ts";

/** What went wrong. */
async function problemOf(sending: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await sending.then(
    () => null,
    (problem: unknown) => problem,
  );
  if (thrown instanceof Problem) return thrown;
  throw new Error(`Not a Problem: ${String(thrown)}`);
}

test("the same message again gives the same ref, also in another process, and nothing new is posted", async () => {
  const stage = await openTeamsSenderStage();
  const message = stage.message();
  const ref = await stage.send(message);
  expect(await stage.send({ ...message, attempt: 2 })).toBe(ref);
  expect(await stage.open()({ ...message, attempt: 2 })).toBe(ref);
  expect(stage.calls()).toHaveLength(1);
  await stage.server.close();
});

test("who stops waiting and tries again meanwhile gets the first one's outcome: a late answer is no second message", async () => {
  const stage = await openTeamsSenderStage();
  const send = stage.open({ patienceMs: 60 });
  stage.plan((response) => void setTimeout(() => response.end('{"id":"late"}'), 150));
  const message = stage.message();
  expect(await problemOf(send(message))).toMatchObject({ kind: "retry", doubtful: true });
  let ref = "";
  for (let attempt = 2; ref === "" && attempt < 20; attempt++)
    ref = await send({ ...message, attempt }).catch(() => "");
  expect(ref).toBe("a:ben|late");
  expect(stage.calls()).toHaveLength(1);
  await stage.server.close();
});

test("a line that is silent for too long is given up, and tried again", async () => {
  const stage = await openTeamsSenderStage();
  const send = stage.open({ patienceMs: 60, lateMs: 120 });
  stage.plan(() => {});
  const message = stage.message();
  expect((await problemOf(send(message))).kind).toBe("retry");
  await new Promise((resolve) => setTimeout(resolve, 150));
  await send({ ...message, attempt: 2 });
  expect(stage.calls()).toHaveLength(2);
  await stage.server.close();
});

test("a change whose answer was lost is done again: the reader sees one message", async () => {
  const stage = await openTeamsSenderStage();
  const updates = await stage.send(stage.message());
  const message = stage.message({ updates });
  stage.plan((response) => response.socket?.resetAndDestroy());
  expect((await problemOf(stage.send(message))).kind).toBe("retry");
  expect(await stage.send({ ...message, attempt: 2 })).toBe(updates);
  expect(stage.calls().filter((call) => call.startsWith("POST"))).toHaveLength(1);
  await stage.server.close();
});

test("a line that breaks off after posting: Teams can not be asked, so it may come twice", async () => {
  const stage = await openTeamsSenderStage();
  stage.plan((response) => response.socket?.resetAndDestroy());
  const message = stage.message();
  expect(await problemOf(stage.send(message))).toMatchObject({ kind: "retry", doubtful: true });
  await stage.send({ ...message, attempt: 2 });
  expect(stage.calls()).toHaveLength(2);
  await stage.server.close();
});

test("Teams took it but gave no id: it is not posted again, and what follows is a message of its own", async () => {
  const stage = await openTeamsSenderStage();
  stage.plan((response) => response.writeHead(202).end());
  const message = stage.message();
  const ref = await stage.send(message);
  expect(await stage.send({ ...message, attempt: 2 })).toBe(ref);
  await stage.send(stage.message({ updates: ref }));
  expect(stage.calls().map((call) => call.slice(0, 4))).toEqual(["POST", "POST"]);
  await stage.server.close();
});

test("many messages for one reader go at a pace that Teams takes, in their order", async () => {
  const stage = await openTeamsSenderStage();
  let waiting: Outgoing[] = Array.from({ length: 60 }, (_, place) =>
    stage.message({ card: { ...plainCard, summary: `bericht ${place + 1}` } }),
  );
  const times: number[] = [];
  while (waiting.length > 0) {
    const left: Outgoing[] = [];
    for (const message of waiting)
      await stage.send(message).then(
        () => times.push(stage.clock.now()),
        () => left.push({ ...message, attempt: message.attempt + 1 }),
      );
    waiting = left;
    if (left.length > 0) stage.clock.pass(200);
  }
  expect(stage.bodies().map((body) => body["summary"])).toEqual(
    Array.from({ length: 60 }, (_, place) => `bericht ${place + 1}`),
  );
  for (const [most, ms] of [
    [7, 1_000],
    [8, 2_000],
    [60, 30_000],
  ] as const)
    for (const [place, at] of times.entries())
      expect(times.slice(place).filter((other) => other - at < ms).length).toBeLessThanOrEqual(most);
  await stage.server.close();
});
