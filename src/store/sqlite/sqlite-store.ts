import { setTimeout as pause, setImmediate } from "node:timers/promises";
import { Problem } from "#base/problem.ts";
import type { Signal } from "#signal/signal.ts";
import { backUp } from "#store/sqlite/backup.ts";
import { checkFile } from "#store/sqlite/check.ts";
import { type Checkpoints, openCheckpoints } from "#store/sqlite/checkpoints.ts";
import { eraseWords, writeDecision } from "#store/sqlite/commit.ts";
import { openCounts } from "#store/sqlite/counts.ts";
import { storeProblem } from "#store/sqlite/faults.ts";
import { type OpenFile, type OpenMode, openFile } from "#store/sqlite/open-file.ts";
import { openRows, type Rows } from "#store/sqlite/rows.ts";
import type { OpenPlace } from "#store/sqlite/signals.ts";
import { openToDisk } from "#store/sqlite/to-disk.ts";
import { openWriteGroup, type WriteGroup } from "#store/sqlite/write-group.ts";
import type { Sealer, Store } from "#store/store.ts";

/**
 * The store on one SQLite file. `serve` (the default) makes the file where there is none, brings it up to date, and
 * refuses where another process serves it; `beside` is for admin commands: it needs a file, and may run next to a server.
 * Throws Problem "misconfigured" where the file can not be trusted.
 */
export function openSqliteStore(file: string, sealer: Sealer, options: { mode?: OpenMode } = {}): Store {
  const mode = options.mode ?? "serve";
  const opened = openFile(file, sealer, mode);
  try {
    return storeOn(opened, sealer, mode);
  } catch (thrown) {
    opened.close();
    throw storeProblem(thrown);
  }
}

function storeOn(opened: OpenFile, sealer: Sealer, mode: OpenMode): Store {
  const { db } = opened;
  const checkpoints = openCheckpoints(db, mode, (thrown) => endProcess(storeProblem(thrown)));
  const rows = openRows(db, sealer, checkpoints);
  const counts = openCounts(db);
  if (mode === "serve") startClean(rows, checkpoints);
  const disk = openToDisk(db.name);
  // From here on nobody hears of a commit before `disk` has waited for it.
  db.pragma("synchronous = NORMAL");
  const group = openWriteGroup(db, { look: checkpoints.look, toDisk: disk.wait, onLost: endProcess });
  let closing: Promise<void> | null = null;

  async function end(): Promise<void> {
    await group.end();
    try {
      await checkpoints.end();
      checkpoints.pay();
      disk.close();
    } finally {
      opened.close();
    }
  }

  return {
    ...reads(rows),
    ...writes(rows, group),
    settled: () => group.settled(),
    counts: (now) => read(() => counts(now)),
    async erase(signal) {
      const erased = await group.write(() => eraseWords(rows, signal));
      await swept(checkpoints);
      return erased;
    },
    async backup(to) {
      await backUp(db, to).catch((thrown: unknown) => {
        throw storeProblem(thrown);
      });
    },
    check: (how) =>
      read(() =>
        checkFile(
          db,
          [rows.signals, rows.passages, rows.signalers, rows.notices, rows.typed, rows.entries],
          how,
        ),
      ),
    close() {
      closing ??= end();
      return closing;
    },
  };
}

/** Like a kill: who runs the process starts it anew. */
function endProcess(problem: Problem): void {
  process.nextTick(() => {
    throw problem;
  });
}

/** This is the only server: what an earlier one was working on is free again, and what it erased leaves the log. */
function startClean(rows: Rows, checkpoints: Checkpoints): void {
  rows.timers.freeAll();
  rows.notices.freeAll();
  rows.typed.freeAll();
  checkpoints.owe();
  checkpoints.pay();
}

/** Runs a read; what SQLite throws becomes a Problem. */
async function read<T>(act: () => T): Promise<T> {
  try {
    return act();
  } catch (thrown) {
    throw storeProblem(thrown);
  }
}

async function swept(checkpoints: Checkpoints): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (checkpoints.pay()) return;
    await pause(100);
  }
  throw new Problem(
    "retry",
    "The words are erased, but another process is reading the file and keeps their bytes in the log. Erase again when it has ended.",
  );
}

type Reads =
  | "load"
  | "loadDrill"
  | "findByCode"
  | "findByKey"
  | "signalsOf"
  | "openFor"
  | "openSignals"
  | "loads"
  | "passages"
  | "passage"
  | "signaler"
  | "signalerId"
  | "signalerAddresses"
  | "staffing"
  | "entries"
  | "latestEntries"
  | "reportedSince"
  | "reportedByStrangers"
  | "isKnownSince"
  | "nextDue"
  | "messageAt"
  | "signalAt"
  | "inbox"
  | "arrivals"
  | "outcomesSet"
  | "clocksEnded"
  | "closedSince"
  | "openFacts"
  | "publishedWeek"
  | "recall"
  | "contactOf";

