import { errorName, type Log } from "#base/log.ts";

const patienceMs = 10_000;

/** Tells somebody outside that all is well: when it stays away, they raise the alarm (a dead-man's switch). */
export type Ping = () => Promise<void>;

/**
 * Asks for this address, and for nothing else: no data goes with it, no redirect is followed, the answer is not read. The
 * address holds a secret of its own and is never logged. Never throws.
 */
export function openPing(url: string, log: Log): Ping {
  let failing = false;
  return async () => {
    try {
      const answer = await fetch(url, {
        redirect: "error",
        signal: AbortSignal.timeout(patienceMs),
        headers: { "User-Agent": "voelspriet" },
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error("not ok");
      failing = false;
    } catch (thrown) {
      // Once: whoever waits for it will notice.
      if (!failing)
        log.warn("The sign of life did not arrive at HEARTBEAT_URL.", { error: errorName(thrown) });
      failing = true;
    }
  };
}
