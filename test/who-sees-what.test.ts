// F22 of the fault plan: everybody, everything they can press, on a signal in every stage. Who may is said here, apart from the code.
import { expect, test } from "vitest";
import type { Address } from "#signal/address.ts";
import { type Act, formActs } from "#signal/press.ts";
import { closing, says } from "./support/one-story.ts";
import { sampleDirectory, samplePerson } from "./support/sample-directory.ts";
import { openStage, type Stage } from "./support/stage.ts";

const everybody = {
  signaler: "chat:juf",
  anotherSignaler: "chat:coach",
  asked: "chat:ben",
  neverAsked: "chat:sanne",
  consulted: "chat:noor",
  coordinator: "chat:carla",
  coordinatorFromThatSchool: "chat:cora",
  expertFromThatSchool: "chat:ida",
  manager: "chat:max",
  adviser: "chat:vera",
  partnerFromOutside: "chat:petra",
  stranger: "chat:niemand",
  sameNameElsewhere: "other:ben",
} as const satisfies Record<string, Address>;
type Who = keyof typeof everybody;
const whos = Object.keys(everybody) as Who[];

const story = "Een jongen uit groep 7 heeft vaak geen brood mee, KANARIE en geen gymkleren.";
const advice = "PARKIET Kennen jullie dit gezin?";

/** A signal about money: Ben is asked, and Noor for advice. */
const stages = {
  asked: async () => {},
  held: async (stage, code) => {
    await stage.press("chat:ben", "accept", code);
  },
  working: async (stage, code) => {
    await stage.press("chat:ben", "accept", code);
    await stage.press("chat:ben", "ask", code, { text: "Hoe vaak gebeurt het?" });
    await stage.press("chat:ben", "outcome", code, { outcome: "P0", word: "in_contact", next: "keep_open" });
  },
  closed: async (stage, code) => {
    await stage.press("chat:ben", "accept", code);
    await stage.press("chat:ben", "outcome", code, closing("P0"));
  },
  withdrawn: async (stage, code) => {
    await stage.press("chat:juf", "withdraw", code);
  },
} as const satisfies Record<string, (stage: Stage, code: string) => Promise<void>>;
type In = keyof typeof stages;

async function stageIn(name: In): Promise<{ readonly stage: Stage; readonly code: string }> {
  const directory = sampleDirectory();
  const stage = await openStage({
    classifier: says({ evidence: [{ quote: "KANARIE", pointsTo: "debt" }] }),
    directory: {
      ...directory,
      coordinators: ["carla", "cora"],
      people: [
        ...directory.people,
        samplePerson("cora", { conflicts: ["de-wilg"] }),
        samplePerson("ida", { expertise: { debt: 3 }, conflicts: ["de-wilg"] }),
        samplePerson("petra", { external: true, expertise: { debt: 1 } }),
      ],
    },
  });
  const { code } = await stage.report(story);
  await stage.report("Er is iets met de training, ik weet het niet.", {}, "chat:coach");
  await stage.press("chat:ben", "consult", code, { whom: "noor", text: advice });
  await stages[name](stage, code);
  return { stage, code };
}

const bySignaler = ["supplement", "answer", "called", "still_worried", "withdraw"] as const;
const byColleague = [
  "accept",
  "decline",
  "hand_over",
  "consult",
  "ask",
  "feedback",
  "correct",
  "waiting",
  "outcome",
  "close",
] as const;
const onSignal = [...bySignaler, ...byColleague, "consult_answer", "open", "why"] as const;
type OnSignal = (typeof onSignal)[number];

const filled: Readonly<Record<OnSignal, Record<string, string>>> = {
  supplement: { text: "Vandaag weer." },
  answer: { text: "Bijna elke dag." },
  called: { answer: "called" },
  still_worried: { text: "Het gaat niet beter." },
  withdraw: {},
  accept: {},
  decline: {},
  hand_over: { to: "dora", text: "Voor jou." },
  consult: { whom: "dora", text: "Ken je dit?" },
  consult_answer: { text: "Nee." },
  ask: { text: "Sinds wanneer?" },
  feedback: { level: "looked_at" },
  correct: { kind: "signal", categories: "debt", urgency: "urgent" },
  waiting: { text: "Wacht op school." },
  outcome: closing("P1"),
  close: { word: "closed" },
  open: {},
  why: {},
};

/** Who may read the story, in the words of domain.md: who has it or is asked, who is asked for advice while it is open, the coordinator. */
function mayRead(who: Who, stage: In): boolean {
  if (who === "consulted") return stage === "asked" || stage === "held" || stage === "working";
  return who === "asked" || who === "coordinator";
}

/** Who may do this at all, if it is the moment for it. */
function mayDo(who: Who, act: OnSignal): boolean {
  if (includes(bySignaler, act)) return who === "signaler";
  if (act === "consult_answer") return who === "consulted";
  if (act === "open" || act === "why") return who === "asked" || who === "coordinator" || who === "consulted";
  return who === "asked" || who === "coordinator";
}

function includes(list: readonly Act[], act: Act): boolean {
  return list.includes(act);
}

