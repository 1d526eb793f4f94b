import type { IncomingHttpHeaders } from "node:http";
import { isValidSlackRequest } from "@slack/bolt";

/** Slack's clock and ours may differ by so much; Bolt itself accepts any time in the future (limits.md 0). */
const aheadSeconds = 60;

export interface SignedRequest {
  /** Of node:http: a header that comes twice is joined there with a comma, and then has the wrong shape. */
  readonly headers: IncomingHttpHeaders;
  /** The body, byte for byte as it came. */
  readonly body: string;
}

/** Whether Slack signed this, with our secret, in the last five minutes. */
export function isSigned({ headers, body }: SignedRequest, signingSecret: string, now: number): boolean {
  const timestamp = headers["x-slack-request-timestamp"];
  const signature = headers["x-slack-signature"];
  if (typeof timestamp !== "string" || !/^[1-9]\d{0,11}$/.test(timestamp)) return false;
  if (typeof signature !== "string" || !/^v0=[0-9a-f]{64}$/.test(signature)) return false;
  const signedAt = Number(timestamp);
  if (signedAt > now / 1000 + aheadSeconds) return false;
  return isValidSlackRequest({
    signingSecret,
    body,
    headers: { "x-slack-signature": signature, "x-slack-request-timestamp": signedAt },
    nowMilliseconds: now,
  });
}
