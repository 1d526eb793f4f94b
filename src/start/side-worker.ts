// The other end of side-thread.ts: a thread with a connection of its own.
import { parentPort, workerData } from "node:worker_threads";
import { problemOf } from "#base/problem.ts";
import type { Config } from "#config.ts";
import type { Directory } from "#signal/directory.ts";
import { openStore } from "#start/open.ts";
import type { Answered, Asked } from "#start/side-thread.ts";
import { composeFrom } from "#weekly.ts";

const { config, directory } = workerData as { readonly config: Config; readonly directory: Directory };
const opened = openStore(config, "beside");

parentPort?.on("message", ({ number, week, audience }: Asked) => {
  const answer = (said: Answered) => parentPort?.postMessage(said);
  opened
    .then((store) => composeFrom({ store, directory })(week, audience))
    .then(
      (numbers) => answer({ number, numbers }),
      (thrown: unknown) => answer({ number, fault: problemOf(thrown).message }),
    );
});
