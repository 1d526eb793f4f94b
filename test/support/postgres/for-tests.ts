import { type PostgresServer, startPostgres } from "./server.ts";

let server: PostgresServer | null = null;

/** One server for a whole run, where TEST_POSTGRES_URL names none. */
export async function setup(): Promise<void> {
  // oxlint-disable-next-line no-process-env -- how the runs of the tests, each a process of its own, hear of it
  const { env } = process;
  if (env["TEST_POSTGRES_URL"]) return;
  server = await startPostgres();
  env["TEST_POSTGRES_URL"] = server.url;
}

/** Ends what `setup` started. */
export async function teardown(): Promise<void> {
  await server?.remove();
}
