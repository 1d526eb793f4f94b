import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import {
  browserFile,
  expectAccessible,
  launchBrowser,
  mustHaveBrowser,
  picture,
} from "../support/browser.ts";

const hasNoBrowser = browserFile === null && !mustHaveBrowser;

test.skipIf(hasNoBrowser)(
  "the paper form is one page of A4, and axe finds nothing",
  { timeout: 60_000 },
  async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 800, height: 1_130 } });
      await page.goto(pathToFileURL("docs/beheer/papieren-formulier.html").href);
      await expectAccessible(page, "the paper form");
      const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
      expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await page.emulateMedia({ media: "print" });
      await picture(page, "papieren-formulier", true);
    } finally {
      await browser.close();
    }
  },
);
