import { expect, test } from "vitest";
import { onStage } from "../support/one-story.ts";
import { sampleDirectory } from "../support/sample-directory.ts";

const knife = "Hij staat nu met een mes in de keuken en dreigt haar te steken";
const promise = /uiterlijk (om )?\d|17\.1\d|Uiterlijk/;
const rota = sampleDirectory({ onCall: ["dora"] });
const late = "2026-11-20T16:58:00+01:00";

test("Friday 16:58, nobody on call: the signaler is promised nobody after five", () =>
  onStage({ start: late }, async (stage) => {
    const { code } = await stage.report(knife);
    expect((await stage.signal(code)).promisedBy).toBeNull();
    expect(JSON.stringify(stage.cardsOf("chat:juf"))).not.toMatch(promise);
    expect(JSON.stringify(stage.cardsOf("chat:juf"))).toContain("112");
  }));

test("Friday 16:58, nobody on call, and it turns acute: the safety text promises nobody either", () =>
  onStage({ start: late }, async (stage) => {
    const { code } = await stage.report("Een jongen uit groep 7 heeft vaak geen brood mee.");
    const before = (await stage.signal(code)).promisedBy;
    await stage.press("chat:juf", "supplement", code, { danger: "now" });
    expect((await stage.signal(code)).promisedBy).toBe(before);
    const safety = stage.cardsOf("chat:juf").filter(({ tone }) => tone === "acute");
    expect(safety.length).toBeGreaterThan(0);
    expect(JSON.stringify(safety)).not.toMatch(promise);
  }));

test.each([
  ["somebody is on call", late, rota],
  ["there is time enough before closing", "2026-11-20T16:44:00+01:00", sampleDirectory()],
])("a time is promised where %s", (_, start, directory) =>
  onStage({ start, directory }, async (stage) => {
    const { code } = await stage.report(knife);
    const { promisedBy, acceptDue } = await stage.signal(code);
    expect(promisedBy).toBe(acceptDue);
    expect(JSON.stringify(stage.cardsOf("chat:juf"))).toMatch(promise);
  }),
);
