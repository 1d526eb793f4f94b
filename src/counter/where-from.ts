import { organisationOf } from "#counter/events.ts";
import type { AtCounter } from "#counter/parts.ts";

/**
 * A supplement may tell where the signaler works or helps: remembered for the next time, where it was not known. The signal
 * itself keeps what it came in with. Safe to repeat: what is known by then stays. It vouches for nobody.
 */
export async function rememberWhereFrom({ press, visitor, parts }: AtCounter): Promise<void> {
  if (press.act !== "supplement") return;
  const organisation = organisationOf(press, parts.directory);
  if (organisation === null) return;
  const known = await parts.store.signaler(visitor.signalerId);
  if (known === null || known.organisation !== null) return;
  await parts.store.rememberSignaler({ ...known, organisation: organisation.id });
}
