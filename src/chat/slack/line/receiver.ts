import { isUtf8 } from "node:buffer";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Receiver } from "@slack/bolt";

import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import { bodyLimits, isForm, parseBody } from "#chat/slack/line/body.ts";
import { isEvent, type Listening, type Outcome, openDeliveries } from "#chat/slack/line/deadline.ts";
import type { Admission } from "#chat/slack/line/identity.ts";
import { type HttpAnswer, inSlacksForm, plain, send } from "#chat/slack/line/respond.ts";
import { signingOf } from "#chat/slack/line/signature.ts";
import { type BodyLimits, openBodyReader } from "#chat/wire/body-reader.ts";
import { onceAMinute } from "#chat/wire/once-a-minute.ts";
import { type Body } from "#chat/wire/sound-object.ts";

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  /** Whose a delivery is (identity.admits). Left out: always ours. */
  readonly admits?: (body: unknown) => Admission;
  readonly clock: Clock;
  readonly log: Log;
  /** Other limits than the real ones, for tests. */
  readonly limits?: { readonly body?: BodyLimits; readonly deadlineMs?: number };
}

export interface HttpReceiver {
  /** For `new App({ receiver })`. `stop()` refuses what comes, and resolves when what was being handled is. */
  readonly receiver: Receiver;
  /** For the front door, at /slack/events. Reads the body itself: nothing may have touched it before. */
  handle(request: IncomingMessage, response: ServerResponse): void;
}

const forSlackOnly = "This address is for Slack: it takes requests that Slack has signed, with POST.";

/**
 * The door for Slack's HTTP requests. Nothing is parsed before the signature fits, nothing is answered 200 before it is on
 * disk, and nothing that comes in ends the process. Bolt's app must let a listener's failure through: an error handler
 * (`app.error`) that swallows it makes Slack believe that all is stored.
 */
export function openHttpReceiver(options: HttpReceiverOptions): HttpReceiver {
  const { signingSecret, clock, log } = options;
  if (signingSecret.trim() === "") {
    throw new Problem(
      "misconfigured",
      "SLACK_SIGNING_SECRET is empty. Copy it from the app's Basic Information.",
    );
  }
  const admits = options.admits ?? (() => "ours" as const);
  const read = openBodyReader(options.limits?.body ?? bodyLimits);
  const deliveries = openDeliveries(log, options.limits?.deadlineMs);
  const unsigned = onceAMinute(clock, (count) => {
    log.warn("requests for Slack's address were refused: no valid signature", { platform: "slack", count });
  });
  const untimely = onceAMinute(clock, (count) => {
    log.error("requests of Slack were refused: signed at another time than this machine's clock says", {
      platform: "slack",
      count,
    });
  });
  const foreign = onceAMinute(clock, (count) => {
    log.warn("deliveries for another Slack workspace were left alone", { platform: "slack", count });
  });
  let app: Listening | null = null;
  let isStopped = false;

  async function answerTo(request: IncomingMessage): Promise<HttpAnswer | null> {
    if (request.method !== "POST") return { ...plain(405, forSlackOnly), headers: { allow: "POST" } };
    if (isStopped) return plain(503);
    const bytes = await read(request);
    if (bytes === "gone") return null;
    if (!Buffer.isBuffer(bytes)) return { ...plain(bytes), closes: true };
    if (!isUtf8(bytes)) return malformed;
    const text = bytes.toString("utf8");
    const contentType = request.headers["content-type"];
    const signing = signingOf({ headers: request.headers, body: text }, signingSecret, clock.now());
    if (signing !== "good") {
      // Slack looks now and then whether our certificate is good, perhaps without a signature. It has no effect.
      if (isForm(contentType) && isCertificateCheck(text)) return plain(200);
      if (signing === "bad") unsigned();
      else untimely();
      return plain(401, forSlackOnly);
    }
    const body = parseBody(text, contentType);
    return body === null ? malformed : answerToBody(body);
  }

  async function answerToBody(body: Body): Promise<HttpAnswer> {
    if (body["ssl_check"] === "1") return plain(200);
    if (body["type"] === "url_verification") return challenged(body["challenge"]);
    if (body["type"] === "app_rate_limited") {
      log.error("Slack held back events: more came in an hour than it delivers", { platform: "slack" });
      return plain(200);
    }
    const admission = admits(body);
    if (admission === "foreign") {
      foreign();
      // An event would only come again; somebody who pressed sees that it did nothing.
      return plain(isEvent(body) ? 200 : 403);
    }
    if (admission === "unknown" || app === null) return plain(503);
    const outcome = await deliveries.take(app, body);
    if (!outcome.acknowledged) sayUnacknowledged(outcome);
    return outcome.acknowledged ? inSlacksForm(outcome.answer) : plain(503);
  }

  function sayUnacknowledged({ why }: Outcome & { acknowledged: false }): void {
    log.warn("a delivery of Slack was not acknowledged", { platform: "slack", kind: why });
  }

  return {
    receiver: {
      init: (given) => {
        app = given;
      },
      start: async () => {},
      async stop() {
        isStopped = true;
        await deliveries.settled();
      },
    },
    handle(request, response) {
      response.on("error", () => {});
      answerTo(request).then(
        (answer) => answer === null || send(response, answer),
        (thrown: unknown) => {
          log.error("a request of Slack could not be handled", {
            platform: "slack",
            error: errorName(thrown),
          });
          send(response, plain(503));
        },
      );
    },
  };
}

// Slack would send the same again.
const malformed: HttpAnswer = { ...plain(400), headers: { "x-slack-no-retry": "1" } };

function isCertificateCheck(text: string): boolean {
  return text.length < 1_000 && /(^|&)ssl_check=1(&|$)/.test(text);
}

function challenged(challenge: unknown): HttpAnswer {
  if (typeof challenge !== "string" || challenge.length > 1_000) return malformed;
  return inSlacksForm({ challenge });
}
