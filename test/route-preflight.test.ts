import { expect, test } from "vitest";
import { availability } from "#route/availability.ts";
import { coverageGaps } from "#route/coverage.ts";
import { preflight } from "#route/preflight.ts";
import type { Directory } from "#signal/directory.ts";
import { at, away, calendar, example, withPeople } from "./route-fixture.ts";

const tuesday = at("2026-11-17 10:12");

function codes(directory: Directory, now = tuesday): string[] {
  return preflight(directory, calendar, now).map(({ severity, code, area, expertise }) =>
    [severity, code, area, expertise].filter((part) => part !== null).join(" "),
  );
}

test.each([
  ["on a working day", "2026-11-17 10:00", "working"],
  ["also after closing time: it is about the day", "2026-11-17 20:00", "working"],
  ["on a day off", "2026-11-18 10:00", "off_today"],
  ["at Christmas, a Friday that Sanne works", "2026-12-25 10:00", "absent"],
  ["on Ascension Day, a Thursday that Sanne works", "2026-05-14 10:00", "off_today"],
  ["on the first day of her leave", "2026-12-21 00:00", "absent"],
  ["on the last day of her leave", "2027-01-03 23:59", "absent"],
  ["on the day after", "2027-01-04 00:00", "working"],
])("Sanne %s", (_, when, expected) => {
  const sanne = example.people.find((person) => person.id === "sanne");
  expect(sanne && availability(sanne, at(when), calendar)).toBe(expected);
});

test("somebody without an address can not be reached", () => {
  const [sanne] = withPeople({ sanne: { addresses: [] } }).people;
  expect(sanne && availability(sanne, tuesday, calendar)).toBe("unreachable");
});

test("the example has one real gap, thin places, and no rota", () => {
  expect(codes(example)).toEqual([
    "warning no_cover zuid addiction",
    "info thin_cover noord addiction",
    "info thin_cover oost addiction",
    "info no_on_call",
  ]);
  expect(coverageGaps(example)).toContainEqual({ area: "zuid", expertise: "addiction", people: 0 });
});

test("each finding says what is and what to do, and names the partner to consult", () => {
  const [gap] = preflight(example, calendar, tuesday);
  expect(gap?.cause).toBe("No one answers for addiction in zuid.");
  expect(gap?.fix).toContain("consult jurre");
});

test("nobody on duty today is a fault, and comes first", () => {
  expect(codes(withPeople({ willem: away, priya: away }))[0]).toBe("fault duty_absent");
});

test("a day without duty is seen before it comes", () => {
  const onlyPriya = { ...example, duty: ["priya"] };
  const gap = preflight(onlyPriya, calendar, tuesday).find((finding) => finding.code === "duty_gap");
  expect(gap?.cause).toBe("Nobody of duty works on 2026-11-20, 2026-11-27.");
  expect(codes(onlyPriya)).not.toContain("fault duty_absent");
});

test("leave that leaves one expert is seen", () => {
  expect(codes(withPeople({ daan: away }))).toContain("warning few_reachable addiction");
  expect(codes(example)).not.toContain("warning few_reachable addiction");
});

test("an absent coordinator, outside contact or rota is seen, and so is who has no address", () => {
  const found = codes(
    withPeople(
      { marieke: away, bea: away, lotte: away, omar: { addresses: [] } },
      { ...example, onCall: ["lotte"] },
    ),
  );
  expect(found).toEqual(
    expect.arrayContaining([
      "warning coordinators_absent",
      "warning outside_contact_absent",
      "warning on_call_absent",
      "warning unreachable",
    ]),
  );
  expect(found).not.toContain("info no_on_call");
});
