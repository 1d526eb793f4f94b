import { Problem } from "#base/problem.ts";

/** Does this name or number mean this machine itself? (`localhost`, 127.0.0.0/8, ::1; brackets allowed.) */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  if (bare === "localhost" || bare === "::1" || bare === "0:0:0:0:0:0:0:1") return true;
  const parts = bare.replace(/^::ffff:/, "").split(".");
  return (
    parts.length === 4 &&
    parts[0] === "127" &&
    parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
  );
}

/**
 * The trial page lets everyone play everyone, so it is only ever given on a loopback address.
 * Throws Problem `misconfigured` for any other.
 */
export function refusePublicTrial(host: string): void {
  if (isLoopback(host)) return;
  throw new Problem(
    "misconfigured",
    `The trial page would listen on HOST=${host}, where others can reach it. It has no login, so it only runs on this machine itself. ` +
      "Leave HOST out (127.0.0.1), or connect Slack or Teams for real use.",
  );
}
