import { randomUUID } from "node:crypto";
import pg from "pg";

/** Room for one store on the server of the tests. */
export interface FreshDatabase {
  readonly url: string;
  /** Asks it directly. */
  all<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  drop(): Promise<void>;
  /** Lets go of it without removing anything. */
  leave(): Promise<void>;
}

/** The server: TEST_POSTGRES_URL, which the tests' own set-up gives where nobody else does. */
export function testPostgresUrl(): string {
  // oxlint-disable-next-line no-process-env -- chosen by the one who runs the tests
  const url = process.env["TEST_POSTGRES_URL"];
  if (!url)
    throw new Error('No PostgreSQL: run this in the project "on PostgreSQL", or set TEST_POSTGRES_URL.');
  return url;
}

/** A schema of its own: as good as a database of its own, and made in a moment. */
export async function freshDatabase(server = testPostgresUrl()): Promise<FreshDatabase> {
  const name = `t${randomUUID().replaceAll("-", "")}`;
  const asked = new URL(server);
  asked.searchParams.set("options", `-c search_path=${name} -c synchronous_commit=on`);
  const url = asked.href;
  const admin = new pg.Client({ connectionString: server });
  admin.on("error", () => {});
  await admin.connect();
  await admin.query(`CREATE SCHEMA ${name}; SET search_path = ${name}; SET client_min_messages = error`);
  return {
    url,
    async all<T>(text: string, values: readonly unknown[] = []) {
      const { rows } = await admin.query(text, [...values]);
      return rows as T[];
    },
    async drop() {
      await admin.query(`DROP SCHEMA ${name} CASCADE`);
      await admin.end();
    },
    leave: () => admin.end().catch(() => {}),
  };
}
