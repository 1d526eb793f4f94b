import { Worker } from "node:worker_threads";

/** A thread that brings the write-ahead log to the file, so that nobody waits for that. */
export interface CheckpointThread {
  /** Resolves when it was tried: what is left over stays in the log. Rejects where the disk failed, or no thread can be had. */
  checkpoint(): Promise<void>;
  end(): Promise<void>;
}

/** What the thread says: all is well, or what SQLite threw. */
type Said = { readonly code: string } | null;

interface Running {
  readonly worker: Worker;
  readonly gone: Promise<void>;
}

/** Opens it for this file. It starts when it is first asked: a small house never does. */
export function openCheckpointThread(file: string): CheckpointThread {
  let running: Running | null = null;

  function start(): Running {
    const worker = new Worker(new URL("./checkpoint-worker.mjs", import.meta.url), { workerData: file });
    worker.unref();
    const gone = new Promise<void>((resolve) => {
      worker.once("exit", () => {
        running = null;
        resolve();
      });
    });
    // Its end is told by "exit"; the next time there is a new one.
    worker.on("error", () => {});
    return { worker, gone };
  }

  return {
    async checkpoint() {
      running ??= start();
      const { worker, gone } = running;
      const said = new Promise<Said>((resolve) => worker.once("message", resolve));
      // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
      worker.postMessage("checkpoint");
      const fault = await Promise.race([said, gone.then(() => null)]);
      if (fault !== null) throw Object.assign(new Error("The log was not brought to the file."), fault);
    },
    async end() {
      if (running === null) return;
      const { worker, gone } = running;
      worker.ref();
      // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
      worker.postMessage("end");
      await gone;
    },
  };
}
