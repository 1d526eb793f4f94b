import type { Signal } from "#signal/signal.ts";
import type { Reading } from "#texts/labels.ts";

const hour = 3_600_000;

/** The passages that the examples refer to. */
export const examplePassages = {
  story: "gallery-story",
  question: "gallery-question",
  answer: "gallery-answer",
  advice: "gallery-advice",
  consult: "gallery-consult",
  handOver: "gallery-hand-over",
  waiting: "gallery-waiting",
} as const;

/** Words to show, per passage; nobody really typed them. */
export function exampleWords(reading: Reading): ReadonlyMap<string, string> {
  const isDutch = reading.language === "nl";
  return new Map([
    [
      examplePassages.story,
      isDutch
        ? "Een leerling uit groep 7 heeft steeds geen brood mee. Hij wilde ook niet mee op schoolreis."
        : "A pupil of ten has no lunch again and again. He did not want to come on the school trip either.",
    ],
    [examplePassages.question, isDutch ? "Sinds wanneer merk je dit?" : "Since when do you notice this?"],
    [examplePassages.answer, isDutch ? "Sinds de herfstvakantie." : "Since the autumn holiday."],
    [
      examplePassages.advice,
      isDutch
        ? "Vraag rustig hoe het thuis gaat. Vertel dat hulp met geld gratis is."
        : "Ask calmly how things are at home. Tell that help with money is free.",
    ],
    [
      examplePassages.consult,
      isDutch ? "Weet jij welk fonds hierbij past?" : "Do you know which fund fits this?",
    ],
    [examplePassages.handOver, isDutch ? "Dit gaat vooral over geld." : "This is mostly about money."],
    [examplePassages.waiting, isDutch ? "Wachtlijst van de ggz" : "Waiting list of mental health care"],
  ]);
}

/** People to show: the first two of the book, whoever they are. */
export function examplePeople(reading: Reading): readonly [string, string] {
  const [first, second] = reading.directory.people;
  return [first?.id ?? "collega", second?.id ?? first?.id ?? "collega"];
}

/** A signal in the middle of its road, to change for each example. */
export function exampleSignal(reading: Reading, change: Partial<Signal> = {}): Signal {
  const { now } = reading;
  const [holder, other] = examplePeople(reading);
  return {
    id: "gallery",
    code: "VS-7K3M",
    revision: 4,
    stage: "accepted",
    receivedAt: now - 26 * hour,
    signaler: "gallery-signaler",
    report: {
      organisation: reading.directory.organisations[0]?.id ?? null,
      source: "school",
      area: reading.directory.areas[0]?.id ?? null,
      role: "professional",
      language: reading.language,
      ageGroup: "4-12",
      danger: "no",
      aware: "yes_reluctant",
    },
    story: examplePassages.story,
    proposal: {
      kind: "signal",
      categories: ["debt"],
      urgency: "preventive",
      confidence: "medium",
      engine: "embedded",
      version: "1",
      flags: [{ rule: "R9", level: "soon" }],
      evidence: null,
    },
    kind: "signal",
    categories: ["debt", "psychological"],
    urgency: "soon",
    outside: false,
    decidedBy: null,
    asked: [holder],
    chain: [holder, other],
    reason: {
      because: [
        "expertise:debt:2",
        `area:${reading.directory.areas[0]?.id ?? "noord"}`,
        "load:3/8",
        "working",
      ],
      passedOver: [{ person: other, why: "off_today" }],
    },
    holder,
    declined: [],
    consulted: [other],
    hops: 0,
    rung: 0,
    climbAt: null,
    alarms: { feedback: null, outcome: null },
    promisedBy: now + 22 * hour,
    round: 0,
    acceptDue: now + 22 * hour,
    feedbackDue: now + 96 * hour,
    outcomeDue: now + 120 * hour,
    acceptedAt: now - 20 * hour,
    feedbackAt: null,
    closedAt: null,
    outcome: null,
    outcomes: [],
    feedback: [],
    waiting: null,
    questions: [],
    called: null,
    young: false,
    worriedAt: null,
    withdrawAskedAt: null,
    delays: 0,
    asks: 0,
    reopened: 0,
    drill: false,
    eraseAt: null,
    ...change,
  };
}