const always = ["supplement", "answer", "called", "still_worried"] as const;
const held = ["hand_over", "consult", "ask", "feedback", "correct", "waiting", "outcome"] as const;
/** What changes something, in each stage, for who may do it: signaler, colleague (who has it or is asked, and the coordinator), consulted. */
const works: Readonly<Record<In, readonly (readonly OnSignal[])[]>> = {
  asked: [
    [...always, "withdraw"],
    ["accept", "decline", "hand_over", "consult", "correct"],
    ["consult_answer"],
  ],
  held: [[...always, "withdraw"], held, ["consult_answer"]],
  working: [[...always, "withdraw"], [...held, "close"], ["consult_answer"]],
  closed: [always, ["outcome"], []],
  withdrawn: [[], [], []],
};

function worksFor(stage: In): string[] {
  const [signaler = [], colleague = [], consulted = []] = works[stage];
  const of = (who: Who, acts: readonly OnSignal[]) => acts.map((act) => `${who} ${act}`);
  return [
    ...of("signaler", signaler),
    ...of("asked", colleague),
    ...of("coordinator", colleague),
    ...of("consulted", consulted),
  ].sort();
}

/** What somebody gets to see, in one string. */
function shown(reply: unknown): string {
  return JSON.stringify(reply);
}

function leaksTo(who: Who, stage: In, text: string): string[] {
  if (mayRead(who, stage)) return [];
  // Signalers know what they told; what colleagues say to each other is not theirs.
  const secrets = who === "signaler" ? ["PARKIET"] : ["KANARIE", "PARKIET", "geen brood"];
  return secrets.filter((secret) => text.includes(secret));
}

/** What a signal is, apart from who has looked. */
async function standing(stage: Stage, code: string): Promise<string> {
  return JSON.stringify(await stage.signal(code));
}

test.for(Object.keys(stages) as In[])(
  "who sees and does what, of a signal that is %s",
  {
    timeout: 240_000,
  },
  async (name) => {
    const shared = await stageIn(name);
    const worked = new Set<string>();
    let cells = 0;
    for (const who of whos) {
      const by = everybody[who];
      for (const act of onSignal) {
        const isRight = mayDo(who, act);
        const { stage, code } = isRight && act !== "open" && act !== "why" ? await stageIn(name) : shared;
        const before = await standing(stage, code);
        for (const fields of includes(formActs, act) ? [null, filled[act]] : [filled[act]]) {
          const reply = await stage.press(by, act, code, fields);
          const cell = `${who} ${act} ${fields === null ? "form" : "sent"}`;
          expect([cell, leaksTo(who, name, shown(reply))]).toEqual([cell, []]);
          const isChanged = (await standing(stage, code)) !== before;
          if (isChanged) worked.add(`${who} ${act}`);
          if (!isRight || fields === null) expect([cell, isChanged]).toEqual([cell, false]);
          // A form is given where sending it would change something, and nowhere else.
          const isGiven = fields === null && worksFor(name).includes(`${who} ${act}`);
          expect([cell, reply.form !== null]).toEqual([cell, isGiven]);
          if (act === "open" && mayRead(who, name)) expect(shown(reply)).toContain("KANARIE");
          cells += 1;
        }
        if (stage !== shared.stage) await stage.close();
      }
    }
    for (const { to, card } of shared.stage.chat.said()) {
      const who = whos.find((one) => everybody[one] === to);
      if (who !== undefined) expect([to, leaksTo(who, name, shown(card))]).toEqual([to, []]);
    }
    expect(cells).toBeGreaterThan(380);
    expect([...worked].sort()).toEqual(worksFor(name));
    await shared.stage.close();
  },
);

const team = ["asked", "neverAsked", "consulted", "coordinator", "coordinatorFromThatSchool"] as const;
const colleagues: readonly Who[] = [
  ...team,
  "expertFromThatSchool",
  "manager",
  "adviser",
  "partnerFromOutside",
];
const coordinators: readonly Who[] = ["coordinator", "coordinatorFromThatSchool"];

/** The heading of "this is not yours" (texts/refusals.ts). */
const notYours = "Dit kan iemand anders doen";

test("who gets the week, an exercise and an agenda, and nobody a story with it", async () => {
  const { stage } = await stageIn("held");
  const mayPress: Partial<Record<Act, readonly Who[]>> = {
    week: [...coordinators, "manager"],
    drill: coordinators,
    away: colleagues,
    back: colleagues,
    capacity: colleagues,
    home: whos,
    help: whos,
    who: whos,
  };
  for (const [act, allowed] of Object.entries(mayPress) as [Act, readonly Who[]][]) {
    for (const who of whos) {
      const form = includes(formActs, act);
      const reply = await stage.press(everybody[who], act, "", form ? null : { text: "schulden" });
      const isGiven = form ? reply.form !== null : reply.card?.title !== notYours;
      expect([act, who, isGiven]).toEqual([act, who, allowed.includes(who)]);
      expect([act, who, leaksTo(who, "held", shown(reply))]).toEqual([act, who, []]);
    }
  }
  await stage.close();
});

test("to who has nothing to do with it, a signal is not there: the answer is that of a code that nobody has", async () => {
  const { stage, code } = await stageIn("held");
  const nobodys = "ZZZZ-ZZZZ";
  for (const who of ["anotherSignaler", "stranger", "sameNameElsewhere"] as const) {
    for (const act of onSignal) {
      const real = shown(await stage.press(everybody[who], act, code, filled[act])).replaceAll(code, nobodys);
      expect([who, act, real]).toEqual([
        who,
        act,
        shown(await stage.press(everybody[who], act, nobodys, filled[act])),
      ]);
    }
  }
  await stage.close();
});
