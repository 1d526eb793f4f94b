import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserFile, launchBrowser, mustHaveBrowser, skipReason } from "../support/browser.ts";
import { openFrames } from "../support/guide-frames.ts";
import { type GuideShot, guideShots } from "../support/guide-shots.ts";

const hasNoBrowser = browserFile === null && !mustHaveBrowser;

describe.skipIf(hasNoBrowser)(`pictures${hasNoBrowser ? ` (${skipReason})` : ""}`, () => {
  let browser: Browser;
  let shots: readonly GuideShot[];
  beforeAll(async () => {
    [browser, shots] = await Promise.all([launchBrowser(), guideShots()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });
  test("draw", async () => {
    const frames = await openFrames(browser);
    mkdirSync("test-out", { recursive: true });
    for (const shot of shots) {
      const { png, words } = await frames.shoot(shot);
      writeFileSync(`test-out/guide-${shot.name}.png`, png);
      console.log(shot.name, png.length, words.slice(0, 80));
    }
    expect(frames.complaints).toEqual([]);
  });
});
