import * as fc from "fast-check";
import { expect, test } from "vitest";
import { assign } from "#route/assign.ts";
import type { AssignInput } from "#route/obstacle.ts";
import type { Directory, Person } from "#signal/directory.ts";
import { ageGroups, categories, expertises, kinds, urgencies } from "#signal/words.ts";
import { openCalendar } from "#signal/working-time.ts";
import { aSignal, at, example } from "./route-fixture.ts";

const calendar = openCalendar(example.hours);
const areas = ["noord", "oost", "zuid"];
const clubs = ["club-a", "club-b"];
const ids = ["p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7"];

const depth = fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const), { nil: undefined });
const person = fc
  .record({
    depths: fc.tuple(depth, depth, depth, depth),
    areas: fc.oneof(fc.constant("all" as const), fc.subarray(areas, { minLength: 1 })),
    ages: fc.oneof(fc.constant("all" as const), fc.subarray([...ageGroups], { minLength: 1 })),
    days: fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }),
    capacity: fc.integer({ min: 0, max: 4 }),
    absences: fc.subarray([
      { from: "2026-11-16", until: "2026-11-17" },
      { from: "2026-11-18", until: "2026-11-30" },
    ]),
    isReachable: fc.boolean(),
    external: fc.boolean(),
    conflicts: fc.subarray(clubs),
  })
  .map(({ depths, isReachable, ...rest }): Omit<Person, "id"> => {
    const known = expertises.flatMap((one, nth) => (depths[nth] ? [[one, depths[nth]] as const] : []));
    return {
      ...rest,
      name: "x",
      role: { nl: "x", en: "x" },
      team: "x",
      language: "nl",
      expertise: Object.fromEntries(known),
      addresses: isReachable ? ["web:x"] : [],
      alertsIn: null,
    };
  });

const directories: fc.Arbitrary<Directory> = fc
  .record({
    made: fc.array(person, { minLength: 2, maxLength: ids.length }),
    duty: fc.subarray(ids, { minLength: 1, maxLength: 3 }),
    coordinators: fc.subarray(ids, { minLength: 1, maxLength: 2 }),
    onCall: fc.subarray(ids, { maxLength: 2 }),
    outsideContact: fc.constantFrom(...ids),
  })
  .map(({ made, duty, coordinators, onCall, outsideContact }) => {
    const people = made.map((one, nth) => ({ ...one, id: `p${nth}` }));
    const real = (named: string[]) => [
      ...new Set(named.map((id) => `p${Number(id.slice(1)) % people.length}`)),
    ];
    const named = { duty: real(duty), coordinators: real(coordinators), onCall: real(onCall) };
    return { ...example, ...named, people, outsideContact: real([outsideContact])[0] ?? "p0" };
  });

const questions: fc.Arbitrary<AssignInput> = fc.record({
  directory: directories,
  signal: fc
    .record({
      kind: fc.constantFrom(...kinds),
      categories: fc.uniqueArray(fc.constantFrom(...categories), { maxLength: 3 }),
      urgency: fc.constantFrom(...urgencies),
      declined: fc.subarray(ids),
      area: fc.constantFrom(null, ...areas),
      ageGroup: fc.constantFrom(null, ...ageGroups),
      organisation: fc.constantFrom(null, ...clubs),
    })
    .map(({ area, ageGroup, organisation, ...rest }) =>
      aSignal({ ...rest, report: { area, ageGroup, organisation } }),
    ),
  loads: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: 6 })),
  calendar: fc.constant(calendar),
  now: fc.integer({ min: at("2026-11-14 00:00"), max: at("2026-11-22 00:00") }),
});

const named = ({ duty, coordinators }: Directory) => [...new Set([...duty, ...coordinators])];

function isBarred(one: Person, { signal }: AssignInput): boolean {
  const { organisation } = signal.report;
  return signal.declined.includes(one.id) || (organisation !== null && one.conflicts.includes(organisation));
}

/** There as soon as the office is open: counted on the fingers, not with the code under test. */
function isThere(one: Person, { now }: AssignInput): boolean {
  const opening = calendar.nextOpening(now);
  const date = calendar.localDate(opening);
  const isAway = one.absences.some((absence) => absence.from <= date && date <= absence.until);
  return one.addresses.length > 0 && !isAway && one.days.includes(calendar.isoWeekday(opening));
}

function personOf(id: string | undefined, { directory }: AssignInput): Person {
  const found = directory.people.find((one) => one.id === id);
  if (!found) throw new Error("Not a colleague.");
  return found;
}

const often = { numRuns: 1_500 };

