import type { NoticeBody, NoticeKind } from "#signal/notice.ts";
import type { Reread } from "#signal/signal.ts";
import { callAnswers, type FeedbackLevel, feedbackLevels, urgencies } from "#signal/words.ts";
import { chatNotices } from "#texts/gallery/chat.ts";
import { examplePassages, examplePeople } from "#texts/gallery/example-signal.ts";
import { exampleNumbers } from "#texts/gallery/numbers.ts";
import { ownWorkNotices } from "#texts/gallery/own-work.ts";
import { vitalsNotices } from "#texts/gallery/vitals.ts";
import type { Reading } from "#texts/labels.ts";

type Body<K extends NoticeKind> = Extract<NoticeBody, { kind: K }>;
/** An example per variant that matters. A kind without one does not compile. */
type Examples = { readonly [K in NoticeKind]: Readonly<Record<string, Body<K>>> };

const hour = 3_600_000;
const code = "VS-7K3M";

/** Every message that the bot can send, with its important variants. */
export function exampleNotices(reading: Reading): Examples {
  const { now } = reading;
  const [holder, other] = examplePeople(reading);
  return {
    receipt: receipts(reading),
    safety: Object.fromEntries(urgencies.map((urgency) => [urgency, safetyOf(urgency, reading)])),
    questions: {
      asked: { kind: "questions", code, questions: ["danger", "fact_money", "aware"], answered: false },
      answered: { kind: "questions", code, questions: ["danger"], answered: true },
    },
    question_relayed: {
      asked: { kind: "question_relayed", code, words: examplePassages.question, answered: false },
      answered: { kind: "question_relayed", code, words: null, answered: true },
    },
    feedback: Object.fromEntries(feedbackLevels.map((level) => [level, feedbackOf(level, holder)])),
    delayed: {
      later: { kind: "delayed", code, due: now + 48 * hour },
      no_date: { kind: "delayed", code, due: null },
    },
    picked_up: {
      calm: {
        kind: "picked_up",
        code,
        urgency: "soon",
        person: holder,
        due: reading.now + 96 * hour,
        outsideContact: false,
      },
      acute: {
        kind: "picked_up",
        code,
        urgency: "acute",
        person: holder,
        due: reading.now + hour,
        outsideContact: false,
      },
      outside: {
        kind: "picked_up",
        code,
        urgency: "soon",
        person: holder,
        due: reading.now + 96 * hour,
        outsideContact: true,
      },
    },
    ...ownWorkNotices(reading),
    ...chatNotices(reading),
    withdraw_asked: { asked: { kind: "withdraw_asked", code } },
    alert: alerts(reading),
    consult: {
      asked: { kind: "consult", code, from: holder, categories: ["debt"], words: examplePassages.consult },
    },
    consult_answer: {
      given: { kind: "consult_answer", code, from: other, words: examplePassages.advice },
    },
    answer_relayed: { given: { kind: "answer_relayed", code, words: examplePassages.answer } },
    supplemented: {
      text: { kind: "supplemented", code, urgency: "soon", what: "words", words: examplePassages.answer },
      worried: { kind: "supplemented", code, urgency: "urgent", what: "worried", words: null },
      choices: { kind: "supplemented", code, urgency: "urgent", what: "answers", words: null },
    },
    called: Object.fromEntries(
      callAnswers.map((answer) => [answer, { kind: "called", code, answer } as const]),
    ),
    withdraw_request: {
      asked: { kind: "withdraw_request", code, state: "asked" },
      done: { kind: "withdraw_request", code, state: "done" },
    },
    reminder: reminders(reading),
    unreachable: {
      about: { kind: "unreachable", code, person: other },
      alone: { kind: "unreachable", code: null, person: other },
      signaler: { kind: "unreachable", code, person: "signaler" },
    },
    digest: {
      team: { kind: "digest", numbers: exampleNumbers(reading, "team"), audience: "team" },
      management: { kind: "digest", numbers: exampleNumbers(reading, "management"), audience: "management" },
      empty: { kind: "digest", numbers: exampleNumbers(reading, "empty"), audience: "team" },
    },
    stuck: { stuck: { kind: "stuck" } },
    vitals: vitalsNotices(reading),
    erasure_held: { held: { kind: "erasure_held", jumpedMs: 72 * hour } },
  };
}

function receiptOf(change: Partial<Body<"receipt">>, reading: Reading): Body<"receipt"> {
  return {
    kind: "receipt",
    code,
    urgency: "soon",
    categories: ["debt"],
    due: reading.now + 24 * hour,
    staffed: true,
    opensAt: reading.now,
    role: "professional",
    source: "school",
    outsideContact: false,
    status: "waiting",
    called: null,
    young: false,
    ...change,
  };
}

