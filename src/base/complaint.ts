import { errorName } from "#base/log.ts";
import { problemOf } from "#base/problem.ts";

/**
 * A failure in words for whoever stands at the terminal. What was not foreseen is named by its class, code and place, never
 * by its own message: that may repeat what somebody wrote.
 */
export function complaintOf(thrown: unknown): string {
  const problem = problemOf(thrown);
  if (problem.kind !== "bug" || problem.cause === undefined) return problem.message;
  const { cause } = problem;
  const message = problem.message.replace(" The cause is attached.", "");
  const places = cause instanceof Error ? placesOf(cause) : [];
  return [
    `${message} It is called ${errorName(cause)}. Report it with these lines:`,
    ...places.slice(0, 5),
  ].join("\n");
}

/** The places in the code, without the message above them: a line of that may look like a place. */
function placesOf({ stack = "", message }: Error): string[] {
  const below = stack.slice(Math.max(0, stack.indexOf(message)) + message.length);
  return below.split("\n").filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
}
