import { join } from "node:path";
import { expect, test } from "vitest";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { backToFirstVersion } from "../support/first-version.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { sampleDecision, sampleSignal, sampleSignaler } from "../support/sample-decision.ts";

test("a store of the first version is brought up to date, and its signals and signalers go on as they were", async () => {
  const folder = freshFolder("migration");
  const file = join(folder, "signals.db");
  const vault = openVault({ keys: [newVaultKey()] });
  const store = openSqliteStore(file, vault);
  // As they were written then: nothing knew of exercises, or of codes.
  const { drill, ...before } = sampleSignal({ signaler: "juf", holder: "ben", stage: "accepted" });
  const { vouched, ...juf } = sampleSignaler("juf");
  const signal = before as ReturnType<typeof sampleSignal>;
  const signaler = juf as ReturnType<typeof sampleSignaler>;
  await store.commit(sampleDecision({ signal, signaler }));
  await store.close();
  backToFirstVersion(file);
  const brought = openSqliteStore(file, vault);
  expect(await brought.load(signal.id)).toEqual({ ...signal, revision: 1, drill });
  expect(await brought.signaler("juf")).toEqual({ ...signaler, vouched });
  expect([drill, vouched]).toEqual([false, false]);
  expect(await brought.loads()).toEqual({ ben: 1 });
  expect([...(await brought.openFacts())]).toHaveLength(1);
  expect(await brought.reportedByStrangers(signal.report.organisation, { since: 0, knownBefore: 0 })).toBe(0);
  expect(await brought.staffing()).toEqual([]);
  expect(await brought.commit(sampleDecision({ signal: sampleSignal({ signaler: "juf" }), signaler }))).toBe(
    "done",
  );
  // What was logged before has no tags: the log is whole from there on.
  await brought.check("whole");
  await brought.close();
  removeFolder(folder);
});
