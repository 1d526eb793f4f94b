import type { Visitor } from "#counter/visitor.ts";
import type { Directory, Organisation } from "#signal/directory.ts";
import type { Instant } from "#signal/signal.ts";
import type { Store } from "#store/store.ts";

const day = 86_400_000;

/** The organisation that gave out this code, as people type it over: capitals, spaces and dashes do not matter. */
export function joinedBy(code: string, { organisations }: Directory): Organisation | null {
  const typed = bare(code);
  if (typed === "") return null;
  return organisations.find(({ joinCode }) => joinCode !== null && bare(joinCode) === typed) ?? null;
}

function bare(code: string): string {
  return code
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Has any school or club given out a code? */
export function hasCodes({ organisations }: Directory): boolean {
  return organisations.some(({ joinCode }) => joinCode !== null);
}

/**
 * Is this visitor asked for a code? Until it is known where they work or help; and, for a stranger who did not give one,
 * for as long as other strangers can keep them waiting.
 */
export async function asksForCode(
  { signaler, signalerId }: Visitor,
  { store, directory, now }: { readonly store: Store; readonly directory: Directory; readonly now: Instant },
): Promise<boolean> {
  if (!hasCodes(directory) || signaler?.vouched === true) return false;
  if (signaler === null || signaler.organisation === null) return true;
  return !(await store.isKnownSince(signalerId, now - day));
}
