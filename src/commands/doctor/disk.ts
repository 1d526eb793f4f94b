import { statfs } from "node:fs/promises";
import { bad, type Finding, good } from "#commands/doctor/finding.ts";
import type { Config } from "#config.ts";
import { nearestFolder } from "#start/open.ts";

const megabyte = 1024 * 1024;
const leastFree = 500 * megabyte;

/** Is there room where the store is? */
export async function diskFinding({ dataDir }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(nearestFolder(dataDir));
  const free = bavail * bsize;
  const text = `${Math.round(free / megabyte)} MB free where the store is.`;
  return free >= leastFree
    ? good(text)
    : bad(`${text} At least 500 MB is needed: make room, or move DATA_DIR.`);
}
