import { expect, test } from "vitest";
import type { Card } from "#texts/card.ts";
import { onStage, plain } from "../support/one-story.ts";
import { sampleDirectory } from "../support/sample-directory.ts";
import type { Stage } from "../support/stage.ts";

const directory = sampleDirectory({
  digest: { teamChannels: ["chat:team"], managementChannels: ["chat:directie"], hideUpTo: 4 },
});

/** Monday's digest in this channel. */
async function mondayIn(stage: Stage, channel: "chat:team" | "chat:directie"): Promise<Card> {
  await stage.house.weekly.plan();
  await stage.report(plain);
  await stage.turnTo(Date.parse("2026-11-23T08:01:00+01:00"));
  const [card] = stage.cardsOf(channel);
  if (card === undefined) throw new Error("No digest came.");
  return card;
}

const captions = (card: Card) =>
  card.parts.flatMap((part) =>
    part.part === "table" ? [part.caption] : part.part === "heading" ? [part.text] : [],
  );

test.each(["chat:team", "chat:directie"] as const)(
  "the digest in a channel is short: one table at most, and one button for the details (%s)",
  (channel) =>
    onStage({ directory }, async (stage) => {
      const card = await mondayIn(stage, channel);
      expect(card.buttons.map(({ label, act }) => [label, act])).toEqual([["Details per wijk", "week"]]);
      expect(card.parts.filter(({ part }) => part === "table").length).toBeLessThanOrEqual(1);
      expect(captions(card)).not.toContain("Per wijk: waar kennis dun is");
      expect(JSON.stringify(card)).toContain("Preventie-aandeel");
    }),
);

test("who may see the week gets the details per area from that button, and the others a kind word", () =>
  onStage({ directory }, async (stage) => {
    await mondayIn(stage, "chat:directie");
    for (const by of ["chat:max", "chat:carla"] as const) {
      const { card } = await stage.press(by, "week", "", null);
      expect(JSON.stringify(card)).toContain("Zuid: niemand voor drank, drugs, gokken of gamen");
    }
    for (const by of ["chat:ben", "chat:juf"] as const) {
      const { card } = await stage.press(by, "week", "", null);
      expect(card?.tone).toBe("attention");
      expect(JSON.stringify(card)).not.toMatch(/Zuid|nieuwe signalen/);
      expect(card?.buttons.map(({ act }) => act)).toEqual(["home"]);
    }
  }));

test("a table of only zeros is not shown, and nothing is said twice", () =>
  onStage({ directory }, async (stage) => {
    await mondayIn(stage, "chat:team");
    const { card } = await stage.press("chat:carla", "week", "", null);
    if (card === null) throw new Error("There is no week.");
    for (const part of card.parts) {
      if (part.part !== "table") continue;
      const counts = part.rows.flatMap((row) => row.slice(1));
      expect([part.caption, counts.every((count) => count === "0")]).toEqual([part.caption, false]);
    }
    expect(JSON.stringify(card).split("naar urgentie")).toHaveLength(2);
  }));
