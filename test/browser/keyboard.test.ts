import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";

import {
  browserFile,
  launchBrowser,
  mustHaveBrowser,
  openPage,
  picture,
  skipReason,
} from "../support/browser.ts";
import { realLooks } from "../support/real-looks.ts";
import { openWebStage } from "../support/web-stage.ts";

const hasNoBrowser = browserFile === null && !mustHaveBrowser;

/** Presses Tab until the control with this name has the focus; fails after a whole round. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const at = (await page.evaluate(nameOfFocus)) as { name: string; visible: boolean };
    if (name.test(at.name)) {
      expect([at.name, at.visible]).toEqual([at.name, true]);
      return;
    }
    seen.push(at.name);
  }
  throw new Error(`Tab never reaches ${String(name)}; it passes ${seen.join(" | ")}`);
}

const nameOfFocus = `(() => {
  const control = document.activeElement;
  const labels = [...(control.labels ?? [])].map((label) => label.textContent).join(" ");
  const name = control.getAttribute("aria-label") || labels || control.textContent || control.id;
  const box = control.getBoundingClientRect();
  const style = getComputedStyle(control);
  const visible = box.width > 0 && style.outlineStyle !== "none" && box.top < innerHeight && box.bottom > 0;
  return { name: name.trim().slice(0, 60), visible };
})()`;

describe.skipIf(hasNoBrowser)(`without a mouse${hasNoBrowser ? ` (${skipReason})` : ""}`, () => {
  test.each(["Slack", "Teams"])(
    "a signal is shared, taken and rounded off by keyboard alone (%s)",
    { timeout: 60_000 },
    async (look) => {
      const stage = await openWebStage({ looks: realLooks });
      const browser = await launchBrowser();
      try {
        const { page, complaints } = await openPage(
          browser,
          `${stage.url}/?look=${look.toLowerCase()}`,
          1280,
        );
        await tabTo(page, /Naar de inhoud/);
        await page.keyboard.press("Enter");
        await tabTo(page, /^Zorg delen/);
        await page.keyboard.press("Enter");
        await page.getByRole("dialog").waitFor();
        await tabTo(page, /Wat heb je gezien of gehoord/);
        await page.keyboard.type("Er liggen aanmaningen op tafel.");
        await tabTo(page, /^Versturen/);
        await page.keyboard.press("Enter");
        await page.getByRole("dialog").waitFor({ state: "detached" });
        expect((await page.evaluate<{ name: string }>(nameOfFocus)).name).toBe("Zorg delen");

        await page.getByText("Nieuwe zorg voor jou").waitFor();
        await tabTo(page, /^Ik pak dit op/);
        await page.keyboard.press("Enter");
        await page.getByText("Opgepakt door jou").waitFor();
        await tabTo(page, /^Wat is eruit gekomen/);
        await page.keyboard.press("Enter");
        await page.getByRole("dialog").waitFor();
        await tabTo(page, /Lichte hulp|Uitkomst/);
        await page.keyboard.press("Space");
        await picture(page, `keyboard-outcome-${look.toLowerCase()}`);
        await tabTo(page, /^Afronden/);
        await page.keyboard.press("Enter");
        await page.getByText("Je zorg is afgerond").waitFor();
        expect(stage.fake.pressed.at(-1)).toMatchObject({ act: "outcome", fields: { outcome: "P1" } });

        await page.keyboard.press("Escape");
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
        await stage.stop();
      }
    },
  );

  test("under tabs the arrow keys move between the panes", async () => {
    const stage = await openWebStage({ looks: realLooks });
    const browser = await launchBrowser();
    try {
      const { page } = await openPage(browser, stage.url, 600);
      await tabTo(page, /^Leerkracht$/);
      await page.keyboard.press("ArrowRight");
      expect(await page.getByRole("tab", { name: "Expert" }).getAttribute("aria-selected")).toBe("true");
      expect(await page.getByRole("tabpanel").getAttribute("id")).toBe("pane-expert");
      await page.keyboard.press("End");
      expect(await page.getByRole("tabpanel").getAttribute("id")).toBe("pane-manager");
      await page.keyboard.press("ArrowRight");
      expect(await page.getByRole("tabpanel").getAttribute("id")).toBe("pane-signaler");
    } finally {
      await browser.close();
      await stage.stop();
    }
  });
});
