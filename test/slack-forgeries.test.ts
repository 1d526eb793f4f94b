import { expect, test } from "vitest";

import { hostileDoor } from "./support/hostile-door.ts";
import { aCommand, aDialog, anEvent, form, signatureOf, signingSecret } from "./support/signed-door.ts";

const door = hostileDoor();

const eventText = JSON.stringify(anEvent());
const stamp = (skewSeconds = 0) => String(Math.floor(door().clock.now() / 1000) + skewSeconds);

function headersWith(signature: string | string[] | null, timestamp: string | string[] | null) {
  return {
    "content-type": "application/json",
    ...(signature !== null && { "x-slack-signature": signature }),
    ...(timestamp !== null && { "x-slack-request-timestamp": timestamp }),
  };
}

const good = (timestamp = stamp(), body = eventText) => signatureOf(body, timestamp);

const forgeries: Record<string, () => Record<string, string | string[]>> = {
  "no signature": () => headersWith(null, stamp()),
  "no timestamp": () => headersWith(good(), null),
  neither: () => headersWith(null, null),
  "an empty signature": () => headersWith("", stamp()),
  "a truncated signature": () => headersWith(good().slice(0, -1), stamp()),
  "half a signature": () => headersWith(good().slice(0, 35), stamp()),
  "a signature of nothing": () => headersWith("v0=", stamp()),
  "a signature with something behind it": () => headersWith(`${good()}=x`, stamp()),
  "a signature in capitals": () => headersWith(good().toUpperCase(), stamp()),
  "version v1": () => headersWith(good().replace("v0", "v1"), stamp()),
  "no version": () => headersWith(good().slice(3), stamp()),
  "another secret": () => headersWith(signatureOf(eventText, stamp(), "other"), stamp()),
  "the secret with a space": () => headersWith(signatureOf(eventText, stamp(), `${signingSecret} `), stamp()),
  "a signature of another body": () => headersWith(good(stamp(), `${eventText} `), stamp()),
  "a signature of another time": () => headersWith(good(stamp(-1)), stamp()),
  "one letter changed": () =>
    headersWith(
      good().replace(/.$/, (last) => (last === "0" ? "1" : "0")),
      stamp(),
    ),
  "two signatures, the good one first": () => headersWith([good(), `v0=${"0".repeat(64)}`], stamp()),
  "the good signature twice": () => headersWith([good(), good()], stamp()),
  "two timestamps": () => headersWith(good(), [stamp(), stamp()]),
  "six minutes old": () => headersWith(good(stamp(-360)), stamp(-360)),
  "six minutes ahead": () => headersWith(good(stamp(360)), stamp(360)),
  "a year ahead": () => headersWith(good(stamp(31_536_000)), stamp(31_536_000)),
};
for (const odd of [
  "NaN",
  "",
  "-1",
  "0",
  "1e12",
  "Infinity",
  "1000000000000000",
  "0x5f5e100",
  "null",
  "[]",
  "9".repeat(400),
]) {
  forgeries[`the timestamp ${JSON.stringify(odd.slice(0, 12))}`] = () => headersWith(good(odd), odd);
}
forgeries["a timestamp with a fraction"] = () => headersWith(good(`${stamp()}.5`), `${stamp()}.5`);
forgeries["a timestamp with a sign"] = () => headersWith(good(`+${stamp()}`), `+${stamp()}`);
forgeries["a timestamp in milliseconds"] = () => headersWith(good(`${stamp()}000`), `${stamp()}000`);

test.each(Object.keys(forgeries))("a request with %s is refused and does nothing", async (name) => {
  const answer = await door().post(eventText, forgeries[name]?.() ?? {});
  expect(answer.status).toBe(401);
  expect(door().effects).toEqual([]);
});

test("every refusal looks the same", async () => {
  const shapes = new Set<string>();
  for (const make of Object.values(forgeries)) {
    const { status, headers, body } = await door().post(eventText, make());
    const { date: _, ...rest } = headers;
    shapes.add(JSON.stringify({ status, rest, body }));
  }
  expect([...shapes]).toHaveLength(1);
});

test("commands and dialogs are refused without a signature too", async () => {
  for (const body of [aCommand(), aDialog()]) {
    expect((await door().post(body, form)).status).toBe(401);
  }
  expect(door().effects).toEqual([]);
});
