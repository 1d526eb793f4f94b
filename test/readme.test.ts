import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { readConfig } from "#config.ts";
import { settingNotes } from "#settings.ts";
import { acts } from "#signal/press.ts";
import { labelOf } from "#texts/buttons.ts";

const guides = ["README.md", "CHANGELOG.md", ...globSync("docs/**/*.md")].map((file) => ({
  file,
  text: readFileSync(file, "utf8"),
}));
const readme = guideOf("README.md");
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8"))).scripts;

function guideOf(file: string): string {
  return guides.find((guide) => guide.file === file)?.text ?? "";
}

/** What is wrong in the guides, as `file: what`: the find function gives everything of one guide that must be right. */
function wrong(
  find: (text: string, file: string) => readonly string[],
  isRight: (one: string) => boolean,
): string[] {
  return guides.flatMap(({ file, text }) =>
    find(text, file)
      .filter((one) => !isRight(one))
      .map((one) => `${file}: ${one}`),
  );
}

function groups(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

/** The rows of the table under this heading, cell by cell, without the heading row. */
function tableUnder(text: string, heading: string): string[][] {
  const section = text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const bare = (cell: string | undefined) => cell?.replaceAll("`", "") ?? "";

test("the guides are there, and the README stays short", () => {
  expect(guides.length).toBeGreaterThan(14);
  expect(readme.split("\n").length).toBeLessThanOrEqual(200);
});

test("every link and picture leads somewhere", () => {
  const links = (text: string, file: string) =>
    groups(text, /\]\(([^)#\s]+)[^)]*\)/g)
      .filter((link) => !/^[a-z]+:/.test(link))
      .map((link) => join(dirname(file), link));
  expect(guides.flatMap(({ file, text }) => links(text, file)).length).toBeGreaterThan(15);
  expect(wrong(links, existsSync)).toEqual([]);
});

test("every file and folder that is named exists", () => {
  const paths = (text: string) =>
    groups(text, /`((?:src|test|docs|examples|prompts)\/[\w./-]*)`/g).concat(
      groups(text, /`(\w+\.(?:md|yml))`/g),
    );
  expect(paths(readme).length).toBeGreaterThan(4);
  expect(wrong(paths, existsSync)).toEqual([]);
});

test("the tree in the README is the tree of src", () => {
  const tree = readme.split("```\nsrc/\n")[1]?.split("```")[0] ?? "";
  const named = tree
    .split("\n")
    .flatMap((line) => /^ {2}((?:[\w-]+(?:\/|\.ts) ?)+)/.exec(line)?.[1]?.trim().split(" ") ?? []);
  const folders = readdirSync("src", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${entry.name}/`);
  expect(named.filter((name) => name.endsWith("/")).sort()).toEqual(folders.sort());
  expect(named.filter((name) => !existsSync(join("src", name)))).toEqual([]);
});

test("every npm script that is named exists", () => {
  const named = (text: string) => groups(text, /\bnpm (?:run (?:-s )?)?((?<=run |-s )[\w:-]+|start|test)/g);
  expect(named(readme)).toContain("start");
  expect(named(readme)).toContain("voelspriet");
  expect(wrong(named, (name) => name in scripts)).toEqual([]);
});

test("every admin command that is named exists, and the README names them all", () => {
  const commands = groups(readFileSync("src/commands/table.ts", "utf8"), /^ {2}"?([a-z-]+)"?: \{/gm);
  const inTable = tableUnder(readme, "Admin commands").map(([command]) => bare(command).split(" ")[0] ?? "");
  expect(inTable.length).toBeGreaterThan(6);
  expect(inTable.toSorted()).toEqual(commands.toSorted());
  const named = (text: string) => groups(text, /npm run -s voelspriet -- ([a-z-]+)/g);
  expect(wrong(named, (name) => commands.includes(name))).toEqual([]);
});

test("the settings are the ones of the schema, with the same words and defaults", () => {
  const rows = tableUnder(readme, "Settings");
  const told = Object.fromEntries(rows.map(([name, , note]) => [bare(name), note]));
  expect(told).toEqual(settingNotes);
  const given = Object.fromEntries(rows.map(([name, value]) => [bare(name), bare(value)]));
  expect(readConfig(given)).toEqual(readConfig({}));
});

test("the Dutch guide knows the same settings", () => {
  const rows = tableUnder(guideOf("docs/beheer/instellingen.md"), "Omgevingsvariabelen");
  expect(rows.map(([name]) => bare(name))).toEqual(Object.keys(settingNotes));
  const shouted = (text: string) => groups(text, /`([A-Z]+(?:_[A-Z]+)+)`/g);
  expect(wrong(shouted, (name) => name in settingNotes)).toEqual([]);
});

test("the buttons that the guides explain are on the cards", () => {
  const labels = new Set<string>([...acts.map((act) => labelOf(act, "nl")), "Er is nu gevaar"]);
  const explained = ["expert", "signaalgever"].flatMap((who) =>
    groups(guideOf(`docs/gebruik/${who}.md`), /^(?:\||-) \*\*([^*?]+\??)\*\*(?: \||:)/gm),
  );
  expect(explained.length).toBeGreaterThan(10);
  expect(explained.filter((label) => !labels.has(label))).toEqual([]);
});

test("the licence is the EUPL and publiccode.yml says so", () => {
  expect(readFileSync("LICENSE", "utf8")).toContain("EUROPEAN UNION PUBLIC LICENCE v. 1.2");
  expect(readFileSync("publiccode.yml", "utf8")).toContain("license: EUPL-1.2");
});
