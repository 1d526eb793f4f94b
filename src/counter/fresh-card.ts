import { derivedId } from "#base/ids.ts";
import type { AtCounter } from "#counter/parts.ts";
import { emptyDecision } from "#signal/decision.ts";
import { draft } from "#signal/draft.ts";
import type { Notice } from "#signal/notice.ts";
import type { Refusal } from "#signal/screen.ts";
import type { Signal } from "#signal/signal.ts";
import { tellAlert } from "#signal/tell.ts";

/** Somebody else was faster, or it has ended. */
const stale: readonly Refusal[] = ["taken", "closed", "withdrawn", "not_now", "not_yours"];

/**
 * A colleague pressed something that can not be done any more: the card that was pressed is an old one. It is brought up
 * to date where it stands. Only that one: who has no card of this signal gets none by pressing.
 */
export async function freshenCard(refusal: Refusal, signal: Signal, at: AtCounter): Promise<void> {
  const { key, visitor, parts, screens } = at;
  const { person } = visitor;
  if (person === null || !stale.includes(refusal)) return;
  const isAsked = signal.asked.includes(person.id) || signal.holder === person.id;
  const drafted = draft(signal, { key: derivedId("fresh", key), by: { as: "system" } }, screens.now);
  tellAlert(drafted, person.id, isAsked ? "assigned" : "passed_on");
  const { notices } = drafted.done();
  if (!(await isThere(notices, person, parts))) return;
  await parts.store.commit({ ...emptyDecision(derivedId("fresh", key)), notices });
  parts.onCommit();
}

/** Does this colleague have the card already? */
async function isThere(
  notices: readonly Notice[],
  { addresses, alertsIn }: NonNullable<AtCounter["visitor"]["person"]>,
  { store }: AtCounter["parts"],
): Promise<boolean> {
  const places = alertsIn === null ? addresses : [alertsIn, ...addresses];
  for (const notice of notices)
    for (const address of places) if ((await store.messageAt(notice, address)) !== null) return true;
  return false;
}
