import { Agent, request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Delivery, Json, Sending } from "./interface.ts";
import type { Signer } from "./keys.ts";
import { asText } from "./reading.ts";
import type { World } from "./world.ts";

/** One try to hand something over. */
interface Try {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
  readonly late: boolean;
}

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** Answers that a working app never gives to what Teams signed and sent. */
const wrongAnswers: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 413, 415, 500, 501]);

/** Hands activities to the app as the Bot Framework does: signed, over HTTP, and once more where no answer came. */
export function openCourier(world: World, signer: Signer) {
  const agent = new Agent({ keepAlive: true });
  let door: string | null = null;

  async function deliver(given: Json, sending: Sending = {}): Promise<Delivery> {
    const activity = { ...given, ...sending.activity };
    const copies = Array.from({ length: sending.copies ?? 1 }, () => deliverOne(activity, sending));
    const [first] = await Promise.all(copies);
    if (first === undefined) throw new Error("Nothing was delivered.");
    return first;
  }

  async function deliverOne(activity: Json, sending: Sending): Promise<Delivery> {
    const { invokeMs, messageMs } = world.settings;
    const isInvoke = activity.type === "invoke";
    const body = Buffer.from(JSON.stringify(activity));
    const headers = headersFor(sending, asText(activity.serviceUrl));
    const delays = isInvoke ? [] : world.retryDelays;
    let tries = 1;
    let wasLate = false;
    let last = await attempt(body, headers, isInvoke ? invokeMs : messageMs);
    wasLate ||= last.late;
    for (const delay of delays) {
      // Teams sends again what was not answered; what was refused it does not.
      if (last.status !== 0) break;
      await sleep(delay);
      tries += 1;
      last = await attempt(body, headers, messageMs);
      wasLate ||= last.late;
    }
    const what = isInvoke ? asText(activity.name) : asText(activity.type);
    if (wasLate) world.offend(`${what}: not answered in time`);
    if (isPlain(sending) && wrongAnswers.has(last.status))
      world.offend(`${what}: answered with ${last.status}`);
    const delivery = { ...last, late: wasLate, tries, id: asText(activity.id), activity };
    world.deliveries.push(delivery);
    return delivery;
  }

  function headersFor(sending: Sending, serviceUrl: string): Headers {
    const authorization = signer.headerFor(sending.token ?? "good", serviceUrl, sending.claims);
    return {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)",
      ...(authorization === null ? {} : { authorization }),
    };
  }

  async function attempt(body: Buffer, headers: Headers, waitMs: number): Promise<Try> {
    const start = performance.now();
    const done = (status: number, text: string, late: boolean): Try => ({
      status,
      body: text,
      ms: performance.now() - start,
      late,
    });
    try {
      const { status, text } = await post(body, headers, waitMs);
      return done(status, text, false);
    } catch (thrown) {
      return done(0, "", thrown instanceof TooLate);
    }
  }

  function post(
    body: Buffer,
    headers: Headers,
    waitMs: number,
  ): Promise<{ readonly status: number; readonly text: string }> {
    if (door === null) throw new Error("There is no door: teams.deliverTo(url) first.");
    const url = new URL(door);
    return new Promise((resolve, reject) => {
      const sent = httpRequest(url, { method: "POST", agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          clearTimeout(timer);
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") });
        });
      });
      const timer = setTimeout(() => sent.destroy(new TooLate("No answer in time.")), waitMs);
      sent.on("error", (thrown) => {
        clearTimeout(timer);
        reject(thrown);
      });
      for (const [name, value] of Object.entries(headers)) sent.setHeader(name, value);
      sent.setHeader("content-length", body.length);
      sent.end(body);
    });
  }

  return {
    deliver,
    deliverTo(to: string): void {
      door = to;
    },
    /** Exactly these bytes. */
    async raw(body: string | Buffer, sending: Sending & { readonly headers?: Headers } = {}): Promise<Try> {
      const serviceUrl = sending.serviceUrl ?? world.serviceUrlOf(sending.tenant ?? world.tenant);
      const headers = { ...headersFor(sending, serviceUrl), ...sending.headers };
      return attempt(Buffer.from(body), headers, world.settings.messageMs);
    },
    close(): void {
      agent.destroy();
    },
  };
}

export type Courier = ReturnType<typeof openCourier>;

class TooLate extends Error {}

/** Nothing about it is forged. */
function isPlain({ token, claims, tenant, serviceUrl, activity }: Sending): boolean {
  return [token, claims, tenant, serviceUrl, activity].every((one) => one === undefined);
}
