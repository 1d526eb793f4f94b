import type { InputLine } from "#commands/input-lines.ts";

/** Where a command reads and writes: the real terminal, or a test's. */
export interface Terminal {
  /** The flags that were given, checked against the command's own list (commands/arguments.ts). */
  readonly flags: Readonly<Record<string, string | true>>;
  /** What is no flag: a code, a file name. */
  readonly words: readonly string[];
  /** Standard input, line by line. */
  readonly input: AsyncIterable<InputLine>;
  /** One line on standard output: results. */
  print(line: string): void;
  /** One line on standard error: what went wrong, and what to do. */
  complain(line: string): void;
}

/** A command does its work and gives the exit code: 0 all well, 1 something is wrong, 2 asked for wrongly. */
export type Command = (terminal: Terminal) => Promise<number>;
