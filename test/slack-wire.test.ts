import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

import { openBodyReader } from "#chat/wire/body-reader.ts";
import { hostileDoor } from "./support/hostile-door.ts";
import { anEvent } from "./support/signed-door.ts";

const door = hostileDoor();
const eventText = JSON.stringify(anEvent());

test("a body that is announced too large is refused before it comes", async () => {
  for (const size of [1_000_001, 4_000_000, 64_000_000, 1e15]) {
    const { said, closed, ms } = await door().raw(
      `POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: ${size}\r\n\r\n{`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    expect(closed).toBe(true);
    expect(ms).toBeLessThan(1_500);
  }
});

test("a body that turns out too large is cut off", async () => {
  const body = Buffer.alloc(4_000_000, 0x20);
  const answer = await door().post(body, { ...door().signed(body), "transfer-encoding": "chunked" });
  expect([413, 0]).toContain(answer.status);
  const just = Buffer.from(eventText.padEnd(1_000_000));
  expect((await door().post(just, door().signed(just))).status).toBe(200);
  const over = Buffer.from(eventText.padEnd(1_000_001));
  expect([413, 0]).toContain((await door().post(over, door().signed(over))).status);
});

test("a body without end is cut off", async () => {
  const chunk = `1000\r\n${"a".repeat(0x1000)}\r\n`;
  const { said, closed } = await door().raw(
    `POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(400)}`,
  );
  expect(closed).toBe(true);
  expect(said === "" || said.startsWith("HTTP/1.1 413")).toBe(true);
});

test("a packed body is refused without being unpacked", async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  for (const encoding of ["gzip", "deflate", "br", "zstd", "gzip, gzip", "identity, gzip"]) {
    const headers = { ...door().signed(bomb), "content-encoding": encoding };
    expect((await door().post(bomb, headers)).status).toBe(415);
  }
  expect(
    (await door().post(eventText, { ...door().signed(eventText), "content-encoding": "identity" })).status,
  ).toBe(200);
});

test("five hundred slow bodies end in time, and keep nobody else out", async () => {
  const head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{";
  const slow = Array.from({ length: 500 }, () => door().raw(head, 8_000));
  const from = performance.now();
  expect((await door().good()).status).toBe(200);
  expect(performance.now() - from).toBeLessThan(2_000);
  const ends = await Promise.all(slow);
  expect(ends.every(({ closed }) => closed)).toBe(true);
  expect(ends.filter(({ said }) => said.startsWith("HTTP/1.1 408")).length).toBeGreaterThan(400);
}, 20_000);

test.each([
  "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhallo!",
  "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\nhallo",
  "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nhallo\r\n",
  `POST / HTTP/1.1\r\nHost: x\r\nX-Large: ${"a".repeat(64_000)}\r\n\r\n`,
  `POST / HTTP/1.1\r\nHost: x\r\n${"X-Many: a\r\n".repeat(5_000)}\r\n`,
  "POST / HTTP/9.9\r\n\r\n",
  "\0\0\0\0\r\n\r\n",
  "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n",
])("a request that is not HTTP as it should be is refused (%#)", async (bytes) => {
  const { said } = await door().raw(bytes, 1_000);
  expect(said).not.toMatch(/^HTTP\/1\.1 2/);
  expect(door().effects).toEqual([]);
});

test("who hangs up halfway leaves nothing behind", async () => {
  for (const bytes of [
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{",
    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal",
    "POST / HTTP/1.1\r\nHo",
  ]) {
    await door().raw(bytes, 30);
  }
  expect(door().effects).toEqual([]);
});

test("many large bodies at once do not fill the memory", async () => {
  const read = openBodyReader({ bytes: 1_000_000, ms: 3_000 });
  const endless = () =>
    Object.assign(
      new Readable({
        read() {
          this.push(Buffer.alloc(100_000));
        },
      }),
      { headers: {} },
    );
  const bodies = Array.from({ length: 200 }, () => {
    const body = new Readable({ read() {} });
    body.push(Buffer.alloc(900_000));
    return Object.assign(body, { headers: {} });
  });
  const refusals = (
    await Promise.all(bodies.map((body) => Promise.race([read(body as never), wait(200)])))
  ).filter((result) => result === 503);
  expect(refusals.length).toBeGreaterThan(150);
  expect(refusals.length).toBeLessThan(200);
  for (const body of bodies) body.destroy();
  await wait(50);
  // What was given back can be used again.
  const one = endless();
  expect(await read(one as never)).toBe(413);
  one.destroy();
});

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
