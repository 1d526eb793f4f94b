import { expect, test } from "vitest";
import { readArguments } from "#commands/arguments.ts";
import { commands } from "#commands/table.ts";
import { runCommand, runProgram } from "./support/run-program.ts";

const takes = { flags: { week: "text", json: "bare" }, leastWords: 0, mostWords: 1 } as const;

test.each([
  [[], {}, []],
  [["--json"], { json: true }, []],
  [["--week", "2026-W47", "a"], { week: "2026-W47" }, ["a"]],
  [["a", "--week=2026-W47"], { week: "2026-W47" }, ["a"]],
  [["--week=a=b"], { week: "a=b" }, []],
  [["--", "--json"], {}, ["--json"]],
])("%j is understood", (args, flags, words) => {
  expect(readArguments(args, takes)).toEqual({ fault: null, flags, words });
});

test.each([
  [["--week"], "--week needs a value"],
  [["--week="], "--week needs a value"],
  [["--week", "--json"], "--week needs a value"],
  [["--json=yes"], "--json takes no value"],
  [["--json", "--json"], "--json was given twice"],
  [["--jsn"], 'There is no flag "--jsn"'],
  [["-j"], 'There is no flag "-j"'],
  [["--constructor"], "There is no flag"],
  [["--__proto__=x"], "There is no flag"],
  [["a", "b"], '"b" is one word too many'],
])("%j is refused", (args, fault) => {
  expect(readArguments(args, takes)).toEqual({ fault: expect.stringContaining(fault) });
});

test("a word that is needed must be there", () => {
  expect(readArguments([], { flags: {}, leastWords: 1, mostWords: 1 }).fault).toMatch(/missing/);
});

test("the demo takes no arguments either", async () => {
  expect(await runProgram("src/commands/demo.ts", ["--fast"])).toMatchObject({ code: 2 });
  expect(await runProgram("src/commands/demo.ts", ["--help"])).toMatchObject({ code: 0 });
});

test.each(["help", "--help", "-h"])("%s names every command, and is no failure", async (word) => {
  const { code, out, err } = await runCommand([word]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  for (const name of Object.keys(commands)) expect(out).toContain(`  ${name} `);
});

test.each(Object.keys(commands))(
  "%s says how it is used, and takes no word or flag that it does not know",
  async (name) => {
    const [asked, unknown] = await Promise.all([
      runCommand([name, "--help"]),
      runCommand([name, "--nothing-like-this"]),
    ]);
    expect(asked).toMatchObject({ code: 0, err: "" });
    expect(asked.out).toContain(`Usage: npm run -s voelspriet -- ${name}`);
    expect(unknown).toMatchObject({ code: 2, out: "" });
    expect(unknown.err).toContain(
      `There is no flag "--nothing-like-this" here. Usage: npm run -s voelspriet -- ${name}`,
    );
  },
);

test.each([
  [["export", "a"], '"a" is one word too many'],
  [["status", "status"], '"status" is one word too many'],
  [["digest", "--week"], "--week needs a value"],
  [["erase"], "Something is missing"],
  [["erase", "VS-K7MP-3QF", "VS-K7MP-3QG"], '"VS-K7MP-3QG" is one word too many'],
  [["erase", "K7MP"], "That is no reference code"],
  [["toString"], 'There is no command "toString"'],
  [[], "Which command?"],
])("%j is asked for wrongly: exit code 2, nothing on standard output, no stack", async (args, said) => {
  const { code, out, err } = await runCommand(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(said);
  expect(err).not.toMatch(/^ {4}at /m);
});
