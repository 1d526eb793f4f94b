import { expect, test } from "vitest";
import { languages } from "#signal/words.ts";
import { galleryOf } from "#texts/gallery.ts";
import type { Reading } from "#texts/labels.ts";
import { type Said, saidInCard, saidInForm } from "./support/said-in.ts";
import { sampleDirectory } from "./support/sample-directory.ts";

const now = Date.UTC(2026, 10, 23, 9, 12);

function gallery(language: Reading["language"]) {
  return galleryOf({ language, directory: sampleDirectory(), words: new Map(), now });
}

function saidIn(entry: ReturnType<typeof gallery>[number]): Said[] {
  return [...(entry.card ? saidInCard(entry.card) : []), ...(entry.form ? saidInForm(entry.form) : [])];
}

function sentencesOf(text: string): string[] {
  return text
    .replaceAll("**", "")
    .split(/(?<=[.?!:;])\s+|\n/)
    .filter((sentence) => /\p{L}/u.test(sentence));
}

function wordsOf(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Our own words; the approved safety texts, cells and the numbers behind a chart are not sentences of ours. */
function ownTexts(language: Reading["language"]): { name: string; text: string }[] {
  return gallery(language).flatMap((entry) =>
    saidIn(entry)
      .filter(({ as }) => as === "ours")
      .map(({ text }) => ({ name: entry.name, text })),
  );
}

test("Dutch sentences are short: at most 20 words, and 12 on average in every message", () => {
  const tooLong = ownTexts("nl").flatMap(({ name, text }) =>
    sentencesOf(text)
      .filter((sentence) => wordsOf(sentence) > 20)
      .map((sentence) => `${name}: ${sentence}`),
  );
  expect(tooLong).toEqual([]);
  for (const entry of gallery("nl")) {
    const lengths = saidIn(entry)
      .filter(({ as }) => as === "ours")
      .flatMap(({ text }) => sentencesOf(text).map(wordsOf));
    const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect([entry.name, average <= 12]).toEqual([entry.name, true]);
  }
});

const jargon =
  /\b(triage|multiproblematiek|signaalgevers?|melders?|casuïstiek|dient|dienen|middels|inzake|derhalve|betreffende|conform|tevens|ten aanzien van|met betrekking tot|in het kader van|verstrekken|verstrekt|geïndiceerd|problematiek|cliënt(en)?|betrokkenen?|urgentieniveau)\b/i;

test("no jargon, in any message", () => {
  const found = gallery("nl").flatMap((entry) =>
    saidIn(entry)
      .filter(({ as, text }) => as !== "quote" && jargon.test(text))
      .map(({ text }) => `${entry.name}: ${text}`),
  );
  expect(found).toEqual([]);
});

test("'melding' is only ever said of what this is not", () => {
  for (const entry of gallery("nl")) {
    for (const { text } of saidIn(entry)) {
      const said = text.replaceAll("**", "").match(/\b\w+ melding\w*/gi) ?? [];
      for (const words of said)
        expect([entry.name, words.toLowerCase()]).toEqual([entry.name, "geen melding"]);
    }
  }
});

const toSignalers =
  /^(receipt|safety|questions|question_relayed|feedback|delayed|withdraw_asked|home_signaler|form (report|supplement|answer)) /;

test("signalers read no field words at all", () => {
  const found = ownTexts("nl").filter(
    ({ name, text }) => toSignalers.test(name) && /\bcasus|dossier|traject|indicatie|regie\b/i.test(text),
  );
  expect(found).toEqual([]);
});

test("nobody is blamed, diagnosed or promised full anonymity, in either language", () => {
  const forbidden =
    /volledig anoniem|fully anonymous|completely anonymous|verslaafd|probleemgezin|\bdaders?\b|slachtoffer|psychopaat|liegt|gestoord|\baddicts?\b|perpetrator|problem family/i;
  for (const language of languages) {
    const found = gallery(language).flatMap((entry) =>
      saidIn(entry)
        .filter(({ as, text }) => as !== "quote" && forbidden.test(text))
        .map(({ text }) => `${entry.name}: ${text}`),
    );
    expect(found).toEqual([]);
  }
});

test("Dutch is 'je', never 'u'", () => {
  const found = ownTexts("nl").filter(({ text }) => /\b(u|uw)\b/i.test(text));
  expect(found).toEqual([]);
});

test("no emoji anywhere: urgency is said in words", () => {
  for (const language of languages) {
    const found = gallery(language).flatMap((entry) =>
      saidIn(entry).filter(({ as, text }) => as !== "quote" && /\p{Extended_Pictographic}/u.test(text)),
    );
    expect(found).toEqual([]);
  }
});

test("the passive stays rare", () => {
  const texts = ownTexts("nl").flatMap(({ text }) => sentencesOf(text));
  const passive = texts.filter(
    (sentence) => /\b(wordt|worden|werd|werden)\b/i.test(sentence) && /\bge\w+(d|t|en)\b/i.test(sentence),
  );
  expect(passive.length / texts.length).toBeLessThan(0.02);
});

test("both languages say the same things: as many texts in every message, and nothing Dutch left in the English", () => {
  const dutch = gallery("nl");
  const english = gallery("en");
  expect(english.map(({ name }) => name)).toEqual(dutch.map(({ name }) => name));
  english.forEach((entry, place) => {
    const other = dutch[place];
    expect([entry.name, saidIn(entry).length]).toEqual([entry.name, other ? saidIn(other).length : 0]);
  });
  const left = ownTexts("en").filter(({ text }) =>
    /\b(je|jouw|niet|een|het|wij|zorg|deze|voor)\b/i.test(text),
  );
  expect(left).toEqual([]);
});
