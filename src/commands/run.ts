import { complaintOf } from "#base/complaint.ts";
import { readArguments } from "#commands/arguments.ts";
import { inputLines } from "#commands/input-lines.ts";
import { allUsage, commands, usageOf } from "#commands/table.ts";
import type { Terminal } from "#commands/terminal.ts";
import { keepCompiled } from "#start/keep-compiled.ts";
import { stepBack } from "#start/step-back.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

async function run(name: string, args: readonly string[]): Promise<number> {
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (isHelp(name)) return help(args[0]);
  if (known === undefined) {
    complain(name === "" ? "Which command?" : `There is no command ${JSON.stringify(name.slice(0, 60))}.`);
    for (const line of allUsage()) complain(line);
    return 2;
  }
  if (args.some(isFlagForHelp)) return help(name);
  const given = readArguments(args, known);
  if (given.fault !== null) {
    complain(`${given.fault} ${usageOf(name)}`);
    return 2;
  }
  const { flags, words } = given;
  const terminal: Terminal = { flags, words, input: inputLines(process.stdin), print, complain };
  try {
    return await (await known.load())(terminal);
  } catch (thrown) {
    complain(complaintOf(thrown));
    return 1;
  }
}

function isFlagForHelp(arg: string): boolean {
  return arg === "--help" || arg === "-h";
}

function isHelp(arg: string): boolean {
  return arg === "help" || isFlagForHelp(arg);
}

function help(about: string | undefined): number {
  const known = about !== undefined && Object.hasOwn(commands, about) ? commands[about] : undefined;
  if (about === undefined || known === undefined) for (const line of allUsage()) print(line);
  else print(`${usageOf(about)}\n  ${known.does}`);
  return 0;
}

// Whoever reads the answers has seen enough (`| head`): that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (thrown: NodeJS.ErrnoException) => process.exit(thrown.code === "EPIPE" ? 0 : 1));
}

// The server beside it goes first.
stepBack();
keepCompiled();
const [name = "", ...args] = process.argv.slice(2);
process.exitCode = await run(name, args);
process.stdin.destroy();
