import type { DigestNumbers } from "#signal/digest-numbers.ts";
import { refusals, type ScreenBody } from "#signal/screen.ts";
import { chatScreens } from "#texts/gallery/chat.ts";
import {
  examplePassages,
  examplePeople,
  exampleSignal,
  exampleWords,
} from "#texts/gallery/example-signal.ts";
import { exampleNumbers } from "#texts/gallery/numbers.ts";
import { expertHomes } from "#texts/gallery/own-work.ts";
import type { Reading } from "#texts/labels.ts";

type Body<K extends ScreenBody["kind"]> = Extract<ScreenBody, { kind: K }>;
/** An example per variant that matters. A kind without one does not compile. */
type Examples = { readonly [K in ScreenBody["kind"]]: Readonly<Record<string, Body<K>>> };

const hour = 3_600_000;
const code = "VS-7K3M";

/** Every screen that can follow a press. */
export function exampleScreens(reading: Reading): Examples {
  const { now } = reading;
  const [holder, other] = examplePeople(reading);
  const signal = exampleSignal(reading);
  const waiting = exampleSignal(reading, {
    code: "VS-2QX9",
    stage: "routed",
    holder: null,
    urgency: "urgent",
  });
  const closed = exampleSignal(reading, { code: "VS-9BB4", stage: "closed", outcome: "P0" });
  return {
    refusal: Object.fromEntries(
      refusals.map((refusal) => [refusal, { kind: "refusal", refusal, code, holder } as const]),
    ),
    safety_first: {
      open_office: { kind: "safety_first", staffed: true, opensAt: now },
      closed_office: { kind: "safety_first", staffed: false, opensAt: now + 12 * hour },
    },
    done: {
      reported: { kind: "done", what: "reported", code, safety: null },
      reported_acute: { kind: "done", what: "reported", code, safety: { staffed: true, opensAt: now } },
      sent: { kind: "done", what: "sent", code, safety: null },
      sent_acute: { kind: "done", what: "sent", code, safety: { staffed: false, opensAt: now + 12 * hour } },
      handed_over: { kind: "done", what: "handed_over", code, person: other, safety: null },
      consulted: { kind: "done", what: "consulted", code, person: other, safety: null },
      asked: { kind: "done", what: "asked", code, safety: null },
      worried: { kind: "done", what: "worried", code, safety: null },
      accepted: { kind: "done", what: "accepted", code, safety: null },
      noted: { kind: "done", what: "noted", code, safety: null },
      withdrawn: { kind: "done", what: "withdrawn", code, safety: null },
      withdraw_requested: { kind: "done", what: "withdraw_requested", code, safety: null },
      closed: { kind: "done", what: "closed", code, safety: null },
      away: { kind: "done", what: "away", code: "", safety: null },
      back: { kind: "done", what: "back", code: "", safety: null },
      capacity: { kind: "done", what: "capacity", code: "", safety: null },
    },
    story: {
      mine: storyOf(reading, { mayAct: true }),
      to_accept: storyOf(reading, { signal: waiting, mayAct: true }),
      working: storyOf(reading, {
        told: [
          ...storyOf(reading, {}).told.slice(0, 1),
          {
            what: "waiting",
            by: holder,
            at: now - 48 * hour,
            text: exampleWords(reading).get(examplePassages.waiting) ?? "",
          },
        ],
        signal: exampleSignal(reading, {
          stage: "working",
          outcome: "C1",
          waiting: { where: examplePassages.waiting, since: now - 48 * hour },
        }),
      }),
      waiting_erased: storyOf(reading, {
        told: [],
        signal: exampleSignal(reading, { waiting: { where: "gone", since: now - 48 * hour } }),
      }),
      corrected: storyOf(reading, { signal: exampleSignal(reading, { decidedBy: other }) }),
      pressing: storyOf(reading, {
        signal: exampleSignal(reading, {
          urgency: "urgent",
          stage: "routed",
          holder: null,
          asked: [holder, other],
          hops: 2,
          worriedAt: now - hour,
          called: "cannot_call",
          withdrawAskedAt: now - 2 * hour,
        }),
        reason: {
          because: ["handed_over", `after:${holder}`, "duty"],
          passedOver: reading.directory.people.map(({ id }) => ({ person: id, why: "off_today" })),
        },
      }),
      not_sorted: storyOf(reading, {
        signal: exampleSignal(reading, { categories: ["unclear"] }),
        proposal: null,
      }),
      sorted_by_hand: storyOf(reading, {
        signal: exampleSignal(reading, { decidedBy: other }),
        proposal: null,
      }),
      consulted: storyOf(reading, { mayAct: false }),
      closed: storyOf(reading, { signal: closed }),
      erased: storyOf(reading, { signal: closed, told: [], evidence: [] }),
    },
    why: { why: { kind: "why", signal, evidence: storyOf(reading, {}).evidence } },
    help: {
      signaler: { kind: "help", as: "signaler" },
      expert: { kind: "help", as: "expert" },
      manager: { kind: "help", as: "manager" },
    },
    home_signaler: {
      first_time: { kind: "home_signaler", signals: [], organisation: null },
      with_signals: {
        kind: "home_signaler",
        signals: [signal, closed],
        organisation: reading.directory.organisations[0]?.id ?? null,
      },
    },
    home_expert: expertHomes(reading),
    ...chatScreens(reading),
    home_manager: {
      week: { kind: "home_manager", numbers: exampleNumbers(reading, "management") },
      small_week: { kind: "home_manager", numbers: smallWeek(reading) },
    },
  };
}

