import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import { isOpen, type PersonId, type Signal } from "#signal/signal.ts";
import { tellAlert } from "#signal/tell.ts";
import type { FeedbackLevel } from "#signal/words.ts";

/** What the signaler hears: an approved level (domain.md 7.4), and own words where it is advice. */
export interface Word {
  readonly level: FeedbackLevel;
  readonly own: string | null;
}

/** A word to the signaler. It stops the feedback clock. Own words only go with advice: elsewhere they would tell the case. */
export function tellFeedback(drafted: Draft, { level, own }: Word, by: PersonId, moment: Moment): void {
  const { signal } = drafted;
  const text = level === "advice" ? own?.trim() : undefined;
  const words = text ? drafted.keep("feedback", text) : null;
  drafted
    .change({
      feedback: [...signal.feedback, { level, at: moment.now, by }],
      feedbackAt: signal.feedbackAt ?? moment.now,
    })
    .tell(
      { to: "signaler", id: signal.signaler },
      { kind: "feedback", code: signal.code, level, words, person: by },
    );
}

/** The expert chooses what the signaler hears. */
export function giveFeedback(
  signal: Signal,
  event: ActOf<"feedback_given">,
  by: PersonId,
  moment: Moment,
): Draft {
  const drafted = draft(signal, event, moment.now).note("feedback_given", { level: event.level });
  tellFeedback(drafted, { level: event.level, own: event.text }, by, moment);
  // The holder's card no longer asks for a word.
  if (signal.feedbackAt === null && signal.holder !== null && isOpen(signal))
    tellAlert(drafted, signal.holder, "assigned");
  return drafted;
}
