import { derivedId } from "#base/ids.ts";
import { isOwnWork, ownWork } from "#counter/own-work.ts";
import type { AtCounter } from "#counter/parts.ts";
import { refusalScreen, safetyFirst } from "#counter/replies.ts";
import { openHelp, openHome, openWeek } from "#counter/screens.ts";
import { type Heard, hear } from "#counter/typed.ts";
import { openWho } from "#counter/who.ts";
import { isClearlyEnglish } from "#signal/clear-english.ts";
import { emptyDecision } from "#signal/decision.ts";
import type { Notice } from "#signal/notice.ts";
import type { SaidScreen, ScreenBody } from "#signal/screen.ts";

/**
 * Answers what was typed in a direct message, with a message. The answer is committed after what it is about, under a key
 * of its own: a kill in between loses neither when the press comes again, and a repeat answers nothing twice.
 */
export async function saySomething(from: AtCounter): Promise<void> {
  const at = inOwnLanguage(from);
  const { key, parts } = at;
  const answerKey = derivedId("answer", key);
  if ((await parts.store.findByKey(answerKey)) !== null) return;
  const notice = noticeOf(answerKey, await answerTo(at), at);
  await parts.store.commit({ ...emptyDecision(answerKey), notices: [notice] });
  parts.onCommit();
}

function noticeOf(
  answerKey: string,
  { screen, signal }: Heard,
  { press, visitor, screens }: AtCounter,
): Notice {
  return {
    id: derivedId(answerKey, "notice"),
    to: { to: "channel", address: press.by },
    // What is typed under this answer is about the same signal.
    signal: signal?.id ?? null,
    slot: null,
    urgent: screen.kind === "safety_first",
    dueAt: screens.now,
    body: {
      kind: "answer",
      screen,
      language: visitor.language,
      ...(press.under === undefined ? {} : { under: press.under }),
    },
  };
}

/** Whom nobody knows yet is answered in English where the first words are clearly English; a chat says little of that itself. */
function inOwnLanguage(at: AtCounter): AtCounter {
  const { press, visitor } = at;
  if (press.act !== "tell" || visitor.person !== null || visitor.signaler !== null) return at;
  const isEnglish = isClearlyEnglish(press.fields?.["text"] ?? "");
  return isEnglish ? { ...at, visitor: { ...visitor, language: "en" } } : at;
}

async function answerTo(at: AtCounter): Promise<Heard> {
  if (at.press.act !== "tell") return { screen: await screenFor(at), signal: null };
  const heard = await hear(at);
  return at.press.fields?.["files"] === undefined ? heard : { ...heard, screen: withFiles(heard.screen) };
}

/** A photo or a file came too: it is not kept, and that is said. */
function withFiles(screen: SaidScreen): SaidScreen {
  if (screen.kind === "typed") return { ...screen, files: true };
  const isEmpty = screen.kind === "refusal" && screen.refusal === "empty";
  return isEmpty ? refusalScreen("only_files", null) : screen;
}

async function screenFor({ press, visitor, parts, screens }: AtCounter): Promise<SaidScreen> {
  const { act } = press;
  const { person } = visitor;
  if (isOwnWork(act)) {
    const own = await ownWork({ ...press, act }, visitor, { ...screens, desk: parts.desk });
    if ("refusal" in own) return refusalScreen(own.refusal, null);
    // The overview has the buttons that open the form.
    return "screen" in own ? withoutWords(own.screen) : openHome(visitor, screens);
  }
  switch (act) {
    case "help":
      // "help" alone may be a cry (domain.md, settled readings): the safety text first, the help below it.
      return person === null ? safetyFirst(parts.calendar, screens.now) : openHelp(visitor, parts.directory);
    case "who":
      return openWho(press, visitor, parts.directory, await parts.away());
    case "week":
      return openWeek(visitor, screens);
    case "drill":
      return person !== null && parts.directory.coordinators.includes(person.id)
        ? openHome(visitor, screens)
        : refusalScreen("not_yours", null);
    case "report":
      return { kind: "help", as: "signaler" };
    default:
      return openHome(visitor, screens);
  }
}

/** A message never carries words of people: such a screen is for a dialog. */
function withoutWords(screen: ScreenBody): SaidScreen {
  return screen.kind === "story" || screen.kind === "why" ? refusalScreen("not_now", null) : screen;
}
