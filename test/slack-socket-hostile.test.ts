import { expect, test } from "vitest";

import { acknowledgement, readMessage } from "#chat/slack/line/envelope.ts";
import { eventually } from "./support/eventually.ts";
import { anEvent } from "./support/signed-door.ts";
import { socketStage, watchSockets } from "./support/socket-stage.ts";

watchSockets();

test.each([
  "null",
  "7",
  '"hello"',
  "[]",
  "{}",
  "{",
  "",
  '{"type":"events_api"}',
  '{"type":"events_api","envelope_id":"e9"}',
  '{"type":"events_api","envelope_id":"e9","payload":null}',
  '{"type":"events_api","envelope_id":"e9","payload":{"event":null}}',
  '{"type":"events_api","envelope_id":"e9","payload":{"event":{}}}',
  '{"type":"events_api","envelope_id":7,"payload":{"event":{"type":"message"}}}',
  '{"type":"slack_event","envelope_id":"e9","payload":{}}',
  '{"type":"close","envelope_id":"e9","payload":{}}',
  '{"type":"error"}',
  '{"type":"events_api","envelope_id":"e9","payload":{"__proto__":{},"event":{"type":"message"}}}',
  `{"type":"events_api","envelope_id":"e9","payload":{"event":{"type":"message","a":${"[".repeat(50_000)}${"]".repeat(50_000)}}}}`,
  `{"type":"events_api","envelope_id":"e9","payload":{"event":{"type":"message","text":"${"x".repeat(1_100_000)}"}}}`,
])("a message of another shape over the socket is left alone (%#)", async (text) => {
  const s = await socketStage();
  s.socket.start();
  await s.until("connected");
  s.slack.say(text);
  s.slack.sayBytes(Buffer.from([0xff, 0x00, 0x7b]));
  s.slack.deliver("e1", anEvent());
  await eventually(() => s.slack.acks).toEqual([{ envelope_id: "e1" }]);
  expect(s.effects).toEqual(["event message"]);
  expect(s.slack.state.connections).toBe(1);
});

test.each(["connected", "disconnected", "close", "error", "ws_message", "slack_event", "message"])(
  "an event that is called %s is an event and nothing else",
  async (type) => {
    const s = await socketStage();
    s.socket.start();
    await s.until("connected");
    s.slack.deliver("e1", anEvent({ event: { type, user: "U2" } }));
    await eventually(() => s.slack.acks).toEqual([{ envelope_id: "e1" }]);
    expect(s.effects).toEqual([`event ${type}`]);
    expect(s.slack.state.connections).toBe(1);
  },
);

test("an acknowledgement is read back as what it was", () => {
  const read = readMessage(
    JSON.stringify({
      type: "interactive",
      envelope_id: "e1",
      payload: { type: "shortcut" },
      accepts_response_payload: true,
    }),
  );
  if (read?.type !== "delivery") throw new Error("It is a delivery.");
  expect(acknowledgement(read, undefined)).toBe('{"envelope_id":"e1"}');
  expect(acknowledgement(read, "Hulp")).toBe('{"envelope_id":"e1","payload":{"text":"Hulp"}}');
});
