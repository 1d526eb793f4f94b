import { ask } from "#intake/classified.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import { raise } from "#signal/raise.ts";
import type { Reread, Signal } from "#signal/signal.ts";
import { refreshAlerts, tellReceipt } from "#signal/tell.ts";
import { type Category, compareUrgency, type Difference, expertises, type Kind } from "#signal/words.ts";

type Said = ActOf<"reread">["reading"]["said"];

/** At most so many categories stand on a signal. */
const mostCategories = 3;

/**
 * A second reader has read it as well. It raises and adds, on the same road as everything that does; where it reads
 * otherwise, those who have the signal see it in words. It lowers nothing, takes nothing away and asks nobody, and what a
 * human decided stands. Null: the story is gone, and whatever was read of it is nobody's business any more.
 */
export function takeRereading(signal: Signal, event: ActOf<"reread">, moment: Moment): Draft | null {
  if (signal.story === null) return null;
  const { said, raiseTo, evidence } = event.reading;
  const isMachines = signal.decidedBy === null;
  const differs = isMachines ? event.reading.differs : differsFromHuman(signal, said);
  const isRaised = isMachines && raiseTo !== null && compareUrgency(raiseTo, signal.urgency) < 0;
  const added = isMachines ? addable(signal, event.reading.add) : [];
  const raisedTo = isRaised ? raiseTo : null;
  const earlier = signal.reread ?? { raisedTo: null, added: [] };
  // Asked again about more words, what came of it before still holds.
  const reread: Reread = {
    ...said,
    raisedTo: raisedTo ?? earlier.raisedTo,
    added: [...earlier.added, ...added],
    differs,
  };
  const drafted = draft(signal, event, moment.now)
    .change({ reread })
    .note("reread", {
      kind: said.kind,
      categories: said.categories.join(" ") || null,
      urgency: said.urgency,
      engine: `${said.engine} ${said.version}`,
      raisedTo,
      added: added.join(" ") || null,
      differs: differs.join(" ") || null,
    });
  const isChanged = isRaised || added.length > 0;
  if (isChanged) {
    if (evidence.length > 0) drafted.keep("evidence", JSON.stringify(evidence));
    drafted.change(withAdded(signal, added));
  }
  if (isRaised) raise(drafted, raiseTo, moment);
  else if (added.length > 0) tellReceipt(drafted, moment);
  if (!isRaised && (added.length > 0 || differs.length > 0)) refreshAlerts(drafted);
  // What was no concern at first was not asked about either.
  if (signal.kind === "not_a_signal" && isChanged) ask(drafted);
  return drafted;
}

/** A wrong inside a club is with the outside contact: one category more would bring it elsewhere, and that a human decides. */
function addable(signal: Signal, add: readonly Category[]): Category[] {
  const known = clear(signal.categories);
  if (signal.outside) return [];
  return clear(add)
    .filter((one) => !known.includes(one))
    .slice(0, Math.max(0, mostCategories - known.length));
}

/** A human decided first: only what is said otherwise than that is worth telling. */
function differsFromHuman(signal: Signal, { kind, categories, urgency }: Said): Difference[] {
  const [lead] = clear(signal.categories);
  const said = clear(categories);
  const isElse = lead !== undefined && said.length > 0 && !said.includes(lead);
  if ((kind === "not_a_signal") !== (signal.kind === "not_a_signal")) return ["kind"];
  return [
    ...(isElse ? (["category"] as const) : []),
    ...(urgency !== "none" && urgency !== signal.urgency ? (["urgency"] as const) : []),
  ];
}

function withAdded(signal: Signal, added: readonly Category[]): Pick<Signal, "kind" | "categories"> {
  const categories = [...clear(signal.categories), ...added];
  if (categories.length === 0) return { kind: kindOf(signal, added), categories: ["unclear"] };
  return { kind: kindOf(signal, added), categories };
}

function kindOf({ kind }: Signal, added: readonly Category[]): Kind {
  if (added.some((one) => expertises.some((known) => known === one))) return "signal";
  if (kind !== "not_a_signal") return kind;
  return added.length > 0 ? "other" : "signal";
}

function clear(categories: readonly Category[]): Category[] {
  return categories.filter((category) => category !== "unclear");
}
