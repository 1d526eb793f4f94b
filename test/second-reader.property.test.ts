import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { SecondReader } from "#classify/second-reader.ts";
import { assign } from "#route/assign.ts";
import type { Classification } from "#signal/classified.ts";
import { categories, compareUrgency, kinds, urgencies } from "#signal/words.ts";
import { withCode } from "./support/sample-directory.ts";
import { openStage } from "./support/stage.ts";

const stories = [
  "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.",
  "Morgen trakteert hij op school, kan het feestje in de aula?",
  "Hij slaat haar nu, ik hoor haar gillen en de kinderen huilen",
  "Er is iets met haar, ik weet niet wat, ze is zo stil",
  "De trainer van FC Noord zit aan de meisjes in de kleedkamer, een meisje vertelde het.",
  "Ze drinkt elke avond en de kinderen eten niet meer.",
];

/** More than the schema lets through: also what contradicts itself. */
const anything = fc.record({
  kind: fc.constantFrom(...kinds),
  categories: fc.array(fc.constantFrom(...categories), { maxLength: 5 }),
  urgency: fc.constantFrom(...urgencies, "none" as const),
  confidence: fc.constantFrom("high" as const, "medium" as const, "low" as const),
  insider: fc.boolean(),
  evidence: fc.array(
    fc.record({ quote: fc.string(), pointsTo: fc.constantFrom(...categories, ...urgencies) }),
    { maxLength: 3 },
  ),
  // Whatever else it makes up is not listened to.
  asked: fc.constant(["max"]),
  holder: fc.constant("max"),
});

const held = fc.constantFrom("waits" as const, "held" as const, "corrected" as const);

test("whatever a language model answers, urgency never falls, no category goes, and it chooses nobody", async () => {
  let next: Classification | null = null;
  const reader: SecondReader = {
    name: "anything",
    version: "1",
    longestMs: 1_000,
    isOff: () => false,
    read: async () => (next === null ? { how: "off" } : { how: "read", classification: next }),
  };
  const directory = withCode("wilg-2026");
  const stage = await openStage({ secondReader: reader, directory });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(anything, fc.constantFrom(...stories), held, async (answer, story, how) => {
      next = null;
      number += 1;
      const signaler = `chat:school${number}` as const;
      const { code } = await stage.report(`${story} (${number})`, { code: "wilg-2026" }, signaler);
      const [first = ""] = (await stage.signal(code)).asked;
      if (how !== "waits") await stage.press(`chat:${first}`, "accept", code);
      const before = await stage.signal(code);
      if (how === "corrected") {
        const fields = { kind: "signal", categories: "debt", urgency: "soon", text: "Nagevraagd." };
        await stage.press(`chat:${first}`, "correct", code, fields);
      }
      const start = await stage.signal(code);
      next = { ...answer, engine: "anything", version: "1" };
      const id = `second-${number}`;
      const what = { what: "second_opinion", signal: start.id, tries: 0 } as const;
      await stage.store.addTimer({ id, dueAt: 0, ...what });
      await stage.house.runDue();
      await stage.reread();

      const after = await stage.signal(code);
      expect(compareUrgency(after.urgency, start.urgency)).toBeLessThanOrEqual(0);
      const clear = start.categories.filter((one) => one !== "unclear");
      expect(after.categories.slice(0, clear.length)).toEqual(clear);
      expect(new Set(after.categories).size).toBe(after.categories.length);
      expect(after.categories.length).toBeLessThanOrEqual(3);
      expect(after.outside).toBe(start.outside);
      expect(after.acceptDue).toBeLessThanOrEqual(start.acceptDue);
      if (start.kind !== "not_a_signal") expect(after.kind).not.toBe("not_a_signal");
      expect((after.kind === "not_a_signal") === (after.categories.length === 0)).toBe(true);
      // What a human decided stands.
      if (how === "corrected") {
        const { revision: _, reread: said, ...rest } = after;
        expect({ ...rest, reread: start.reread, revision: start.revision }).toEqual(start);
        expect(said).not.toBeUndefined();
      }
      // Whoever is asked now is asked by the rules of routing, as after any raise to acute.
      expect(after.asked.slice(0, start.asked.length)).toEqual(start.asked);
      expect(after.asked).not.toContain("max");
      const news = after.asked.slice(start.asked.length);
      if (after.urgency !== "acute" || start.urgency === "acute") expect(news).toEqual([]);
      const moment = {
        now: stage.clock.now(),
        calendar: stage.house.calendar,
        directory: stage.directory,
        loads: await stage.store.loads(),
      };
      const { chain } = assign({ signal: after, ...moment });
      expect(news.every((person) => chain.includes(person))).toBe(true);
      expect(before.code).toBe(code);
    }),
    { numRuns: 60 },
  );
  expect((await stage.store.counts(stage.clock.now())).unowned).toBe(0);
  await stage.close();
});
