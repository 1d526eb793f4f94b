import type { NoticeBody } from "#signal/notice.ts";
import type { ScreenBody } from "#signal/screen.ts";
import type { Reading } from "#texts/labels.ts";

const code = "VS-7K3M";

/** What follows on typing in the chat, and on asking who knows what. */
export function chatScreens({ directory }: Reading) {
  const area = directory.areas[0]?.id ?? null;
  const everybody = directory.people.map(({ id }) => id);
  const debt = everybody
    .slice(0, 3)
    .map((person, place) => ({ person, depth: ([3, 2, 1] as const)[place] ?? 1, there: place !== 1 }));
  const all = everybody.map((person) => ({ person, depth: null, there: true }));
  const about = { kind: "who", expertise: "debt", area } as const;
  return {
    who: {
      signaler: { ...about, as: "signaler", found: debt },
      colleague: { ...about, as: "person", found: debt },
      subject: { ...about, as: "person", area: null, found: debt },
      area: { ...about, as: "signaler", expertise: null, found: all },
      nobody: { ...about, as: "signaler", found: [] },
      nobody_colleague: { ...about, as: "person", found: [] },
      what_there_is: { ...about, as: "signaler", expertise: null, area: null, found: [] },
    },
    typed: {
      reported: { kind: "typed", what: "reported", code },
      added: { kind: "typed", what: "added", code },
      answered: { kind: "typed", what: "answered", code },
    },
    use_buttons: {
      use_buttons: { kind: "use_buttons", code },
      which_one: { kind: "use_buttons", code: "" },
    },
    take_back: { take_back: { kind: "take_back", code } },
    welcome: {
      on_a_signal: { kind: "welcome", code },
      on_none: { kind: "welcome", code: null },
    },
    not_here: { not_here: { kind: "not_here" } },
  } as const satisfies Partial<Record<ScreenBody["kind"], Readonly<Record<string, ScreenBody>>>>;
}

/** The answer to what was typed, as a message. */
export function chatNotices({ language }: Reading) {
  return {
    answer: {
      not_read: {
        kind: "answer",
        screen: { kind: "refusal", refusal: "not_read", code: null, holder: null },
        language,
      },
      taken_in: { kind: "answer", screen: { kind: "typed", what: "reported", code }, language },
      refused: {
        kind: "answer",
        screen: { kind: "refusal", refusal: "too_many_strangers", code: null, holder: null },
        language,
      },
      not_now: {
        kind: "answer",
        screen: { kind: "refusal", refusal: "not_now", code: null, holder: null },
        language,
      },
    },
  } as const satisfies Partial<Record<NoticeBody["kind"], Readonly<Record<string, NoticeBody>>>>;
}
