import { spawn } from "node:child_process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { inputLines } from "#commands/input-lines.ts";
import { runCommand } from "./support/run-program.ts";

async function linesOf(chunks: readonly Uint8Array[]) {
  async function* bytes() {
    yield* chunks;
  }
  const lines = [];
  for await (const line of inputLines(bytes())) lines.push(line);
  return lines;
}

test("lines are what stands between line feeds, wherever the bytes are cut", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", "é", "😢", "\u2028", "\u2029", "\u0085", "\v", "\n") });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (all, size) => {
      const bytes = Buffer.from(all);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      const expected = all.split("\n");
      if (expected.at(-1) === "") expected.pop();
      expect((await linesOf(chunks)).map((line) => line.text)).toEqual(expected);
    }),
  );
});

test("a mark of UTF-8 and Windows' line ends are dropped, and only there", async () => {
  const lines = await linesOf([Buffer.from("\ufeffa\r\n\ufeffb\rc\r\n")]);
  expect(lines.map((line) => line.text)).toEqual(["a", "\ufeffb\rc"]);
});

test("a line that is no UTF-8, or larger than 1 MB, is a fault of that line alone", async () => {
  const bytes = Buffer.concat([
    Buffer.from("a\n"),
    Buffer.from([0x62, 0xff, 0x0a]),
    Buffer.alloc(1024 * 1024 + 1, "x"),
    Buffer.from("\nb"),
  ]);
  expect(await linesOf([bytes])).toEqual([
    { number: 1, text: "a", fault: null },
    { number: 2, text: null, fault: "not_utf8" },
    { number: 3, text: null, fault: "too_long" },
    { number: 4, text: "b", fault: null },
  ]);
});

test("classify takes what other programs write: a mark, U+2028 inside a text, Windows' line ends", async () => {
  const input =
    '\ufeff{"id":1,"text":"ik maak me zorgen\u2028ze drinkt elke dag"}\r\n\n{"id":"b","text":"hoi"}';
  const { code, out, err } = await runCommand(["classify"], { input });
  const answers = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: unknown });
  expect({ code, err, ids: answers.map(({ id }) => id) }).toEqual({ code: 0, err: "", ids: [1, "b"] });
});

test("redact goes on after a bad line, names it, and ends with 1", async () => {
  const input = Buffer.concat([
    Buffer.from('{"id":"a","text":"Bel Jan\u2028nu"}\n'),
    Buffer.from([0x7b, 0xff, 0x0a]),
    Buffer.from('{"id":"c","text":"hoi"}\n'),
  ]);
  const { code, out } = await runCommand(["redact"], { input });
  // Also for programs that end a line at U+2028 it is one line each.
  const answers = out
    .trimEnd()
    .split(/[\n\u2028]/)
    .map((line) => JSON.parse(line) as unknown);
  expect(code).toBe(1);
  expect(answers).toEqual([
    { id: "a", redacted: expect.stringContaining("\u2028") },
    { line: 2, error: expect.stringContaining("not UTF-8") },
    { id: "c", redacted: "hoi" },
  ]);
});

test("an answer comes as soon as its line is there", async () => {
  const child = spawn(process.execPath, ["src/commands/run.ts", "redact"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => {
    child.on("close", resolve);
  });
  const answer = new Promise<string>((resolve) => {
    child.stdout.once("data", (piece: Buffer) => resolve(piece.toString()));
  });
  child.stdin.write('{"id":"1","text":"hoi"}\n');
  expect(await answer).toBe('{"id":"1","redacted":"hoi"}\n');
  child.stdin.end();
  expect(await ended).toBe(0);
});

test("a reader who has seen enough is no failure", async () => {
  const child = spawn(process.execPath, ["src/commands/run.ts", "redact"], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let err = "";
  child.stderr.on("data", (piece: Buffer) => {
    err += piece.toString();
  });
  child.stdin.on("error", () => {});
  const ended = new Promise((resolve) => {
    child.on("close", resolve);
  });
  child.stdout.once("data", () => child.stdout.destroy());
  child.stdin.end('{"id":"1","text":"hoi"}\n'.repeat(50_000));
  expect({ code: await ended, err }).toEqual({ code: 0, err: "" });
});