function reads(rows: Rows): Pick<Store, Reads> {
  const { signals, passages, facts } = rows;
  return {
    load: (id) => read(() => signals.load(id)),
    loadDrill: (id) => read(() => signals.loadDrill(id)),
    findByCode: (code) => read(() => signals.findByCode(code)),
    findByKey: (key) => read(() => rows.seen.find(key)),
    signalsOf: (signaler, most) => read(() => signals.signalsOf(signaler, most)),
    openFor: (person) => read(() => signals.openFor(person)),
    openSignals: () => readOpen(rows),
    loads: () => read(() => signals.loads()),
    passages: (signal, kinds) => read(() => passages.of(signal, kinds)),
    passage: (id) => read(() => passages.one(id)),
    signaler: (id) => read(() => rows.signalers.one(id)),
    signalerId: (address) => rows.signalers.idOf(address),
    signalerAddresses: (platform) => read(() => rows.signalers.addressesOn(platform)),
    staffing: () => read(() => rows.staffing.all()),
    entries: (signal) => read(() => rows.entries.of(signal)),
    latestEntries: (most) => read(() => rows.entries.latest(most)),
    reportedSince: (signaler, since) => read(() => signals.reportedSince(signaler, since)),
    reportedByStrangers: (organisation, from) => read(() => signals.reportedByStrangers(organisation, from)),
    isKnownSince: (signaler, before) => read(() => signals.isKnownSince(signaler, before)),
    nextDue: () =>
      read(() => earliest(rows.timers.nextDue(), earliest(rows.notices.nextDue(), rows.typed.nextDue()))),
    messageAt: (notice, address) => read(() => rows.deliveries.messageAt(notice, address)),
    signalAt: (address, ref) => read(() => rows.deliveries.signalAt(address, ref)),
    inbox: (to, most) => read(() => rows.deliveries.inbox(to, most)),
    arrivals: (from, until) => read(() => facts.arrivals(from, until)),
    outcomesSet: (from, until) => read(() => facts.outcomesSet(from, until)),
    clocksEnded: (from, until) => read(() => facts.clocksEnded(from, until)),
    closedSince: (from) => read(() => facts.closedSince(from)),
    openFacts: () => read(() => facts.open()),
    publishedWeek: (week, audience) => read(() => rows.weeks.published(week, audience)),
    recall: (name) => read(() => rows.weeks.recall(name)),
    contactOf: (address) => read(() => rows.contacts.one(address)),
  };
}

/** So few at a time that nobody who signals meanwhile notices: a country has some ten thousands of open signals. */
const openAtOnce = 50;

async function readOpen({ signals }: Rows): Promise<Signal[]> {
  const found: Signal[] = [];
  for (let after: OpenPlace | null = null; ; ) {
    const page = await read(() => signals.openSignals(after, openAtOnce));
    found.push(...page.signals);
    if (page.signals.length < openAtOnce) return found;
    after = page.last;
    await setImmediate();
  }
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

type Writes =
  | "commit"
  | "rememberSignaler"
  | "setStaffing"
  | "addEntry"
  | "takeTimers"
  | "settleTimer"
  | "addTimer"
  | "takeNotices"
  | "noteDelivery"
  | "releaseStuck"
  | "publishWeek"
  | "remember"
  | "rememberContact"
  | "keepTyped"
  | "takeTyped"
  | "noteTyped";

function writes(rows: Rows, group: WriteGroup): Pick<Store, Writes> {
  return {
    commit: (decision) => group.write(() => writeDecision(rows, decision)),
    rememberSignaler: (signaler) => group.write(() => rows.signalers.remember(signaler)),
    setStaffing: (staffing) => group.write(() => rows.staffing.set(staffing)),
    addEntry: (entry) => group.write(() => rows.entries.add([entry], null)),
    takeTimers: (now, most, leaseMs) => group.write(() => rows.timers.take(now, most, leaseMs)),
    settleTimer: (id) => group.write(() => rows.timers.settle(id)),
    addTimer: (timer) => group.write(() => rows.timers.add(timer)),
    takeNotices: (now, most, leaseMs) => group.write(() => rows.notices.take(now, most, leaseMs)),
    noteDelivery: (id, delivered, now) => group.write(() => rows.deliveries.note(id, delivered, now)),
    releaseStuck: (at, now, most) => group.write(() => rows.notices.release(at, now, most)),
    publishWeek: (numbers) => group.write(() => rows.weeks.publish(numbers)),
    remember: (name, value) => group.write(() => rows.weeks.remember(name, value)),
    rememberContact: (address, value) => group.write(() => rows.contacts.remember(address, value)),
    keepTyped: (press, now) => group.write(() => rows.typed.keep(press, now)),
    takeTyped: (now, most, leaseMs) => group.write(() => rows.typed.take(now, most, leaseMs)),
    noteTyped: (press, again) => group.write(() => rows.typed.note(press, again)),
  };
}
