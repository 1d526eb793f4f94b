import type { Address } from "#signal/address.ts";

/** What only a colleague of the team can press. */
export const colleagueActs = [
  "accept",
  "decline",
  "open",
  "why",
  "hand_over",
  "consult",
  "consult_answer",
  "ask",
  "feedback",
  "correct",
  "waiting",
  "outcome",
  "close",
  // their own work
  "away",
  "back",
  "capacity",
  // coordinators and managers
  "week",
  "drill",
] as const;

/**
 * What a person can press, send or ask for. A door turns its platform's payload into a Press and gives it to the
 * counter; the rules are behind the counter.
 */
export const acts = [
  // the signaler
  "report",
  /** Free text, typed in the chat instead of in a form. */
  "tell",
  "supplement",
  "answer",
  "called",
  "still_worried",
  "withdraw",
  ...colleagueActs,
  // anyone
  "home",
  "who",
  "help",
] as const;
export type Act = (typeof acts)[number];

/**
 * One press. `on` is the reference code of the signal it is about, empty where there is none. `fields` null asks for
 * the form of an act that has one; filled in, it sends the form.
 */
export interface Press {
  /** The same for every delivery of one press: made from the platform's own ids. */
  readonly key: string;
  readonly by: Address;
  readonly act: Act;
  readonly on: string;
  readonly fields: Readonly<Record<string, string>> | null;
  /** The platform's own reference of the message under which it was typed (a thread). Only `tell` looks at it. */
  readonly under?: string;
}

/** Acts that open a form first. */
export const formActs = [
  "report",
  "supplement",
  "answer",
  "withdraw",
  "hand_over",
  "consult",
  "consult_answer",
  "ask",
  "feedback",
  "correct",
  "waiting",
  "outcome",
  "close",
  "away",
  "capacity",
  "drill",
] as const satisfies readonly Act[];
export type FormAct = (typeof formActs)[number];
