import { expect, test } from "vitest";
import { Problem } from "#base/problem.ts";
import { readDirectory } from "#route/directory.ts";
import { example, exampleText } from "./route-fixture.ts";

/** The message of a file that is refused. */
function refusal(text: string): string {
  try {
    readDirectory(text, "gemeente.yaml");
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    expect(thrown.kind).toBe("misconfigured");
    return thrown.message;
  }
  throw new Error("The file was accepted.");
}

function faultsOf(text: string): string[] {
  return refusal(text)
    .split("\n")
    .filter((line) => line.startsWith("- "));
}

/** The example with one passage changed. */
function changed(from: string, to: string): string {
  expect(exampleText.split(from)).toHaveLength(2);
  return exampleText.replace(from, to);
}

test("the example is a municipality that works", () => {
  expect(example.municipality).toBe("Voorbeeldstad");
  expect(example.hours).toEqual({
    opens: 540,
    closes: 1020,
    days: [1, 2, 3, 4, 5],
    goodFriday: false,
    liberationDay: false,
    closed: ["2027-05-07"],
  });
  expect(example.areas.map((area) => area.id)).toEqual(["noord", "oost", "zuid", "centrum"]);
  expect(example.organisations.filter((one) => one.type === "school")).toHaveLength(8);
  expect(example.organisations.filter((one) => one.type === "club")).toHaveLength(6);
  expect(example.organisations.filter((one) => one.type === "wijkplatform")).toHaveLength(4);
});

test("of the example's experts a fifth or less knows about addiction, as in real teams", () => {
  const experts = example.people.filter((one) => !one.external && Object.keys(one.expertise).length > 0);
  expect(experts).toHaveLength(12);
  expect(experts.filter((one) => one.expertise.addiction)).toHaveLength(2);
});

test("everyone in the example can be reached on the trial page", () => {
  for (const person of example.people) expect(person.addresses).toContain(`web:${person.id}`);
});

test("a school may give out a code; one of the example does", () => {
  const codes = example.organisations.flatMap(({ id, joinCode }) =>
    joinCode === null ? [] : [[id, joinCode]],
  );
  expect(codes).toEqual([["wijkplatform-centrum", "centrum-26"]]);
});

