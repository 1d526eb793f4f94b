// The other end of side-thread.ts: a thread with a connection of its own.
import { parentPort, workerData } from "node:worker_threads";
import { problemOf } from "#base/problem.ts";
import type { Config } from "#config.ts";
import type { Directory } from "#signal/directory.ts";
import { openStore } from "#start/open.ts";
import type { Answered, Asked } from "#start/side-thread.ts";
import { stepBack } from "#start/step-back.ts";
import type { Store } from "#store/store.ts";
import { composeFrom } from "#weekly.ts";

const { config, directory } = workerData as { readonly config: Config; readonly directory: Directory };
let opened: Promise<Store> | null = null;

stepBack();

/** Opened when first asked; where that failed, the next one who asks tries again. */
function store(): Promise<Store> {
  opened ??= openStore(config, "beside").catch((thrown: unknown) => {
    opened = null;
    throw thrown;
  });
  return opened;
}

parentPort?.on("message", ({ number, week, audience }: Asked) => {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  const answer = (said: Answered) => parentPort?.postMessage(said);
  store()
    .then((there) => composeFrom({ store: there, directory })(week, audience))
    .then(
      (numbers) => answer({ number, numbers }),
      (thrown: unknown) => answer({ number, fault: problemOf(thrown).message }),
    );
});
