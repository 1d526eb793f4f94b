import { describe, expect, test } from "vitest";
import type { Outgoing } from "#chat/platform.ts";
import type { Fault, Method } from "./support/fake-teams/fake-teams.ts";
import { attemptOf, type FaultyDoor, openFaultyDoor, untilThere } from "./support/faulty-teams.ts";

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

const methods = ["send", "update", "create", "token"] as const satisfies readonly Method[];

/** A message in which this is called, at a door where that was not done yet. */
async function messageThrough(method: (typeof methods)[number], door: FaultyDoor): Promise<Outgoing> {
  if (method === "create") door.contacts.clear();
  if (method === "update") return door.message({ updates: await door.platform.send(door.message()) });
  // A token is used for an hour.
  if (method === "token") door.clock.pass(3_700_000);
  return door.message();
}

async function goesWrong(method: (typeof methods)[number], fault: Fault): Promise<void> {
  const door = await openFaultyDoor();
  const { teams, clock, ben } = door;
  const about = `${method}: ${JSON.stringify(fault)}`;
  const message = await messageThrough(method, door);
  teams.fail(method, fault);
  const first = await attemptOf(door, message);
  expect(first.ms, about).toBeLessThan(5_000);
  for (const one of methods)
    expect(first.calls.filter((call) => call.method === one).length, `${about}: ${one}`).toBeLessThanOrEqual(
      1,
    );
  // Nothing of this is a reason to give the reader up. Who answers for the login and is not the login is a human's to look at.
  const isOther =
    method === "token" && (fault.fault === "redirect" || ("status" in fault && fault.status === 412));
  const kinds = isOther ? ["retry", "misconfigured"] : [null, "retry", "bug"];
  expect(kinds, about).toContain(first.problem?.kind ?? null);
  if (fault.fault === "rate-limited" && method === "send") {
    const wait = (fault.retryAfter ?? 1) * 1_000;
    expect(first.problem?.retryAfterMs, about).toBeGreaterThanOrEqual(wait);
    clock.pass(wait - 100);
    const early = await attemptOf(door, { ...message, attempt: 2 });
    expect(
      early.calls.filter((call) => call.method === "send"),
      about,
    ).toEqual([]);
    clock.pass(100);
  }
  teams.heal();
  if (first.problem !== null) {
    clock.pass(first.problem.retryAfterMs ?? 2_000);
    await untilThere(door, message);
  }
  const titles = ben.messages().filter(({ visible }) => visible.includes("VS-K7MP-3QF"));
  // Only a new message whose answer was lost can come twice: Teams can not be asked what it has.
  const isLost = method === "send" && (fault.accepted === true || fault.fault === "slow");
  if (isLost) expect([1, 2], about).toContain(titles.length);
  else expect(titles.length, about).toBe(1);
  expect(teams.offences(), about).toEqual([]);
}

describe("one call goes wrong, whichever and however: one POST, in time, and the message comes once", () => {
  test.each(methods)("%s", async (method) => {
    for (const fault of Object.values(faults)) await goesWrong(method, fault);
  });

  test("what takes for ever is ended after four seconds", async () => {
    await Promise.all(
      methods.flatMap((method) => Object.values(slowFaults).map((fault) => goesWrong(method, fault))),
    );
  });
});

test("an answer that comes too late is heard all the same: the reader has one message", async () => {
  const door = await openFaultyDoor();
  const message = door.message();
  // Some six seconds.
  door.teams.fail("send", { fault: "slow", msPerByte: 270 });
  expect((await attemptOf(door, message)).problem?.kind).toBe("retry");
  await untilThere(door, message);
  expect(door.ben.messages()).toHaveLength(1);
  expect(door.teams.calls("send")).toHaveLength(1);
});
