import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import type { Decision } from "#signal/decision.ts";
import { entryRows } from "#store/layout/entry-row.ts";
import { noticeRow } from "#store/layout/notice-row.ts";
import { sealedPassage } from "#store/layout/passage-row.ts";
import { columnsOf } from "#store/layout/signal-columns.ts";
import { stateRow } from "#store/layout/signal-state.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { sampleSignal } from "../support/sample-decision.ts";
import { benchSealer, benchText } from "./reports.ts";

/** The peer of the store: the same rows, sealed with the same key, by statements prepared by hand. */
export interface ByHand {
  write(decision: Decision): void;
  close(): void;
}

const anySignal = sampleSignal();

/** On the raw driver, in a file with the store's own tables and indexes, synchronous=FULL. */
export async function openByHand(file: string): Promise<ByHand> {
  await openSqliteStore(file, benchSealer).close();
  const db = new Database(file);
  fullyDurable(db);
  db.pragma("secure_delete = ON");
  const columns = Object.keys(columnsOf(anySignal));
  const signal = db.prepare(
    `INSERT INTO signals (${columns.join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
  );
  const state = db.prepare("INSERT INTO states (seq, state, tag) VALUES (?, ?, ?)");
  const seen = db.prepare("INSERT INTO seen (key, signal) VALUES (?, ?)");
  const entry = db.prepare(
    `INSERT INTO entries (signal, at, by, type, facts, revision, nth, total, tag)
     VALUES (@signal, @at, @by, @type, @facts, @revision, @nth, @total, @tag)`,
  );
  const passage = db.prepare(
    "INSERT INTO passages (id, signal, what, by, at, text) VALUES (@id, @signal, @what, @by, @at, @text)",
  );
  const notice = db.prepare(
    `INSERT INTO notices (id, recipient, signal, slot, urgent, due_at, worded, body)
     VALUES (@id, @recipient, @signal, @slot, @urgent, @due, @worded, @body)`,
  );
  const write = db.transaction((decision: Decision) => {
    const made = { ...(decision.signal ?? anySignal), revision: 1 };
    const { lastInsertRowid } = signal.run(columnsOf(made));
    const row = stateRow(made, benchSealer);
    state.run(lastInsertRowid, row.state, row.tag);
    seen.run(benchSealer.pseudonym(`key:${decision.key}`), made.id);
    for (const each of entryRows(decision.entries, 1, benchSealer)) entry.run(each);
    for (const each of decision.passages) passage.run(sealedPassage(each, benchSealer));
    for (const each of decision.notices) notice.run(noticeRow(each, benchSealer));
  });
  return { write, close: () => db.close() };
}

/** Nothing but two rows of two hundred characters in one transaction: what the disk and the driver can do. */
export function openBareInserts(file: string): { write(): void; close(): void } {
  const db = new Database(file);
  fullyDurable(db);
  db.exec(
    "CREATE TABLE signal (id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID; CREATE TABLE outbox (id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID",
  );
  const signal = db.prepare("INSERT INTO signal VALUES (?, ?)");
  const outbox = db.prepare("INSERT INTO outbox VALUES (?, ?)");
  const write = db.transaction(() => {
    signal.run(randomUUID(), benchText);
    outbox.run(randomUUID(), benchText);
  });
  return { write, close: () => db.close() };
}

function fullyDurable(db: Database.Database): void {
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
}
