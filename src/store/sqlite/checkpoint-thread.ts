import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** A thread that brings the write-ahead log to the file, so that nobody waits for that. */
export interface CheckpointThread {
  /** Resolves when it was tried: what is left over stays in the log. */
  checkpoint(): Promise<void>;
  end(): Promise<void>;
}

/** Opens it for this file. It starts when it is first asked: a small house never does. */
export function openCheckpointThread(file: string): CheckpointThread {
  let worker: Worker | null = null;

  function running(): Worker {
    if (worker !== null) return worker;
    const made = new Worker(new URL("./checkpoint-worker.mjs", import.meta.url), { workerData: file });
    worker = made;
    made.unref();
    // It failed: that is told as done, and the next time there is a new one.
    made.on("error", () => {
      worker = null;
    });
    return made;
  }

  return {
    checkpoint: () =>
      new Promise((resolve) => {
        const asked = running();
        const done = () => {
          asked.off("message", done).off("exit", done);
          resolve();
        };
        asked.on("message", done).on("exit", done);
        // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
        asked.postMessage("checkpoint");
      }),
    async end() {
      if (worker === null) return;
      const exit = once(worker, "exit");
      worker.ref();
      // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
      worker.postMessage("end");
      await exit;
    },
  };
}
