import { createHash } from "node:crypto";
import { Problem } from "#base/problem.ts";
import { type Row, type Table, type TableSource, type TableTarget, tables } from "#store/move/tables.ts";

/** How many rows of a table were there before and are here after. */
export interface Copied {
  readonly table: string;
  readonly before: number;
  readonly after: number;
}

const mostAtOnce = 1_000;

/**
 * Copies every row, table by table. What a copy that was broken off brought already is not brought again. Throws Problem where
 * the counts differ at the end, or the store was worked on since a copy was broken off. `onRows` hears how many rows of all have been copied.
 */
export async function copyAll(
  from: TableSource,
  to: TableTarget,
  onRows: (copied: number, all: number) => void = () => {},
): Promise<Copied[]> {
  const counts = new Map<string, number>();
  for (const table of tables) counts.set(table.name, await from.count(table));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  await to.begin(await markOf(from, counts));
  let copied = 0;
  for (const table of tables) {
    copied += await to.count(table);
    for (let after = await to.lastKey(table); ; ) {
      const rows = await from.read(table, after, mostAtOnce);
      const last = rows.at(-1);
      if (last === undefined) break;
      await to.write(table, rows);
      after = keyOf(table, last);
      copied += rows.length;
      onRows(copied, all);
    }
  }
  const result: Copied[] = [];
  for (const table of tables) {
    result.push({ table: table.name, before: counts.get(table.name) ?? 0, after: await to.count(table) });
  }
  const short = result.filter(({ before, after }) => before !== after).map(({ table }) => table);
  if (short.length === 0) {
    await to.finish();
    return result;
  }
  throw new Problem(
    "misconfigured",
    `Not everything arrived: the numbers of rows differ in ${short.join(", ")}. Was something else working on one of the two stores? Stop it, empty the new store, and copy again.`,
  );
}

/**
 * Tells a store from another, and from itself after anybody worked on it: whoever serves writes a sign of life in the settings
 * each minute, and every change of a signal a line in the log.
 */
async function markOf(from: TableSource, counts: ReadonlyMap<string, number>): Promise<string> {
  const few = tables.filter(({ name }) => name === "instance" || name === "settings");
  const rows = await Promise.all(few.map((table) => from.read(table, null, mostAtOnce)));
  // That a backup was put back is noted in it at each try.
  const held = rows.flat().filter(([name]) => name !== "store.restored_at");
  return createHash("sha256")
    .update(JSON.stringify([...counts, held]))
    .digest("hex");
}

function keyOf({ key, columns }: Table, row: Row): Row {
  return key.map((name) => row[columns.indexOf(name)] ?? null);
}
