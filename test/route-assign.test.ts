import { expect, test } from "vitest";
import { assign } from "#route/assign.ts";
import type { AssignInput } from "#route/obstacle.ts";
import { aSignal, at, away, calendar, example, withPeople } from "./route-fixture.ts";

const tuesday = at("2026-11-17 10:12");
const saturday = at("2026-11-14 11:00");

function ask(signal: AssignInput["signal"], other: Partial<AssignInput> = {}) {
  return assign({ signal, directory: example, loads: {}, calendar, now: tuesday, ...other });
}

function whyNot(assignment: ReturnType<typeof ask>, person: string): string | undefined {
  return assignment.reason.passedOver.find((passed) => passed.person === person)?.why;
}

test("debts in Noord go to the debt counsellor there, with every reason told", () => {
  const { chain, reason } = ask(aSignal({ report: { area: "noord", ageGroup: "4-12" } }), {
    loads: { mehmet: 3 },
  });
  expect(chain).toEqual(["mehmet", "omar", "willem", "priya", "marieke"]);
  expect(reason.because).toEqual(["expertise:debt:3", "area:noord", "age:4-12", "load:3/10", "working"]);
  expect(reason.passedOver).toContainEqual({ person: "omar", why: "less_expertise" });
  expect(reason.passedOver).toContainEqual({ person: "joost", why: "other_area" });
});

test("the age group counts: a child in Centrum does not go to who works with grown-ups", () => {
  const psychological = aSignal({
    categories: ["psychological"],
    report: { area: "centrum", ageGroup: "4-12" },
  });
  const found = ask(psychological, { now: at("2026-11-18 10:00") });
  expect(found.chain[0]).toBe("aylin");
  expect(whyNot(found, "ruben")).toBe("other_age");
});

test("with two categories, who knows both goes before who knows one", () => {
  const signal = aSignal({
    categories: ["psychological", "debt"],
    report: { area: "centrum", ageGroup: "adult" },
  });
  const { chain, reason } = ask(signal);
  expect(chain.slice(0, 2)).toEqual(["ruben", "kees"]);
  expect(reason.because.slice(0, 2)).toEqual(["expertise:psychological:2", "expertise:debt:2"]);
});

test("who is away is passed over, and so is who does not work before the next would be asked", () => {
  const debt = aSignal({ report: { area: "noord" } });
  const inHolidays = ask(debt, { now: at("2026-11-24 10:00") });
  expect(inHolidays.chain[0]).toBe("omar");
  expect(whyNot(inHolidays, "mehmet")).toBe("absent");
  const onFriday = ask({ ...debt, urgency: "urgent" }, { now: at("2026-11-20 10:00") });
  expect(onFriday.chain[0]).toBe("omar");
  expect(whyNot(onFriday, "mehmet")).toBe("off_today");
});

test("a preventive signal may wait for the specialist who is back tomorrow", () => {
  const addiction = aSignal({ categories: ["addiction"], report: { area: "oost" } });
  const { chain, reason } = ask(addiction, { now: at("2026-11-18 10:00") });
  expect(chain[0]).toBe("noor");
  expect(reason.because).toContain("in_time");
});

test("a full week passes a preventive signal on, but never an urgent one", () => {
  const loads = { mehmet: 10 };
  const debt = aSignal({ report: { area: "noord" } });
  const preventive = ask(debt, { loads, now: at("2026-11-18 10:00") });
  expect(preventive.chain[0]).toBe("omar");
  expect(whyNot(preventive, "mehmet")).toBe("full");
  expect(ask({ ...debt, urgency: "urgent" }, { loads, now: at("2026-11-18 10:00") }).chain[0]).toBe("mehmet");
});

test("when everyone is full it goes to whoever is on duty, not to limbo", () => {
  const { chain, reason } = ask(aSignal({ report: { area: "noord" } }), { loads: { mehmet: 10, omar: 7 } });
  expect(chain).toEqual(["willem", "priya", "marieke"]);
  expect(reason.because).toEqual(["all_full:debt", "catch_all", "duty", "working"]);
});

