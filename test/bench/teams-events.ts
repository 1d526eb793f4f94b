import { readFileSync } from "node:fs";
import type { Address } from "#signal/address.ts";
import { type SigningKey, signed, signingKey } from "../support/fake-teams/keys.ts";
import type { Delivery } from "./load.ts";

/** The registration of the bench. */
export const benchTeams = {
  clientId: "b0000000-0000-4000-8000-000000000001",
  secret: "bench~bench.bench_bench-bench",
  tenant: "70000000-0000-4000-8000-000000000001",
  path: "/api/messages",
} as const;

/** Everybody sends one message: a second one within a quarter of an hour would be an addition to the first. */
export function senderOf(number: number): Address {
  return `teams:${benchTeams.tenant}/${personOf(number)}`;
}

function personOf(number: number): string {
  return `a0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export function benchKey(): SigningKey {
  return signingKey("bench-key");
}

const texts = readFileSync("examples/berichten.jsonl", "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { text: string }).text);

/** The token that the Bot Framework sends along: the same one for an hour, as there. */
export function bearerAt(now: number, serviceUrl: string): string {
  const at = Math.floor(now / 1000);
  const claims = {
    serviceurl: serviceUrl,
    nbf: at - 60,
    exp: at + 3_540,
    iss: "https://api.botframework.com",
    aud: benchTeams.clientId,
  };
  return `Bearer ${signed(claims, benchKey())}`;
}

/** A message in a personal chat, as Teams delivers it: one of the example messages. */
export function deliveryOf(
  number: number,
  { now, serviceUrl, bearer }: { readonly now: number; readonly serviceUrl: string; readonly bearer: string },
): Delivery {
  const { tenant, clientId } = benchTeams;
  const time = new Date(now).toISOString();
  const body = Buffer.from(
    JSON.stringify({
      text: texts[number % texts.length] ?? "",
      textFormat: "plain",
      type: "message",
      timestamp: time,
      localTimestamp: time,
      id: `1${now}${number}`,
      channelId: "msteams",
      serviceUrl,
      from: { id: `29:bench-${number}`, name: `Melder ${number}`, aadObjectId: personOf(number) },
      conversation: { conversationType: "personal", tenantId: tenant, id: `a:bench-${number}` },
      recipient: { id: `28:${clientId}`, name: "Voelspriet" },
      entities: [
        {
          locale: "nl-NL",
          country: "NL",
          platform: "Web",
          timezone: "Europe/Amsterdam",
          type: "clientInfo",
        },
      ],
      channelData: { tenant: { id: tenant } },
      locale: "nl-NL",
      localTimezone: "Europe/Amsterdam",
    }),
  );
  return {
    body,
    headers: { "content-type": "application/json", "content-length": body.length, authorization: bearer },
  };
}
