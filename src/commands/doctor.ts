import { diskFinding } from "#commands/doctor/disk.ts";
import { doorFindings } from "#commands/doctor/door.ts";
import { engineFindings } from "#commands/doctor/engine.ts";
import { attempt, bad, type Finding, good } from "#commands/doctor/finding.ts";
import { municipalityFindings } from "#commands/doctor/municipality.ts";
import { storeFindings } from "#commands/doctor/store.ts";
import type { Command } from "#commands/terminal.ts";
import { type Config, readSettings } from "#config.ts";
import type { Directory } from "#signal/directory.ts";
import { looks } from "#start/checks.ts";
import { openDirectory } from "#start/open.ts";

/**
 * Looks at everything that an administrator can get wrong, the way the start does. Every finding says the cause and the fix.
 * What is wrong does not keep it from looking at the rest. Changes nothing here, and writes to nobody.
 */
export const doctor: Command = async ({ print, complain }) => {
  const findings: Finding[] = [];
  const { config, faults, wrong } = readSettings();
  findings.push(...faults.map(bad));
  if (faults.length === 0) findings.push(good("The settings can be read."));
  const isUsable = (name: keyof typeof looks) =>
    !wrong.has(name) && attempt(findings, async () => (looks[name](config), true));
  await isUsable("HOST");
  await isUsable("THEME_FILE");
  const hasFolder = await isUsable("DATA_DIR");
  await isUsable("KEY_FILE");
  if (!wrong.has("HOST") && !wrong.has("PORT")) findings.push(...(await doorFindings(config)));
  const directory = await attempt(findings, async () => openDirectory(config));
  if (directory !== null) findings.push(...municipalityFindings(directory, config));
  // Where the folder is of no use, nothing can be said about what is in it.
  if (hasFolder) {
    findings.push(...(await storeFindings(config)));
    findings.push(...engineFindings(config));
    await attempt(findings, async () => findings.push(await diskFinding(config)));
  }
  await attempt(findings, async () => findings.push(...(await platformFindings(config, directory, print))));
  const seen = new Set<string>();
  for (const { level, text } of findings) {
    // The store can not be opened for a reason that has been named already.
    if (seen.has(text)) continue;
    seen.add(text);
    (level === "bad" ? complain : print)(`${marks[level]} ${text}`);
  }
  return findings.some(({ level }) => level === "bad") ? 1 : 0;
};

/** The platforms that are configured. The libraries of the others are never loaded. */
async function platformFindings(
  { slack, teams }: Config,
  directory: Directory | null,
  tell: (line: string) => void,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (slack !== null) {
    const { slackFindings } = await import("#commands/doctor/slack.ts");
    await attempt(findings, async () => findings.push(...(await slackFindings(slack, directory, tell))));
  }
  if (teams !== null) {
    const { teamsFindings } = await import("#commands/doctor/teams.ts");
    await attempt(findings, async () => findings.push(...(await teamsFindings(teams, directory, tell))));
  }
  return findings;
}

const marks = { good: "ok   ", note: "note ", bad: "FAULT" };
