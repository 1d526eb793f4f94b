import { execFileSync } from "node:child_process";
import { existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { type KillTown, openKillTown } from "./support/kill-slack.ts";
import { canLogPower, preloaded } from "./support/power/cuts.ts";

/** Linux: sets limits of a process that runs. */
const prlimit = "/usr/bin/prlimit";

const story = "Een jongen in groep 6 komt al weken zonder eten. Zijn moeder heeft schulden en aanmaningen.";
const more = "Zijn broertje zag ik vandaag ook zonder jas.";
const other = "Een meisje uit groep 7 durft niet naar huis, haar vader slaat haar.";

const towns: KillTown[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
  for (const folder of folders.splice(0)) removeFolder(folder);
});

/** How the disk of a program that runs can fail, and become well again. */
interface Failing {
  readonly env: Readonly<Record<string, string>>;
  fails(town: KillTown): void;
  isWell(town: KillTown): void;
}

const full = (): Failing => ({
  env: {},
  fails: (town) => limitFiles(town.pid(), 4_096),
  isWell: (town) => limitFiles(town.pid(), null),
});

/** Read-only from one moment on, with the store's file open: as Linux does itself after a fault of the disk. */
function readOnly(): Failing {
  const folder = freshFolder("read-only");
  folders.push(folder);
  const link = join(folder, "now");
  const library = preloaded("read-only", join(folder, "read-only.so"));
  return {
    env: { LD_PRELOAD: library, READ_ONLY_LINK: link },
    fails: (town) => symlinkSync(town.data, link),
    isWell: () => rmSync(link),
  };
}

if (!existsSync(prlimit))
  console.warn("NOT TESTED: a full disk under the real program (F9). That needs prlimit.");
if (!canLogPower())
  console.warn(
    "NOT TESTED: a disk that becomes read-only under an open store (F9). That needs Linux and gcc.",
  );
const disks = [
  ...(existsSync(prlimit)
    ? ([
        ["http", "full", full],
        ["socket", "full", full],
      ] as const)
    : []),
  ...(canLogPower() ? ([["http", "read-only", readOnly]] as const) : []),
];

/** From now on its files can not grow, as on a disk that is full; null: they can again. */
function limitFiles(pid: number, bytes: number | null): void {
  execFileSync(prlimit, ["--pid", String(pid), `--fsize=${bytes ?? "unlimited"}:`]);
}

const keptIn = (town: KillTown) =>
  town.look(async (store) => {
    await store.check("whole");
    const signals = await store.openSignals();
    const words = await Promise.all(signals.map(({ id }) => store.passages(id)));
    return words
      .flat()
      .filter(({ what }) => what !== "evidence")
      .map(({ text }) => text);
  });

test.each(disks)(
  "by %s, on a disk that is suddenly %s: nothing is acknowledged, who pressed is told, and it goes on when that is over",
  { timeout: 120_000 },
  async (how, _what, failing) => {
    const disk = failing();
    const slackWay = { ackMs: how === "http" ? 1_000 : 400 };
    const town = await openKillTown({ how, slack: slackWay, env: disk.env });
    towns.push(town);
    const { slack, colleagues } = town;
    const [juf, meester] = [slack.user("U0JUF"), slack.user("U0MEESTER")];
    await town.start();
    await juf.dm(story);
    await town.quiet();
    const reader = colleagues
      .map((id) => slack.user(id))
      .find((one) => one.messages().some(({ buttons }) => buttons.includes("Ik pak dit op")));
    if (reader === undefined) throw new Error("Nobody was alerted.");
    await meester.shortcut("signaal_delen");
    await slack.eventually(() => meester.view());
    meester.fillIn({ text: other, organisation: "Basisschool De Wilg" });
    const posted = slack.posted().length;

    disk.fails(town);
    const typed = await juf.dm(more);
    const pressed = await reader.press("Ik pak dit op", { in: "message" });
    const sent = await meester.submit();
    const asked = await meester.command("/signaal", "afwezig");
    for (const one of [typed, pressed, sent]) expect(one.status).toBe(how === "http" ? 503 : 0);
    expect(typed.tries).toBe(4);
    // Slack shows its own error at the dialog, and what was filled in is still there.
    expect(meester.view()?.visible).not.toMatch(/VS-\w{4}-\w{3}/);
    await slack.eventually(() => reader.ephemerals().at(-1)?.visible.includes("Dit is niet gelukt"));
    expect([200, 503, 0]).toContain(asked.status);
    // Whoever watches over the machine sees it, and why.
    const health = await fetch(`${town.url}/health`);
    expect([health.status, await health.json()]).toMatchObject([503, { ready: false }]);
    expect(town.said().err).toMatch(/what Slack delivered could not be handled/);
    expect(town.said().err).toMatch(/SqliteError:SQLITE_(IOERR|FULL)/);

    disk.isWell(town);
    expect(town.child().exitCode).toBe(null);
    expect(await keptIn(town)).toEqual([story]);
    expect(slack.posted()).toHaveLength(posted);
    expect((await slack.again(typed, { retryNum: 3 })).status).toBe(200);
    expect((await meester.submit()).status).toBe(200);
    expect(meester.view()?.visible).toMatch(/VS-\w{4}-\w{3}/);
    expect((await reader.press("Ik pak dit op", { in: "message" })).status).toBe(200);
    await town.quiet();
    expect((await keptIn(town)).sort()).toEqual([story, more, other].sort());
    const holders = await town.look(async (store) => (await store.openSignals()).map(({ holder }) => holder));
    expect(holders.filter((holder) => holder !== null)).toHaveLength(1);
    slack.forgive();
  },
);

test("the store is kept busy for longer than Slack waits: it comes again, and is done once", {
  timeout: 120_000,
}, async () => {
  const town = await openKillTown({ how: "http", slack: { retryDelays: [50, 500, 3_000] } });
  towns.push(town);
  const { slack } = town;
  const juf = slack.user("U0JUF");
  await town.start();
  await juf.shortcut("signaal_delen");
  await slack.eventually(() => juf.view());
  juf.fillIn({ text: other, organisation: "Basisschool De Wilg" });
  const beside = new Database(join(town.data, "voelspriet.db"));
  beside.exec("BEGIN IMMEDIATE");
  const typing = slack.user("U0MEESTER").dm(story);
  const sending = juf.submit();
  setTimeout(() => beside.exec("ROLLBACK"), 3_600);
  const [typed, sent] = await Promise.all([typing, sending]);
  beside.close();
  expect(typed).toMatchObject({ status: 200, late: true });
  expect(typed.tries).toBeGreaterThan(1);
  // Slack said that it failed; whoever sends it again is told that it is there.
  expect(sent.status).not.toBe(200);
  await juf.submit();
  expect(juf.view()?.visible).toMatch(/VS-\w{4}-\w{3}/);
  await town.quiet();
  expect((await keptIn(town)).sort()).toEqual([story, other].sort());
  slack.forgive();
});
