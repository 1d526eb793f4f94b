import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { faultCodes } from "#chat/web/fault.ts";

const page = new URL("../src/chat/web/page/", import.meta.url);
type Words = Readonly<Record<string, string | ((...parts: unknown[]) => string)>>;
const saidFile = new URL("said.js", page).href;
const { nl, en } = (await import(saidFile)) as { nl: Words; en: Words };

function textsOf(words: Words): [name: string, text: string][] {
  return Object.entries(words).map(([name, said]) => [name, typeof said === "function" ? said("3") : said]);
}

test("the page says everything in both languages", () => {
  expect(Object.keys(en)).toEqual(Object.keys(nl));
});

test("each refusal of the server has words that say what to do", () => {
  for (const code of [...faultCodes, "unreachable"]) {
    expect([code, typeof nl[code], typeof en[code]]).toEqual([code, "string", "string"]);
  }
});

test("each text that the page and its modules ask for exists", () => {
  const asked = readdirSync(page)
    .filter((name) => /\.(js|html)$/.test(name))
    .flatMap((name) => {
      const source = readFileSync(new URL(name, page), "utf8");
      return [...source.matchAll(/(?:\bword\(|data-(?:word|label)=)"(\w+)"/g)].map((match) => match[1] ?? "");
    });
  expect(asked.length).toBeGreaterThan(40);
  for (const name of asked) expect([name, name in nl]).toEqual([name, true]);
});

test("plain Dutch: je, short sentences, no office words", () => {
  const heavy =
    /\b(u|uw|dient|middels|ten aanzien van|verstrekken|casus|triage|melding|betreffende|indien)\b/i;
  for (const [name, text] of textsOf(nl)) {
    expect([name, heavy.exec(text)?.[0] ?? null]).toEqual([name, null]);
    for (const sentence of text.split(/[.!?]\s/)) {
      expect([name, sentence.split(/\s+/).length <= 14]).toEqual([name, true]);
    }
  }
});
