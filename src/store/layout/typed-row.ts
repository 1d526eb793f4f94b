import { Problem } from "#base/problem.ts";
import type { Press } from "#signal/press.ts";
import { typedPlace } from "#store/layout/places.ts";
import type { Sealer, TakenTyped } from "#store/store.ts";

/** Words that came in, as they are kept until they have been worked on. */
export interface TypedRow {
  readonly key: string;
  readonly body: string;
}

/** What is typed at one place by one person is one: its key. */
export function typedKey({ by, key }: Press, sealer: Sealer): string {
  return sealer.pseudonym(`typed:${by}:${key}`);
}

/** The words as a row. */
export function typedRow(press: Press, sealer: Sealer): TypedRow {
  const key = typedKey(press, sealer);
  return { key, body: sealer.seal(JSON.stringify(press), typedPlace(key)) };
}

/** The words in this row. */
export function typedIn({ key, body }: TypedRow, sealer: Sealer): Press {
  return JSON.parse(sealer.open(body, typedPlace(key))) as Press;
}

/** What was taken. Altered words hold up nobody else's: they stay where they are, the watch tells of them, `check` names them. */
export function takenTyped(row: TypedRow, attempt: number, sealer: Sealer): TakenTyped[] {
  try {
    return [{ press: typedIn(row, sealer), attempt }];
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.kind !== "bug") throw thrown;
    return [];
  }
}
