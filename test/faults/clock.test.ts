import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { howOften } from "../support/how-often.ts";
import { openChance } from "../support/kill-load.ts";
import { ended, openSink, startProcess } from "../support/kill-town.ts";
import { openStage, tuesday } from "../support/stage.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Moments at which calendars are strange. */
const starts = {
  "the night in which summer time ends": "2026-10-25T00:20:00Z",
  "the night in which summer time begins": "2027-03-28T00:20:00Z",
  "a leap day": "2028-02-28T15:00:00Z",
  "the end of a year with a week 53": "2026-12-28T08:00:00Z",
  "New Year's Eve in week 53": "2026-12-31T22:30:00Z",
  "an ordinary Tuesday": "2026-11-17T09:12:00Z",
} as const;

/** How the clock goes: mostly on, now and then a jump. */
const moves = [
  second,
  10 * minute,
  hour,
  day,
  3 * day,
  7 * day,
  30 * day,
  -second,
  -10 * minute,
  -day,
  365 * day,
  -365 * day,
];
const jumps = howOften("JUMPS", { gate: 14, long: 60 });

test.each(Object.entries(starts))(
  `from %s, ${jumps} moves of the clock: nothing goes off before its time, nothing that is due stays, each week has one digest`,
  { timeout: 60_000 + jumps * 4_000 },
  async (name, start) => {
    const stage = await openStage({ start });
    const { clock, chat, store } = stage;
    const chance = openChance(name.length * 7_919);
    await stage.house.weekly.plan();
    await stage.report("De huur is drie maanden niet betaald, er komen aanmaningen.");
    await stage.report("De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen.", {}, "chat:meester");
    for (let number = 0; number < jumps; number++) {
      const move = moves[chance(moves.length)] ?? second;
      clock.set(clock.now() + move);
      // As the house does by itself each day that it runs.
      await stage.house.weekly.plan();
      const due = await store.nextDue();
      const before = chat.sends.length;
      await stage.house.runDue();
      const after = await store.nextDue();
      // Whoever begins a leave, or an exercise, is called at the first look of a day: nobody here does.
      if (due !== null && due > clock.now()) expect(chat.sends.length, `early after ${move}`).toBe(before);
      expect(after === null || after > clock.now(), `late after ${move}`).toBe(true);
    }
    await stage.pass({ days: 8 });
    const digests = chat.sends.filter(({ card }) => card.title.startsWith("Week "));
    expect(digests.length).toBeGreaterThan(1);
    expect(new Set(digests.map(({ id }) => id)).size).toBe(digests.length);
    expect((await store.counts(clock.now())).unowned).toBe(0);
    await stage.close();
  },
);

test("what is due in more than 24.8 days, more than a timer of the machine can hold, does not go off at once, and does on its day", async () => {
  const stage = await openStage();
  const at = stage.clock.now() + 60 * day;
  await stage.house.weekly.plan();
  await stage.store.addTimer({ id: "far", dueAt: at, what: "digest", week: "2027-W01" });
  await stage.house.runDue();
  expect(stage.chat.sends).toEqual([]);
  await stage.turnTo(at - minute);
  expect(await stage.store.nextDue()).toBe(at);
  await stage.turnTo(at);
  expect(await stage.store.nextDue()).toBeGreaterThan(at);
  await stage.close();
});

test("the clock was a year ahead and is put right: Monday's digest does not wait for a year", async () => {
  const stage = await openStage({ start: "2027-11-16T10:12:00+01:00" });
  const stop = await stage.house.start();
  stage.clock.set(Date.parse(tuesday));
  await expect
    .poll(() => stage.store.nextDue(), { timeout: 5_000 })
    .toBeLessThan(Date.parse(tuesday) + 8 * day);
  await stop();
  await stage.close();
});

test("the real process is stopped for a while, and its machine's clock is put back a day: who must hear still hears within two seconds", {
  timeout: 60_000,
}, async () => {
  const folder = freshFolder("clock");
  const sink = await openSink();
  const running = await startProcess(folder, sink.url);
  // In office hours, whenever this runs.
  const officeHours = Date.parse(tuesday) - Date.now();
  const turn = async (off: number) => {
    writeFileSync(join(folder, "clock"), String(officeHours + off));
    running.child.kill("SIGUSR2");
    await pause(100);
  };
  const tell = async (key: string) => {
    const fields = { text: "De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen.", code: "kill" };
    const body = JSON.stringify({ key, by: `chat:melder-${key}`, act: "report", on: "", fields });
    const answer = await fetch(`http://127.0.0.1:${running.port}/`, { method: "POST", body });
    return /VS-\w{4}-\w{3}/.exec(await answer.text())?.[0] ?? "nothing";
  };
  const heard = (code: string) =>
    sink.sent.filter(({ to, card }) => !to.includes("melder") && JSON.stringify(card).includes(code)).length;
  const tooLate: string[] = [];
  const climbs = async (code: string, why: string) => {
    const before = heard(code);
    const until = performance.now() + 2_000;
    return async () => {
      while (heard(code) === before && performance.now() < until) await pause(20);
      if (heard(code) === before) tooLate.push(why);
    };
  };

  await turn(0);
  const first = await tell("een");
  await expect.poll(() => heard(first), { timeout: 5_000 }).toBeGreaterThan(0);
  // Nobody answers. The process sleeps, and a quarter of an hour later it wakes up.
  running.child.kill("SIGSTOP");
  await pause(1_500);
  running.child.kill("SIGCONT");
  let wait = await climbs(first, "after it slept");
  await turn(16 * minute);
  await wait();
  await turn(-day);
  const second = await tell("twee");
  await expect.poll(() => heard(second), { timeout: 5_000 }).toBeGreaterThan(0);
  wait = await climbs(second, "after the clock was put back a day");
  await turn(-day + 16 * minute);
  await wait();
  await turn(365 * day);
  const third = await tell("drie");
  await expect.poll(() => heard(third), { timeout: 5_000 }).toBeGreaterThan(0);
  wait = await climbs(third, "after the clock was put a year forward");
  await turn(365 * day + 16 * minute);
  await wait();
  await ended(running, "SIGTERM");
  sink.close();
  removeFolder(folder);
  expect(tooLate).toEqual([]);
});