function receipts(reading: Reading): Examples["receipt"] {
  const of = (change: Partial<Body<"receipt">>) => receiptOf(change, reading);
  const soonDue = reading.now + hour / 4;
  const volunteer = { role: "volunteer", source: "club" } as const;
  return {
    acute: of({ urgency: "acute", categories: ["domestic_violence"], due: soonDue }),
    acute_closed_office: of({
      urgency: "acute",
      categories: ["domestic_violence"],
      due: soonDue,
      staffed: false,
    }),
    acute_called: of({ urgency: "acute", categories: ["psychological"], due: soonDue, called: "called" }),
    acute_cannot_call: of({
      urgency: "acute",
      categories: ["psychological"],
      due: soonDue,
      called: "cannot_call",
    }),
    acute_not_now: of({ urgency: "acute", categories: ["psychological"], due: soonDue, called: "not_now" }),
    acute_accepted: of({ urgency: "acute", categories: ["psychological"], due: soonDue, status: "accepted" }),
    urgent: of({ urgency: "urgent", categories: ["psychological"], due: reading.now + hour }),
    urgent_closed_office: of({ urgency: "urgent", categories: ["psychological"], staffed: false }),
    urgent_volunteer: of({
      urgency: "urgent",
      categories: ["addiction"],
      due: reading.now + hour,
      ...volunteer,
    }),
    urgent_outside: of({
      urgency: "urgent",
      categories: ["other"],
      due: reading.now + hour,
      outsideContact: true,
      ...volunteer,
    }),
    soon: of({ categories: ["domestic_violence"] }),
    soon_volunteer: of({ categories: ["psychological"], ...volunteer }),
    soon_outside_school: of({ categories: ["other"], outsideContact: true }),
    preventive: of({ urgency: "preventive" }),
    preventive_volunteer: of({ urgency: "preventive", ...volunteer }),
    preventive_outside: of({
      urgency: "preventive",
      categories: ["other"],
      outsideContact: true,
      ...volunteer,
    }),
    accepted: of({ status: "accepted" }),
    young: of({ categories: ["psychological"], young: true }),
    closed: of({ status: "closed" }),
    withdrawn: of({ status: "withdrawn" }),
    reopened: of({ status: "reopened", urgency: "urgent", due: reading.now + hour }),
  };
}

function safetyOf(urgency: Body<"safety">["urgency"], reading: Reading): Body<"safety"> {
  return {
    kind: "safety",
    code,
    urgency,
    due: reading.now + hour,
    staffed: true,
    opensAt: reading.now,
    role: "volunteer",
    outsideContact: false,
    called: null,
  };
}

function feedbackOf(level: FeedbackLevel, person: string): Body<"feedback"> {
  return { kind: "feedback", code, level, words: level === "advice" ? examplePassages.advice : null, person };
}

/** What a language model said of it, where one reads along. */
const reread: Reread = {
  kind: "signal",
  categories: ["psychological"],
  urgency: "urgent",
  engine: "openai",
  version: "1",
  raisedTo: null,
  added: [],
  differs: [],
};

function alerts(reading: Reading): Examples["alert"] {
  const [holder] = examplePeople(reading);
  const base: Body<"alert"> = {
    kind: "alert",
    code,
    reader: holder,
    urgency: "soon",
    categories: ["debt", "psychological"],
    area: reading.directory.areas[0]?.id ?? null,
    source: "school",
    ageGroup: "4-12",
    receivedAt: reading.now - 2 * hour,
    due: reading.now + 22 * hour,
    why: "assigned",
    stage: "routed",
    holder: null,
    words: null,
  };
  return {
    assigned: base,
    acute: { ...base, urgency: "acute", categories: ["domestic_violence"], due: reading.now + hour / 4 },
    unclear: { ...base, categories: ["unclear"], area: null, ageGroup: null, source: "wijkplatform" },
    reread_raised: { ...base, why: "raised", urgency: "urgent", reread: { ...reread, raisedTo: "urgent" } },
    reread_added: { ...base, reread: { ...reread, added: ["psychological"] } },
    reread_otherwise: {
      ...base,
      categories: ["debt"],
      reread: { ...reread, urgency: "preventive", differs: ["category", "urgency"] },
    },
    reread_none: {
      ...base,
      reread: { ...reread, kind: "not_a_signal", categories: [], urgency: "none", differs: ["kind"] },
    },
    stand_in: { ...base, why: "stand_in" },
    escalated: { ...base, why: "escalated", urgency: "urgent" },
    handed_over: { ...base, why: "handed_over", words: examplePassages.handOver },
    reopened: { ...base, why: "reopened" },
    raised: { ...base, why: "raised", urgency: "urgent" },
    passed_on: { ...base, why: "passed_on" },
    superseded: { ...base, why: "superseded" },
    accepted: { ...base, stage: "accepted", holder },
    accepted_by_other: { ...base, reader: "someone-else", stage: "accepted", holder },
    working: { ...base, stage: "working", holder },
    closed: { ...base, stage: "closed", holder },
    withdrawn: { ...base, stage: "withdrawn" },
  };
}

function reminders(reading: Reading): Examples["reminder"] {
  const [holder] = examplePeople(reading);
  const base: Body<"reminder"> = {
    kind: "reminder",
    code,
    urgency: "soon",
    clock: "feedback",
    due: reading.now - hour,
    holder,
    escalated: false,
  };
  return {
    accept: { ...base, clock: "accept", holder: null, escalated: true },
    feedback: base,
    feedback_escalated: { ...base, escalated: true },
    outcome: { ...base, clock: "outcome" },
    light_help: { ...base, clock: "light_help" },
  };
}
