import { readFileSync } from "node:fs";
import { z } from "zod";
import { Problem } from "#base/problem.ts";
import { ageGroups, categories, kinds, sources, urgencies } from "#signal/words.ts";

/** A message with what a careful reader says of it (test/corpus/README.md). */
const labelled = z.strictObject({
  text: z.string().min(1),
  kind: z.enum(kinds),
  categories: z.array(z.enum(categories)).max(3),
  /** `none`: of a message that is no concern. */
  urgency: z.enum([...urgencies, "none"]),
  age_group: z.enum(ageGroups).nullable(),
  language: z.enum(["nl", "en", "mixed", "other"]),
  source: z.enum(sources),
  sender: z.string(),
  hard: z.array(z.string()),
  insider: z.boolean().optional(),
  /** Twins that differ in the one decisive thing have the same. */
  group: z.string().optional(),
});
export type Labelled = z.infer<typeof labelled>;

/** Reads a file of JSON lines. Throws Problem "refused" that names the first line that is not right. */
export function readCorpus(file: string): Labelled[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    const read = labelled.safeParse(jsonOf(line));
    if (read.success) return [read.data];
    const fault = read.error.issues[0];
    throw new Problem(
      "refused",
      `Line ${at + 1} of ${file} is no labelled message: ${fault?.path.join(".")} ${fault?.message}.`,
    );
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
