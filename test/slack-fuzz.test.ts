import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseBody, soundBody } from "#chat/slack/line/body.ts";
import { hostileDoor } from "./support/hostile-door.ts";
import { howOften } from "./support/how-often.ts";
import { aCommand, aDialog, anEvent, form, signatureOf } from "./support/signed-door.ts";

const door = hostileDoor();
const eventText = JSON.stringify(anEvent());

function headersWith(signature: string | null, timestamp: string) {
  return {
    "x-slack-request-timestamp": timestamp,
    ...(signature !== null && { "x-slack-signature": signature }),
  };
}

const stamp = (skewSeconds = 0) => String(Math.floor(door().clock.now() / 1000) + skewSeconds);

const many = howOften("FUZZ", { gate: 2_000, long: 50_000 });
const patience = 60_000 + many * 20;

test(`${many} mangled requests: nothing without a signature has an effect`, {
  timeout: patience,
}, async () => {
  const bodies = [eventText, aCommand(), aDialog(), '{"type":"url_verification","challenge":"abc"}'];
  const request = fc.record({
    body: fc.oneof(fc.constantFrom(...bodies), fc.json(), fc.string({ unit: "binary", maxLength: 200 })),
    contentType: fc.constantFrom("application/json", form["content-type"], "text/plain", ""),
    signature: fc.oneof(
      fc.constantFrom("wrong secret", "v1", "truncated", "absent", "random"),
      fc.stringMatching(/^[\x21-\x7e]{0,80}$/),
    ),
    timestamp: fc.oneof(
      fc.constantFrom("now", "old", "ahead"),
      fc.stringMatching(/^[\x21-\x7e]{0,20}$/),
      fc.integer().map(String),
    ),
    cut: fc.nat(200),
  });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(request, async ({ body, contentType, signature, timestamp, cut }) => {
      count += 1;
      const mangled = cut < 40 ? body.slice(0, cut) + body.slice(cut + 1) : body;
      const times: Record<string, string> = { now: stamp(), old: stamp(-900), ahead: stamp(900) };
      const time = times[timestamp] ?? timestamp;
      const forged: Record<string, string | null> = {
        "wrong secret": signatureOf(mangled, time, "not the secret"),
        v1: signatureOf(mangled, time).replace("v0", "v1"),
        truncated: signatureOf(mangled, time).slice(0, -2),
        absent: null,
        random: `v0=${"ab".repeat(32)}`,
      };
      const value = signature in forged ? forged[signature] : signature;
      const answer = await door().post(mangled, {
        ...headersWith(value ?? null, time),
        "content-type": contentType,
      });
      expect([400, 401]).toContain(answer.status);
    }),
    { numRuns: many },
  );
  expect(count).toBeGreaterThanOrEqual(many);
  expect(door().effects).toEqual([]);
});

test(`${many} mangled requests that Slack did sign: each is answered, and the process lives`, {
  timeout: patience,
}, async () => {
  const value: fc.Arbitrary<unknown> = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constant(null));
  const shell = fc.dictionary(
    fc.constantFrom(
      "type",
      "event",
      "team_id",
      "authorizations",
      "command",
      "actions",
      "view",
      "user",
      "team",
      "channel",
      "name",
      "callback_id",
      "response_urls",
      "function_data",
      "is_enterprise_install",
      "enterprise",
    ),
    fc.oneof(
      value,
      fc.constantFrom(
        "view_submission",
        "block_actions",
        "shortcut",
        "message_action",
        "event_callback",
        "block_suggestion",
      ),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(shell, value), async (body) => {
      const text = JSON.stringify(body);
      const answer = await door().post(text, door().signed(text));
      expect([200, 400, 403, 503]).toContain(answer.status);
    }),
    { numRuns: many },
  );
});

test("reading a body never gives anything but a sound object", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom("application/json", form["content-type"]),
      (text, type) => {
        const body = parseBody(text, type);
        if (body !== null) expect(soundBody(body)).toBe(body);
      },
    ),
    { numRuns: 2_000 },
  );
  expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
});
