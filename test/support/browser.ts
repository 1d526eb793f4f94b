import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine; null: none. With CI=1 a missing browser is a failure, not a skip. */
export const browserFile = candidates.find((file) => existsSync(file)) ?? null;
// oxlint-disable-next-line no-process-env -- a test's own switch
export const mustHaveBrowser = process.env["CI"] === "1";
export const skipReason = "no Chromium here: apt-get install -y chromium, or run .ci/run";

export function launchBrowser(): Promise<Browser> {
  if (browserFile === null) throw new Error(skipReason);
  return chromium.launch({
    executablePath: browserFile,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Watched {
  readonly page: Page;
  /** Console errors, failed scripts and broken content policy: must stay empty. */
  readonly complaints: string[];
}

/** A page of this size that remembers everything that went wrong in it. */
export async function openPage(browser: Browser, url: string, width: number, height = 900): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: "reduce",
    locale: "nl-NL",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || /content security policy/i.test(message.text()))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => {
    if (!request.url().endsWith("/events")) complaints.push(`failed: ${request.url()}`);
  });
  await page.goto(url);
  await page.waitForSelector("html[data-ready=yes]");
  return { page, complaints };
}

/** A picture for the eye, in test-out/. */
export async function picture(page: Page, name: string, whole = false): Promise<void> {
  mkdirSync("test-out", { recursive: true });
  await page.screenshot({ path: `test-out/${name}.png`, fullPage: whole });
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No fault that axe finds against WCAG 2.2 AA; each is named with its place. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // axe measures while it scrolls: what is only laid out when in sight would move under it.
  await page.evaluate(
    "for (const one of document.querySelectorAll('.item')) one.style.contentVisibility = 'visible'",
  );
  await page.evaluate(readAxe());
  const found = await page.evaluate(async (tags) => {
    const axe = (globalThis as unknown as { axe: AxeRunner }).axe;
    const { violations } = await axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} | ${nodes
          .map((node) => node.html)
          .slice(0, 3)
          .join(" | ")}`,
    );
  }, tags);
  expect([what, found]).toEqual([what, []]);
}

interface AxeRunner {
  run(
    root: unknown,
    options: object,
  ): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
}
declare const document: unknown;

let axeSource: string | null = null;
function readAxe(): string {
  axeSource ??= readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  return axeSource;
}
