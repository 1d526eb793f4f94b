import type { Browser, Page } from "playwright-core";
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
import { realLooks } from "../support/real-looks.ts";
import { openWebStage, type WebStage } from "../support/web-stage.ts";

const hasNoBrowser = browserFile === null && !mustHaveBrowser;

describe.skipIf(hasNoBrowser)(`the trial page in a browser${hasNoBrowser ? ` (${skipReason})` : ""}`, () => {
  let stage: WebStage;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  /** A fresh trial per test, with one signal taken in and alerted. */
  async function withPage(
    width: number,
    work: (page: Page, complaints: string[]) => Promise<void>,
  ): Promise<void> {
    stage = await openWebStage({ looks: realLooks });
    const { page, complaints } = await openPage(browser, stage.url, width);
    try {
      await work(page, complaints);
      expect(complaints).toEqual([]);
    } finally {
      await page.context().close();
      await stage.stop();
    }
  }

  async function share(page: Page, text: string): Promise<void> {
    await page.getByRole("button", { name: "Zorg delen", exact: true }).click();
    await page.getByLabel("Wat heb je gezien of gehoord?").fill(text);
    await page.getByRole("button", { name: "Versturen" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByText("Je zorg is binnen").first().waitFor();
  }

  const looks = ["Slack", "Teams"] as const;

  test.each(looks)(
    "axe finds nothing: empty, with messages, with each dialog open (%s)",
    { timeout: 60_000 },
    async (look) => {
      await withPage(1440, async (page) => {
        const small = look.toLowerCase();
        await page.getByRole("radio", { name: look }).check();
        await expectAccessible(page, "empty");
        await picture(page, `page-empty-${small}`);

        await page.getByRole("button", { name: "Zorg delen", exact: true }).click();
        await expectAccessible(page, "report form");
        await picture(page, `form-report-${small}`);
        await page.keyboard.press("Escape");

        await page.getByRole("button", { name: "Voorbeelden" }).click();
        await expectAccessible(page, "examples");
        await page.keyboard.press("Escape");

        await share(page, "Zijn vader slaat hem. Er ligt een mes.");
        await page.getByRole("button", { name: "Lees het verhaal" }).first().click();
        await page.getByRole("dialog").waitFor();
        await expectAccessible(page, "story");
        await picture(page, `story-${small}`);
        await page.keyboard.press("Escape");

        await page.getByRole("button", { name: "Naar maandag 08:00" }).click();
        await page.getByText("De week in cijfers").first().waitFor();
        await page.getByText("Gegevens").first().click();
        await expectAccessible(page, "with messages");
        await picture(page, `page-full-${small}`, true);
      });
    },
  );

  test.each(looks)(
    "320 px wide: nothing sticks out, tabs work, axe finds nothing (%s)",
    { timeout: 60_000 },
    async (look) => {
      await withPage(320, async (page) => {
        await page.getByText("Klok en uiterlijk").click();
        await page.getByRole("radio", { name: look }).check();
        await expectAccessible(page, "controls");
        await page.getByText("Klok en uiterlijk").click();
        await share(page, "Er liggen aanmaningen op tafel.");
        for (const tab of ["Leerkracht", "Expert", "Manager"]) {
          await page.getByRole("tab", { name: tab }).click();
          expect([tab, await overhang(page)]).toEqual([tab, 0]);
          await expectAccessible(page, tab);
          await picture(page, `narrow-${tab.toLowerCase()}-${look.toLowerCase()}`, true);
        }
        await page.getByRole("tab", { name: "Leerkracht" }).click();
        await page.getByRole("button", { name: "Zorg delen", exact: true }).click();
        expect(await overhang(page)).toBe(0);
        await expectAccessible(page, "form");
        await picture(page, `narrow-form-${look.toLowerCase()}`);
      });
    },
  );

  test("the gallery shows every message in both looks, in both languages, and axe finds nothing", {
    timeout: 60_000,
  }, async () => {
    await withPage(1280, async (page) => {
      await page.getByRole("link", { name: "Alle berichten bekijken" }).click();
      await page.waitForSelector("html[data-ready=yes] .sample");
      expect(await page.locator(".sample").count()).toBe(14);
      expect(await page.locator("#items .trouble").count()).toBe(0);
      await expectAccessible(page, "gallery");
      await picture(page, "gallery", true);
      await page.getByRole("button", { name: "English" }).click();
      await page.getByRole("heading", { name: "Every message" }).waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await overhang(page)).toBe(0);
      await expectAccessible(page, "gallery 320");
    });
  });

  test.each([900, 1024, 1920])("%d px wide: three panes, and nothing is cut off in them", async (width) => {
    await withPage(width, async (page) => {
      await share(page, "Er liggen aanmaningen op tafel.");
      await page.getByRole("button", { name: "Naar maandag 08:00" }).click();
      await page.getByText("De week in cijfers").first().waitFor();
      const cut =
        "[...document.querySelectorAll('.pane, .pane-head, .log')].filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.className)";
      for (const look of looks) {
        await page.getByRole("radio", { name: look }).check();
        expect([look, await page.evaluate(cut)]).toEqual([look, []]);
      }
      await picture(page, `wide-${width}`);
    });
  });

  test("200 % zoom: everything is there, nothing sticks out", async () => {
    // A window of 1280 at 200 % is a window of 640.
    await withPage(640, async (page) => {
      expect(await overhang(page)).toBe(0);
      await expect(page.getByRole("tab").count()).resolves.toBe(3);
      await picture(page, "zoom-200", true);
    });
  });

  test("the expert pane follows new alerts until somebody is picked", async () => {
    await withPage(1440, async (page) => {
      const expert = page.getByLabel("Expert: Je speelt");
      await share(page, "Er liggen aanmaningen op tafel.");
      await expect.poll(() => expert.inputValue()).toBe("web:schuld");
      await share(page, "Zij huilt vaak en slaapt slecht.");
      await expect.poll(() => expert.inputValue()).toBe("web:jeugd");
      await expert.selectOption("web:jeugd");
      expect(await page.getByLabel("Volg nieuwe zorgen").isChecked()).toBe(false);
      await share(page, "Nog meer schulden.");
      await page.getByText("(2 wachten)").first().waitFor({ state: "attached" });
      expect(await expert.inputValue()).toBe("web:jeugd");
    });
  });

  test("Escape stores nothing, the draft comes back, and the focus returns", async () => {
    await withPage(1440, async (page) => {
      const open = page.getByRole("button", { name: "Zorg delen", exact: true });
      await open.click();
      await page.getByLabel("Wat heb je gezien of gehoord?").fill("Half verhaal");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await open.evaluate((button) => button.matches(":focus"))).toBe(true);
      expect(stage.fake.pressed.filter((press) => press.fields !== null)).toEqual([]);
      await open.click();
      expect(await page.getByLabel("Wat heb je gezien of gehoord?").inputValue()).toBe("Half verhaal");
    });
  });

  test("a fault of the server stands at its field, with the focus there", async () => {
    await withPage(1440, async (page) => {
      await share(page, "Er liggen aanmaningen op tafel.");
      await page.getByRole("button", { name: "Ik pak dit op" }).click();
      await page.getByRole("button", { name: "Zorg delen", exact: true }).click();
      const text = page.getByLabel("Wat heb je gezien of gehoord?");
      // The door's own check lets this through: it is not empty, and no story either.
      await text.fill("\u200b");
      await page.getByRole("button", { name: "Versturen" }).click();
      await page.getByText("Vertel eerst wat je hebt gezien of gehoord.").waitFor();
      expect(await text.getAttribute("aria-invalid")).toBe("true");
      expect(await text.evaluate((field) => field.matches(":focus"))).toBe(true);
      await expectAccessible(page, "form with a fault");
      await text.fill("Er ligt een stapel brieven.");
      await page.getByRole("button", { name: "Versturen" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    });
  });

  test("a double click is one press, and a card that changes keeps the keyboard's place", async () => {
    await withPage(1440, async (page) => {
      await share(page, "Er liggen aanmaningen op tafel.");
      const before = stage.fake.pressed.length;
      await page.getByRole("button", { name: "Ik pak dit op" }).dblclick();
      await page.getByText("Opgepakt door jou").waitFor();
      expect(stage.fake.pressed.slice(before).filter((press) => press.act === "accept")).toHaveLength(1);
      const inPane = "document.querySelector('#pane-expert .log').contains(document.activeElement)";
      expect(await page.evaluate(inPane)).toBe(true);
    });
  });

  test("words of people are never markup, in both looks", async () => {
    await withPage(1440, async (page) => {
      const evil =
        '<img src=x onerror="window.evil=1"> <script>window.evil=1</script> [klik](javascript:window.evil=1) **vet** <!channel>';
      await share(page, evil);
      for (const look of looks) {
        await page.getByRole("radio", { name: look }).check();
        await page.getByRole("button", { name: "Lees het verhaal" }).first().click();
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        expect(await dialog.locator("img, script, a").count()).toBe(0);
        expect(await dialog.innerText()).toContain("<!channel>");
        await page.keyboard.press("Escape");
      }
      expect(await page.evaluate("globalThis.evil")).toBeUndefined();
    });
  });

  test("when the program stops, the page says so and what to do; a press is answered too", async () => {
    stage = await openWebStage({ looks: realLooks });
    const { page } = await openPage(browser, stage.url, 1440);
    await stage.stop();
    await page.getByText("Geen verbinding met Voelspriet").waitFor();
    await page.getByRole("button", { name: "Mijn zaken" }).click();
    await page.getByText("Geen antwoord. Kijk of het programma nog draait").waitFor();
    await page.context().close();
  });

  test("start again asks first, and empties", async () => {
    await withPage(1440, async (page) => {
      await share(page, "Er liggen aanmaningen op tafel.");
      await page.getByRole("button", { name: "Opnieuw beginnen" }).click();
      await page.getByRole("button", { name: "Nee, ga terug" }).click();
      expect(await page.getByText("Je zorg is binnen").count()).toBe(1);
      await page.getByRole("button", { name: "Opnieuw beginnen" }).click();
      await expectAccessible(page, "reset dialog");
      await page.getByRole("button", { name: "Ja, begin opnieuw" }).click();
      await page.getByText("De proef is weer leeg.").waitFor();
      await expect.poll(() => page.getByText("Je zorg is binnen").count()).toBe(0);
    });
  });
});

/** Pixels that the page is wider than its window. */
function overhang(page: Page): Promise<unknown> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
