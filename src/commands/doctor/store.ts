import { existsSync } from "node:fs";
import { attempt, bad, type Finding, good, note } from "#commands/doctor/finding.ts";
import { clockOf } from "#commands/store-clock.ts";
import type { Config } from "#config.ts";
import { kindOf, otherKind } from "#start/house-kind.ts";
import { databaseFile, openStore } from "#start/open.ts";
import type { Store } from "#store/store.ts";

/** Is there a store, is it whole, and is everything in it in somebody's hands? */
export async function storeFindings(config: Config): Promise<Finding[]> {
  const missing = config.database === null ? missingFile(config) : null;
  if (missing !== null) return [note(`${missing}: the first start makes it. Expected one? Set DATA_DIR.`)];
  const findings: Finding[] = [];
  const store = await attempt(findings, () => openStore(config, "beside"));
  if (store === null) return findings;
  await attempt(findings, async () => {
    await store.check("sample");
    findings.push(good("The store is whole and opens with this key."));
    const other = otherKind(config.use, await kindOf(store), config);
    if (other !== null) findings.push(bad(other));
    findings.push(...(await clockFindings(store)), ...(await workFindings(store)));
  });
  await attempt(findings, () => store.close());
  return findings;
}

function missingFile(config: Config): string | null {
  const file = databaseFile(config);
  if (!existsSync(config.dataDir)) return `There is no data folder ${config.dataDir} yet`;
  return existsSync(file) || existsSync(`${file}-wal`) ? null : `There is no database ${file} yet`;
}

async function clockFindings(store: Store): Promise<Finding[]> {
  const last = Number((await store.recall("clock.last")) ?? 0);
  if (last > (await clockOf(store)).now() + 60_000) {
    return [
      bad("This machine's clock is behind the store's last note. Set the clock (NTP), then start again."),
    ];
  }
  return [good("The clock goes forward.")];
}

async function workFindings(store: Store): Promise<Finding[]> {
  const counts = await store.counts((await clockOf(store)).now());
  const findings: Finding[] = [];
  if (counts.unowned > 0) {
    findings.push(
      bad(
        `${counts.unowned} open signals have no owner and no running clock. This is a fault in Voelspriet: look at them now, and report it.`,
      ),
    );
  }
  if (counts.waitingTyped > 0) {
    findings.push(
      note(
        `${counts.waitingTyped} typed messages still have to be worked on. That takes a moment while Voelspriet runs; when it stays, the log has a line about each try.`,
      ),
    );
  }
  if (counts.deadNotices > 0) {
    findings.push(
      note(
        `${counts.deadNotices} messages could not be brought to anyone. Check the addresses in the municipality file.`,
      ),
    );
  }
  return findings;
}
