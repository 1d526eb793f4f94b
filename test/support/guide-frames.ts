import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { GuideShot } from "./guide-shots.ts";

const page = join(import.meta.dirname, "../../src/chat/web/page");
const origin = "http://guides.invalid";
/** CSS pixels; a picture has twice as many. */
const width = 470;

const types: Readonly<Record<string, string>> = {
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
};

const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>guides</title>
<link rel="stylesheet" href="/page/looks.css"><link rel="stylesheet" href="/frames.css"></head>
<body><div id="shot"></div><script type="module" src="/frames.js"></script></body></html>`;

/** What of Slack stands around our blocks: a message with its sender, a dialog, a tab of the app. */
const css = `
body { margin: 0; background: #fff; }
#shot { box-sizing: border-box; width: ${width}px; padding: 14px; background: #fff; font: 15px/1.46668 Lato, "Helvetica Neue", Arial, sans-serif; color: #1d1c1d; }
#shot[data-frame="modal"] { background: #e8e8e8; }
.message { display: flex; gap: 8px; }
.message img.face { width: 36px; height: 36px; border-radius: 8px; flex: none; }
.message .body { flex: 1; min-width: 0; }
.head { margin: 0 0 2px; font-size: 12px; color: #5c5a5c; }
.head b { font-size: 15px; color: #1d1c1d; }
.head .app { margin: 0 4px; padding: 1px 3px; border-radius: 2px; background: #e8e8e8; color: #454545; font-size: 10px; font-weight: 700; }
.under { margin: 0 0 4px; font-size: 13px; color: #5c5a5c; }
.window { border-radius: 8px; background: #fff; box-shadow: 0 2px 10px rgb(0 0 0 / 30%); overflow: hidden; }
.title { display: flex; align-items: center; gap: 10px; padding: 14px 18px; border-bottom: 1px solid #ddd; font-weight: 900; font-size: 18px; }
.title img { width: 28px; height: 28px; border-radius: 6px; }
.title .x { margin-left: auto; font-weight: 400; font-size: 22px; line-height: 1; color: #5c5a5c; }
.window .bk { padding: 14px 18px 16px; }
.window .bk .bk-footer { position: sticky; bottom: -16px; margin: 20px -18px -16px; padding: 14px 18px; border-top: 1px solid #ddd; background: #fff; }
.window.cut .bk { max-height: 610px; overflow: hidden; }
.home { border: 1px solid #ddd; border-radius: 8px; overflow: hidden; }
.home .title { border: 0; padding-bottom: 8px; }
.tabs { display: flex; gap: 20px; margin: 0; padding: 0 18px; border-bottom: 1px solid #ddd; list-style: none; font-size: 13px; font-weight: 700; color: #5c5a5c; }
.tabs li { padding-bottom: 8px; }
.tabs li:first-child { border-bottom: 2px solid #1d1c1d; color: #1d1c1d; }
.home .bk { padding: 12px 18px 18px; }
textarea.bk-input { resize: none; }
.undo-choice { display: none; }
`;

const script = `
import { renderMessage, renderModal } from "/page/block-kit.js";
import { element } from "/page/element.js";
const face = () => element("img", { src: "/page/icon.svg", alt: "", class: "face" });
const title = (words, ...more) => element("div", { class: "title" }, face(), element("span", {}, words), ...more);
const noPress = () => {};
const frames = {
  message({ blocks, at, under }) {
    const head = element("p", { class: "head" }, element("b", {}, "Voelspriet"), element("span", { class: "app" }, "APP"), at);
    const above = under ? element("p", { class: "under" }, under) : null;
    const body = element("div", { class: "body" }, head, above, renderMessage({ text: "", blocks }, noPress));
    return element("div", { class: "message" }, face(), body);
  },
  modal({ blocks, title: words, submit, filled, cut }) {
    // Without its title the renderer leaves nothing out: this frame cuts it as Slack does.
    const view = { type: "modal", title: { type: "plain_text", text: "" }, blocks, callback_id: "", private_metadata: "" };
    const drawn = renderModal(submit ? { ...view, submit: { type: "plain_text", text: submit } } : view, noPress);
    for (const [name, value] of Object.entries(filled ?? {})) {
      const field = drawn.querySelector('[name="' + name + '"]');
      if (field.type === "radio") drawn.querySelector('[name="' + name + '"][value="' + value + '"]').checked = true;
      else field.value = value;
    }
    return element("div", { class: cut ? "window cut" : "window" }, title(words, element("span", { class: "x" }, "×")), drawn);
  },
  rest: ({ blocks }) => renderMessage({ text: "", blocks }, noPress),
  home({ blocks }) {
    const tabs = ["Home", "Messages", "About"].map((tab) => element("li", {}, tab));
    return element("div", { class: "home" }, title("Voelspriet"), element("ul", { class: "tabs" }, ...tabs), renderMessage({ text: "", blocks }, noPress));
  },
};
globalThis.show = async (shot) => {
  const place = document.querySelector("#shot");
  place.dataset.frame = shot.frame;
  place.replaceChildren(frames[shot.frame](shot));
  for (const area of place.querySelectorAll("textarea")) area.rows = area.value ? Math.ceil(area.value.length / 48) + 1 : 2;
  await Promise.all([...place.querySelectorAll("img")].map((img) => img.decode()));
};
document.documentElement.dataset.ready = "yes";
`;

declare function show(shot: object): Promise<void>;

/** A page that draws shots one at a time, in what Slack puts around them. */
export async function openFrames(browser: Browser) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: 2,
    reducedMotion: "reduce",
    locale: "nl-NL",
  });
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on("pageerror", (error) => complaints.push(error.message));
  await serveFrames(tab);
  await tab.goto(`${origin}/`);
  await tab.waitForSelector("html[data-ready=yes]");
  return {
    complaints,
    /** Draws it; gives the picture as PNG, and all words that can be read in it. */
    async shoot(shot: GuideShot): Promise<{ readonly png: Buffer; readonly words: string }> {
      await tab.evaluate((one) => show(one), shot);
      const place = tab.locator("#shot");
      const typed = await place
        .locator("textarea")
        .evaluateAll((all) => all.map((one) => Reflect.get(one, "value")));
      const words = [await place.innerText(), ...typed].join("\n").replace(/\s+/g, " ").trim();
      return { png: await place.screenshot({ animations: "disabled" }), words };
    },
    close: () => context.close(),
  };
}

async function serveFrames(tab: Page): Promise<void> {
  await tab.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    const made = {
      "/": ["text/html", html],
      "/frames.css": ["text/css", css],
      "/frames.js": ["text/javascript", script],
    };
    const [contentType, body] = made[pathname as keyof typeof made] ?? [];
    if (contentType !== undefined && body !== undefined) return route.fulfill({ contentType, body });
    if (!/^\/page\/[a-z-]+\.(js|css|svg)$/.test(pathname)) return route.abort();
    const type = types[pathname.split(".").at(-1) ?? ""] ?? "text/plain";
    return route.fulfill({
      contentType: type,
      body: readFileSync(join(page, pathname.slice("/page/".length))),
    });
  });
}
