import { type Clock, steadyClock } from "#base/clock.ts";
import type { Session } from "#store/postgres/session.ts";

/** The database's time, on this machine. */
export interface ServerClock {
  readonly clock: Clock;
  end(): void;
}

const everyMs = 15_000;

/**
 * The clock by which every instance works: the database's. In between it runs on with the machine's own steady counter, which
 * nobody can put forward or back.
 */
export async function followServerClock(session: Session): Promise<ServerClock> {
  const clock = steadyClock(0);
  const ask = async () => {
    const before = clock.now();
    const [row] = await session.all<{ now: number }>(
      "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now",
    );
    // It was read somewhere between the question and the answer.
    if (row !== undefined) clock.set(row.now + Math.round((clock.now() - before) / 2));
  };
  await ask();
  const timer = setInterval(() => {
    void ask().catch(() => {});
  }, everyMs);
  timer.unref();
  return { clock, end: () => clearInterval(timer) };
}
