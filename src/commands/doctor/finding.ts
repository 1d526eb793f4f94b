import { complaintOf } from "#base/complaint.ts";

/** One finding: what is, and what to do. `bad` makes the exit code 1. */
export interface Finding {
  readonly level: "good" | "note" | "bad";
  readonly text: string;
}

export const good = (text: string): Finding => ({ level: "good", text });
export const note = (text: string): Finding => ({ level: "note", text });
export const bad = (text: string): Finding => ({ level: "bad", text });

/** Does the work; what it throws becomes a finding, so that the rest can still be looked at. */
export async function attempt<T>(findings: Finding[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    findings.push(bad(complaintOf(thrown)));
    return null;
  }
}
