import { constants, setPriority } from "node:os";
import { isMainThread } from "node:worker_threads";

/**
 * From here on this thread leaves the processor to whoever needs it: for what takes long while people wait for something else.
 * Only Linux knows priorities of threads; elsewhere the whole process would step back.
 */
export function stepBack(): void {
  if (!isMainThread && process.platform !== "linux") return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here: it works all the same.
  }
}
