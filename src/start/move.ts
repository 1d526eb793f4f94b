import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import { Problem } from "#base/problem.ts";
import { type Copied, copyAll } from "#store/move/copy.ts";
import type { Sealer } from "#store/store.ts";

/** A consistent copy of a PostgreSQL database as a store in a file (mode 0600), while others work on it. Still sealed. */
export async function copyToFile(url: string, file: string, sealer: Sealer): Promise<void> {
  if (existsSync(file)) {
    throw new Problem(
      "misconfigured",
      `There is a file at ${file} already. Give the backup a name of its own.`,
    );
  }
  const { readDatabaseTables } = await import("#store/postgres/tables.ts");
  const { makeFileTables } = await import("#store/sqlite/tables.ts");
  const draft = `${file}.part`;
  const leave = () => {
    for (const suffix of ["", "-wal", "-shm", ".lock"]) rmSync(`${draft}${suffix}`, { force: true });
  };
  leave();
  try {
    const target = makeFileTables(draft, sealer);
    try {
      await readDatabaseTables(url, (source) => copyAll(source, target));
    } finally {
      await target.close();
    }
    chmodSync(draft, 0o600);
    renameSync(draft, file);
  } finally {
    leave();
  }
}

/**
 * Brings the store in this file over to an empty PostgreSQL database; where that was broken off, it goes on. Nobody may serve
 * either of them. The file stays as it was.
 */
export async function bringToDatabase(
  { file, url, sealer }: { readonly file: string; readonly url: string; readonly sealer: Sealer },
  onRows: (copied: number, all: number) => void,
): Promise<Copied[]> {
  const { openFileTables } = await import("#store/sqlite/tables.ts");
  const { openDatabaseTables } = await import("#store/postgres/tables.ts");
  const source = openFileTables(file, sealer);
  try {
    const target = await openDatabaseTables(url);
    try {
      return await copyAll(source, target, onRows);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
