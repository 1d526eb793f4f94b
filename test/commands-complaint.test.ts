import { expect, test } from "vitest";
import { complaintOf } from "#base/complaint.ts";
import { codeOf, fileFault } from "#base/file-fault.ts";
import { Problem } from "#base/problem.ts";

test("a foreseen problem is its own words", () => {
  expect(complaintOf(new Problem("refused", "No. Do this.", { cause: new Error("why") }))).toBe(
    "No. Do this.",
  );
});

test("what was not foreseen is named by class, code and place, never by what it says", () => {
  const cause = Object.assign(new TypeError("the story of Sanne\n    at home"), { code: "ERR_X" });
  const said = complaintOf(cause);
  expect(said).toContain("TypeError:ERR_X");
  expect(said).toMatch(/^ {4}at .*commands-complaint\.test/m);
  expect(said).not.toMatch(/Sanne|home/);
});

test("something thrown that is no error is named too", () => {
  expect(complaintOf("Sanne")).toContain("string");
  expect(complaintOf("Sanne")).not.toContain("Sanne");
});

test("a file's fault is said in words, and an unknown one by its code", () => {
  const thrown = (code: string) => Object.assign(new Error("x"), { code });
  expect(fileFault(thrown("EACCES"))).toBe("the user that runs this may not use it");
  expect(fileFault(thrown("EWEIRD"))).toContain("EWEIRD");
  expect(fileFault(null)).toContain("unknown cause");
  expect(codeOf("ENOENT")).toBe("");
});
