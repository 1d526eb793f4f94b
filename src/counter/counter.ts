import { derivedId } from "#base/ids.ts";
import type { Counter } from "#chat/platform.ts";
import { drillOf } from "#counter/drill.ts";
import { actOf, reportOf } from "#counter/events.ts";
import { isSignalForm, reportForm, signalForm } from "#counter/forms.ts";
import { freshenCard } from "#counter/fresh-card.ts";
import { openTurns } from "#counter/in-turn.ts";
import { asksForCode } from "#counter/join.ts";
import { isOwnWork, ownWork } from "#counter/own-work.ts";
import type { AtCounter, CounterParts } from "#counter/parts.ts";
import { type Replies, refusalScreen, repliesTo } from "#counter/replies.ts";
import { saySomething } from "#counter/say.ts";
import { openHelp, openHome, openStory, openWeek, openWhy, type ScreenParts } from "#counter/screens.ts";
import { hear } from "#counter/typed.ts";
import { isStranger, type Visitor, visitorAt } from "#counter/visitor.ts";
import { rememberWhereFrom } from "#counter/where-from.ts";
import { openWho } from "#counter/who.ts";
import { mayPractiseFrom } from "#signal/exercise.ts";
import type { ScreenBody } from "#signal/screen.ts";
import type { Signal } from "#signal/signal.ts";
import type { Reply } from "#texts/card.ts";

/**
 * Where every door brings what people press: a form to fill in, a screen to read, or an event for the desk.
 *
 * `say` is for what was typed in a direct message; its answer goes through the outbox to `press.by`. A door gives it:
 * - `tell` with `fields.text`, as typed, and `under` (the ref of the message at the head of the thread, where it was typed
 *   in one). The counter finds out whether it is a new concern, an addition, an answer, a cry for help or only thanks.
 *   `on: "channel"` is for what was typed where others read along: nothing is taken in, the answer is a hint.
 * - `home`, `who` (`fields.text`: what was asked), `week`, `help`, `back`, and `away` and `capacity` with fields where the
 *   words said them.
 * - Acts that need a dialog (`report`, `away` and `capacity` without fields, `drill`): no dialog can be opened from a
 *   message, so that the answer is a card with the button that opens it.
 * Texts of one person are taken in one after the other, in the order of the calls.
 *
 * `press` takes the same acts, for a door that can answer at once: a command, a button.
 */
export function openCounter(parts: CounterParts): Counter {
  const inTurn = openTurns();
  return {
    press: async (press) => {
      const at = await stepUp(press, parts);
      if (press.act === "tell") return inTurn(press.by, () => told(at));
      // Leave and room are kept together: of two at once neither may undo the other.
      return isOwnWork(press.act) ? inTurn(press.by, () => handle(at)) : handle(at);
    },
    say: (press) => inTurn(press.by, async () => saySomething(await stepUp(press, parts))),
  };
}

async function stepUp(press: AtCounter["press"], parts: CounterParts): Promise<AtCounter> {
  const { store, directory, calendar } = parts;
  return {
    press,
    key: derivedId("press", press.by, press.key),
    visitor: await visitorAt(press.by, store, directory),
    parts,
    screens: { store, directory, calendar, now: parts.clock.now(), week: () => parts.week() },
  };
}

async function told(at: AtCounter): Promise<Reply> {
  const { screen, signal } = await hear(at);
  return repliesTo(at.press, at.visitor, at.parts, at.screens.now).show(screen, signal);
}

async function handle(at: AtCounter): Promise<Reply> {
  const { press, visitor, parts, screens } = at;
  const replies = repliesTo(press, visitor, parts, screens.now);
  const { act } = press;
  if (act === "home") return replies.show(await openHome(visitor, screens));
  if (act === "week") return replies.show(await openWeek(visitor, screens));
  if (act === "help") return replies.show(openHelp(visitor, parts.directory));
  if (act === "who") return replies.show(openWho(press, visitor, parts.directory, await parts.away()));
  if (act === "report") return report(at, replies);
  if (act === "drill") return practise(at, replies);
  if (isOwnWork(act)) {
    const own = await ownWork({ ...press, act }, visitor, { ...screens, desk: parts.desk });
    if ("screen" in own) return replies.show(own.screen);
    if ("form" in own) return replies.hand(own.form);
    return "refusal" in own
      ? replies.refuse(own.refusal, null)
      : { card: null, form: null, faults: own.faults };
  }
  const signal = await parts.store.findByCode(press.on);
  if (signal === null || isStranger(visitor, signal)) return replies.refuse("unknown_signal", null);
  return onSignal(signal, at, replies);
}

async function report({ press, key, visitor, parts, screens }: AtCounter, replies: Replies): Promise<Reply> {
  const { directory } = parts;
  if (press.fields === null) {
    const asksCode = await asksForCode(visitor, screens);
    return replies.hand(reportForm(visitor, directory, { asksCode }));
  }
  const made = reportOf(press, key, visitor, directory);
  return "faults" in made ? replies.faulty(made.faults) : replies.result(await parts.desk.handle(made.value));
}

/** An exercise: coordinators only, and only where it can end before the office closes. */
async function practise(
  { press, key, visitor, parts, screens }: AtCounter,
  replies: Replies,
): Promise<Reply> {
  const { person } = visitor;
  if (person === null || !parts.directory.coordinators.includes(person.id))
    return replies.refuse("not_yours", null);
  if (press.fields === null) return replies.hand({ kind: "drill" });
  if (mayPractiseFrom(screens.now, parts.calendar) > screens.now) return replies.refuse("not_now", null);
  return replies.result(await parts.desk.handle(drillOf(key, visitor)));
}

async function onSignal(signal: Signal, at: AtCounter, replies: Replies): Promise<Reply> {
  const { press, key, visitor, parts, screens } = at;
  const { store, directory } = parts;
  const { act } = press;
  if (act === "open" || act === "why") return replies.show(await read(act, signal, visitor, screens), signal);
  if (press.fields === null && isSignalForm(act)) {
    const form = await signalForm(act, signal, visitor, { store, directory, away: await parts.away() });
    if (typeof form !== "string") return replies.hand(form);
    await freshenCard(form, signal, at);
    return replies.refuse(form, signal);
  }
  const made = actOf(press, key, signal, { visitor, directory });
  if (made === null) return replies.refuse("not_now", signal);
  if ("faults" in made) return replies.faulty(made.faults);
  const answer = await parts.desk.handle(made.value);
  if (answer.how === "done" || answer.how === "seen") await rememberWhereFrom(at);
  if (answer.how === "refused" && answer.signal !== null)
    await freshenCard(answer.refusal, answer.signal, at);
  return replies.result(answer);
}

async function read(
  act: "open" | "why",
  signal: Signal,
  visitor: Visitor,
  screens: ScreenParts,
): Promise<ScreenBody> {
  if (visitor.person === null) return refusalScreen("not_yours", signal);
  return act === "open"
    ? openStory(signal, visitor.person.id, screens)
    : openWhy(signal, visitor.person.id, screens);
}
