import { bookOf } from "#classify/reading/book.ts";
import { allRedFlagConcepts, redFlags } from "#classify/red-flags/all.ts";

/** The red flags, compiled once: the safety net and the engine read with the same. */
export const redFlagBook = bookOf(redFlags, allRedFlagConcepts);
