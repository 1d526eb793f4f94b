// P5, P6: a commit on SQLite, beside the same rows by hand.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { openBareInserts, openByHand } from "./by-hand.ts";
import type { Group } from "./figure.ts";
import { benchSealer, reportOf } from "./reports.ts";
import { inTurn, rate } from "./rounds.ts";

const rounds = 5;
const single = { atOnce: 1, ms: 800 };
const many = { atOnce: 32, ms: 800 };

export const commits: Group = {
  rows: ["P5", "P6"],
  async measure({ folder }) {
    const files = ["store", "hand", "bare"].map((name) => join(folder, `commits-${name}.db`));
    const [file = "", byHandFile = "", bareFile = ""] = files;
    const store = openSqliteStore(file, benchSealer);
    const hand = await openByHand(byHandFile);
    const bare = openBareInserts(bareFile);
    const found = await inTurn(rounds, [
      { name: "store", round: () => rate(() => store.commit(reportOf()), single) },
      { name: "by hand", round: () => rate(async () => hand.write(reportOf()), single) },
      { name: "two inserts", round: () => rate(async () => bare.write(), single) },
      { name: "store, 32 at once", round: () => rate(() => store.commit(reportOf()), many) },
    ]);
    await store.close();
    hand.close();
    bare.close();
    for (const each of files) rmSync(each, { force: true });
    return [
      {
        row: "P5",
        what: "store: one commit, beside the same rows by hand on the raw driver",
        value: found.store / found["by hand"],
        unit: "x",
        better: "more",
        must: 0.6,
        goal: 0.8,
        measured: {
          "store /s": found.store,
          "the same eight rows by hand /s": found["by hand"],
          "two bare inserts /s": found["two inserts"],
        },
      },
      {
        row: "P6",
        what: "group commit: 32 producers, beside one",
        value: found["store, 32 at once"] / found.store,
        unit: "x",
        better: "more",
        must: 1.5,
        goal: 2.5,
        measured: {
          "32 producers /s": found["store, 32 at once"],
          "one /s": found.store,
        },
      },
    ];
  },
};
