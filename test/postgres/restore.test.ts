import { join } from "node:path";
import { expect, test } from "vitest";
import { restoredSetting } from "#outbox/restored.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { openFakeSlack } from "../support/fake-slack/fake-slack.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import { runCommand } from "../support/run-program.ts";
import { sampleDecision, samplePassage, sampleSignal } from "../support/sample-decision.ts";
import { slackMunicipality } from "../support/slack-municipality.ts";

test("a back-up is put back into an empty database, whole; over a store that is there it is not", {
  timeout: 120_000,
}, async () => {
  const folder = freshFolder("restore-pg");
  const database = await freshDatabase();
  const slack = await openFakeSlack();
  try {
    const keys = join(folder, "keys.json");
    const sealer = openVault(loadKeyRing(keys, "make-when-missing"));
    const made = openSqliteStore(join(folder, "was.db"), sealer);
    const signal = sampleSignal();
    await made.commit(sampleDecision({ signal, passages: [samplePassage(signal.id)] }));
    await made.remember("house.kind", "real");
    await made.backup(join(folder, "back-up.db"));
    await made.close();
    const env = {
      DATA_DIR: join(folder, "data"),
      KEY_FILE: keys,
      DATABASE_URL: database.url,
      GEMEENTE_FILE: slackMunicipality(folder, slack.home),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
    };
    const restored = await runCommand(["restore", join(folder, "back-up.db")], { env });
    expect(restored.code, restored.err).toBe(0);
    expect(restored.out).toContain("1 signals (1 open)");
    const { store } = await openPostgresStore({ url: database.url, mode: "beside" }, sealer);
    expect((await store.passages(signal.id))[0]?.text).toBe("Ik maak me zorgen.");
    expect(Number(await store.recall(restoredSetting))).toBeGreaterThan(0);
    await store.check("whole");
    await store.close();
    const whole = await runCommand(["check"], { env });
    expect(whole.out).toContain("The store is whole");
    const again = await runCommand(["restore", join(folder, "back-up.db"), "--yes"], { env });
    expect(again.code).toBe(1);
    expect(again.err).toContain("holds a store already");
  } finally {
    await slack.close();
    await database.drop();
    removeFolder(folder);
  }
});
