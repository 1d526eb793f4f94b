import { readFileSync } from "node:fs";
import { Problem } from "#base/problem.ts";
import { type Head, heads } from "#classify/embedded/network.ts";
import type { Labelled } from "#commands/evaluate/corpus.ts";
import type { Category } from "#signal/words.ts";
import { urgencies } from "#signal/words.ts";

/** A text to learn from: what each head should say (1 or 0), and how much that counts. */
export interface Example {
  readonly text: string;
  readonly wanted: Float32Array;
  readonly counts: Float32Array;
}

const levels = [...urgencies, "none"] as const;
type Level = (typeof levels)[number];

/** What a whole message teaches: everything. */
export function ofMessage({ text, kind, categories, urgency }: Labelled): Example {
  const says = (head: Head): boolean => {
    if (head === "concern") return kind !== "not_a_signal";
    if (head === "other") return kind === "other";
    return isLevel(head) ? isAtLeast(urgency, head) : categories.some((category) => category === head);
  };
  const wanted = Float32Array.from(heads, (head) => Number(says(head)));
  return { text, wanted, counts: new Float32Array(heads.length).fill(1) };
}

/** A hint counts for less than a message. */
const hintCounts = 0.42;
const categoryOf: Readonly<Record<string, Category | "none" | "neutral">> = {
  dv: "domestic_violence",
  psy: "psychological",
  add: "addiction",
  debt: "debt",
  oth: "other",
  non: "none",
  neu: "neutral",
};
const levelOf: Readonly<Record<string, Level>> = {
  a: "acute",
  u: "urgent",
  s: "soon",
  p: "preventive",
  n: "none",
};

/** Reads a file of hints: `dv+psy s wil niet naar huis`. Throws Problem "refused" that names the first line that is not right. */
export function readHints(file: string): Example[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => {
      if (line.trim() === "") return [];
      const [, about = "", letter = "", text = ""] = /^([a-z+]+) ([auspn]) (.+)$/.exec(line) ?? [];
      const abouts = about.split("+").map((name) => categoryOf[name]);
      const level = levelOf[letter];
      if (text !== "" && level !== undefined && !abouts.includes(undefined))
        return [ofHint(text, abouts, level)];
      throw new Problem("refused", `Line ${at + 1} of ${file} is no hint: expected "dv s what was seen".`);
    });
}

/** A neutral line says of no subject that it is there, and nothing about how urgent its message is. */
function ofHint(
  text: string,
  abouts: readonly (Category | "none" | "neutral" | undefined)[],
  level: Level,
): Example {
  const isNeutral = abouts.includes("neutral");
  const isConcern = !abouts.includes("none");
  const isOther = abouts.every((about) => about === "other");
  const says = (head: Head): boolean => {
    if (head === "concern") return isConcern;
    if (head === "other") return isOther;
    return isLevel(head) ? isAtLeast(level, head) : abouts.some((about) => about === head);
  };
  return {
    text,
    wanted: Float32Array.from(heads, (head) => Number(says(head))),
    counts: Float32Array.from(heads, (head) =>
      // Whether a whole message is unclear no single hint can say.
      head === "unclear" || (isNeutral && (isLevel(head) || head === "concern")) ? 0 : hintCounts,
    ),
  };
}

function isLevel(head: Head): head is "acute" | "urgent" | "soon" {
  return head === "acute" || head === "urgent" || head === "soon";
}

function isAtLeast(level: Level, least: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(least);
}
