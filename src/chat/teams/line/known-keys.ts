import { z } from "zod";
import type { Clock } from "#base/clock.ts";

/** The keys with which Microsoft signs. */
export interface KnownKeys {
  /** Is this the name of one of them? `unclear`: that can not be asked at present. */
  has(kid: string): Promise<"known" | "unknown" | "unclear">;
  /** Could the list be read just now? Asks at most once in a few seconds, as long as it can. */
  areReadable(): Promise<boolean>;
}

const list = z.object({ keys: z.array(z.object({ kid: z.string() })).max(500) });
const patienceMs = 3_000;
/** So often is a name that we do not know asked for. Anyone can make up names. */
const nextLook = 60_000;
/** What was read so short ago needs no second look. */
const justNow = 5_000;
const longestList = 1_000_000;

/**
 * The names of Microsoft's keys. The SDK fetches the whole list for each name that it does not know: without this, whoever
 * sends forged tokens makes us call Microsoft as often as he likes.
 */
export function openKnownKeys(openIdMetadataUrl: string, clock: Clock): KnownKeys {
  // As the SDK finds it (teams.apps 2.1.0, inbound-activity-token-validator.js).
  const url = openIdMetadataUrl.replace(/\/openidconfiguration$/, "/keys");
  let names = new Set<string>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<boolean> | null = null;

  async function look(): Promise<boolean> {
    try {
      const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(patienceMs) });
      const text = await response.text();
      if (!response.ok || text.length > longestList) return false;
      names = new Set(list.parse(JSON.parse(text)).keys.map(({ kid }) => kid));
      lookedAt = clock.now();
      return true;
    } catch {
      return false;
    }
  }

  function lookOnce(): Promise<boolean> {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  }

  function wasRead(within: number): boolean {
    const since = clock.now() - lookedAt;
    return since >= 0 && since < within;
  }

  return {
    async has(kid) {
      if (names.has(kid)) return "known";
      if (wasRead(nextLook)) return "unknown";
      if (!(await lookOnce())) return "unclear";
      return names.has(kid) ? "known" : "unknown";
    },
    areReadable: async () => wasRead(justNow) || lookOnce(),
  };
}
