import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openStage } from "./support/stage.ts";

test("of an answer to what somebody typed, the address is not kept once it was brought, or can not be", async () => {
  const stage = await openStage();
  const kept = () => {
    const db = new Database(join(stage.folder, "voelspriet.db"), { readonly: true });
    try {
      return db
        .prepare<[], { body: string | null }>(
          `SELECT body FROM messages WHERE recipient LIKE 'channel:%'
           UNION ALL SELECT body FROM notices WHERE recipient LIKE 'channel:%'`,
        )
        .all()
        .map(({ body }) => body);
    } finally {
      db.close();
    }
  };
  try {
    await stage.say("chat:juf", "Ik maak me zorgen om een meisje in groep 5, ze is erg stil de laatste tijd");
    await stage.say("chat:tr", "dank je wel");
    stage.chat.refuses.add("chat:tr");
    await stage.say("chat:tr", "hallo");
    expect(kept()).toEqual([null, null, null]);
  } finally {
    await stage.close();
  }
});
