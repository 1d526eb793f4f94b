import { Worker } from "node:worker_threads";
import { Problem } from "#base/problem.ts";
import type { Stop } from "#chat/platform.ts";
import type { Config } from "#config.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Directory } from "#signal/directory.ts";
import type { Compose } from "#weekly.ts";

/** What is asked of the thread. */
export interface Asked {
  readonly number: number;
  readonly week: string;
  readonly audience: DigestNumbers["audience"];
}

/** What it answers. */
export type Answered =
  | { readonly number: number; readonly numbers: DigestNumbers }
  | { readonly number: number; readonly fault: string };

/** A thread of its own for what takes long, so that nobody who signals waits for it. */
export interface SideThread {
  readonly compose: Compose;
  readonly stop: Stop;
}

/** It is asked a few times a week: in between it takes no memory. */
const idleMs = 30_000;
/** Of five million signals a week is counted in seconds: what takes so long will never answer. */
const silentMs = 10 * 60_000;

interface Waiting {
  readonly resolve: (numbers: DigestNumbers) => void;
  readonly reject: (problem: Problem) => void;
  /** Ends the thread where it does not answer. */
  readonly silence: NodeJS.Timeout;
}

/** Opens the thread; it starts when it is first asked, with a connection of its own to the store. */
export function openSideThread(config: Config, directory: Directory): SideThread {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let stopped = false;
  let asked = 0;
  const waiting = new Map<number, Waiting>();

  function fail(what: string): void {
    worker = null;
    const problem = new Problem(
      "retry",
      `The thread that counts the week ended: ${what}. It is tried again.`,
    );
    for (const { reject, silence } of waiting.values()) {
      clearTimeout(silence);
      reject(problem);
    }
    waiting.clear();
  }

  function running(): Worker {
    if (worker !== null) return worker;
    const made = new Worker(new URL("./side-worker.ts", import.meta.url), {
      workerData: { config, directory },
    });
    worker = made;
    made.unref();
    made.on("message", (answer: Answered) => {
      const one = waiting.get(answer.number);
      waiting.delete(answer.number);
      clearTimeout(one?.silence);
      if ("numbers" in answer) one?.resolve(answer.numbers);
      else one?.reject(new Problem("retry", answer.fault));
    });
    made.on("error", ({ name }) => fail(name));
    made.on("exit", () => {
      if (worker === made) fail("it stopped");
    });
    return made;
  }

  async function end(): Promise<void> {
    if (idle !== null) clearTimeout(idle);
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  return {
    compose: (week, audience) =>
      new Promise<DigestNumbers>((resolve, reject) => {
        if (stopped)
          throw new Problem("retry", "Voelspriet stops: the week is counted after the next start.");
        if (idle !== null) clearTimeout(idle);
        const number = ++asked;
        const silence = setTimeout(() => void end().then(() => fail("it did not answer")), silentMs);
        silence.unref();
        waiting.set(number, { resolve, reject, silence });
        // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
        running().postMessage({ number, week, audience } satisfies Asked);
      }).finally(() => {
        if (waiting.size > 0) return;
        idle = setTimeout(() => void end(), idleMs);
        idle.unref();
      }),
    async stop() {
      stopped = true;
      await end();
      fail("Voelspriet stops");
    },
  };
}
