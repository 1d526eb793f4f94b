import type { z } from "zod";
import { Problem } from "#base/problem.ts";
import { checkTogether } from "#route/directory-checks.ts";
import { type DirectoryFile, directoryFile } from "#route/directory-schema.ts";
import { type Fault, readYaml, type YamlFile } from "#route/yaml-file.ts";
import type { Directory, Person } from "#signal/directory.ts";

/**
 * The municipality's file as a Directory. `fileName` is for the message only.
 * Throws Problem "misconfigured" that lists every fault at once: line, field, what was expected and what to do.
 */
export function readDirectory(yamlText: string, fileName: string): Directory {
  const file = readYaml(yamlText);
  if (file.faults.length > 0) throw faulty(fileName, file.faults);
  if (file.value === null) throw faulty(fileName, [{ path: [], line: null, message: "The file is empty." }]);
  const read = directoryFile.safeParse(file.value, { error: sayIssue });
  const found = [...(read.success ? [] : read.error.issues.flatMap(eachKey)), ...checkTogether(file.value)];
  if (!read.success || found.length > 0)
    throw faulty(
      fileName,
      found.map((fault) => located(fault, file)),
    );
  return directoryOf(read.data);
}

function directoryOf(file: DirectoryFile): Directory {
  const { open, ...hours } = file.hours;
  return {
    ...file,
    hours: { ...hours, ...open },
    organisations: file.organisations.map(({ code, ...organisation }) => ({
      ...organisation,
      joinCode: code,
    })),
    people: file.people.map((person) => personOf(person, file.team)),
  };
}

function personOf({ expertise, ...person }: DirectoryFile["people"][number], team: string): Person {
  const known = Object.entries(expertise).filter(([, depth]) => depth !== undefined);
  return { ...person, team: person.team ?? team, expertise: Object.fromEntries(known) };
}

/** What zod found, in words that say what to do. Values are not repeated: they may be names. */
function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return "Is missing. Add it: examples/voorbeeldstad.yaml shows how.";
  if (issue.code === "invalid_value") return `One of these was expected: ${issue.values.join(", ")}.`;
  if (issue.code === "invalid_type") return `${expected[issue.expected] ?? issue.expected} was expected.`;
  return undefined;
}

const expected: Readonly<Record<string, string>> = {
  string: "A text",
  array: "A list",
  object: "A block of settings",
  boolean: "true or false",
  number: "A number",
  int: "A whole number",
};

/** Unknown keys are one issue on the block around them: each gets the line of its own. */
function eachKey(issue: z.core.$ZodIssue): Pick<Fault, "path" | "message">[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], message: issue.message }));
}

function located(fault: Pick<Fault, "path" | "message">, file: YamlFile): Fault {
  return { ...fault, line: file.lineOf(fault.path) };
}

function faulty(fileName: string, faults: readonly Fault[]): Problem {
  const inOrder = faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const lines = inOrder.map(({ path, line, message }) => {
    const place = [line === null ? "" : `line ${line}`, nameOf(path)]
      .filter((part) => part !== "")
      .join(", ");
    return place === "" ? `- ${message}` : `- ${place}: ${message}`;
  });
  const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
  return new Problem(
    "misconfigured",
    `${fileName} has ${count}. Correct it and start again.\n${lines.join("\n")}`,
  );
}

/** `people #3 days`: the third in the list. */
function nameOf(path: Fault["path"]): string {
  return path.map((step) => (typeof step === "number" ? `#${step + 1}` : step)).join(" ");
}
