import { expect, test } from "vitest";
import { openSlackStage } from "./support/slack-stage.ts";

test("nothing can be kept just when the office opens: whose leave begins that day is called over all the same", async () => {
  const stage = await openSlackStage({ start: "2026-11-17T16:00:00+01:00" });
  try {
    const text = "Een gezin kan de huur niet meer betalen, er ligt een stapel aanmaningen";
    const { id, asked } = await stage.tell("juf", { text });
    await stage.store.setStaffing({
      person: asked[0] ?? "",
      away: { from: "2026-11-18", until: "2026-11-20" },
      capacity: null,
    });
    stage.clock.set(Date.parse("2026-11-18T09:00:01+01:00"));
    stage.breakStore("commit");
    await stage.house.runDue();
    expect((await stage.store.entries(id)).map(({ type }) => type)).not.toContain("went_away");
    stage.mendStore();
    await stage.pass({ minutes: 1 });
    expect((await stage.store.entries(id)).map(({ type }) => type)).toContain("went_away");
  } finally {
    await stage.close();
  }
});
