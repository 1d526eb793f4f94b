import { silentLog } from "#base/log.ts";
import type { InputLine } from "#commands/input-lines.ts";
import { classifyLine, type LineOut, redactLine } from "#commands/json-line.ts";
import type { Command, Terminal } from "#commands/terminal.ts";
import { readSettings } from "#config.ts";
import { openEngine } from "#start/engine.ts";

/** JSON lines in, what the system would decide out, in the same order. A bad line gives an error object; the rest goes on. */
export const classify: Command = (terminal) => {
  const classifier = openEngine(readSettings().config, silentLog);
  return eachLine(terminal, (line) => classifyLine(line, classifier));
};

/** JSON lines in, the same texts without persons, numbers and addresses out. */
export const redactAll: Command = (terminal) => eachLine(terminal, async (line) => redactLine(line));

async function eachLine(
  { input, print }: Terminal,
  work: (line: InputLine) => Promise<LineOut>,
): Promise<number> {
  let code = 0;
  for await (const line of input) {
    if (line.text?.trim() === "") continue;
    const { out, ok } = await work(line);
    if (!ok) code = 1;
    print(onOneLine(out));
  }
  return code;
}

/** JSON on one line for every reader: also for those that end a line at U+2028 or U+2029. */
function onOneLine(out: object): string {
  return JSON.stringify(out).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
