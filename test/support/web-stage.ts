import { request } from "node:http";

import { silentLog } from "#base/log.ts";
import type { Looks } from "#chat/web/trial.ts";
import { openWebPlatform, type WebPlatform } from "#chat/web/web-platform.ts";
import { type FakeTrial, openFakeTrial, plainLooks } from "./fake-trial.ts";

/** The real page server on a free port, over a fake trial. */
export interface WebStage {
  readonly fake: FakeTrial;
  readonly platform: WebPlatform;
  readonly url: string;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

export interface WebStageOptions {
  readonly looks?: Looks;
  readonly tokenFile?: string;
  readonly ready?: () => boolean;
}

export async function openWebStage(options: WebStageOptions = {}): Promise<WebStage> {
  const fake = openFakeTrial();
  const platform = openWebPlatform({
    host: "127.0.0.1",
    port: 0,
    trial: fake.trial,
    looks: options.looks ?? plainLooks,
    draw: (chart, title) => {
      const bars = chart.bars.map((bar, at) => {
        const high = bar.values.reduce<number>((sum, value) => sum + (value ?? 1), 0) * 8;
        return `<rect x="${20 + at * 70}" y="${220 - high}" width="44" height="${high}" fill="#2a6f97"/>`;
      });
      const box = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 240" width="600" height="240"';
      return `<svg ${box}><title>${title}</title>${bars.join("")}</svg>`;
    },
    health: () => ({ ready: options.ready?.() ?? true }),
    log: silentLog,
    tokenFile: options.tokenFile ?? null,
  });
  // As the outbox does: each new message passes the door.
  fake.onSend = (to, id, card) => {
    void platform.send({ id, to, card, updates: null, under: null, attempt: 1 });
  };
  const stop = await platform.start(fake.counter);
  const url = platform.url();
  return {
    fake,
    platform,
    url,
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    stop,
  };
}

/** An answer to a request with exactly these headers; fetch would not let a Host be forged. */
export function rawRequest(
  url: string,
  options: { readonly path: string; readonly method?: string; readonly headers: Record<string, string> },
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url + options.path,
      { method: options.method ?? "GET", headers: options.headers },
      (answer) => {
        let body = "";
        answer.setEncoding("utf8");
        answer.on("data", (piece: string) => {
          body += piece;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

/** An answer's JSON, as what the test expects it to be. */
export async function readAs<T>(answer: Response | Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}