test("every signal has a chain of colleagues who exist, nobody twice, with a reason", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { chain, reason } = assign(question);
      expect(chain.length).toBeGreaterThan(0);
      expect(new Set(chain).size).toBe(chain.length);
      for (const id of chain) personOf(id, question);
      expect(reason.because.length).toBeGreaterThan(0);
      expect(reason.passedOver.map((passed) => passed.person)).not.toContain(chain[0]);
    }),
    often,
  );
});

test("everyone on duty and every coordinator who may have it ends the chain, there or not", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { chain } = assign(question);
      const may = named(question.directory).filter(
        (id) => !isBarred(personOf(id, question), question) && personOf(id, question).addresses.length > 0,
      );
      expect(chain).toEqual(expect.arrayContaining(may.length > 0 ? may : named(question.directory)));
    }),
    often,
  );
});

test("who is only there to catch comes after the experts, unless it is acute or for a generalist", () => {
  fc.assert(
    fc.property(questions, fc.constantFrom(...expertises), (question, leading) => {
      fc.pre(question.signal.urgency !== "acute" && calendar.isOpen(question.now));
      const signal = { ...question.signal, kind: "signal" as const, categories: [leading] };
      const { chain } = assign({ ...question, signal });
      const isCatchAll = (id: string) => named(question.directory).includes(id);
      const isExpert = (id: string) => Object.keys(personOf(id, question).expertise).length > 0;
      const lastExpert = chain.findLastIndex((id) => !isCatchAll(id));
      const firstCatcher = chain.findIndex((id) => isCatchAll(id) && !isExpert(id));
      if (firstCatcher >= 0) expect(firstCatcher).toBeGreaterThan(lastExpert);
    }),
    often,
  );
});

test("who said no or is too close is only in it when no other catch-all is left, and then last", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { chain } = assign(question);
      const barred = chain.map((id) => isBarred(personOf(id, question), question));
      expect(barred.toSorted((a, b) => Number(a) - Number(b))).toEqual(barred);
      const others = named(question.directory).map((id) => personOf(id, question));
      if (others.some((one) => !isBarred(one, question) && one.addresses.length > 0))
        expect(barred).not.toContain(true);
    }),
    often,
  );
});

test("the first is there when anyone of the team is, and by reason of who may have it", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { chain, reason } = assign(question);
      const { duty, coordinators } = question.directory;
      const team = question.directory.people.filter(
        (one) =>
          duty.includes(one.id) ||
          coordinators.includes(one.id) ||
          (!one.external && Object.keys(one.expertise).length > 0),
      );
      fc.pre(team.some((one) => isThere(one, question) && !isBarred(one, question)));
      const first = personOf(chain[0], question);
      expect(isBarred(first, question)).toBe(false);
      const waitsOrIsPaged = reason.because.includes("in_time") || reason.because.includes("on_call");
      if (!waitsOrIsPaged) expect(isThere(first, question)).toBe(true);
      const mayWait = question.signal.urgency === "soon" || question.signal.urgency === "preventive";
      if (!mayWait) expect(reason.because).not.toContain("in_time");
    }),
    often,
  );
});

test("a full week changes nothing for what is acute or urgent, except who goes first among equals", () => {
  fc.assert(
    fc.property(questions, fc.constantFrom("acute" as const, "urgent" as const), (question, urgency) => {
      const signal = { ...question.signal, urgency };
      const full = Object.fromEntries(ids.map((id) => [id, 1_000_000]));
      const someone = assign({ ...question, signal, loads: {} });
      const swamped = assign({ ...question, signal, loads: full });
      expect(swamped.reason.passedOver.map((passed) => passed.why)).not.toContain("full");
      const bare = (because: readonly string[]) => because.filter((code) => !code.startsWith("load:"));
      const depthsOf = (because: readonly string[]) =>
        bare(because).filter((code) => code.startsWith("expertise:"));
      expect(depthsOf(swamped.reason.because)).toEqual(depthsOf(someone.reason.because));
    }),
    often,
  );
});

test("a partner from outside and a colleague without a task are never the first owner", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { directory } = question;
      const tasks = [...named(directory), ...directory.onCall, directory.outsideContact];
      for (const id of assign(question).chain) {
        const one = personOf(id, question);
        if (tasks.includes(id)) continue;
        expect(one.external).toBe(false);
        expect(Object.keys(one.expertise).length).toBeGreaterThan(0);
      }
    }),
    often,
  );
});

test("the same question gets the same answer, whatever the order of the smoelenboek's experts", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const once = assign(question);
      const people = question.directory.people.toReversed();
      const again = assign({ ...question, directory: { ...question.directory, people } });
      expect(again.chain).toEqual(once.chain);
      expect(again.reason.because.filter((code) => !code.startsWith("partner:"))).toEqual(
        once.reason.because.filter((code) => !code.startsWith("partner:")),
      );
    }),
    often,
  );
});
