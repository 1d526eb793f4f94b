import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** Slack's clock and ours may differ by so much; Bolt itself accepts any time in the future (limits.md 0). */
const aheadSeconds = 60;
const oldestSeconds = 300;

export interface SignedRequest {
  /** Of node:http: a header that comes twice is joined there with a comma, and then has the wrong shape. */
  readonly headers: IncomingHttpHeaders;
  /** The body, byte for byte as it came. */
  readonly body: string;
}

/** `untimely`: signed with our secret, but not in the last five minutes: sent once more by somebody, or a clock is wrong. */
export type Signing = "good" | "untimely" | "bad";

/** Whether Slack signed this, with our secret, in the last five minutes. */
export function signingOf({ headers, body }: SignedRequest, signingSecret: string, now: number): Signing {
  const timestamp = headers["x-slack-request-timestamp"];
  const signature = headers["x-slack-signature"];
  if (typeof timestamp !== "string" || !/^[1-9]\d{0,11}$/.test(timestamp)) return "bad";
  if (typeof signature !== "string" || !/^v0=[0-9a-f]{64}$/.test(signature)) return "bad";
  const signedAt = Number(timestamp);
  // Not Bolt's own check: that compares by way of two more hashes, for which Node needs ten times as long.
  const ours = createHmac("sha256", signingSecret).update(`v0:${timestamp}:`).update(body).digest();
  const isOurs = timingSafeEqual(ours, Buffer.from(signature.slice("v0=".length), "hex"));
  if (!isOurs) return "bad";
  const isOld = Math.floor(now / 1_000) - signedAt > oldestSeconds;
  return isOld || signedAt > now / 1_000 + aheadSeconds ? "untimely" : "good";
}
