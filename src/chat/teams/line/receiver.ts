import type { IncomingMessage, ServerResponse } from "node:http";

import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import { bodyLimits, parseBody } from "#chat/teams/line/body.ts";
import { type Deadlines, openDeliveries } from "#chat/teams/line/deadline.ts";
import { admit, type GuardRules } from "#chat/teams/line/guard.ts";
import type { KnownKeys } from "#chat/teams/line/known-keys.ts";
import { type HttpAnswer, respond } from "#chat/teams/line/respond.ts";
import type { TeamsSdk } from "#chat/teams/line/sdk.ts";
import { type BodyLimits, openBodyReader } from "#chat/wire/body-reader.ts";
import { onceAMinute } from "#chat/wire/once-a-minute.ts";
import { type Body } from "#chat/wire/sound-object.ts";

export interface ReceiverOptions {
  readonly rules: GuardRules;
  readonly keys: KnownKeys;
  /** Null as long as the door is not open. */
  readonly sdk: () => TeamsSdk | null;
  readonly clock: Clock;
  readonly log: Log;
  /** Other limits than the real ones, for tests. */
  readonly limits?: { readonly body?: BodyLimits; readonly deadlines?: Deadlines };
}

export interface Receiver {
  /** For the front door, at /api/messages. Reads the body itself. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Refuses what comes; resolves when what was being handled is. */
  stop(): Promise<void>;
}

/**
 * The door for what Teams sends. Body limit, guard, name of the key, the SDK's check of the token, and only then the handler.
 * Nothing is answered 200 before it is on disk, and nothing that comes in ends the process.
 */
export function openReceiver({ rules, keys, sdk, clock, log, limits }: ReceiverOptions): Receiver {
  const read = openBodyReader(limits?.body ?? bodyLimits);
  const deliveries = openDeliveries(log, limits?.deadlines);
  const forged = onceAMinute(clock, (count) => {
    log.warn("requests for Teams' address were refused: no valid token", { platform: "teams", count });
  });
  const foreign = onceAMinute(clock, (count) => {
    log.warn("requests were refused: another organisation, channel or service address than is let in", {
      platform: "teams",
      count,
    });
  });
  let isStopped = false;

  async function answerTo(request: IncomingMessage): Promise<HttpAnswer | null> {
    if (request.method !== "POST") return { status: 405, headers: { allow: "POST" } };
    if (isStopped) return { status: 503 };
    const bytes = await read(request);
    if (bytes === "gone") return null;
    if (!Buffer.isBuffer(bytes)) return { status: bytes, closes: true };
    const body = parseBody(bytes);
    return body === null ? { status: 400 } : answerToBody(body, request.headers.authorization);
  }

  async function answerToBody(body: Body, authorization = ""): Promise<HttpAnswer> {
    const admission = admit(authorization, body, rules);
    if (!admission.admitted) {
      if (admission.status === 401) forged();
      else foreign();
      return refused(admission.status);
    }
    const open = sdk();
    if (open === null || isStopped) return { status: 503 };
    const signing = await keys.has(admission.kid);
    if (signing === "unknown") forged();
    if (signing !== "known") return signing === "unknown" ? refused(401) : { status: 503 };
    // We have no sign-in: the SDK's own handling of these would call out with our token.
    if (isSignIn(body)) return { status: 501 };
    const answer = await deliveries.take(body, () => checkedBy(open, { body, authorization }));
    if (answer.status === 401) {
      forged();
      return refused(401);
    }
    // The SDK's 500 says that the handler threw: it is not on disk.
    return answer.status === 500 ? { status: 503 } : answer;
  }

  /** The SDK says the same of a token that is not good as of keys that it could not fetch: only the first is refused for good. */
  async function checkedBy(open: TeamsSdk, request: Parameters<TeamsSdk["take"]>[0]): Promise<HttpAnswer> {
    const answer = await open.take(request);
    if (answer.status !== 401) return answer;
    return (await keys.areReadable()) ? open.take(request) : { status: 503 };
  }

  return {
    async stop() {
      isStopped = true;
      await deliveries.settled();
    },
    handle(request, response) {
      response.on("error", () => {});
      answerTo(request).then(
        (answer) => answer === null || respond(response, answer),
        (thrown: unknown) => {
          log.error("a request of Teams could not be handled", {
            platform: "teams",
            error: errorName(thrown),
          });
          respond(response, { status: 503 });
        },
      );
    },
  };
}

function isSignIn(body: Body): boolean {
  const { name } = body;
  return typeof name === "string" && name.toLowerCase().startsWith("signin/");
}

/** The same shape for every reason: who forges learns nothing. */
function refused(status: 401 | 403): HttpAnswer {
  return { status, body: { error: status === 401 ? "unauthorized" : "forbidden" } };
}
