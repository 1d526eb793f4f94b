import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { Problem } from "#base/problem.ts";
import { chartWidth } from "#digest/chart.ts";
import { lettered } from "#digest/lettering.ts";

const require = createRequire(import.meta.url);

let fonts: readonly string[] | null = null;

/**
 * The chart as PNG, 1024 pixels wide. Throws Problem "misconfigured" where no letters can be drawn: without a font
 * the drawing goes well and every word is missing.
 */
export function pngOf(svg: string): Uint8Array {
  fonts ??= fontsThatDraw();
  return new Resvg(svg, { ...drawing(fonts), fitTo: { mode: "width", value: chartWidth } }).render().asPng();
}

/** The font files that ship with us; empty: the machine's own fonts have to do. */
function shippedFonts(): string[] {
  try {
    return [
      require.resolve(
        "@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf",
      ),
      require.resolve("@expo-google-fonts/atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf"),
    ];
  } catch {
    return [];
  }
}

function fontsThatDraw(): readonly string[] {
  const files = shippedFonts();
  if (letters(files)) return files;
  throw new Problem(
    "misconfigured",
    "The chart has no font to write with. Run npm ci again, or install a font (Debian: fonts-dejavu-core).",
  );
}

/** Do letters leave ink with these fonts? */
function letters(files: readonly string[]): boolean {
  const probe = lettered("Week", { x: 4, y: 24, size: 20 });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="32">${probe}</svg>`;
  return new Resvg(svg, drawing(files)).innerBBox() !== undefined;
}

function drawing(files: readonly string[]) {
  const ours = files.length > 0;
  return {
    // The machine's fonts are read only when needed: that takes long, and the picture would differ per machine.
    font: {
      fontFiles: [...files],
      loadSystemFonts: !ours,
      ...(ours ? { defaultFontFamily: "Atkinson Hyperlegible" } : {}),
    },
    background: "#ffffff",
    logLevel: "off" as const,
  };
}
