import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  browserFile,
  expectAccessible,
  launchBrowser,
  mustHaveBrowser,
  openPage,
  picture,
  skipReason,
} from "../support/browser.ts";
import { type StartedHouse, startHouse } from "../support/start-house.ts";

const hasNoBrowser = browserFile === null && !mustHaveBrowser;

const story =
  "Een jongen in groep 6 komt al weken zonder eten. Zijn moeder zegt dat er aanmaningen en schulden zijn.";

/** A page as it looks to one of the three: the text and the buttons in its conversation. */
interface Pane {
  readonly root: Locator;
  press(label: RegExp): Promise<void>;
  hears(text: RegExp): Promise<void>;
}

function paneOf(page: Page, name: "signaler" | "expert" | "manager"): Pane {
  const root = page.locator(`#pane-${name}`);
  return {
    root,
    press: (label) => root.getByRole("button", { name: label }).first().click(),
    hears: (text) => root.getByText(text).first().waitFor(),
  };
}

/** Fills what a form must have, by the names of its fields; both looks name them alike. */
async function fill(page: Page, values: readonly (readonly [name: string, value: string])[]): Promise<void> {
  const dialog = page.getByRole("dialog").last();
  for (const [name, value] of values) {
    const field = dialog.locator(`[name="${name}"]`);
    await field.first().waitFor();
    const kind = await field
      .first()
      .evaluate((control) => [control.tagName, control.getAttribute("type")].join(" "));
    if (kind.startsWith("SELECT")) await field.selectOption(value);
    else if (/radio|checkbox/.test(kind)) await dialog.locator(`[name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
}

async function send(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog").last();
  await dialog.locator(".bk-footer button, .ac-pushButton").last().click();
  await dialog.waitFor({ state: "detached" });
}

async function walk(page: Page, look: string): Promise<void> {
  const signaler = paneOf(page, "signaler");
  const expert = paneOf(page, "expert");
  const manager = paneOf(page, "manager");

  // The teacher tells, and has a receipt at once.
  await signaler.press(/^Zorg delen/);
  await fill(page, [["text", story]]);
  await send(page);
  await signaler.hears(/VS-[0-9A-Z]{4}-[0-9A-Z]{3}/);
  await picture(page, `road-1-shared-${look}`);

  // The right expert is alerted: the alert has no word of the story, the story opens for who may see it.
  await expert.root.getByRole("button", { name: /^Ik pak dit op/ }).waitFor();
  expect(await expert.root.innerText()).not.toContain("aanmaningen");
  await expert.press(/^Bekijk/);
  await page.getByRole("dialog").getByText("aanmaningen").first().waitFor();
  await expectAccessible(page, `story ${look}`);
  await picture(page, `road-2-story-${look}`);
  await page.keyboard.press("Escape");
  await expert.press(/^Ik pak dit op/);
  await expert.hears(/opgepakt door/i);
  await signaler.hears(/opgepakt|heeft je zorg|kijkt/i);

  // A word to the teacher, then an outcome, and it is closed.
  await expert.press(/^Laat weten/);
  await fill(page, [["level", "looked_at"]]);
  await send(page);
  await signaler.hears(/bekeken/i);
  await picture(page, `road-3-word-${look}`);
  await expert.press(/^Uitkomst/);
  await fill(page, [
    ["outcome", look === "teams" ? "P2" : "P1"],
    ["next", "close"],
    ["word", "closed"],
  ]);
  await send(page);
  await expert.hears(/afgesloten|afgerond|gesloten/i);
  await signaler.hears(/Je zorg is behandeld/);
  await picture(page, `road-4-closed-${look}`);

  // On Monday the manager has the week; one outcome is too small a number to draw.
  await page.getByRole("button", { name: "Naar maandag 08:00" }).click();
  await manager.root.getByRole("heading", { name: /^Week \d+:/ }).waitFor({ timeout: 15_000 });
  await expectAccessible(page, `whole road ${look}`);
  await picture(page, `road-5-monday-${look}`, true);
  // The coordinator is of the team, and sees the team's own counts, as a chart that is really there.
  await expert.root.getByRole("combobox").selectOption("web:marieke");
  const chart = expert.root.locator("img[src^='/charts/']").first();
  await chart.waitFor({ timeout: 15_000 });
  await expect
    .poll(() => chart.evaluate((image) => Reflect.get(image, "naturalWidth") as number))
    .toBeGreaterThan(100);
  // `npm run pictures` renews the one that the README shows.
  if (process.env["PICTURES"] !== undefined && look === "slack")
    await page.screenshot({ path: "docs/pictures/trial.png" });

  // Every step is told in plain words, and none of them tells the story.
  const trail = page.locator("#trail");
  expect(await trail.locator("li").count()).toBeGreaterThan(5);
  expect(await trail.innerText()).not.toContain("aanmaningen");
}

describe.skipIf(hasNoBrowser)(
  `the whole road on the real program${hasNoBrowser ? ` (${skipReason})` : ""}`,
  () => {
    let house: StartedHouse;
    let browser: Browser;
    beforeAll(async () => {
      house = await startHouse();
      browser = await launchBrowser();
    }, 40_000);
    afterAll(async () => {
      await browser?.close();
      await house?.stop();
    });

    test.each(["slack", "teams"])(
      "told, alerted, taken, answered, closed, counted (%s)",
      { timeout: 90_000 },
      async (look) => {
        const { page, complaints } = await openPage(browser, `${house.url}/?look=${look}`, 1440, 1000);
        page.setDefaultTimeout(10_000);
        await walk(page, look);
        expect(complaints).toEqual([]);
        await page.getByRole("button", { name: "Opnieuw beginnen" }).click();
        await page.getByRole("button", { name: "Ja, begin opnieuw" }).click();
        await page.getByText("De proef is weer leeg.").waitFor();
        await page.context().close();
      },
    );

    test("the gallery draws every message in both looks and both languages, and axe finds nothing", {
      timeout: 120_000,
    }, async () => {
      for (const language of ["nl", "en"]) {
        const { page, complaints } = await openPage(browser, `${house.url}/galerij?lang=${language}`, 1280);
        await page.locator(".sample").first().waitFor();
        expect(await page.locator(".sample").count()).toBeGreaterThan(20);
        expect(await page.locator("#items .trouble").allInnerTexts()).toEqual([]);
        // The chart of the week is really there.
        const chart = page.locator("img[src^='/charts/']").first();
        await chart.scrollIntoViewIfNeeded();
        await expect
          .poll(() => chart.evaluate((image) => Reflect.get(image, "naturalWidth") as number))
          .toBeGreaterThan(100);
        // The colours and the structure are the same in both languages: once is enough.
        if (language === "nl") await expectAccessible(page, "gallery");
        await picture(page, `road-gallery-${language}`);
        expect(complaints).toEqual([]);
        await page.context().close();
      }
    });
  },
);
