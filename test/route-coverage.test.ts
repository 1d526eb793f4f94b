import { expect, test } from "vitest";
import { coverageGaps } from "#route/coverage.ts";
import type { Person } from "#signal/directory.ts";
import { anna, directory } from "./support/digest-facts.ts";

test("coverage names the areas where nobody or one colleague knows about a category", () => {
  const partner: Person = {
    ...anna,
    id: "partner",
    external: true,
    areas: "all",
    expertise: { addiction: 3 },
  };
  const silent: Person = { ...anna, id: "silent", addresses: [], areas: "all", expertise: { addiction: 3 } };
  const bea: Person = { ...anna, id: "bea", areas: "all", expertise: { debt: 1, domestic_violence: 3 } };
  expect(coverageGaps({ ...directory, people: [anna, bea, partner, silent] })).toEqual([
    { area: "noord", expertise: "addiction", people: 0 },
    { area: "noord", expertise: "domestic_violence", people: 1 },
    { area: "noord", expertise: "psychological", people: 1 },
    { area: "zuid", expertise: "addiction", people: 0 },
    { area: "zuid", expertise: "domestic_violence", people: 1 },
    { area: "zuid", expertise: "debt", people: 1 },
    { area: "zuid", expertise: "psychological", people: 0 },
  ]);
  expect(coverageGaps({ ...directory, areas: [], people: [anna] })).toEqual([]);
});