test("a code that is soon guessed, or that another organisation has, is refused without repeating it", () => {
  const line = "id: de-wilg, name: Basisschool De Wilg, type: school, area: noord";
  const short = faultsOf(changed(line, `${line}, code: geit5`));
  expect(short).toEqual([expect.stringMatching(/organisations #1 code: A code has at least 6 characters/)]);
  const number = faultsOf(changed(line, `${line}, code: 202612`));
  expect(number).toEqual([expect.stringMatching(/organisations #1 code: A code in quotes was expected/)]);
  const double = faultsOf(changed(line, `${line}, code: " CENTRUM-26 "`));
  expect(double).toEqual([
    expect.stringMatching(/organisations #18 code: Another organisation has this code/),
  ]);
  expect(double.join()).not.toMatch(/centrum-26/i);
});

test("a colleague's alerts may go to the team's channel, and to no place of somebody else", () => {
  const line = "addresses: [web:chantal]";
  const read = readDirectory(changed(line, `${line}\n    alertsIn: slack:T1/C1`), "gemeente.yaml");
  expect(read.people.find(({ id }) => id === "chantal")?.alertsIn).toBe("slack:T1/C1");
  const refused = /alertsIn: This is a colleague's own address, or a channel for management/;
  for (const place of ["web:chantal", "web:hans"])
    expect(faultsOf(changed(line, `${line}\n    alertsIn: ${place}`))).toEqual([
      expect.stringMatching(refused),
    ]);
  const open = changed(line, `${line}\n    alertsIn: web:kanaal-management`);
  expect(faultsOf(open)).toEqual([expect.stringMatching(refused)]);
  expect(faultsOf(changed(line, `${line}\n    alertsIn: ergens`))).toEqual([
    expect.stringMatching(/alertsIn: Not an address/),
  ]);
});

test("what is left out has a usual value", () => {
  const hans = example.people.find((person) => person.id === "hans");
  expect(hans).toEqual({
    id: "hans",
    name: "Hans",
    role: { nl: "teammanager", en: "team manager" },
    team: "wijkteam Voorbeeldstad",
    expertise: {},
    areas: "all",
    ages: "all",
    days: [1, 2, 3, 4, 5],
    capacity: 0,
    absences: [],
    addresses: ["web:hans"],
    alertsIn: null,
    language: "nl",
    external: false,
    conflicts: [],
  });
});

test("a role may be one text for both languages", () => {
  const text = changed("role: { nl: teammanager, en: team manager }", "role: manager");
  const hans = readDirectory(text, "x").people.find((person) => person.id === "hans");
  expect(hans?.role).toEqual({ nl: "manager", en: "manager" });
});

test("a file from Windows reads the same", () => {
  expect(readDirectory(`\uFEFF${exampleText.replaceAll("\n", "\r\n")}`, "x")).toEqual(example);
});

const faulty = `municipality: Testdorp
team: wijkteam
hours: { open: "17:00-09:00", days: [ma, dinsdag] }
areas:
  - { id: noord, name: Noord }
  - { id: noord, name: Nogmaals Noord }
organisations:
  - { id: de-wilg, name: De Wilg, type: basisschool, area: west }
people:
  - id: anna
    name: Anna
    rol: wijkcoach
    areas: [noordd]
    capacity: veel
    addresses: []
    expertise: { debt: 4 }
  - id: bart
    name: Bart
    role: partner
    areas: all
    capacity: 1
    external: true
    absences: [{ from: 2026-12-31, until: 2026-12-01 }]
    addresses: [geheim adres, web:bart, web:bart]
    conflicts: [een-club]
duty: [bart]
coordinators: []
outsideContact: niemand
digest: { hideUpTo: 3 }
`;

test("a file with many faults gets all of them at once, each with its line, its place and what to do", () => {
  const places = faultsOf(faulty).map((line) => line.slice(2, line.indexOf(":")));
  expect(places).toEqual([
    "line 1, managers",
    "line 3, hours open",
    "line 3, hours days #2",
    "line 6, areas #2 id",
    "line 8, organisations #1 type",
    "line 8, organisations #1 area",
    "line 10, people #1 role",
    "line 12, people #1 rol",
    "line 13, people #1 areas #1",
    "line 14, people #1 capacity",
    "line 15, people #1 addresses",
    "line 16, people #1 expertise debt",
    "line 23, people #2 absences #1 until",
    "line 24, people #2 addresses #1",
    "line 24, people #2 addresses #3",
    "line 25, people #2 conflicts #1",
    "line 26, duty #1",
    "line 27, coordinators",
    "line 28, outsideContact",
    "line 29, digest hideUpTo",
  ]);
  expect(refusal(faulty)).toMatch(/^gemeente.yaml has 20 faults/);
});

test("no name and no address of the file is repeated in the message", () => {
  expect(refusal(faulty)).not.toMatch(/Anna|Bart|Noord\b|geheim|web:bart|Wilg/);
});

test.each([
  [
    "a setting that does not exist",
    "capacity: 8\n    absences:\n      - { from: 2026-12-21",
    "capactiy: 8\n    absences:\n      - { from: 2026-12-21",
    /capactiy: Not a setting here\. Known are: .*capacity/,
  ],
  ["a duty list without anyone", "duty: [willem, priya]", "duty: []", /duty: At least one colleague/],
  ["no coordinator", "coordinators: [marieke]", "coordinators: []", /coordinators: At least one colleague/],
  ["no manager", "managers: [hans, yvonne]", "managers: []", /managers: At least one colleague/],
  ["no outside contact", "outsideContact: bea", "", /outsideContact: Is missing/],
  [
    "somebody who left, still on duty",
    "duty: [willem, priya]",
    "duty: [willem, piet]",
    /duty #2: "piet" is not the id/,
  ],
  [
    "the same person on duty twice",
    "duty: [willem, priya]",
    "duty: [willem, willem]",
    /duty #2: "willem" is named twice/,
  ],
  ["a partner from outside on call", "onCall: []", "onCall: [jurre]", /onCall #1: "jurre" is external/],
  ["two colleagues with one address", "[web:omar]", "[web:noor]", /used twice/],
  [
    "a channel for the team and for management",
    "[web:kanaal-management]",
    "[web:kanaal-wijkteam]",
    /used twice/,
  ],
  ["hiding too little", "hideUpTo: 4", "hideUpTo: 3", /write 4 to 9/],
  ["hiding too much", "hideUpTo: 4", "hideUpTo: 10", /Write 4 to 9/],
  ["a day that does not exist", "- 2027-05-07", "- 2027-02-30", /Not a date that exists/],
  [
    "an office that is never open",
    "  days: [ma, di, wo, do, vr]\n  # Is het",
    "  days: []\n  # Is het",
    /At least one weekday/,
  ],
  [
    "somebody who only works on Sunday",
    "days: [ma, wo, vr]\n    capacity: 7",
    "days: [zo]\n    capacity: 7",
    /days that the office is closed/,
  ],
  ["an id that the event log needs", "id: hans", "id: system", /can not be used as an id/],
  ["yes for true", "goodFriday: false", "goodFriday: ja", /goodFriday: true or false was expected/],
])("refused: %s", (_, from, to, message) => {
  expect(refusal(changed(from, to))).toMatch(message);
});

test("a file that is no YAML is refused with the line", () => {
  expect(faultsOf("municipality: a: b")).toEqual([
    expect.stringMatching(/^- line 1: The YAML is wrong here/),
  ]);
  expect(faultsOf("municipality: x\nmunicipality: y")).toEqual([
    expect.stringMatching(/line 2.*DUPLICATE_KEY/),
  ]);
  expect(faultsOf("municipality: !geheim x")[0]).toMatch(/line 1: The YAML is wrong here/);
  expect(faultsOf("")).toEqual(["- The file is empty."]);
  expect(faultsOf("zomaar tekst")).toEqual(["- line 1: A block of settings was expected."]);
});

test("a file made to exhaust the machine is refused at once", () => {
  const bomb = [
    "a: &a [1,1,1,1,1,1,1,1,1]",
    "b: &b [*a,*a,*a,*a,*a,*a,*a,*a]",
    "c: &c [*b,*b,*b,*b,*b,*b,*b,*b]",
  ];
  expect(refusal([...bomb, "d: [*c,*c,*c,*c,*c,*c,*c,*c]"].join("\n"))).toMatch(/aliases/);
  expect(refusal("[".repeat(50_000))).toMatch(/nested too deep/);
  expect(refusal(`municipality: ${"x".repeat(1024 * 1024)}`)).toMatch(/larger than 1 MB/);
});

test("a name that every object has is no setting, and changes nothing", () => {
  expect(refusal(`__proto__: { admin: true }\n${exampleText}`)).toMatch(/__proto__: Not a setting here/);
  expect(Object.hasOwn(Object.prototype, "admin")).toBe(false);
});
