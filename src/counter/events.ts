import { type FieldFault, type Read, readFields } from "#counter/fields.ts";
import { joinedBy } from "#counter/join.ts";
import { actorOn, type Visitor } from "#counter/visitor.ts";
import type { Directory, Organisation } from "#signal/directory.ts";
import type { Reported, SignalAct, SignalEvent } from "#signal/event.ts";
import type { Press } from "#signal/press.ts";
import type { Signal } from "#signal/signal.ts";
import type { Role } from "#signal/words.ts";

/** The event that a filled-in press is, or what is wrong with its fields. */
export type Made<E extends SignalEvent = SignalEvent> = Read<E>;

/**
 * A filled-in report form as an event. What was remembered of the signaler fills what was skipped; the code of a school or
 * club says where somebody is, also where nothing was chosen. Somebody in danger is not told off about a code.
 */
export function reportOf(press: Press, key: string, visitor: Visitor, directory: Directory): Made<Reported> {
  const read = readFields("report", press);
  if ("faults" in read) return read;
  const { value } = read;
  const known = visitor.signaler?.organisation ?? null;
  const chosen = directory.organisations.find(({ id }) => id === value.organisation) ?? null;
  const joined = joinedBy(value.code, directory);
  // What stands prefilled was not chosen against the code.
  const isElsewhere = joined !== null && chosen !== null && chosen.id !== joined.id && chosen.id !== known;
  const isWrong = isElsewhere || (joined === null && value.code.trim() !== "");
  const faults: Record<string, FieldFault> = {};
  if (value.organisation !== "" && chosen === null) faults["organisation"] = "unknown";
  if (value.area !== "" && !hasArea(directory, value.area)) faults["area"] = "unknown";
  if (isWrong && value.danger !== "now") faults["code"] = "wrong_code";
  if (Object.keys(faults).length > 0) return { faults };
  const remembered = directory.organisations.find(({ id }) => id === known) ?? null;
  const organisation = (isWrong ? null : joined) ?? chosen ?? remembered;
  return {
    value: {
      type: "reported",
      key,
      by: actorOn(visitor, "signaler"),
      address: visitor.address,
      text: value.text,
      organisation: organisation?.id ?? null,
      source: organisation?.type ?? "other",
      area: value.area === "" ? null : value.area,
      role: value.role ?? visitor.signaler?.role ?? usualRole(organisation),
      language: value.language ?? visitor.language,
      ageGroup: value.age_group,
      danger: value.danger,
      aware: value.aware,
      vouched: (joined !== null && !isWrong) || visitor.signaler?.vouched === true,
      drill: false,
    },
  };
}

/** Schools employ professionals; clubs and wijkplatforms run on volunteers. The form lets the signaler say otherwise. */
function usualRole(organisation: Organisation | null): Role {
  return organisation?.type === "school" ? "professional" : "volunteer";
}

/** The school or club that was chosen in a form; null: none, or none of the directory. */
export function organisationOf(press: Press, { organisations }: Directory): Organisation | null {
  return organisations.find(({ id }) => id === press.fields?.["organisation"]) ?? null;
}

function hasArea(directory: Directory, area: string): boolean {
  return directory.areas.some((one) => one.id === area);
}

/** A press on an existing signal as an event. Null: this press is not an act on a signal. */
export function actOf(
  press: Press,
  key: string,
  signal: Signal,
  context: { visitor: Visitor; directory: Directory },
): Made<SignalAct> | null {
  const { visitor, directory } = context;
  const mine = { key, signal: signal.id, by: actorOn(visitor, "signaler"), address: visitor.address };
  const ours = { key, signal: signal.id, by: actorOn(visitor, "person") };
  switch (press.act) {
    case "supplement":
      return then(readFields("supplement", press), (value) => {
        if (value.area !== "" && !hasArea(directory, value.area)) return { faults: { area: "unknown" } };
        if (value.organisation !== "" && organisationOf(press, directory) === null)
          return { faults: { organisation: "unknown" } };
        const { text, danger, aware } = value;
        const area = value.area === "" ? null : value.area;
        return {
          value: { ...mine, type: "supplemented", text, danger, aware, ageGroup: value.age_group, area },
        };
      });
    case "answer":
      return to(readFields("answer", press), ({ text }) => ({ ...mine, type: "answered", text }));
    case "called":
      return to(readFields("called", press), ({ answer }) => ({ ...mine, type: "called", answer }));
    case "still_worried":
      return to(readFields("still_worried", press), ({ text }) => ({ ...mine, type: "still_worried", text }));
    case "withdraw":
      return { value: { ...mine, type: "withdrawn" } };
    case "accept":
      return { value: { ...ours, type: "accepted" } };
    case "decline":
      return { value: { ...ours, type: "declined" } };
    case "hand_over":
      return then(readFields("hand_over", press), ({ to: whom, text }) => {
        if (whom !== "" && !isKnown(directory, whom)) return { faults: { to: "unknown" } };
        return { value: { ...ours, type: "handed_over", to: whom === "" ? null : whom, text } };
      });
    case "consult":
      return then(readFields("consult", press), ({ whom, text }) => {
        if (!isKnown(directory, whom)) return { faults: { whom: "unknown" } };
        return { value: { ...ours, type: "consulted", whom, text } };
      });
    case "consult_answer":
      return to(readFields("consult_answer", press), ({ text }) => ({
        ...ours,
        type: "consult_answered",
        text,
      }));
    case "ask":
      return to(readFields("ask", press), ({ text }) => ({ ...ours, type: "asked", text }));
    case "feedback":
      return then(readFields("feedback", press), ({ level, text }) => {
        if (text !== null && level !== "advice") return { faults: { text: "unused" } };
        return { value: { ...ours, type: "feedback_given", level, text } };
      });
    case "correct":
      return then(readFields("correct", press), (value) => {
        if (value.kind !== "not_a_signal" && value.categories.length === 0)
          return { faults: { categories: "missing" } };
        return { value: { ...ours, type: "corrected", ...value } };
      });
    case "waiting":
      return to(readFields("waiting", press), ({ text }) => ({ ...ours, type: "waiting", text }));
    case "outcome":
      return then(readFields("outcome", press), (value) => {
        if (isUnused(value)) return { faults: { text: "unused" } };
        return { value: { ...ours, type: "outcome_set", ...value } };
      });
    case "close":
      return then(readFields("close", press), (value) => {
        if (isUnused(value)) return { faults: { text: "unused" } };
        return { value: { ...ours, type: "closed", ...value } };
      });
    default:
      return null;
  }
}

/** In the list of people; whether this one may get it is the desk's to say. */
function isKnown(directory: Directory, id: string): boolean {
  return directory.people.some((person) => person.id === id);
}

/** Words that would go nowhere: typed beside a fixed word. Better said than lost. */
function isUnused({ word, text }: { readonly word: string | null; readonly text: string | null }): boolean {
  return text !== null && word !== null && word !== "advice";
}

function then<A, B>(read: Read<A>, make: (value: A) => Read<B>): Read<B> {
  return "faults" in read ? read : make(read.value);
}

function to<A, B>(read: Read<A>, make: (value: A) => B): Read<B> {
  return then(read, (value) => ({ value: make(value) }));
}
