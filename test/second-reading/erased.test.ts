import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openStage } from "../support/stage.ts";

test("of an answer that was brought, no address stays behind", async () => {
  const stage = await openStage();
  try {
    await stage.say("chat:juf", "Ik maak me zorgen om een meisje in groep 5, ze is erg stil de laatste tijd");
    await stage.say("chat:juf", "dank je wel");
    const db = new Database(join(stage.folder, "voelspriet.db"), { readonly: true });
    const kept = db
      .prepare("SELECT recipient, body FROM messages WHERE recipient LIKE 'channel:%'")
      .all() as { body: string | null }[];
    db.close();
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter(({ body }) => body !== null)).toEqual([]);
  } finally {
    await stage.close();
  }
});
