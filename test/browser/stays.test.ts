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
const debts = "Er liggen aanmaningen op tafel.";
const sleep = "Zij huilt vaak en slaapt slecht.";

describe.skipIf(hasNoBrowser)(`what stays where it is${hasNoBrowser ? ` (${skipReason})` : ""}`, () => {
  let stage: WebStage;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function withPage(path: string, width: number, work: (page: Page) => Promise<void>): Promise<void> {
    stage = await openWebStage({ looks: realLooks });
    const { page, complaints } = await openPage(browser, stage.url + path, width);
    page.setDefaultTimeout(10_000);
    try {
      await work(page);
      expect(complaints).toEqual([]);
    } finally {
      await page.context().close();
      await stage.stop();
    }
  }

  /** Tells a concern from outside the page, as somebody at another machine would. */
  async function told(text: string): Promise<void> {
    await stage.post("/api/press", {
      key: crypto.randomUUID(),
      as: "web:trainer",
      act: "report",
      inputs: { text },
    });
  }

  /** Twenty seconds go by without a press. */
  const later = "performance.now = ((real) => () => real() + 21_000)(performance.now.bind(performance))";
  const expert = (page: Page) => page.locator("#persona-expert");
  const reload = async (page: Page) => {
    await page.reload();
    await page.waitForSelector("html[data-ready=yes]");
  };

  test.each([1440, 820, 360])(
    "%i px wide: however long the trail, nothing below the footer",
    async (width) => {
      await withPage("/", width, async (page) => {
        for (let count = 0; count < 12; count += 1) await told(debts);
        await expect.poll(() => page.locator("#trail > li").count()).toBeGreaterThan(20);
        const empty = await page.evaluate(
          "document.documentElement.scrollHeight - document.querySelector('footer').getBoundingClientRect().bottom - scrollY",
        );
        expect(empty).toBeLessThanOrEqual(40);
        await picture(page, `stays-${width}`, true);
      });
    },
  );

  test("a reload keeps whom you play and the look, and no word of a story", async () => {
    await withPage("/", 1440, async (page) => {
      await page.getByRole("radio", { name: "Teams" }).check();
      await page.locator("#persona-signaler").selectOption("web:trainer");
      await told(debts);
      await expect.poll(() => expert(page).inputValue()).toBe("web:schuld");
      await expert(page).selectOption("web:jeugd");
      await page.getByRole("button", { name: "Zorg delen", exact: true }).click();
      await page.getByLabel("Wat heb je gezien of gehoord?").fill("Half verhaal");
      await page.keyboard.press("Escape");
      await page.goto(stage.url);
      await page.waitForSelector("html[data-ready=yes]");
      expect(await page.locator("#persona-signaler").inputValue()).toBe("web:trainer");
      expect(await expert(page).inputValue()).toBe("web:jeugd");
      expect(await page.getByLabel("Volg nieuwe zorgen").isChecked()).toBe(false);
      expect(await page.getByRole("radio", { name: "Teams" }).isChecked()).toBe(true);
      const kept = await page.evaluate("JSON.stringify([sessionStorage, localStorage])");
      expect(kept).toContain("web:trainer");
      expect(kept).not.toMatch(/verhaal|aanmaningen/i);
    });
  });

  test("typed words that were not sent are not lost with the page without a question", async () => {
    await withPage("/", 1440, async (page) => {
      const asked: string[] = [];
      page.on("dialog", (dialog) => {
        asked.push(dialog.type());
        void dialog.accept();
      });
      await reload(page);
      expect(asked).toEqual([]);
      await page.getByRole("button", { name: "Zorg delen", exact: true }).click();
      await page.getByLabel("Wat heb je gezien of gehoord?").pressSequentially("Half verhaal");
      await reload(page);
      expect(asked).toEqual(["beforeunload"]);
    });
  });

  test("after a press in it the expert's pane stays, says who waits, and goes there on a press", async () => {
    await withPage("/", 1440, async (page) => {
      await told(debts);
      await expect.poll(() => expert(page).inputValue()).toBe("web:schuld");
      await page.getByRole("button", { name: "Ik pak dit op" }).click();
      await page.getByText("Opgepakt door jou").waitFor();
      await told(sleep);
      await page.getByText("Er wacht een zorg bij Sanne.").waitFor();
      expect(await expert(page).inputValue()).toBe("web:schuld");
      await expectAccessible(page, "somebody waits elsewhere");
      await picture(page, "stays-elsewhere");
      await page.getByRole("button", { name: "Ga naar Sanne" }).click();
      await expect.poll(() => expert(page).inputValue()).toBe("web:jeugd");
      await page.getByText("Nieuwe zorg voor jou").waitFor();
      expect(await page.getByText("Er wacht een zorg bij").count()).toBe(0);
      expect(await page.evaluate("document.activeElement.closest('#pane-expert .log') !== null")).toBe(true);
    });
  });

  test("sending a form counts as a press, however long the writing took", async () => {
    await withPage("/", 1440, async (page) => {
      await told(debts);
      await page.getByRole("button", { name: "Ik pak dit op" }).click();
      await page.getByRole("button", { name: "Wat is eruit gekomen?" }).click();
      await page.evaluate(later);
      await told(sleep);
      await page.getByText("Er wacht een zorg bij Sanne.").waitFor({ state: "attached" });
      await page.getByRole("radio", { name: "Geen zorg" }).check();
      await page.getByRole("button", { name: "Afronden" }).click();
      await page.getByText("Je zorg is afgerond").or(page.getByText("VS-K7M1-3QF is klaar")).waitFor();
      await told("Hij slaapt niet meer.");
      await page.getByText("(2 wachten)").first().waitFor({ state: "attached" });
      expect(await expert(page).inputValue()).toBe("web:schuld");
    });
  });

  test("twenty seconds after the last press the pane follows again", async () => {
    await withPage("/", 1440, async (page) => {
      await told(debts);
      await page.getByRole("button", { name: "Ik pak dit op" }).click();
      await page.getByText("Opgepakt door jou").waitFor();
      await page.evaluate(later);
      await told(sleep);
      await expect.poll(() => expert(page).inputValue()).toBe("web:jeugd");
    });
  });

  test.each(["slack", "teams"])(
    "safety text is read once: the receipt takes the place of the note (%s)",
    async (look) => {
      await withPage(`/?look=${look}`, 1440, async (page) => {
        const pane = page.locator("#pane-signaler");
        await page.getByRole("button", { name: "Zorg delen", exact: true }).click();
        await page.getByLabel("Wat heb je gezien of gehoord?").fill("Zijn vader slaat hem. Er ligt een mes.");
        await page.getByRole("button", { name: "Versturen" }).click();
        await page.getByRole("dialog").waitFor({ state: "detached" });
        await pane.getByText("Je zorg is binnen").waitFor();
        await expect.poll(() => pane.locator(".note").count()).toBe(0);
        expect(await pane.getByText("Is er nu direct gevaar? Bel 112.").count()).toBe(1);
        expect(await pane.getByText("Is er nu direct gevaar? Bel 112.").first().isVisible()).toBe(true);
        expect(await page.evaluate("document.activeElement !== document.body")).toBe(true);
      });
    },
  );

  test("a note of safety text that the conversation does not have outlives a reload", async () => {
    await withPage("/", 1440, async (page) => {
      const { conversation } = stage.fake.trial;
      Object.assign(stage.fake.trial, { conversation: async () => [] });
      const pane = page.locator("#pane-signaler");
      await page.getByRole("button", { name: "Zorg delen", exact: true }).click();
      await page.getByLabel("Wat heb je gezien of gehoord?").fill("Zijn vader slaat hem.");
      await page.getByRole("button", { name: "Versturen" }).click();
      await pane.locator(".note").waitFor();
      await reload(page);
      expect(await pane.locator(".note").innerText()).toContain("Is er nu direct gevaar? Bel 112.");
      Object.assign(stage.fake.trial, { conversation });
      await told(debts);
      await expect.poll(() => pane.locator(".note").count()).toBe(0);
      expect(await pane.getByText("Je zorg is binnen").count()).toBe(1);
    });
  });

  test("in English what is still Dutch is marked as Dutch, and the status changes along", async () => {
    await withPage("/", 1440, async (page) => {
      await told(debts);
      await page.getByRole("button", { name: "+1 uur" }).click();
      await page.getByRole("status").getByText("De klok staat op").waitFor();
      await page.getByRole("button", { name: "English" }).click();
      await page.getByRole("status").getByText("The clock is at").waitFor();
      expect(await page.locator("#trail .words").first().getAttribute("lang")).toBe("nl");
      expect(await expert(page).locator("option").first().getAttribute("lang")).toBe("nl");
      expect(await page.locator("#pane-expert .drawn").first().getAttribute("lang")).toBe("nl");
      await expectAccessible(page, "English");
      // The clock itself tells the time: what the status said is gone before it is no longer true.
      await expect.poll(() => page.locator("#status").innerText(), { timeout: 12_000 }).toBe("");
    });
  });

  test.each(["slack", "teams"])("a choice that is not needed can be taken back (%s)", async (look) => {
    await withPage(`/?look=${look}`, 1440, async (page) => {
      await page.getByRole("button", { name: "Zorg delen", exact: true }).click();
      await page.getByLabel("Wat heb je gezien of gehoord?").fill(debts);
      const undo = page.getByRole("button", { name: "Keuze wissen" });
      expect(await undo.count()).toBe(0);
      await page.getByRole("radio", { name: "Ja, nu" }).check();
      await expectAccessible(page, "a choice that can be taken back");
      await undo.press("Enter");
      expect(
        await page.getByRole("radio", { name: "Ja, nu" }).evaluate((radio) => radio.matches(":focus")),
      ).toBe(true);
      expect(await page.getByRole("radio", { checked: true, name: /Ja|Nee|Weet/ }).count()).toBe(0);
      await page.getByRole("button", { name: "Versturen" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(stage.fake.pressed.at(-1)?.fields?.["danger"] ?? "").toBe("");
    });
  });

  test("in a narrow window the conversation begins on the first screen", async () => {
    await withPage("/", 360, async (page) => {
      const top = await page.evaluate(
        "document.querySelector('#pane-signaler .log').getBoundingClientRect().top",
      );
      expect(top).toBeLessThan(640);
      expect(await page.getByRole("button", { name: "+1 uur" }).count()).toBe(0);
      await page.getByText("Klok en uiterlijk").click();
      await page.getByRole("button", { name: "+1 uur" }).click();
      await page.getByRole("status").getByText("De klok staat op").waitFor();
    });
  });
});
