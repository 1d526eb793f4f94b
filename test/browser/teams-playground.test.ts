import type { Browser, Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { browserFile, launchBrowser, picture, skipReason } from "../support/browser.ts";
import { closeSome, debtStory, hears, openTown } from "../support/playground-town.ts";

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** The Playground's own page, without its log. It asks Microsoft for icons that it does without. */
async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "nl-NL" });
  await context.route(/^https:/, (route) => route.abort());
  const page = await context.newPage();
  await page.goto(url);
  await page.getByText("Type a message").waitFor();
  await page.getByRole("button", { name: "Hide log panel" }).click();
  return page;
}

const hasNoBrowser = browserFile === null;

describe.skipIf(hasNoBrowser)(`as it looks there${hasNoBrowser ? ` (${skipReason})` : ""}`, () => {
  test("typed, read, and taken up with the mouse; and the digest with its bars", async () => {
    const town = await openTown();
    stops.push(town.close);
    const browser = await launchBrowser();
    stops.push(() => browser.close());
    const { juf, ben, clock, house, relay } = town;
    const [teacher, colleague] = await Promise.all([openPage(browser, juf.url), openPage(browser, ben.url)]);

    await teacher.getByRole("textbox").fill(debtStory);
    await teacher.getByRole("button", { name: "Send Message" }).click();
    await teacher.getByRole("heading", { name: "We hebben je zorg" }).waitFor();
    await colleague.getByText("Kun jij hiernaar kijken?").waitFor();
    await picture(teacher, "teams-receipt");
    await picture(colleague, "teams-alert");

    await colleague.getByRole("button", { name: "Ik pak dit op" }).click();
    await colleague.getByRole("heading", { name: /opgepakt door Ben/ }).waitFor();
    expect(await colleague.getByText("Kun jij hiernaar kijken?").count()).toBe(0);
    await teacher.getByRole("heading", { name: "Je zorg is opgepakt" }).first().waitFor();

    await closeSome(town, 6);
    clock.set(Date.parse("2026-11-23T08:01:00+01:00"));
    await house.runDue();
    await hears(ben, "De week in cijfers");
    await colleague.setViewportSize({ width: 1280, height: 1800 });
    await colleague.getByRole("treeitem", { name: /Signalen/ }).click();
    await colleague.getByRole("heading", { name: /^Week 47/ }).waitFor();
    // The bars themselves: it knows them, and does not fall back on the picture.
    await colleague.getByRole("img", { name: "wk 47, Preventie, 6, Casussen, 0" }).waitFor();
    expect(await colleague.getByRole("img", { name: /^In 8 weken/ }).count()).toBe(0);
    expect(await colleague.getByRole("table").count()).toBeGreaterThan(0);
    await picture(colleague, "teams-digest");
    await picture(teacher, "teams-closed");
    expect(relay.offences()).toEqual([]);
  });
});
