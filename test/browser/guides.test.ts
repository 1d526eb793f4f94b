import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserFile, launchBrowser, mustHaveBrowser, skipReason } from "../support/browser.ts";
import { openFrames } from "../support/guide-frames.ts";
import { type GuideShot, guideShots } from "../support/guide-shots.ts";
import { factsOfPng, smallPng } from "../support/small-png.ts";

const hasNoBrowser = browserFile === null && !mustHaveBrowser;
/** `npm run pictures` sets it: the pictures are made anew. */
const isRenewing = process.env["PICTURES"] !== undefined;
const mostBytes = 150_000;
const fileOf = (name: string) => `docs/pictures/${name}.png`;
const wordsIn = (file: string) => factsOfPng(readFileSync(file)).words ?? "";

/** The pictures that the guides for people show, with what stands in their place for who does not see them. */
const shown = globSync("docs/gebruik/*.md").flatMap((guide) =>
  [...readFileSync(guide, "utf8").matchAll(/!\[([^\]]*)\]\(\.\.\/pictures\/([\w-]+)\.png\)/g)].map(
    ([, alt = "", name = ""]) => ({ guide: basename(guide), alt, name }),
  ),
);

describe.skipIf(hasNoBrowser)(`the pictures in the guides${hasNoBrowser ? ` (${skipReason})` : ""}`, () => {
  let browser: Browser;
  let shots: readonly GuideShot[];
  beforeAll(async () => {
    [browser, shots] = await Promise.all([launchBrowser(), guideShots()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  test("show what Slack gets today: is one out of date, then npm run pictures", {
    timeout: 60_000,
  }, async () => {
    const frames = await openFrames(browser);
    for (const shot of shots) {
      const { png, words } = await frames.shoot(shot);
      const small = smallPng(png, words);
      if (isRenewing) writeFileSync(fileOf(shot.name), small);
      expect([shot.name, small.length < mostBytes]).toEqual([shot.name, true]);
      expect([shot.name, existsSync(fileOf(shot.name))]).toEqual([shot.name, true]);
      expect([shot.name, wordsIn(fileOf(shot.name))]).toEqual([shot.name, words]);
    }
    expect(frames.complaints).toEqual([]);
    await frames.close();
  });

  test("are all of them in a guide", () => {
    expect([...new Set(shown.map(({ name }) => name))].toSorted()).toEqual(
      shots.map(({ name }) => name).toSorted(),
    );
  });
});

test("what a picture's alternative text quotes can be read in the picture", () => {
  expect(shown.length).toBeGreaterThan(8);
  const quoted = shown.flatMap((one) =>
    [...one.alt.matchAll(/‘([^’]+)’/g)].map(([, words = ""]) => ({ ...one, words })),
  );
  expect(shown.filter(({ name }) => !quoted.some((one) => one.name === name))).toEqual([]);
  const missing = quoted.filter(({ name, words }) => !wordsIn(fileOf(name)).includes(words));
  expect(missing.map(({ guide, words }) => `${guide}: ${words}`)).toEqual([]);
});

test("a picture is sharp on a good screen, and small to send", () => {
  for (const { name } of shown) {
    const { width } = factsOfPng(readFileSync(fileOf(name)));
    expect([name, width]).toEqual([name, 940]);
  }
});
