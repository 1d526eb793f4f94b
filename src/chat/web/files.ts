import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import express, { type Express } from "express";

import { Problem } from "#base/problem.ts";

const pageFolder = join(import.meta.dirname, "page");
const find = createRequire(import.meta.url);
const exampleTokens = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";

/** Files of others that the page uses, served from where npm put them. */
const vendorFiles: Readonly<Record<string, string>> = {
  "/vendor/adaptivecards.min.js": "adaptivecards/dist/adaptivecards.min.js",
  "/vendor/utrecht.css": "@utrecht/component-library-css/dist/index.css",
};

interface Theme {
  readonly css: string;
  /** The class names that the file hangs its tokens on: `voorbeeld-theme`, `gemeente-theme`. */
  readonly classes: readonly string[];
}

/** The municipality's own design tokens (a CSS file), or the example of NL Design System. */
function readTheme(tokenFile: string | null): Theme {
  const file = tokenFile ?? find.resolve(exampleTokens);
  let css: string;
  try {
    css = readFileSync(file, "utf8");
  } catch (cause) {
    throw new Problem(
      "misconfigured",
      `The design tokens in ${file} can not be read. Give the path of a CSS file.`,
      {
        cause,
      },
    );
  }
  const found = [...css.matchAll(/\.([A-Za-z][\w-]*-theme)\b/g)].flatMap((match) => match[1] ?? []);
  return { css, classes: [...new Set(found)].slice(0, 5) };
}

/** Serves the page, its modules, the tokens and the two vendor files. Nothing else on the disk can be reached. */
export function serveFiles(app: Express, tokenFile: string | null): void {
  const theme = readTheme(tokenFile);
  for (const [path, name] of Object.entries({ "/": "index.html", "/galerij": "gallery.html" })) {
    const html = readFileSync(join(pageFolder, name), "utf8").replace("the-theme", theme.classes.join(" "));
    app.get(path, (_request, response) => {
      response.type("html").send(html);
    });
  }
  app.get("/theme.css", (_request, response) => {
    response.type("css").send(theme.css);
  });
  for (const [path, file] of Object.entries(vendorFiles)) {
    const found = find.resolve(file);
    app.get(path, (_request, response) => {
      // Without "allow" a checkout below a folder that starts with a dot would answer 404.
      response.sendFile(found, { dotfiles: "allow", cacheControl: false });
    });
  }
  app.use("/page", express.static(pageFolder, { index: false, redirect: false, cacheControl: false }));
}