test("between equals the emptier week goes first, and between equal weeks always the same one", () => {
  const equal = withPeople({ omar: { expertise: { debt: 3 }, days: [1, 2, 3, 4, 5], capacity: 10 } });
  const debt = aSignal({ report: { area: "noord" } });
  const found = ask(debt, { directory: equal, loads: { mehmet: 5, omar: 4 } });
  expect(found.chain.slice(0, 2)).toEqual(["omar", "mehmet"]);
  expect(whyNot(found, "mehmet")).toBe("load:5/10");
  const same = ask(debt, { directory: equal, loads: { mehmet: 4, omar: 4 } });
  expect(same.chain[0]).toBe("mehmet");
  expect(whyNot(same, "omar")).toBe("order");
});

test("nobody in Zuid knows about addiction: whoever is on duty gets it, with a partner to consult", () => {
  const found = ask(aSignal({ categories: ["addiction"], report: { area: "zuid" } }));
  expect(found.chain).toEqual(["willem", "priya", "marieke"]);
  expect(found.reason.because.slice(0, 3)).toEqual(["no_expertise:addiction", "partner:jurre", "catch_all"]);
  expect(whyNot(found, "jurre")).toBe("external");
  expect(whyNot(found, "daan")).toBe("other_area");
});

test("where nobody knows the leading category, who knows the other one is asked", () => {
  const found = ask(aSignal({ categories: ["addiction", "debt"], report: { area: "zuid" } }));
  expect(found.chain[0]).toBe("joost");
  expect(found.reason.because).toContain("no_expertise:addiction");
  expect(found.reason.because).toContain("expertise:debt:3");
});

test("who said no, and who coaches at that club, is not asked", () => {
  const fromClub = ask(
    aSignal({ categories: ["addiction"], report: { area: "noord", organisation: "vv-de-dreef" } }),
  );
  expect(fromClub.chain).not.toContain("daan");
  expect(whyNot(fromClub, "daan")).toBe("conflict");
  const refused = ask(aSignal({ report: { area: "noord" }, declined: ["mehmet"] }));
  expect(refused.chain[0]).toBe("omar");
  expect(refused.chain).not.toContain("mehmet");
  expect(whyNot(refused, "mehmet")).toBe("declined");
});

test("somebody without an address is not asked", () => {
  const found = ask(aSignal({ report: { area: "noord" } }), {
    directory: withPeople({ mehmet: { addresses: [] } }),
  });
  expect(found.chain).not.toContain("mehmet");
  expect(whyNot(found, "mehmet")).toBe("unreachable");
});

test("an unknown area leaves no expert out", () => {
  const { chain, reason } = ask(aSignal());
  expect(chain.slice(0, 2)).toEqual(["joost", "mehmet"]);
  expect(reason.because).toEqual(["expertise:debt:3", "load:0/10", "working"]);
});

test("an area of another municipality goes to whoever is on duty", () => {
  expect(ask(aSignal({ report: { area: "elders" } })).chain[0]).toBe("willem");
});

test("an acute signal pages whoever is on duty first, and the expert next", () => {
  const found = ask(
    aSignal({ categories: ["domestic_violence"], urgency: "acute", report: { area: "oost" } }),
  );
  expect(found.chain).toEqual(["willem", "lotte", "chantal", "priya", "marieke"]);
  expect(found.reason.because).toEqual(["acute", "duty", "working"]);
});

test("an unclear concern and a message that is no signal go to a generalist, who is a human", () => {
  expect(ask(aSignal({ categories: ["unclear"] })).reason.because).toEqual(["unclear", "duty", "working"]);
  const none = ask(aSignal({ kind: "not_a_signal", categories: [] }));
  expect(none.chain).toEqual(["willem", "priya", "marieke"]);
  expect(none.reason.because).toEqual(["not_a_signal", "duty", "working"]);
});

test("a wrong inside a club goes to the outside contact, and not to one who has to do with that club", () => {
  const wrong = aSignal({
    kind: "other",
    outside: true,
    categories: ["other"],
    report: { organisation: "turnclub-de-brug" },
  });
  const found = ask(wrong);
  expect(found.chain[0]).toBe("bea");
  expect(found.reason.because).toEqual(["outside_contact", "working"]);
  const tooClose = ask(wrong, { directory: withPeople({ bea: { conflicts: ["turnclub-de-brug"] } }) });
  expect(tooClose.chain).toEqual(["willem", "priya", "marieke"]);
  expect(whyNot(tooClose, "bea")).toBe("conflict");
});

