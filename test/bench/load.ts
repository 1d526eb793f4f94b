import { Agent, request } from "node:http";

/** One delivery, ready to be posted. */
export interface Delivery {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** A round of requests: so many, numbered from `first`, by so many connections that each wait for their answer. */
export interface Round {
  readonly url: string;
  readonly first: number;
  readonly count: number;
  readonly connections: number;
}

/** What a round took: milliseconds, and how many were not answered 200. */
export interface Measured {
  readonly ms: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** Sends a round. `deliveryOf` makes the request with this number, before the clock starts. */
export async function measure(
  { url, first, count, connections }: Round,
  deliveryOf: (number: number) => Delivery,
): Promise<Measured> {
  const deliveries = Array.from({ length: count }, (_, at) => deliveryOf(first + at));
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const from = performance.now();
  const worker = async () => {
    for (let mine = deliveries[next++]; mine !== undefined; mine = deliveries[next++]) {
      const sent = performance.now();
      if ((await post(url, mine, agent)) !== 200) failed += 1;
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const ms = performance.now() - from;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0;
  return { ms, p50: at(0.5), p99: at(0.99), failed };
}

/** So many requests a second for so long, whether or not the earlier ones have been answered. */
export interface Stream {
  readonly url: string;
  readonly first: number;
  readonly perSecond: number;
  readonly seconds: number;
}

/** Sends a stream. What a request took counts from when it was due, so that a server that stands still shows. */
export async function measureStream(
  { url, first, perSecond, seconds }: Stream,
  deliveryOf: (number: number) => Delivery,
): Promise<Measured & { readonly most: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: number[] = [];
  const underway: Promise<void>[] = [];
  let failed = 0;
  async function one(delivery: Delivery, due: number): Promise<void> {
    const status = await post(url, delivery, agent).catch(() => 0);
    times.push(performance.now() - due);
    failed += status === 200 ? 0 : 1;
  }
  const from = performance.now();
  for (let number = 0; number < perSecond * seconds; number++) {
    const due = from + (number * 1_000) / perSecond;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 1));
    underway.push(one(deliveryOf(first + number), due));
  }
  await Promise.all(underway);
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0;
  return { ms: performance.now() - from, p50: at(0.5), p99: at(0.99), most: at(1), failed };
}

function post(url: string, { body, headers }: Delivery, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    sending.once("error", (thrown: NodeJS.ErrnoException) => {
      // The server had just hung up: a connection of its own, as every client takes then.
      if (sending.reusedSocket && thrown.code === "ECONNRESET")
        post(url, { body, headers }, agent).then(resolve, reject);
      else reject(thrown);
    });
    sending.end(body);
  });
}
