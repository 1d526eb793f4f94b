import * as fc from "fast-check";
import { expect, test } from "vitest";
import { teamsCardDialog } from "#chat/teams/cards.ts";
import { pagesOf } from "#chat/teams/pages.ts";
import type { Card, Part } from "#texts/card.ts";
import { wordsIn } from "./support/teams-payload.ts";

const quote = (text: string): Part => ({ part: "quote", by: "Wie het vertelde", text });
const words = fc
  .array(fc.oneof(fc.lorem({ maxCount: 30 }), fc.constantFrom("\n", "\n\n", "x".repeat(700), "ልጁ😟")), {
    maxLength: 60,
  })
  .map((all) => all.join(" "));
const bare = (parts: readonly Part[]) =>
  parts
    .map((part) => ("text" in part ? part.text : ""))
    .join("")
    .replaceAll(/\s/g, "");
const roomOf = (part: Part) => JSON.stringify(part).length;

test("over pages nothing is lost, the order stays, and no page is empty", () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 6 }), fc.integer({ min: 300, max: 20_000 }), (texts, room) => {
      const parts = texts.flatMap((text): Part[] => [{ part: "heading", text: "Kop" }, quote(text)]);
      const pages = pagesOf(parts, room, roomOf);
      expect(bare(pages.flat())).toBe(bare(parts));
      for (const page of pages) {
        expect(page.length).toBeGreaterThan(0);
        // What can be cut fits.
        const size = page.reduce((sum, part) => sum + roomOf(part), 0);
        if (page.length > 1) expect(size).toBeLessThanOrEqual(room);
      }
    }),
  );
});

test("whatever was told, no dialog is larger than Teams takes, and reading on ends at the last word", () => {
  const card = (texts: readonly string[]): Card => ({
    title: "Signaal VS-K7MP-3QF",
    tone: "calm",
    parts: [{ part: "safety", lines: ["Is er nu gevaar? Bel **112**."] }, ...texts.map(quote)],
    buttons: [{ label: "Ik pak dit op", act: "accept", on: "VS-K7MP-3QF", style: "primary" }],
    summary: "",
  });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (texts) => {
      const told = [...texts, `${texts[0] ?? ""} laatste-woord`.repeat(3)];
      let page = 1;
      const read: string[] = [];
      for (let turns = 0; turns < 60; turns++) {
        const { card: drawn, title } = teamsCardDialog(card(told), {
          shows: "open",
          on: "VS-K7MP-3QF",
          page,
        });
        expect(JSON.stringify(drawn).length * 2).toBeLessThanOrEqual(40 * 1_024);
        read.push(wordsIn(drawn).join("\n"));
        expect(read.at(-1)).toContain("112");
        const [, here = "1", of = "1"] = /\((\d+)\/(\d+)\)$/.exec(title) ?? [];
        if (here === of) break;
        page = Number(here) + 1;
      }
      expect(read.at(-1)).toContain("laatste-woord");
    }),
    { numRuns: 60 },
  );
});