/** A week with so few signals that management sees hardly a count. */
function smallWeek(reading: Reading): DigestNumbers {
  const numbers = exampleNumbers(reading, "management");
  const hidden = "hidden" as const;
  return {
    ...numbers,
    arrivals: 5,
    byUrgency: numbers.byUrgency.map((row) => ({ ...row, count: hidden })),
    bySource: numbers.bySource.map((row) => ({ ...row, count: row.of === "school" ? 5 : hidden })),
    block: { ...numbers.block, casework: hidden, advice: hidden, noFollowUp: hidden, preventionShare: null },
    outcomes: { prevention: hidden, casework: hidden, advice: hidden, noFollowUp: hidden },
    trend: numbers.trend.map((bar, place) => ({
      ...bar,
      prevention: place > 5 ? hidden : 0,
      casework: hidden,
    })),
    onTime: { done: hidden, of: hidden },
    feedback: { done: hidden, of: hidden },
    handOvers: hidden,
    open: { ...numbers.open, inHand: hidden, preventionWork: hidden, overdue: hidden },
  };
}

function storyOf(reading: Reading, change: Partial<Body<"story">>): Body<"story"> {
  const signal = exampleSignal(reading);
  const words = exampleWords(reading);
  const [holder] = examplePeople(reading);
  const story = words.get(examplePassages.story) ?? "";
  return {
    kind: "story",
    signal,
    told: [
      { what: "story", by: "signaler", at: signal.receivedAt, text: story },
      {
        what: "question",
        by: holder,
        at: reading.now - 2 * hour,
        text: words.get(examplePassages.question) ?? "",
      },
      {
        what: "answer",
        by: "signaler",
        at: reading.now - hour,
        text: words.get(examplePassages.answer) ?? "",
      },
    ],
    evidence: [
      { quote: story.split(". ")[0]?.split(" ").slice(-4).join(" ") ?? story, pointsTo: "debt" },
      { quote: story.split(". ")[0]?.split(" ").slice(-3).join(" ") ?? story, pointsTo: "debt" },
      { quote: story.split(" ").slice(-4).join(" "), pointsTo: "debt" },
      { quote: story.split(" ").slice(-3).join(" "), pointsTo: "preventive" },
    ],
    proposal: signal.proposal,
    reason: signal.reason,
    mayAct: true,
    ...change,
  };
}
