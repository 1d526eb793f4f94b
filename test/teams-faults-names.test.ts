import { describe, expect, test } from "vitest";
import type { ProblemKind } from "#base/problem.ts";
import { attemptOf, openFaultyDoor, untilThere } from "./support/faulty-teams.ts";

/** "Status codes from bot conversational APIs" of Teams' documentation, and what is seen in the field. */
const names: readonly (readonly [status: number, code: string, kind: ProblemKind])[] = [
  [400, "BadArgument", "bug"],
  [400, "BadSyntax", "bug"],
  [403, "ConversationBlockedByUser", "refused"],
  [403, "MessageWritesBlocked", "refused"],
  [403, "BotNotInConversationRoster", "refused"],
  [403, "BotDisabledByAdmin", "refused"],
  [403, "ForbiddenOperationException", "refused"],
  [403, "NotEnoughPermissions", "refused"],
  [403, "ANameOfNextYear", "refused"],
  [404, "ANameOfNextYear", "refused"],
  [412, "PreconditionFailed", "retry"],
  [413, "MessageSizeTooBig", "bug"],
  [429, "Throttled", "retry"],
  [500, "ServiceError", "retry"],
  [502, "ServiceError", "retry"],
  [503, "ServiceUnavailable", "retry"],
  [504, "Timeout", "retry"],
];

describe("Teams says no by name", () => {
  test.each(names)("%s %s", async (status, code, kind) => {
    const door = await openFaultyDoor();
    door.teams.fail("send", { fault: "error", status, code });
    const { problem, calls } = await attemptOf(door, door.message());
    expect(problem?.kind).toBe(kind);
    expect(calls.filter(({ method }) => method === "send")).toHaveLength(1);
  });

  test("in the form of the chat service: blocked by the reader", async () => {
    const door = await openFaultyDoor();
    const body = JSON.stringify({
      errorCode: 209,
      message:
        '{\r\n "subCode": "MessageWritesBlocked",\r\n "details": "Thread is blocked from message writes."\r\n}',
    });
    door.teams.fail("send", {
      fault: "status",
      status: 403,
      body,
      headers: { "content-type": "application/json" },
    });
    expect((await attemptOf(door, door.message())).problem?.kind).toBe("refused");
  });

  test("a message that can not be changed comes anew, in the same attempt, whatever the reason", async () => {
    for (const [status, code] of [
      [404, "ActivityNotFoundInConversation"],
      [400, "BadSyntax"],
      [403, "ANameOfNextYear"],
    ] as const) {
      const door = await openFaultyDoor();
      const updates = await door.platform.send(door.message());
      door.teams.fail("update", { fault: "error", status, code });
      const sent = await attemptOf(door, door.message({ updates }));
      expect(sent.problem, code).toBeNull();
      expect(
        sent.calls.map(({ method }) => method),
        code,
      ).toEqual(["update", "send"]);
    }
  });

  test("a conversation that is gone is begun anew", async () => {
    const door = await openFaultyDoor();
    await door.platform.send(door.message());
    const known = [...door.contacts.values()][0] ?? "";
    door.contacts.set(door.ben.address, known.replace(door.ben.chat, "a:1gone"));
    const again = door.message();
    const next = door.another();
    await untilThere({ ...door, platform: next }, again);
    expect(door.ben.messages()).toHaveLength(2);
  });
});

describe("our own token", () => {
  test("that ended is fetched anew before it is used", async () => {
    const door = await openFaultyDoor();
    await door.platform.send(door.message());
    for (let hour = 0; hour < 3; hour++) {
      door.clock.pass(3_590_000);
      await door.platform.send(door.message());
    }
    expect(door.ben.messages()).toHaveLength(4);
    expect(door.teams.offences()).toEqual([]);
  });

  test("that was taken back is fetched anew: the message comes, and an outage is not cried", async () => {
    const door = await openFaultyDoor();
    await door.platform.send(door.message());
    door.teams.revokeTokens();
    const message = door.message();
    const { problem } = await attemptOf(door, message);
    if (problem !== null) expect(problem.kind).toBe("retry");
    await untilThere(door, message);
    expect(door.ben.messages()).toHaveLength(2);
  });

  test.each([
    ["wrong-secret", /TEAMS_CLIENT_SECRET/],
    ["expired-secret", /TEAMS_CLIENT_SECRET/],
    ["unknown", /TEAMS_CLIENT_ID|TEAMS_TENANT_ID/],
  ] as const)(
    "is refused (%s): an administrator reads what to do, and when it is right again all goes on",
    async (app, words) => {
      const door = await openFaultyDoor();
      door.teams.settings.app = app;
      door.clock.pass(3_700_000);
      const message = door.message();
      const { problem } = await attemptOf(door, message);
      expect(problem?.kind).toBe("misconfigured");
      expect(problem?.message).toMatch(words);
      await door.teams.eventually(() => door.platform.health().state === "refused");
      expect(door.platform.health().complaint).toMatch(words);
      door.teams.settings.app = "valid";
      await untilThere(door, message);
      expect(door.ben.messages()).toHaveLength(1);
    },
  );
});
