import { join } from "node:path";
import Database from "better-sqlite3";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { sampleDecision, sampleSignal } from "../support/sample-decision.ts";

const people = ["ben", "sanne", "noor"] as const;

/** What happens to one of a few signals: who holds it, who was asked, whether it is closed. */
const change = fc.record({
  which: fc.nat({ max: 4 }),
  holder: fc.option(fc.constantFrom(...people)),
  asked: fc.array(fc.constantFrom(...people), { maxLength: 2 }),
  stage: fc.constantFrom("routed", "accepted", "closed"),
});

test("the load of everybody is that of counting all open signals anew, whatever happened to them", async () => {
  const folder = freshFolder("loads");
  let file = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 20 }), async (changes) => {
      const path = join(folder, `${file++}.db`);
      const store = openSqliteStore(path, openVault({ keys: [newVaultKey()] }));
      const signals = Array.from({ length: 5 }, (_, at) => sampleSignal({ drill: at === 4 }));
      for (const { which, ...after } of changes) {
        const before = signals[which] ?? sampleSignal();
        const signal = { ...before, ...after };
        expect(await store.commit(sampleDecision({ signal }))).toBe("done");
        // One in between that comes too late changes nothing.
        expect(await store.commit(sampleDecision({ signal: { ...signal, holder: "ben" } }))).toBe("stale");
        signals[which] = { ...signal, revision: signal.revision + 1 };
      }
      const db = new Database(path, { readonly: true });
      const counted = db
        .prepare<[], { burdens: string; count: number }>(
          "SELECT burdens, count(*) AS count FROM signals WHERE open = 1 AND drill = 0 AND burdens IS NOT NULL GROUP BY 1",
        )
        .all();
      db.close();
      expect(await store.loads()).toEqual(Object.fromEntries(counted.map((row) => [row.burdens, row.count])));
      await store.close();
    }),
    { numRuns: 40 },
  );
  removeFolder(folder);
});
