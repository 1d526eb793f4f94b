import { actorOn, type Visitor } from "#counter/visitor.ts";
import { mayDo, mayReceive } from "#privacy/access.ts";
import type { PassageKind } from "#signal/decision.ts";
import { type Directory, expertiseOf, type Person } from "#signal/directory.ts";
import type { SignalAct } from "#signal/event.ts";
import { lateness, mostHops } from "#signal/lifecycle.ts";
import type { FormAct, Press } from "#signal/press.ts";
import type { FormBody, Refusal } from "#signal/screen.ts";
import { leadingCategory, type PersonId, type Signal } from "#signal/signal.ts";
import { feedbackLevels } from "#signal/words.ts";
import type { Store } from "#store/store.ts";

/** The report form: prefilled with what is remembered, and shorter for whoever is known. */
export function reportForm(
  visitor: Visitor,
  directory: Directory,
  { asksCode }: Pick<Extract<FormBody, { kind: "report" }>, "asksCode">,
): FormBody {
  return {
    kind: "report",
    organisations: directory.organisations,
    areas: directory.areas,
    organisation: visitor.signaler?.organisation ?? null,
    role: visitor.signaler?.role ?? null,
    language: visitor.language,
    text: "",
    asksCode,
  };
}

/** Which act on a signal each form ends in: who may not do the act, or not now, does not get the form. */
const actOfForm = {
  supplement: "supplemented",
  answer: "answered",
  withdraw: "withdrawn",
  hand_over: "handed_over",
  consult: "consulted",
  consult_answer: "consult_answered",
  ask: "asked",
  feedback: "feedback_given",
  correct: "corrected",
  waiting: "waiting",
  outcome: "outcome_set",
  close: "closed",
} as const satisfies Partial<Record<FormAct, SignalAct["type"]>>;

export type SignalForm = keyof typeof actOfForm;

/** Does this act open a form about one signal? */
export function isSignalForm(act: Press["act"]): act is SignalForm {
  return Object.hasOwn(actOfForm, act);
}

/** The form of an act on this signal, or why this visitor does not get it. */
export async function signalForm(
  act: SignalForm,
  signal: Signal,
  visitor: Visitor,
  { store, directory, away }: { store: Store; directory: Directory; away: readonly PersonId[] },
): Promise<FormBody | Refusal> {
  const type = actOfForm[act];
  const side = act === "supplement" || act === "answer" || act === "withdraw" ? "signaler" : "person";
  const by = actorOn(visitor, side);
  if (!mayDo(signal, by, type, directory)) return "not_yours";
  // Nobody types for nothing, and who was asked for advice reads nothing any more once the signal has ended.
  const late = lateness(signal, { type, by });
  if (late !== null) return late;
  const { code } = signal;
  const lastWords = async (kind: PassageKind) => (await store.passages(signal.id, [kind])).at(-1)?.text ?? "";
  const heard = signal.feedbackAt !== null;
  switch (act) {
    case "supplement":
      return {
        kind: "supplement",
        code,
        questions: signal.questions,
        areas: directory.areas,
        organisations: asksWhereFrom(visitor) ? directory.organisations : [],
      };
    case "answer":
      return { kind: "answer", code, question: await lastWords("question") };
    case "withdraw":
      return { kind: "withdraw", code, pressing: signal.urgency === "acute" || signal.urgency === "urgent" };
    case "hand_over":
      return {
        kind: "hand_over",
        code,
        colleagues: bestFirst(whoMayGetIt(signal, visitor, directory), signal, away),
        away,
      };
    case "consult":
      return {
        kind: "consult",
        code,
        colleagues: bestFirst(whoMayThinkAlong(signal, visitor, directory), signal, away),
        away,
      };
    case "consult_answer":
      return { kind: "consult_answer", code, question: await lastWords("consult") };
    case "ask":
      return { kind: "ask", code };
    case "feedback":
      return { kind: "feedback", code, levels: feedbackLevels.filter((level) => level !== "closed") };
    case "correct":
      return {
        kind: "correct",
        code,
        signalKind: signal.kind,
        categories: signal.categories,
        urgency: signal.urgency,
      };
    case "waiting":
      return { kind: "waiting", code };
    case "outcome":
      return { kind: "outcome", code, outcome: signal.outcome, heard };
    case "close":
      return signal.outcome === null ? "not_now" : { kind: "close", code, outcome: signal.outcome, heard };
  }
}

/** Who typed a first concern was never asked where they work or help. */
function asksWhereFrom({ signaler }: Visitor): boolean {
  return signaler === null || signaler.organisation === null;
}

/** After two hand-overs only a coordinator is left to choose. */
function whoMayGetIt(signal: Signal, visitor: Visitor, directory: Directory): readonly Person[] {
  const { coordinators } = directory;
  const me = visitor.person?.id ?? "";
  const onlyCoordinators = signal.hops >= mostHops && !coordinators.includes(me);
  return directory.people
    .filter((person) => person.id !== me && mayReceive(signal, person, "take", directory))
    .filter((person) => !onlyCoordinators || coordinators.includes(person.id));
}

function whoMayThinkAlong(signal: Signal, visitor: Visitor, directory: Directory): readonly Person[] {
  return directory.people.filter(
    (person) => person.id !== visitor.person?.id && mayReceive(signal, person, "consult", directory),
  );
}

/** Who knows most about it comes first, then by name; who is not there comes last. */
function bestFirst(people: readonly Person[], signal: Signal, away: readonly PersonId[]): PersonId[] {
  const expertise = expertiseOf(leadingCategory(signal));
  const depth = (person: Person) => (expertise === null ? 0 : (person.expertise[expertise] ?? 0));
  const absence = (person: Person) => Number(away.includes(person.id));
  return people
    .toSorted(
      (a, b) =>
        absence(a) - absence(b) ||
        (absence(a) === 1 ? 0 : depth(b) - depth(a)) ||
        a.name.localeCompare(b.name, "nl"),
    )
    .map(({ id }) => id);
}
