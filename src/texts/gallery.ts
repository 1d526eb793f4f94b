import type { NoticeBody } from "#signal/notice.ts";
import type { FormBody, ScreenBody } from "#signal/screen.ts";
import type { Card, Form } from "#texts/card.ts";
import { formOf } from "#texts/form.ts";
import { exampleWords } from "#texts/gallery/example-signal.ts";
import { exampleExercises } from "#texts/gallery/exercises.ts";
import { exampleForms } from "#texts/gallery/forms.ts";
import { exampleNotices } from "#texts/gallery/notices.ts";
import { exampleScreens } from "#texts/gallery/screens.ts";
import type { Reading } from "#texts/labels.ts";
import { noticeCard } from "#texts/notice-card.ts";
import { screenCard } from "#texts/screen-card.ts";

/** One example: a card or a form, with a name such as `receipt / acute`. */
export interface GalleryEntry {
  readonly name: string;
  readonly card: Card | null;
  readonly form: Form | null;
}

/**
 * Everything that the bot can say, ask or show, made by the real builders. The examples bring their own words; people,
 * areas and organisations are those of the directory.
 */
export function galleryOf(given: Reading): readonly GalleryEntry[] {
  const reading: Reading = { ...given, words: exampleWords(given) };
  return [
    ...named<NoticeBody>(exampleNotices(reading)).map(({ name, body }) => ({
      name,
      card: noticeCard(body, reading),
      form: null,
    })),
    ...named<ScreenBody>(exampleScreens(reading)).map(({ name, body }) => ({
      name,
      card: screenCard(body, reading),
      form: null,
    })),
    ...named<FormBody>(exampleForms(reading)).map(({ name, body }) => ({
      name: `form ${name}`,
      card: null,
      form: formOf(body, reading),
    })),
    ...exampleExercises(reading),
  ];
}

function named<T>(
  examples: Readonly<Record<string, Readonly<Record<string, T>>>>,
): { name: string; body: T }[] {
  return Object.entries(examples).flatMap(([kind, variants]) =>
    Object.entries(variants).map(([variant, body]) => ({ name: `${kind} / ${variant}`, body })),
  );
}
