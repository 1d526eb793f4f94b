import { backlog } from "./backlog.ts";
import { busy } from "./busy.ts";
import { classify } from "./classify.ts";
import { commits } from "./commits.ts";
import { commitsPostgres } from "./commits-postgres.ts";
import { digest } from "./digest.ts";
import { slackDoor, teamsDoor } from "./doors.ts";
import type { Group } from "./figure.ts";
import { firstAlert } from "./first-alert.ts";
import { memory, soaking } from "./memory.ts";
import { page } from "./page.ts";
import { peak } from "./peak.ts";
import { queues } from "./queues.ts";
import { start } from "./start.ts";

/** Every row, in the order of limits.md 8; what has no number there comes last. */
export const groups: readonly Group[] = [
  slackDoor,
  teamsDoor,
  busy,
  commits,
  commitsPostgres,
  queues,
  firstAlert,
  classify,
  digest,
  memory,
  soaking,
  start,
  backlog,
  peak,
  page,
];
