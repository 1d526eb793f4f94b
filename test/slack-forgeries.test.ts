import { createHmac } from "node:crypto";
import { expect, test } from "vitest";

import { signingOf } from "#chat/slack/line/signature.ts";
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

/** How much longer `one` takes than `other`, in nanoseconds: the median of many pairs, taken in turn. */
function longer(one: () => unknown, other: () => unknown): number {
  const perCall = (act: () => unknown): number => {
    const from = process.hrtime.bigint();
    for (let time = 0; time < 20; time++) act();
    return Number(process.hrtime.bigint() - from) / 20;
  };
  const differences = Array.from({ length: 800 }, (_, nth) => {
    if (nth % 2 === 0) return perCall(one) - perCall(other);
    const otherTook = perCall(other);
    return perCall(one) - otherTook;
  });
  return differences.sort((a, b) => a - b)[differences.length / 2] ?? Number.NaN;
}

test("the time that a wrong signature takes does not tell how much of it is right", () => {
  const timestamp = stamp();
  const right = good(timestamp);
  const wrongAt = (place: number) =>
    `${right.slice(0, place)}${right[place] === "0" ? "1" : "0"}${right.slice(place + 1)}`;
  const [first, last] = [wrongAt("v0=".length), wrongAt(right.length - 1)];
  const ask = (signature: string) => () => {
    const headers = { "x-slack-signature": signature, "x-slack-request-timestamp": timestamp };
    return signingOf({ headers, body: eventText }, signingSecret, door().clock.now());
  };
  /** What it must not be: it stops at the first that is wrong. */
  const careless = (signature: string) => () => {
    const ours = `v0=${createHmac("sha256", signingSecret).update(`v0:${timestamp}:`).update(eventText).digest("hex")}`;
    for (let place = 0; place < ours.length; place++) if (ours[place] !== signature[place]) return "bad";
    return "good";
  };
  expect([ask(first)(), ask(last)(), ask(right)()]).toEqual(["bad", "bad", "good"]);
  longer(ask(first), ask(last));
  longer(careless(first), careless(last));
  const [ours, seen] = [longer(ask(last), ask(first)), longer(careless(last), careless(first))];
  console.info(`wrong at the end takes ${ours.toFixed(0)} ns longer; ${seen.toFixed(0)} where it would tell`);
  expect(Math.abs(ours)).toBeLessThan(seen / 2);
});
