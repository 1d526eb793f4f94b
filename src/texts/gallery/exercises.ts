import type { NoticeBody } from "#signal/notice.ts";
import type { Card, Form } from "#texts/card.ts";
import { exerciseCard } from "#texts/exercise.ts";
import { drillForm } from "#texts/forms/drill.ts";
import { exampleNotices } from "#texts/gallery/notices.ts";
import type { Reading } from "#texts/labels.ts";
import { noticeCard } from "#texts/notice-card.ts";

const hour = 3_600_000;

/** The same cards as an exercise: marked, and without what is for people in danger. */
export function exampleExercises(
  reading: Reading,
): readonly { readonly name: string; readonly card: Card | null; readonly form: Form | null }[] {
  const { now, language } = reading;
  const notices: Readonly<Record<string, Readonly<Record<string, NoticeBody>>>> = exampleNotices(reading);
  const started = { receivedAt: now - hour, acceptedAt: null };
  const taken = { receivedAt: now - hour, acceptedAt: now - hour + 252_000 };
  const cards = ["receipt", "alert", "picked_up", "reminder"].flatMap((kind) =>
    Object.entries(notices[kind] ?? {}).flatMap(([variant, body]) => [
      {
        name: `exercise ${kind} / ${variant}`,
        card: exerciseCard(noticeCard(body, reading), variant === "accepted" ? taken : started, language),
        form: null,
      },
    ]),
  );
  const atOnce = { receivedAt: now - hour, acceptedAt: now - hour + 1000 };
  const night = { ...reading, now: closedAt(now) };
  const first = cards[0]?.card;
  return [
    ...cards,
    ...(first
      ? [{ name: "exercise receipt / at_once", card: exerciseCard(first, atOnce, language), form: null }]
      : []),
    { name: "form drill / closed", card: null, form: drillForm(night) },
  ];
}

/** The next midnight in UTC: no office is open then. */
function closedAt(now: number): number {
  return Math.ceil(now / (24 * hour)) * 24 * hour;
}
