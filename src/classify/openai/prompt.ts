import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Problem } from "#base/problem.ts";

const file = new URL("../../../prompts/classify.md", import.meta.url);

/** What the model is told, and which version of it. */
export interface Prompt {
  readonly text: string;
  /** The version that the file names, and the start of its hash: a change that forgot the number shows too. */
  readonly version: string;
}

/** Reads prompts/classify.md: a head with `version: ...` between two lines of ---, then the text. */
export function readPrompt(): Prompt {
  const whole = readFileSync(file, "utf8");
  const [, head = "", text = ""] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]+)$/.exec(whole) ?? [];
  const version = /^version: ([\w.-]+)$/m.exec(head)?.[1];
  if (version === undefined || text.trim() === "") {
    throw new Problem(
      "misconfigured",
      "prompts/classify.md: expected a head with a line `version: ...` between two lines of ---, and a text below it.",
    );
  }
  return {
    text: text.trim(),
    version: `${version}-${createHash("sha256").update(whole).digest("hex").slice(0, 8)}`,
  };
}
