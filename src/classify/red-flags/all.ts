import { bodyAndHome, bodyAndHomeConcepts } from "#classify/red-flags/body-and-home.ts";
import { childAndSexual } from "#classify/red-flags/child-and-sexual.ts";
import { redFlagConcepts } from "#classify/red-flags/concepts.ts";
import { otherLanguages } from "#classify/red-flags/other-languages.ts";
import type { RedFlag } from "#classify/red-flags/red-flag.ts";
import { suicide, suicideConcepts } from "#classify/red-flags/suicide.ts";
import { violence } from "#classify/red-flags/violence.ts";

/** Every red flag of domain.md 1.4. */
export const redFlags: readonly RedFlag[] = [
  ...violence,
  ...childAndSexual,
  ...suicide,
  ...bodyAndHome,
  ...otherLanguages,
];

/** The word lists that the red flags refer to. */
export const allRedFlagConcepts = { ...redFlagConcepts, ...suicideConcepts, ...bodyAndHomeConcepts };
