import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { slackCardModal, slackMessage, slackModal } from "#chat/slack/cards.ts";
import { teamsCard, teamsDialog } from "#chat/teams/cards.ts";
import type { Card, Form } from "#texts/card.ts";
import {
  browserFile,
  expectAccessible,
  launchBrowser,
  mustHaveBrowser,
  openPage,
  picture,
} from "../support/browser.ts";
import { hostileTexts } from "../support/hostile-texts.ts";
import { openLooksPage } from "../support/looks-page.ts";
import {
  alertSample,
  digestSample,
  reportSample,
  safetySample,
  sampleCards,
} from "../support/sample-cards.ts";

const looks = {
  slack: { message: slackMessage, form: slackModal },
  teams: { message: teamsCard, form: (form: Form) => teamsDialog(form) },
} as const;
type LookName = keyof typeof looks;

declare const pressed: unknown[];
declare function draw(look: string, payloads: object): void;

let browser: Browser;
let server: Awaited<ReturnType<typeof openLooksPage>>;

describe.skipIf(browserFile === null && !mustHaveBrowser)("in a real browser", () => {
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), openLooksPage()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function stage(look: LookName, shown: { cards?: readonly Card[]; form?: Form }, width = 480) {
    const { message, form } = looks[look];
    const watched = await openPage(browser, server.address, width);
    await drawOn(watched.page, look, {
      messages: (shown.cards ?? []).map((card) => message(card)),
      forms: shown.form ? [form(shown.form)] : [],
    });
    return watched;
  }

  async function drawOn(page: Page, look: LookName, payloads: { messages: object[]; forms: object[] }) {
    await page.evaluate(({ look, payloads }) => draw(look, payloads), { look, payloads });
  }

  const heard = (page: Page) => page.evaluate(() => pressed);

  describe.each(["slack", "teams"] as const)("%s", (look) => {
    test.each([320, 900])("every part is drawn without a fault, at %i pixels wide", async (width) => {
      const { page, complaints } = await stage(look, { cards: sampleCards, form: reportSample }, width);
      await expectAccessible(page, `${look} at ${width}`);
      expect(complaints).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      await picture(page, `looks-${look}-${width}`, true);
      const low = await page.evaluate(`
        [...document.querySelectorAll("button:not([hidden]), select, textarea, input[type=text], label:has(input)")]
          .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height])
          .filter(([, height]) => height < 32)`);
      expect(low).toEqual([]);
      await page.context().close();
    });

    test("a press tells the act and what the button carries", async () => {
      const { page } = await stage(look, { cards: [alertSample, safetySample] });
      await page.getByRole("button", { name: "Ik kan nu niet bellen" }).press("Enter");
      await page.getByRole("button", { name: "Lees het verhaal" }).click();
      expect(await heard(page)).toEqual([
        { act: "called", packed: '{"on":"VS-K7MP-3QF","fields":{"answer":"cannot_call"}}', inputs: null },
        { act: "open", packed: '{"on":"VS-K7MP-3QF","fields":null}', inputs: null },
      ]);
      await page.context().close();
    });

    test("headings tell the structure: the message one level above its parts", async () => {
      const { page } = await stage(look, { cards: [digestSample] });
      const title = page.getByRole("heading", { level: 3 });
      expect(await title.allInnerTexts()).toEqual([expect.stringContaining("Week 47: meer preventie")]);
      expect(await page.getByRole("heading", { level: 4 }).allInnerTexts()).toContain("Waar kennis dun is");
      await page.context().close();
    });

    test("a form is filled in with the keyboard, says what is missing, and then tells all its fields", async () => {
      const { page } = await stage(look, { form: reportSample });
      await page.getByRole("button", { name: "Verstuur" }).press("Enter");
      expect(await heard(page)).toEqual([]);
      const story = page.getByRole("textbox", { name: "Wat zag of hoorde je?" });
      expect(await story.evaluate((one) => one.matches(":focus"))).toBe(true);
      await page.keyboard.insertText(`Regel één\n${"x".repeat(2000)}`);
      await page.getByRole("radio", { name: "Misschien vandaag" }).press("Space");
      await page.getByRole("checkbox", { name: "Drank, drugs of gokken" }).press("Space");
      await page.getByRole("button", { name: "Verstuur" }).press("Enter");
      expect(await heard(page)).toEqual([
        {
          act: "report",
          packed: '{"on":"","fields":null}',
          inputs: {
            story: `Regel één\n${"x".repeat(2000)}`,
            danger: "maybe",
            area: "zuid",
            about: "debt,addiction",
            phone: "06-12345678",
          },
        },
      ]);
      await page.context().close();
    });

    test("the hint of a field belongs to it", async () => {
      const { page } = await stage(look, { form: reportSample });
      const story = page.getByRole("textbox", { name: "Wat zag of hoorde je?" });
      const hint = await story.getAttribute("aria-describedby");
      const said = await page.locator(`[id="${hint}"]`).innerText();
      expect(said).toBe("Schrijf het op zoals het was.");
      await page.context().close();
    });

    test("a pasted story that is too long is not cut without a word", async () => {
      const { page } = await stage(look, { form: reportSample });
      const story = page.getByRole("textbox", { name: "Wat zag of hoorde je?" });
      await story.focus();
      await page.keyboard.insertText("x".repeat(9000));
      expect((await story.inputValue()).length).toBe(9000);
      await page.context().close();
    });

    test("hostile words are shown as words: no link, no picture, no script", async () => {
      const cards = hostileTexts.map(
        (words): Card => ({
          title: words.slice(0, 100),
          tone: "calm",
          parts: [
            { part: "quote", text: words, by: "Iemand" },
            { part: "facts", facts: [{ label: "Uit", value: words.slice(0, 500) }] },
          ],
          buttons: [],
          summary: "x",
        }),
      );
      const { page, complaints } = await stage(look, { cards });
      const live = "#stage :is(a, img, script, iframe, object, embed, style, b, form, [onclick], [onerror])";
      expect(await page.locator(live).count()).toBe(0);
      expect(complaints).toEqual([]);
      const text = await page.locator("#stage").innerText();
      for (const words of [
        "<!channel>",
        "&lt;!channel&gt;",
        "*vet* _schuin_ ~weg~ `code`",
        "<b>vet</b><br><hr>",
      ]) {
        // As quote and as fact: to the letter, so without backslashes of ours.
        expect(text.split(words).length - 1).toBeGreaterThanOrEqual(2);
      }
      await page.context().close();
    });
  });

  test("a story in a modal of Slack is drawn, with the buttons that stand below it", async () => {
    const { page } = await stage("slack", {});
    await drawOn(page, "slack", { messages: [], forms: [slackCardModal(alertSample)] });
    await page.getByRole("button", { name: "Ik pak dit op" }).click();
    expect(await heard(page)).toMatchObject([{ act: "accept", inputs: null }]);
    await page.context().close();
  });

  test("a block or element that is not ours is refused aloud", async () => {
    const { page } = await stage("slack", {});
    const alien = { type: "section", text: { type: "mrkdwn", text: "<!channel>" } };
    const card = { type: "AdaptiveCard", version: "1.5", body: [{ type: "Media" }] };
    await expect(
      drawOn(page, "slack", { messages: [{ text: "", blocks: [alien] }], forms: [] }),
    ).rejects.toThrow(/does not know: section/);
    await expect(drawOn(page, "teams", { messages: [{ summary: "", card }], forms: [] })).rejects.toThrow(
      /does not know: Media/,
    );
    await page.context().close();
  });
});
