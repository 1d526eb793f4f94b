import { setTimeout as pause } from "node:timers/promises";
import { isOrphan } from "#signal/lifecycle.ts";
import type { Store } from "#store/store.ts";
import { diedBy, ended, type openSink, startProcess } from "./kill-town.ts";

type Sink = Awaited<ReturnType<typeof openSink>>;

/** Every step between somebody's words and somebody's eyes; the process dies just before it, or just after it. */
const steps = [
  // A report: read, decided, on disk, and only then acknowledged.
  "findByKey after",
  "commit before",
  "commit after",
  // Words that are typed: kept, acknowledged, worked on, let go.
  "keepTyped before",
  "keepTyped after",
  "takeTyped after",
  "noteTyped before",
  "noteTyped after",
  // A timer: taken, and settled by what it leads to.
  "takeTimers after",
  "passages after",
  // A message: taken, sent, noted.
  "takeNotices after",
  "send before",
  "send after",
  "noteDelivery before",
  "noteDelivery after",
] as const;

/** Monday's numbers: counted, published, and only then posted. */
const digestSteps = ["openFacts after", "publishWeek before", "publishWeek after", "addTimer after"] as const;

const day = 24 * 3_600_000;
const patienceMs = 20_000;

/** Where a process runs: what it is started with, and what is looked into afterwards. */
export interface Ground {
  /** The folder of the keys (and of SQLite). */
  readonly folder: string;
  /** Empty: SQLite. */
  readonly url: string;
  readonly sink: Sink;
  look<T>(at: (store: Store) => Promise<T>): Promise<T>;
}

const danger = "De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen.";

/** People who tell or type something, one after the other, each with a mark by which it is found again. */
function openPeople(port: () => number) {
  /** What they were told is safe: codes of what was told, marks of what was typed. */
  const safe = { told: [] as string[], typed: [] as string[] };
  const state = { runs: false };
  let count = 0;

  async function post(path: string, press: object): Promise<string | null> {
    const answer = await fetch(`http://127.0.0.1:${port()}${path}`, {
      method: "POST",
      body: JSON.stringify(press),
      signal: AbortSignal.timeout(5_000),
    });
    return answer.ok ? answer.text() : null;
  }

  async function one(): Promise<void> {
    const key = `kenmerk${++count}x`;
    const by = `chat:melder-${count}`;
    if (count % 2 === 0) {
      const fields = { text: `${danger} ${key}` };
      if ((await post("/say", { key, by, act: "tell", on: "", fields })) !== null) safe.typed.push(key);
      return;
    }
    const fields = { text: `De huur van dat gezin is drie maanden niet betaald. ${key}`, code: "kill" };
    const said = await post("/", { key, by, act: "report", on: "", fields });
    const code = /VS-\w{4}-\w{3}/.exec(said ?? "")?.[0];
    if (code !== undefined) safe.told.push(code);
  }

  return {
    safe,
    go() {
      state.runs = true;
      const working = (async () => {
        while (state.runs) {
          await one().catch(() => {});
          await pause(40);
        }
      })();
      return async () => {
        state.runs = false;
        await working;
      };
    },
  };
}

/**
 * The process dies at every step, so many times at each, and is started again each time. Gives whatever is wrong in the end,
 * in words, and what was measured.
 */
export async function dieAtEveryStep(ground: Ground, times: number) {
  const { folder, url, sink } = ground;
  let port = 0;
  const people = openPeople(() => port);
  const wrong: string[] = [];
  let deaths = 0;

  async function die(where: string, off: number): Promise<void> {
    // Some die while they start: what is due is done at once.
    const running = await startProcess(folder, sink.url, url, String(off), where).catch(() => null);
    if (running === null) {
      deaths += 1;
      return;
    }
    port = running.port;
    const stop = people.go();
    if (await diedBy(running, patienceMs)) deaths += 1;
    else {
      wrong.push(`it did not die at: ${where}`);
      await ended(running);
    }
    await stop();
  }

  for (const step of steps)
    for (let time = 1; time <= times; time++) await die(`${step} ${1 + ((time * 5) % 7)}`, 0);
  // On PostgreSQL the time is the database's: nobody puts that a week forward.
  const weekly = url === "" ? digestSteps : [];
  for (const [place, step] of weekly.entries())
    for (let time = 0; time < times; time++) await die(`${step} 1`, (8 + 7 * (place * times + time)) * day);

  const lastWeek = weekly.length === 0 ? 0 : (8 + 7 * weekly.length * times) * day;
  const started = performance.now();
  const last = await startProcess(folder, sink.url, url, String(lastWeek));
  const waitedMs = await quiet(ground, started, lastWeek);
  await ended(last, "SIGTERM");
  wrong.push(...(await ground.look((store) => wrongIn(store))));

  async function wrongIn(store: Store): Promise<string[]> {
    const found: string[] = [];
    for (const code of people.safe.told)
      if ((await store.findByCode(code)) === null) found.push(`lost: ${code}`);
    const open = await store.openSignals();
    const words = (await Promise.all(open.map(({ id }) => store.passages(id)))).flat();
    const marks = words.flatMap(({ what, text }) =>
      what === "evidence" ? [] : (text.match(/kenmerk\w+x/g) ?? []),
    );
    for (const mark of people.safe.typed) {
      const there = marks.filter((one) => one === mark).length;
      if (there !== 1) found.push(`typed words are there ${there} times: ${mark}`);
    }
    const [receipts, alerts] = [sink.told("signalers"), sink.told("colleagues")];
    for (const signal of open) {
      if (isOrphan(signal) || signal.stage === "received") found.push(`nobody has ${signal.code}`);
      if (!receipts.has(signal.code)) found.push(`no receipt of ${signal.code}`);
      if (!alerts.has(signal.code)) found.push(`nobody was told of ${signal.code}`);
    }
    const { deadNotices } = await store.counts(Date.now());
    if (deadNotices > 0) found.push(`${deadNotices} messages given up`);
    await store.check("whole").catch((thrown: unknown) => found.push(String(thrown)));
    return found;
  }

  const digests = new Map<string, number>();
  for (const { to, card } of sink.sent)
    if (card.title.startsWith("Week "))
      digests.set(`${to} ${card.title}`, (digests.get(`${to} ${card.title}`) ?? 0) + 1);
  return {
    wrong,
    deaths,
    repeats: sink.repeats(),
    digests: [...digests.values()],
    waitedMs,
    safe: { told: people.safe.told.length, typed: people.safe.typed.length, sent: sink.sent.length },
  };
}

/** How long until nothing waits any more, from the start of the process. */
async function quiet(ground: Ground, started: number, off: number): Promise<number> {
  for (;;) {
    const waits = await ground.look(async (store) => {
      const { waitingNotices, waitingTyped, dueTimers } = await store.counts(Date.now() + off);
      return waitingNotices + waitingTyped + dueTimers;
    });
    const waited = performance.now() - started;
    if (waits === 0 || waited > 120_000) return waited;
    await pause(100);
  }
}
