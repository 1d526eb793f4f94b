import { expect, test } from "vitest";
import { openStage } from "../support/stage.ts";

const digests = (stage: Awaited<ReturnType<typeof openStage>>) =>
  stage.chat.sends.filter(({ card }) => /^Week \d+:/.test(card.title));

test("every Monday at eight the manager gets one digest, also of an empty week", async () => {
  const stage = await openStage();
  await stage.house.weekly.plan();
  await stage.turnTo(Date.parse("2026-11-23T07:59:00+01:00"));
  expect(digests(stage)).toEqual([]);
  await stage.turnTo(Date.parse("2026-11-23T08:01:00+01:00"));
  expect(
    digests(stage)
      .map(({ to }) => to)
      .sort(),
  ).toEqual(["chat:carla", "chat:max"]);
  await stage.turnTo(Date.parse("2026-11-30T08:01:00+01:00"));
  expect(digests(stage).length).toBe(4);
  await stage.close();
});

test("after downtime the missed weeks come, each once, and a restart repeats none", async () => {
  const stage = await openStage();
  await stage.house.weekly.plan();
  stage.clock.set(Date.parse("2026-12-09T10:00:00+01:00"));
  await stage.restart();
  await stage.house.weekly.plan();
  await stage.house.runDue();
  expect(digests(stage).length).toBe(6);
  await stage.restart();
  await stage.house.weekly.plan();
  await stage.house.runDue();
  expect(digests(stage).length).toBe(6);
  await stage.close();
});

test("the digest counts what came in and what became of it", async () => {
  const stage = await openStage();
  await stage.house.weekly.plan();
  const { code } = await stage.report(
    "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.",
  );
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "outcome", code, { outcome: "P2", word: "closed", text: "", next: "close" });
  await stage.turnTo(Date.parse("2026-11-23T08:01:00+01:00"));
  const team = await stage.house.weekly.numbers("2026-W47", "team");
  expect(team.arrivals).toBe(1);
  expect(team.outcomes.prevention).toBe(1);
  const management = await stage.house.weekly.numbers("2026-W47", "management");
  expect(management.outcomes.prevention).toBe("hidden");
  await stage.close();
});
