import { Problem } from "#base/problem.ts";
import type { Config } from "#config.ts";
import { openTimedStore, type TimedStore } from "#start/open.ts";
import type { Store } from "#store/store.ts";

/** What the signals in a store are: invented ones, or those of real people. */
export type HouseKind = "trial" | "real";

const kindSetting = "house.kind";

/** The kind of house that lives in this store; null: none yet. */
export async function kindOf(store: Store): Promise<HouseKind | null> {
  const kind = await store.recall(kindSetting);
  if (kind === "trial" || kind === "real") return kind;
  // Before kinds were written down there were only trials and demos.
  const isOld = (await store.recall("trial.clock_ahead")) !== null || (await store.counts(0)).signals > 0;
  return isOld ? "trial" : null;
}

/** Opens the store to serve it, and writes down of what kind it is. Throws Problem where it is of the other kind. */
export async function openStoreFor(kind: HouseKind, config: Config): Promise<TimedStore> {
  const { store, clock } = await openTimedStore(config, "serve");
  const fault = otherKind(kind, await kindOf(store), config);
  if (fault !== null) {
    await store.close();
    throw new Problem("misconfigured", fault);
  }
  await store.remember(kindSetting, kind);
  return { store, clock };
}

/** Why a house of this kind may not live in a store of that kind; null: it may. */
export function otherKind(kind: HouseKind, found: HouseKind | null, { dataDir }: Config): string | null {
  if (found === null || found === kind) return null;
  if (found === "trial") {
    return (
      `DATA_DIR ${dataDir} holds a trial: invented signals, and perhaps a clock that was turned. Real use begins empty. ` +
      "Set DATA_DIR to a new folder (it is made), or move this one away."
    );
  }
  return (
    `DATA_DIR ${dataDir} holds the signals of real people, and in a trial everybody may read everything. ` +
    "Give the settings of Slack or Teams again (SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET; TEAMS_CLIENT_ID with TEAMS_TENANT_ID and TEAMS_CLIENT_SECRET), or set DATA_DIR to another folder for a trial."
  );
}
