import { expect, test } from "vitest";
import { isOnLeave, isThere, leaveKey, leaveOf, staffed, thereOf } from "#signal/leave.ts";
import { openCalendar } from "#signal/working-time.ts";
import { sampleDirectory, samplePerson } from "./support/sample-directory.ts";

const now = Date.parse("2026-11-17T10:12:00+01:00");
const autumn = { from: "2026-11-16", until: "2026-11-27" };
const winter = { from: "2026-12-21", until: "2026-12-31" };
const directory = sampleDirectory({
  people: [
    samplePerson("ben", { absences: [autumn, winter] }),
    samplePerson("dora"),
    samplePerson("carla", { addresses: [] }),
  ],
});
const calendar = openCalendar(directory.hours);

function absencesOf(id: string, away: { from: string; until: string } | null) {
  const laid = staffed(directory, [{ person: id, away, capacity: null }]);
  return laid.people.find((person) => person.id === id)?.absences;
}

test("without anything set, the directory is the file's", () => {
  expect(staffed(directory, [])).toBe(directory);
  expect(absencesOf("ben", null)).toEqual([autumn, winter]);
});

test("one's own leave takes the place of the one in the file that it begins in, and of no other", () => {
  const own = { from: "2026-11-18", until: "2026-11-18" };
  expect(absencesOf("ben", own)).toEqual([winter, own]);
  expect(absencesOf("dora", own)).toEqual([own]);
  const between = { from: "2026-12-01", until: "2026-12-02" };
  expect(absencesOf("ben", between)).toEqual([autumn, winter, between]);
});

test("a leave that ends before it begins is being back, whatever the file says", () => {
  const laid = staffed(directory, [
    { person: "ben", away: { from: "2026-11-17", until: "2026-11-16" }, capacity: null },
  ]);
  expect(laid.people[0]?.absences).toEqual([winter]);
  expect(isOnLeave("ben", { directory: laid, calendar, now })).toBe(false);
});

test("one's own capacity goes before the file's, also when it is nothing", () => {
  const laid = staffed(directory, [
    { person: "ben", away: null, capacity: 0 },
    { person: "somebody who left", away: null, capacity: 3 },
  ]);
  expect(laid.people.map(({ capacity }) => capacity)).toEqual([0, 8, 8]);
});

test("a leave holds on its first and on its last day, on the local date", () => {
  const on = (local: string) => isOnLeave("ben", { directory, calendar, now: Date.parse(local) });
  expect(on("2026-11-15T23:59:00+01:00")).toBe(false);
  expect(on("2026-11-16T00:00:00+01:00")).toBe(true);
  expect(on("2026-11-27T23:59:00+01:00")).toBe(true);
  expect(on("2026-11-28T00:00:00+01:00")).toBe(false);
});

test("the leave that is shown is the one now, else the next; one that is over, or was taken back, is none", () => {
  expect(leaveOf({ absences: [winter, autumn] }, "2026-11-17")).toEqual(autumn);
  expect(leaveOf({ absences: [winter, autumn] }, "2026-11-28")).toEqual(winter);
  expect(leaveOf({ absences: [autumn] }, "2026-11-28")).toBeNull();
  expect(leaveOf({ absences: [{ from: "2026-11-18", until: "2026-11-17" }] }, "2026-11-17")).toBeNull();
});

test("who is on leave is passed over where another is there; where nobody is, all are meant", () => {
  const moment = { directory, calendar, now };
  expect(thereOf(["ben", "dora"], moment)).toEqual(["dora"]);
  expect(thereOf(["ben"], moment)).toEqual(["ben"]);
  expect(thereOf([], moment)).toEqual([]);
});

test("there is who can be reached and is not on leave", () => {
  const moment = { directory, calendar, now };
  expect(["ben", "dora", "carla", "nobody"].map((id) => isThere(id, moment))).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test("the begin of one leave has one key per signal", () => {
  const key = leaveKey("ben", "2026-11-17", "s1");
  expect(leaveKey("ben", "2026-11-17", "s1")).toBe(key);
  const others = [
    leaveKey("ben", "2026-11-18", "s1"),
    leaveKey("dora", "2026-11-17", "s1"),
    leaveKey("ben", "2026-11-17", "s2"),
  ];
  expect(new Set([key, ...others]).size).toBe(4);
});
