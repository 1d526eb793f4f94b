import { expect, test } from "vitest";

import { hostileDoor } from "./support/hostile-door.ts";
import { aCommand, aDialog, anEvent, form } from "./support/signed-door.ts";

const door = hostileDoor();
const eventText = JSON.stringify(anEvent());

const malformed: Record<string, string | Buffer> = {
  nothing: "",
  null: "null",
  true: "true",
  "a number": "7",
  "a huge number": "9".repeat(5_000),
  "a text": '"event"',
  "a list": JSON.stringify([anEvent()]),
  "half an object": eventText.slice(0, -1),
  "an object with something behind it": `${eventText}x`,
  "a byte order mark": `\ufeff${eventText}`,
  "50,000 lists in each other": "[".repeat(50_000) + "]".repeat(50_000),
  "50,000 objects in each other": `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`,
  "an event of 50,000 lists": `{"type":"event_callback","event":{"type":"message","blocks":${"[".repeat(50_000)}${"]".repeat(50_000)}}}`,
  __proto__: '{"type":"event_callback","__proto__":{"team_id":"T0001"},"event":{"type":"message"}}',
  "__proto__ deep inside":
    '{"type":"event_callback","event":{"type":"message","a":[{"\\u005f_proto__":{"isAdmin":true}}]}}',
  "no event in the event": '{"type":"event_callback","event":null}',
  "a text for an event": '{"type":"event_callback","event":"message"}',
  "a list for an event": '{"type":"event_callback","event":[]}',
  "an event without a type": '{"type":"event_callback","event":{}}',
  "an event with a number for a type": '{"type":"event_callback","event":{"type":7}}',
  "invalid UTF-8": Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  "a cut character": Buffer.concat([
    Buffer.from('{"a":"'),
    Buffer.from("é").subarray(0, 1),
    Buffer.from('"}'),
  ]),
  "a surrogate in UTF-8": Buffer.concat([
    Buffer.from('{"a":"'),
    Buffer.from([0xed, 0xa0, 0x80]),
    Buffer.from('"}'),
  ]),
  "zero bytes": Buffer.alloc(1_000),
  "a challenge that is no text": '{"type":"url_verification","challenge":{"a":1}}',
  "a challenge without end": JSON.stringify({ type: "url_verification", challenge: "x".repeat(5_000) }),
};

test.each(Object.keys(malformed))("%s, signed by Slack, is refused and does nothing", async (name) => {
  const body = malformed[name] ?? "";
  const answer = await door().post(body, door().signed(body));
  expect(answer.status).toBe(400);
  expect(answer.headers["x-slack-no-retry"]).toBe("1");
  expect(door().effects).toEqual([]);
});

test.each([
  "payload=null",
  "payload=7",
  "payload=[]",
  "payload=",
  "payload={",
  "payload=%7B%22event%22%3Anull%7D",
  "payload=%ff%fe",
  "payload=%",
  `${aDialog()}&${aDialog()}`,
  `${aCommand()}&command=%2Fother`,
  `${aCommand()}&__proto__=x`,
  `${aCommand()}&event=x`,
])("the form %s, signed by Slack, is refused and does nothing", async (body) => {
  const answer = await door().post(body, { ...door().signed(body), ...form });
  expect(answer.status).toBe(400);
  expect(door().effects).toEqual([]);
});

test.each([
  "{}",
  '{"type":"block_actions","actions":null}',
  '{"type":"block_actions","actions":[]}',
  '{"type":"block_actions","actions":[null],"team":7}',
  '{"type":"view_submission","view":null}',
  '{"type":"view_submission","view":{},"user":null}',
  '{"type":"shortcut"}',
  '{"name":"x"}',
  '{"type":"event_callback","type":"view_closed"}',
  '{"constructor":{"prototype":{}},"toString":null}',
])("the empty shell %s, signed by Slack, is not acknowledged and does nothing", async (body) => {
  const answer = await door().post(body, door().signed(body));
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(door().effects.filter((what) => what !== "action")).toEqual([]);
});

test("no line in the log repeats what was sent", async () => {
  const canary = "kanarie-7f3a";
  const body = JSON.stringify({
    ...anEvent({ type: canary }),
    event: { type: "message", text: canary },
    actions: canary,
  });
  await door().post(body, { ...door().signed(body), "x-canary": canary });
  await door().post(body, { "x-slack-signature": canary, "x-slack-request-timestamp": canary });
  await door().post(`{"${canary}"`, door().signed(`{"${canary}"`));
  expect(JSON.stringify(door().log.lines)).not.toContain(canary);
});
