import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const page = join(import.meta.dirname, "../../src/chat/web/page");
const find = createRequire(import.meta.url);

/** The strictest policy that the trial page may have: nothing inline. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:";

const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>looks</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="/page/looks.css"></head>
<body><main><h1>looks</h1><h2>one</h2><div id="stage"></div></main><script src="/vendor/adaptivecards.min.js"></script><script type="module" src="/stage.js"></script></body></html>`;

/** Gives the page `draw(look, payloads)`; what is pressed is kept in `pressed`. */
const stage = `
import * as slack from "/page/block-kit.js";
import * as teams from "/page/adaptive.js";
globalThis.pressed = [];
globalThis.draw = (look, { messages, forms }) => {
  const { renderMessage, renderModal } = { slack, teams }[look];
  const hear = (press) => pressed.push(press);
  const stage = document.querySelector("#stage");
  for (const one of messages) stage.append(renderMessage(one, hear));
  for (const one of forms) stage.append(renderModal(one, hear));
};
document.documentElement.dataset.ready = "yes";
`;

const types: Readonly<Record<string, string>> = {
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
};

/** Serves the two renderers of the trial page and nothing else, on a free port. */
export async function openLooksPage(): Promise<{
  readonly address: string;
  readonly close: () => Promise<void>;
}> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    response.setHeader("Content-Security-Policy", policy);
    if (path === "/") return void response.setHeader("Content-Type", "text/html").end(html);
    if (path === "/stage.js") return void response.setHeader("Content-Type", "text/javascript").end(stage);
    const file = /^\/page\/[a-z-]+\.(js|css|svg)$/.test(path)
      ? join(page, path.slice("/page/".length))
      : path === "/vendor/adaptivecards.min.js"
        ? find.resolve("adaptivecards/dist/adaptivecards.min.js")
        : null;
    if (file === null) return void response.writeHead(404).end();
    response.setHeader("Content-Type", types[file.split(".").at(-1) ?? ""] ?? "text/plain");
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
