import { inflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { drawChart } from "#digest/chart.ts";
import { clipped, escaped, widthOf, wrapped } from "#digest/lettering.ts";
import { pngOf } from "#digest/picture.ts";
import type { ChartData } from "#texts/card.ts";

const series: ChartData["series"] = [
  { name: "Preventie", pattern: "solid" },
  { name: "Casus", pattern: "hatch" },
];
const values: readonly (readonly (number | null)[])[] = [
  [6, 2],
  [4, null],
  [0, 0],
  [8, 1],
  [12, 4],
  [null, null],
  [1, 1],
  [0, 7],
];
const chart: ChartData = {
  series,
  hidden: "verborgen",
  bars: values.map((each, place) => ({ label: `week ${40 + place}`, values: each })),
};
const title = "In week 45 tot 48 was 7 van de 10 uitkomsten preventie";
const alt = "Week 40: preventie 6, casus 2. Week 41: preventie 4, casus verborgen.";

test("the chart says in words what it shows", () => {
  const svg = drawChart(chart, title, alt);
  expect(svg).toContain('role="img"');
  expect(svg).toContain(`aria-label="${title}"`);
  expect(svg).toContain(`<title>${title}</title>`);
  expect(svg).toContain(`>${alt}</desc>`);
  const words = lettersOf(svg);
  for (const each of ["Preventie", "Casus", "week 40", "week 47", "12"]) expect(words).toContain(each);
  // Once in the legend, once in each of the three stubs.
  expect(words.filter((each) => each === "verborgen")).toHaveLength(4);
  // Nothing that a strict content security policy refuses.
  expect(svg).not.toMatch(/style=|<style|<script|href/);
});

test("numbers stand at the bars, whole, and a week of nothing says 0", () => {
  const words = lettersOf(drawChart(chart, title, alt));
  for (const each of [6, 2, 4, 8, 7]) expect(words).toContain(String(each));
  expect(words.some((word) => /^\d+[.,]\d/.test(word))).toBe(false);
  const flat = { ...chart, bars: [{ label: "week 40", values: [0, 0] }] };
  expect(lettersOf(drawChart(flat, title, alt)).filter((word) => word === "0")).toHaveLength(2);
});

test("a hidden value looks the same whatever it was: nothing of it is in the drawing", () => {
  const svg = drawChart(chart, title, alt);
  const stubs = [...svg.matchAll(/<rect[^>]*height="([\d.]+)"[^>]*stroke-dasharray/g)].map(
    (found) => found[1],
  );
  expect(stubs).toHaveLength(4);
  expect(new Set(stubs.slice(1)).size).toBe(1);
  // The legend names hidden values only where there are any.
  const open = { ...chart, bars: chart.bars.slice(3, 5) };
  expect(lettersOf(drawChart(open, title, alt))).not.toContain("verborgen");
});

test("hostile words stay words", () => {
  const evil = `</text><script>alert("1")</script> & '\u{0}\u{b}\u{d800}`;
  const svg = drawChart(
    {
      series: [{ name: evil, pattern: "solid" }],
      hidden: evil,
      bars: [
        { label: evil, values: [null] },
        { label: evil, values: [3] },
      ],
    },
    evil,
    evil,
  );
  expect(svg).not.toContain("<script");
  expect(() => new Resvg(svg)).not.toThrow();
  expect(escaped(evil)).toBe(
    "&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;\u{fffd}",
  );
});

test("any words and numbers give a drawing that parses, with everything inside its frame", () => {
  const words = fc.string({ unit: "binary", maxLength: 120 });
  const value = fc.oneof(fc.constant(null), fc.nat({ max: 12 }), fc.nat({ max: 100_000 }));
  fc.assert(
    fc.property(
      words,
      words,
      fc.array(fc.record({ label: words, values: fc.tuple(value, value) }), { maxLength: 20 }),
      (title, name, bars) => {
        const data = {
          series: [
            { name, pattern: "solid" as const },
            { name: title, pattern: "hatch" as const },
          ],
          hidden: name,
          bars,
        };
        const svg = drawChart(data, title, name);
        expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
        const height = Number(/viewBox="0 0 1024 ([\d.]+)"/.exec(svg)?.[1]);
        expect(height).toBeLessThanOrEqual(1024);
        for (const [, x, y, wide, high] of svg.matchAll(
          /<rect x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"/g,
        )) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(x) + Number(wide)).toBeLessThanOrEqual(1024);
          expect(Number(y) + Number(high)).toBeLessThanOrEqual(height);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("two charts on one page have ids of their own, the same chart always the same", () => {
  const id = (svg: string) => /<pattern id="(.+?)"/.exec(svg)?.[1];
  expect(id(drawChart(chart, title, alt))).toBe(id(drawChart(chart, title, alt)));
  expect(id(drawChart(chart, title, alt))).not.toBe(id(drawChart(chart, `${title}.`, alt)));
});

test("a long title wraps, and ends in an ellipsis only after three lines", () => {
  const long = Array.from({ length: 40 }, (_, place) => `woord${place}`).join(" ");
  const lines = wrapped(long, { size: 34 }, { width: 960, lines: 3 });
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/…$/);
  for (const line of lines) expect(widthOf(line, { size: 34 })).toBeLessThanOrEqual(960);
  expect(wrapped("kort en goed", { size: 34 }, { width: 960, lines: 3 })).toEqual(["kort en goed"]);
  expect(wrapped("", { size: 34 }, { width: 960, lines: 3 })).toEqual([]);
  expect(widthOf(clipped("w".repeat(200), { size: 20 }, 300), { size: 20 })).toBeLessThanOrEqual(300);
});

test("the picture is 1024 wide, small, and its words are really drawn", () => {
  const svg = drawChart(chart, title, alt);
  const png = pngOf(svg);
  const picture = decoded(png);
  expect(png.length).toBeLessThan(1_000_000);
  expect(picture.width).toBe(1024);
  expect(picture.height).toBeLessThanOrEqual(1024);
  const wordless = decoded(pngOf(svg.replaceAll(/<text.*?<\/text>/g, "")));
  // A missing font raises no error: only the ink tells.
  const areas = [titleArea, areaOf(svg, "Casus"), areaOf(svg, "week 40"), areaOf(svg, "week 47")];
  for (const area of areas) {
    expect(dark(wordless, area)).toBe(0);
  }
  const ink = areas.map((area) => dark(picture, area));
  expect(Math.min(...ink)).toBeGreaterThan(150);
  expect(ink[0]).toBeGreaterThan(1500);
});

test("a dense chart still fits under the platforms' megabyte", () => {
  const bars = Array.from({ length: 20 }, (_, place) => ({
    label: `week ${place + 1}`,
    values: [place, null],
  }));
  expect(pngOf(drawChart({ series, bars, hidden: "1-4" }, title.repeat(4), alt)).length).toBeLessThan(
    1_000_000,
  );
});

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const titleArea: Area = { x: 32, y: 34, width: 900, height: 34 };

/** The place of a word on the chart, from its base line up. */
function areaOf(svg: string, word: string): Area {
  const found = new RegExp(`<text x="([\\d.]+)" y="([\\d.]+)"[^>]*text-anchor="(\\w+)"[^>]*>${word}<`).exec(
    svg,
  );
  const x = Number(found?.[1]) - (found?.[3] === "middle" ? 30 : 0);
  return { x: Math.round(x), y: Math.round(Number(found?.[2])) - 18, width: 60, height: 20 };
}

function lettersOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map((found) => found[1] ?? "");
}

interface Picture {
  readonly width: number;
  readonly height: number;
  /** 0 black to 255 white. */
  light(x: number, y: number): number;
}

function dark(picture: Picture, area: Area): number {
  let count = 0;
  for (let y = area.y; y < area.y + area.height; y += 1)
    for (let x = area.x; x < area.x + area.width; x += 1) if (picture.light(x, y) < 90) count += 1;
  return count;
}

/** Reads a PNG of 8 bits per channel, red-green-blue-alpha, not interlaced: what resvg writes. */
function decoded(png: Uint8Array): Picture {
  const bytes = Buffer.from(png);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  expect([...bytes.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * 4;
  const out = new Uint8Array(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const left = x >= 4 ? (out[y * line + x - 4] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * line + x] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (out[(y - 1) * line + x - 4] ?? 0) : 0;
      out[y * line + x] = (raw[y * (line + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return {
    width,
    height,
    light: (x, y) => Math.min(...out.subarray(y * line + x * 4, y * line + x * 4 + 3)),
  };
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
