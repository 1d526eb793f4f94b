import { expect, test } from "vitest";
import { digest, outcomeIn, times } from "./support/digest-facts.ts";

const week = "2026-W48";

test("the share of the week stands beside that of the block, where both its counts are shown", () => {
  const all = [...times(6, () => outcomeIn(week, "P1")), ...times(2, () => outcomeIn(week, "C1"))];
  expect(digest(week, all).weekShare).toBe(0.75);
  expect(digest(week, all, { audience: "management" }).weekShare).toBeNull();
});
