import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { acts } from "#signal/press.ts";
import { howOften } from "./support/how-often.ts";
import { openWebStage, readAs, type WebStage } from "./support/web-stage.ts";

let stage: WebStage;
beforeAll(async () => {
  stage = await openWebStage();
});
afterAll(() => stage.stop());

const paths = ["/api/press", "/api/clock", "/api/reset/x", "/api/nothing"];

async function isAlive(): Promise<boolean> {
  return (await fetch(`${stage.url}/healthz`)).status === 200;
}

const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);

test.each([
  ["null", 400],
  ["[]", 400],
  ['"text"', 400],
  ["12", 400],
  ["{", 400],
  ["", 400],
  ["\u0000", 400],
  ['{"__proto__":{"as":"web:leerkracht"}}', 400],
  ['{"constructor":{"prototype":{"x":1}}}', 400],
  [`{"key":"12345678","as":"web:leerkracht","act":"report","fields":{"text":{"a":1}}}`, 400],
  [`{"key":"12345678","as":"web:leerkracht","act":"explode"}`, 400],
  [`{"key":"12345678","as":"slack:T1/U1","act":"report"}`, 400],
  [`{"key":"12345678","as":"web:leerkracht","act":"report","packed":"{}"}`, 400],
  [`{"key":"../../x","as":"web:leerkracht","act":"report"}`, 400],
  [deep("[", "]", 30_000), 400],
  [`{"a":${deep("[", "]", 30_000)}}`, 400],
  [deep('{"a":', "}", 10_000).replace(":}", ":1}"), 400],
  [`{"text":"${"x".repeat(70_000)}"}`, 413],
])("a strange body %# gets a clear answer", async (body, status) => {
  const answer = await stage.post("/api/press", body);
  expect(answer.status).toBe(status);
  const said = await readAs<{ error: string; message: string }>(answer);
  expect(said.error).toMatch(/^[a-z_]+$/);
  expect(said.message.length).toBeGreaterThan(10);
  expect(JSON.stringify(said)).not.toMatch(/node_modules|at .*\.ts|xxxx/);
  expect(await isAlive()).toBe(true);
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])(
  "a body of type '%s' is not read",
  async (type) => {
    const answer = await stage.post("/api/press", "{}", { "Content-Type": type });
    expect(answer.status).toBe(415);
  },
);

test("a compressed body is refused, so nothing can blow up", async () => {
  const answer = await stage.post("/api/press", "{}", { "Content-Encoding": "gzip" });
  expect(answer.status).toBe(415);
});

test("a field called __proto__ is dropped, and nothing is polluted by it", async () => {
  const body = `{"key":"proto-1234","as":"web:leerkracht","act":"report","fields":{"__proto__":"x","text":""}}`;
  expect((await stage.post("/api/press", body)).status).toBe(200);
  expect(Object.keys(stage.fake.pressed.at(-1)?.fields ?? {})).toEqual(["text"]);
  expect(Object.hasOwn(Object.prototype, "as")).toBe(false);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});

const anyJson = fc.oneof(
  fc.jsonValue(),
  fc.record({
    key: fc.oneof(fc.string(), fc.constant("12345678"), fc.uuid()),
    as: fc.oneof(fc.constant("web:leerkracht"), fc.string({ unit: "binary" })),
    act: fc.oneof(fc.constantFrom(...acts), fc.string()),
    on: fc.oneof(fc.constant(""), fc.string({ unit: "binary" }), fc.jsonValue()),
    packed: fc.oneof(fc.constant(undefined), fc.json(), fc.string({ unit: "binary" })),
    inputs: fc.oneof(
      fc.constant(undefined),
      fc.dictionary(fc.string(), fc.string({ unit: "binary" })),
      fc.jsonValue(),
    ),
  }),
);
const anyBody = fc.oneof(
  anyJson.map((value) => JSON.stringify(value) ?? ""),
  fc.string({ unit: "binary", maxLength: 2000 }),
  fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
);

const many = howOften("FUZZ", { gate: 1_500, long: 100_000 });

test(`${many} fuzzed bodies: each gets an answer below 500, and the page lives`, {
  timeout: 60_000 + many * 20,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), anyBody, async (path, body) => {
      const answer = await stage.post(path, body);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get("content-type")).toContain("json");
      await answer.arrayBuffer();
    }),
    { numRuns: many },
  );
  expect(await isAlive()).toBe(true);
});

test("fuzzed addresses in the state's query are answered with somebody who exists", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      const answer = await fetch(
        `${stage.url}/api/state?expert=${encodeURIComponent(text)}&signaler[a]=${encodeURIComponent(text)}`,
      );
      expect(answer.status).toBe(200);
      const { panes } = (await answer.json()) as { panes: { expert: { address: string } } };
      expect(panes.expert.address).toMatch(/^web:/);
    }),
    { numRuns: 60 },
  );
});

test("a failing core is answered with a code, and its message stays inside", async () => {
  const press = stage.fake.counter.press;
  stage.fake.counter.press = () => Promise.reject(new Error("story: he hits me"));
  try {
    const answer = await stage.post("/api/press", {
      key: "12345678",
      as: "web:leerkracht",
      act: "help",
      on: "",
    });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("hits");
  } finally {
    stage.fake.counter.press = press;
  }
});
