import type { FormBody } from "#signal/screen.ts";
import { feedbackLevels } from "#signal/words.ts";
import { examplePassages, exampleWords } from "#texts/gallery/example-signal.ts";
import { ownWorkForms } from "#texts/gallery/own-work.ts";
import type { Reading } from "#texts/labels.ts";

type Body<K extends FormBody["kind"]> = Extract<FormBody, { kind: K }>;
/** An example per variant that matters. A kind without one does not compile. */
type Examples = { readonly [K in FormBody["kind"]]: Readonly<Record<string, Body<K>>> };

const code = "VS-7K3M";

/** Every dialog. */
export function exampleForms(reading: Reading): Examples {
  const { areas, organisations, people } = reading.directory;
  const colleagues = people.map((person) => person.id);
  const words = exampleWords(reading);
  const question = words.get(examplePassages.question) ?? "";
  const report: Body<"report"> = {
    kind: "report",
    organisations,
    areas,
    organisation: null,
    role: null,
    language: reading.language,
    text: "",
    asksCode: true,
  };
  return {
    report: {
      first_time: report,
      remembered: {
        ...report,
        organisation: organisations[0]?.id ?? null,
        role: "professional",
        text: words.get(examplePassages.story) ?? "",
        asksCode: false,
      },
    },
    withdraw: {
      light: { kind: "withdraw", code, pressing: false },
      pressing: { kind: "withdraw", code, pressing: true },
    },
    supplement: {
      asked: { kind: "supplement", code, areas, questions: ["fact_fear", "danger", "aware"] },
      facts: { kind: "supplement", code, areas, questions: ["fact_duration", "age_group", "area"] },
      money: { kind: "supplement", code, areas, questions: ["fact_money"] },
      use: { kind: "supplement", code, areas, questions: ["fact_use"] },
      injury: { kind: "supplement", code, areas, questions: ["fact_injury"] },
      seen: { kind: "supplement", code, areas, questions: ["fact"] },
      unasked: { kind: "supplement", code, areas, questions: [] },
      where_from: { kind: "supplement", code, areas, questions: ["fact", "danger"], organisations },
    },
    answer: { answer: { kind: "answer", code, question } },
    hand_over: { hand_over: { kind: "hand_over", code, colleagues, away: colleagues.slice(1, 2) } },
    consult: { consult: { kind: "consult", code, colleagues, away: [] } },
    consult_answer: {
      consult_answer: { kind: "consult_answer", code, question: words.get(examplePassages.consult) ?? "" },
    },
    ask: { ask: { kind: "ask", code } },
    feedback: {
      feedback: { kind: "feedback", code, levels: feedbackLevels.filter((level) => level !== "closed") },
    },
    correct: {
      correct: { kind: "correct", code, signalKind: "signal", categories: ["debt"], urgency: "soon" },
    },
    waiting: { waiting: { kind: "waiting", code } },
    outcome: {
      first: { kind: "outcome", code, outcome: null, heard: false },
      again: { kind: "outcome", code, outcome: "P2", heard: true },
    },
    ...ownWorkForms(reading),
    drill: { drill: { kind: "drill" } },
    close: { close: { kind: "close", code, outcome: "C1", heard: true } },
  };
}
