import { derivedId } from "#base/ids.ts";
import type { Visitor } from "#counter/visitor.ts";
import type { Desk } from "#desk.ts";
import { emptyDecision } from "#signal/decision.ts";
import type { Directory, Person } from "#signal/directory.ts";
import { backSince, isAway, type Leave, leaveKey, leaveOf, staffed } from "#signal/leave.ts";
import type { Press } from "#signal/press.ts";
import type { FormBody, Refusal, ScreenBody } from "#signal/screen.ts";
import type { Instant, PersonId } from "#signal/signal.ts";
import { whoWaits } from "#signal/tell.ts";
import type { Calendar } from "#signal/working-time.ts";
import type { Staffing, Store } from "#store/store.ts";
import { ownWorkFault, sameDay } from "#texts/forms/own-work.ts";

/** Acts about a colleague's own work. */
export const ownWorkActs = ["away", "back", "capacity"] as const;
export type OwnWorkAct = (typeof ownWorkActs)[number];

export function isOwnWork(act: Press["act"]): act is OwnWorkAct {
  const acts: readonly string[] = ownWorkActs;
  return acts.includes(act);
}

/** What this room stands on. */
export interface OwnWorkParts {
  readonly desk: Desk;
  readonly store: Store;
  /** As in the file. */
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** What becomes of a press: a screen, a form, a refusal, or what is wrong with the fields, in words. */
export type OwnWork =
  | { readonly screen: ScreenBody }
  | { readonly form: FormBody }
  | { readonly refusal: Refusal }
  | { readonly faults: Readonly<Record<string, string>> };

const day = 86_400_000;
/** The form looks so far ahead: eight weeks. A command may name a later day, up to a year. */
const daysAhead = 56;
const mostDaysAhead = 366;
const mostCapacity = 500;

/**
 * "Ik ben er niet", "ik ben er weer", "zoveel past er bij mij": only about oneself. On disk when it resolves; the same press
 * again changes nothing. A leave that begins now sets the colleague's signals in motion at once.
 */
export async function ownWork(
  press: Press & { readonly act: OwnWorkAct },
  visitor: Visitor,
  parts: OwnWorkParts,
): Promise<OwnWork> {
  const { person } = visitor;
  if (person === null) return { refusal: "not_yours" };
  const key = derivedId("own_work", press.by, press.key);
  const today = parts.calendar.localDate(parts.now);
  switch (press.act) {
    case "away": {
      if (press.fields === null) return { form: await awayForm(person, today, parts) };
      const read = leaveIn(press.fields, today, visitor.language);
      if ("faults" in read) return read;
      await set(person, { away: read.leave }, key, parts);
      return done("away");
    }
    case "back":
      await set(person, { away: backToday(person.id, today, parts.directory) }, key, parts);
      return done("back");
    case "capacity": {
      if (press.fields === null) return { form: { kind: "capacity", ...(await workOf(person, parts)) } };
      const typed = (press.fields["capacity"] ?? "").trim();
      if (!/^\d{0,3}$/.test(typed) || Number(typed) > mostCapacity)
        return { faults: { capacity: ownWorkFault("number", visitor.language) } };
      await set(person, { capacity: typed === "" ? null : Number(typed) }, key, parts);
      return done("capacity");
    }
  }
}

/** What a colleague's home says: leave now or next, how much fits and how much there is. */
export async function ownWorkOf(
  person: Person,
  parts: Pick<OwnWorkParts, "store" | "directory" | "calendar" | "now">,
): Promise<{ readonly away: Leave | null; readonly capacity: number; readonly load: number }> {
  const there = await asStaffed(person, parts);
  return { away: leaveOf(there, parts.calendar.localDate(parts.now)), ...(await workOf(person, parts)) };
}

async function workOf(person: Person, parts: Pick<OwnWorkParts, "store" | "directory">) {
  const loads = await parts.store.loads();
  const load = Object.hasOwn(loads, person.id) ? (loads[person.id] ?? 0) : 0;
  return { capacity: (await asStaffed(person, parts)).capacity, load };
}

async function asStaffed(
  person: Person,
  { store, directory }: Pick<OwnWorkParts, "store" | "directory">,
): Promise<Person> {
  const all = staffed(directory, await store.staffing());
  return all.people.find(({ id }) => id === person.id) ?? person;
}

function done(what: OwnWorkAct): OwnWork {
  return { screen: { kind: "done", what, code: "", safety: null } };
}

async function awayForm(person: Person, today: string, parts: OwnWorkParts): Promise<FormBody> {
  const days = Array.from({ length: daysAhead }, (_, nth) => later(today, nth));
  return { kind: "away", days, away: leaveOf(await asStaffed(person, parts), today) };
}

/** Dates are days, without a clock: noon in UTC and whole days keep clear of every time zone. */
function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * day).toISOString().slice(0, 10);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && later(text, 0) === text;
}

/** Nothing chosen is today; no last day is that day only. */
function leaveIn(
  fields: Readonly<Record<string, string>>,
  today: string,
  language: Visitor["language"],
): { readonly leave: Leave } | { readonly faults: Readonly<Record<string, string>> } {
  const from = fields["from"] || today;
  const chosen = fields["until"] || sameDay;
  const until = chosen === sameDay ? from : chosen;
  const last = later(today, mostDaysAhead);
  const faultOf = (date: string) => (!isDate(date) || date > last ? "day" : date < today ? "past" : null);
  const begins = isDate(from) && from < today && until >= today ? null : faultOf(from);
  if (begins !== null) return { faults: { from: ownWorkFault(begins, language) } };
  const ends = faultOf(until) ?? (until < from ? "order" : null);
  return ends === null ? { leave: { from, until } } : { faults: { until: ownWorkFault(ends, language) } };
}

/** Back from a leave of one's own is no leave; back from one in the file must say so from today on. */
function backToday(id: PersonId, today: string, file: Directory): Leave | null {
  const absences = file.people.find((one) => one.id === id)?.absences ?? [];
  const inFile = absences.some(({ from, until }) => from <= today && today <= until);
  return inFile ? backSince(today, later(today, -1)) : null;
}

async function set(
  { id }: Person,
  change: Partial<Staffing>,
  key: string,
  parts: OwnWorkParts,
): Promise<void> {
  const { store } = parts;
  if ((await store.findByKey(key)) !== null) return store.settled();
  const before = (await store.staffing()).find(({ person }) => person === id);
  await store.setStaffing({ person: id, away: null, capacity: null, ...before, ...change });
  if (change.away) await leaveBegins(id, parts, key);
  // Last: until here a repeat does it again, and what was done already is seen by its own key.
  await store.commit(emptyDecision(key));
}

/** Tells the desk, where it matters before the office is next open. Later, the roll call does. */
async function leaveBegins(id: PersonId, parts: OwnWorkParts, key: string): Promise<void> {
  const { store, desk, calendar, now } = parts;
  const person = staffed(parts.directory, await store.staffing()).people.find((one) => one.id === id);
  const reads = calendar.nextOpening(now);
  if (person === undefined || !isAway(person, now, calendar) || !isAway(person, reads, calendar)) return;
  const from = leaveOf(person, calendar.localDate(now))?.from ?? "";
  for (const signal of await store.openFor(id)) {
    if (!whoWaits(signal).includes(id)) continue;
    const first = leaveKey(id, from, signal.id);
    // Back, and away again on the same day: that is another leave.
    const isAgain = (await store.findByKey(first)) !== null;
    const event = { type: "went_away", by: { as: "system" }, signal: signal.id, person: id } as const;
    await desk.handle({ ...event, key: isAgain ? derivedId(first, key) : first });
  }
}