test("an acute wrong inside a club pages whoever is on duty, and the outside contact next", () => {
  const wrong = aSignal({ kind: "other", outside: true, categories: ["other"], urgency: "acute" });
  expect(ask(wrong).chain.slice(0, 2)).toEqual(["willem", "bea"]);
});

test("outside office hours the rota is paged for what is urgent, and for nothing else", () => {
  const directory = { ...example, onCall: ["lotte", "sanne"] };
  const urgent = aSignal({ urgency: "urgent", report: { area: "noord" } });
  const paged = ask(urgent, { directory, now: saturday });
  expect(paged.chain.slice(0, 2)).toEqual(["lotte", "sanne"]);
  expect(paged.reason.because).toEqual(["on_call"]);
  expect(ask({ ...urgent, urgency: "acute" }, { directory, now: saturday }).chain[0]).toBe("lotte");
  expect(ask({ ...urgent, urgency: "soon" }, { directory, now: saturday }).chain[0]).toBe("mehmet");
  expect(ask(urgent, { directory }).chain[0]).toBe("mehmet");
});

test("who of the rota is on leave is passed over", () => {
  const directory = withPeople({ lotte: away }, { ...example, onCall: ["lotte", "sanne"] });
  const paged = ask(aSignal({ urgency: "acute" }), { directory, now: saturday });
  expect(paged.chain[0]).toBe("sanne");
  expect(whyNot(paged, "lotte")).toBe("absent");
});

test("when the whole rota is on leave it is paged all the same", () => {
  const rota = { ...example, onCall: ["lotte", "sanne"] };
  const directory = withPeople({ lotte: away, sanne: away }, rota);
  expect(ask(aSignal({ urgency: "acute" }), { directory, now: saturday }).chain.slice(0, 2)).toEqual(
    rota.onCall,
  );
});

test("in the weekend, without a rota, it is for who works on Monday", () => {
  const found = ask(aSignal({ urgency: "urgent", report: { area: "zuid" } }), { now: saturday });
  expect(found.chain[0]).toBe("omar");
  expect(whyNot(found, "joost")).toBe("off_today");
});

test("with nobody on duty the coordinator is asked, and duty is still at the end", () => {
  const directory = withPeople({ willem: away, priya: away });
  const found = ask(aSignal({ categories: ["unclear"] }), { directory });
  expect(found.chain).toEqual(["marieke", "willem", "priya"]);
  expect(found.reason.because).toEqual(["catch_all", "coordinator", "working"]);
  expect(whyNot(found, "willem")).toBe("absent");
});

test("with duty and coordinators all away, any colleague who is there is asked first", () => {
  const directory = withPeople({ willem: away, priya: away, marieke: away });
  const found = ask(aSignal({ categories: ["addiction"], report: { area: "zuid" } }), { directory });
  expect(found.chain).toEqual(expect.arrayContaining(["willem", "priya", "marieke"]));
  expect(found.chain[0]).toBe("daan");
  expect(found.reason.because).toEqual(expect.arrayContaining(["stand_in", "working"]));
  expect(found.chain).not.toContain("hans");
  expect(found.chain).not.toContain("jurre");
});

test("with everyone away there is still somebody to ask, and the reason says so", () => {
  const changes = Object.fromEntries(example.people.map((person) => [person.id, away]));
  const found = ask(aSignal(), { directory: withPeople(changes) });
  expect(found.chain).toEqual(["willem", "priya", "marieke"]);
  expect(found.reason.because).toEqual(["catch_all", "duty", "last_resort", "absent"]);
});

test("when everyone said no, the catch-all is asked again: a signal is never nobody's", () => {
  const declined = example.people.map((person) => person.id);
  const found = ask(aSignal({ declined }));
  expect(found.chain).toEqual(["willem", "priya", "marieke"]);
  expect(found.reason.because).toEqual(["catch_all", "duty", "last_resort", "declined"]);
});

test("an id that is a word of the language itself has no load by accident", () => {
  const people = example.people.map((one) => (one.id === "mehmet" ? { ...one, id: "constructor" } : one));
  const { reason } = ask(aSignal({ report: { area: "noord" } }), { directory: { ...example, people } });
  expect(reason.because).toContain("load:0/10");
});
