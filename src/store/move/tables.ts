/** A table that every store has, on whatever database: what is copied when a store moves. */
export interface Table {
  readonly name: string;
  /** What a row is found by, and the order in which rows are copied. */
  readonly key: readonly string[];
  /** All that is copied, the key too. Leases are not: what was taken there is free here. */
  readonly columns: readonly string[];
}

/** Names, with blanks between them. */
function words(names: string): string[] {
  return names.trim().split(/\s+/);
}

/** In an order in which no row comes before one that it points at. */
export const tables: readonly Table[] = [
  { name: "instance", key: ["one"], columns: words("one id mark pseudonym") },
  {
    name: "signals",
    key: ["seq"],
    columns: words(`
      seq id code revision open stage received_at signaler organisation kind category urgency source area
      holder burdens accept_due accepted_at feedback_due outcome_due feedback_at outcome outcome_at
      closed_at hops drill stranger_since`),
  },
  { name: "states", key: ["seq"], columns: words("seq state tag logged_from") },
  { name: "asked", key: ["seq", "person"], columns: words("seq person") },
  { name: "seen", key: ["key"], columns: words("key signal") },
  { name: "passages", key: ["seq"], columns: words("seq id signal what by at text") },
  { name: "signalers", key: ["id"], columns: words("id sealed") },
  {
    name: "entries",
    key: ["seq"],
    columns: words("seq signal at by type facts revision nth total tag"),
  },
  { name: "timers", key: ["seq"], columns: words("seq id due_at what clock signal body") },
  {
    name: "notices",
    key: ["seq"],
    columns: words("seq id recipient signal slot urgent due_at attempt stuck dead worded body"),
  },
  {
    name: "messages",
    key: ["seq"],
    columns: words("seq notice recipient signal slot address worded body ref sent_at updated_at"),
  },
  { name: "refs", key: ["ref"], columns: words("ref signal") },
  { name: "staffing", key: ["person"], columns: words("person away_from away_until capacity") },
  { name: "weeks", key: ["week", "audience"], columns: words("week audience numbers") },
  { name: "typed", key: ["seq"], columns: words("seq key due_at attempt body") },
  { name: "contacts", key: ["id"], columns: words("id sealed") },
  { name: "settings", key: ["name"], columns: words("name value") },
];

/** The columns of a table as a list in SQL: `by` and `at` are words of SQL too. */
export function columnsOf({ columns }: Table): string {
  return columns.map((name) => `"${name}"`).join(", ");
}

export type Value = string | number | null;
/** Values in the order of the table's columns. */
export type Row = readonly Value[];

/** A store as bare tables, to copy from. Sealed texts stay sealed. */
export interface TableSource {
  count(table: Table): Promise<number>;
  /** The next rows after this key (null: from the beginning), in the order of the key. */
  read(table: Table, after: Row | null, most: number): Promise<Row[]>;
  close(): Promise<void>;
}

/** A store as bare tables, to copy to. */
export interface TableTarget {
  count(table: Table): Promise<number>;
  /** The key of the last row that is there; null: none. */
  lastKey(table: Table): Promise<Row | null>;
  /** Throws Problem where what is there came from a store with another mark. */
  begin(mark: string): Promise<void>;
  /** All of these rows, or none; harmless to repeat. */
  write(table: Table, rows: readonly Row[]): Promise<void>;
  /** Everything is there, and may be served: new rows get numbers after the copied ones. */
  finish(): Promise<void>;
  close(): Promise<void>;
}
