import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { systemClock } from "#base/clock.ts";
import { complaintOf } from "#base/complaint.ts";
import { codeOf } from "#base/file-fault.ts";
import { looks } from "#checks.ts";
import { clockOf } from "#commands/store-clock.ts";
import type { Command } from "#commands/terminal.ts";
import { type Config, readSettings } from "#config.ts";
import { databaseFile, nearestFolder, openDirectory, openStore } from "#open.ts";
import { preflight } from "#route/preflight.ts";
import type { Directory } from "#signal/directory.ts";
import { openCalendar } from "#signal/working-time.ts";
import type { Store } from "#store/store.ts";

/** One finding: what is, and what to do. `bad` makes the exit code 1. */
interface Finding {
  readonly level: "good" | "note" | "bad";
  readonly text: string;
}

const megabyte = 1024 * 1024;
const leastFree = 500 * megabyte;

/**
 * Looks at everything that an administrator can get wrong, the way the start does. Every finding says the cause and the fix.
 * What is wrong does not keep it from looking at the rest. Changes nothing.
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
  if (directory !== null) findings.push(...coverage(directory));
  // Where the folder is of no use, nothing can be said about what is in it.
  if (hasFolder) {
    await lookInStore(findings, config);
    await attempt(findings, async () => findings.push(await disk(config)));
  }
  const seen = new Set<string>();
  for (const { level, text } of findings) {
    // The store can not be opened for a reason that has been named already.
    if (seen.has(text)) continue;
    seen.add(text);
    (level === "bad" ? complain : print)(`${marks[level]} ${text}`);
  }
  return findings.some(({ level }) => level === "bad") ? 1 : 0;
};

const marks = { good: "ok   ", note: "note ", bad: "FAULT" };
const good = (text: string): Finding => ({ level: "good", text });
const note = (text: string): Finding => ({ level: "note", text });
const bad = (text: string): Finding => ({ level: "bad", text });

async function attempt<T>(findings: Finding[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    findings.push(bad(complaintOf(thrown)));
    return null;
  }
}

/** Can the page listen there? */
async function doorFindings({ host, port }: Config): Promise<Finding[]> {
  const code = await new Promise<string>((resolve) => {
    const door = createServer();
    door.once("error", (thrown) => resolve(codeOf(thrown) || "unknown"));
    door.listen(port, host.replace(/^\[(.*)\]$/, "$1"), () => door.close(() => resolve("")));
  });
  if (code === "") return [good(`The page can listen on HOST ${host}, PORT ${port}.`)];
  if (code === "EADDRINUSE") {
    return [
      note(
        `Something listens on PORT ${port} already. If that is not Voelspriet itself, choose another PORT.`,
      ),
    ];
  }
  return [
    bad(
      `The page can not listen on HOST ${host}, PORT ${port} (${code}). Choose another PORT (1024 or higher), or leave HOST out.`,
    ),
  ];
}

function coverage(directory: Directory): Finding[] {
  const found = preflight(directory, openCalendar(directory.hours), systemClock.now());
  return [
    good(`The municipality file can be read: ${directory.municipality}, ${directory.people.length} people.`),
    ...found.map(({ severity, cause, fix }) => (severity === "fault" ? bad : note)(`${cause} ${fix}`)),
  ];
}

async function lookInStore(findings: Finding[], config: Config): Promise<void> {
  const file = databaseFile(config);
  if (!existsSync(config.dataDir)) {
    findings.push(
      note(
        `There is no data folder ${config.dataDir} yet: the first start makes it. Expected one? Set DATA_DIR.`,
      ),
    );
    return;
  }
  if (!existsSync(file) && !existsSync(`${file}-wal`)) {
    findings.push(
      note(`There is no database ${file} yet: the first start makes it. Expected one? Set DATA_DIR.`),
    );
    return;
  }
  const store = await attempt(findings, async () => openStore(config, "beside"));
  if (store === null) return;
  await attempt(findings, async () => {
    await store.check();
    findings.push(good("The store is whole and opens with this key."));
    findings.push(...(await clockFindings(store)), ...(await workFindings(store)));
  });
  await attempt(findings, () => store.close());
}

async function clockFindings(store: Store): Promise<Finding[]> {
  const last = Number((await store.recall("clock.last")) ?? 0);
  if (last > (await clockOf(store)).now() + 60_000) {
    return [
      bad("This machine's clock is behind the store's last note. Set the clock (NTP), then start again."),
    ];
  }
  return [good("The clock goes forward.")];
}

async function workFindings(store: Store): Promise<Finding[]> {
  const counts = await store.counts((await clockOf(store)).now());
  const findings: Finding[] = [];
  if (counts.unowned > 0) {
    findings.push(
      bad(
        `${counts.unowned} open signals have no owner and no running clock. This is a fault in Voelspriet: look at them now, and report it.`,
      ),
    );
  }
  if (counts.deadNotices > 0) {
    findings.push(
      note(
        `${counts.deadNotices} messages could not be brought to anyone. Check the addresses in the municipality file.`,
      ),
    );
  }
  return findings;
}

async function disk({ dataDir }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(nearestFolder(dataDir));
  const free = bavail * bsize;
  const text = `${Math.round(free / megabyte)} MB free where the store is.`;
  return free >= leastFree
    ? good(text)
    : bad(`${text} At least 500 MB is needed: make room, or move DATA_DIR.`);
}
