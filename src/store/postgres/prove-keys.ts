import { newId } from "#base/ids.ts";
import { Problem } from "#base/problem.ts";
import { instancePlace } from "#store/layout/places.ts";
import type { Session } from "#store/postgres/session.ts";
import type { Sealer } from "#store/store.ts";

interface Mark {
  readonly id: string;
  readonly mark: string;
  readonly pseudonym: string;
}

/** Puts the mark of these keys on a new database; throws Problem where it has the mark of others. */
export async function proveKeys(session: Session, sealer: Sealer): Promise<void> {
  const id = newId();
  await session.all(
    "INSERT INTO instance (one, id, mark, pseudonym) VALUES (1, $1, $2, $3) ON CONFLICT (one) DO NOTHING",
    [id, sealer.seal(id, instancePlace), sealer.pseudonym(id)],
  );
  const [row] = await session.all<Mark>("SELECT id, mark, pseudonym FROM instance");
  const fits = row && opens(row, sealer) && sealer.pseudonym(row.id) === row.pseudonym;
  if (fits) return;
  throw new Problem(
    "misconfigured",
    "The keys do not belong to this database, or its mark was altered. Give this instance the key file that the database was made with.",
  );
}

function opens({ id, mark }: Mark, sealer: Sealer): boolean {
  try {
    return sealer.open(mark, instancePlace) === id;
  } catch {
    return false;
  }
}
