/** One row of the bench: a figure, what it must be and what it should be (limits.md 8), and what it was made of. */
export interface Figure {
  /** `P7`, or a word for what has no number there. Several figures may share a row. */
  readonly row: string;
  readonly what: string;
  readonly value: number;
  /** `x`: a ratio to the peer of the same run. */
  readonly unit: "x" | "ms" | "s" | "MB" | "%";
  readonly better: "more" | "less";
  /** Null: nothing is asked. */
  readonly must: number | null;
  readonly goal: number | null;
  /** What was measured, ours and the peers', in the unit that stands in its name. */
  readonly measured: Readonly<Record<string, number>>;
}

/** What a group of rows may use. */
export interface Bench {
  /** A folder of this run; gone afterwards. */
  readonly folder: string;
  /** Also what takes long. */
  readonly long: boolean;
  /** The URL of a PostgreSQL server; started when it is first asked for. */
  postgres(): Promise<string>;
  /** Says what is being done. */
  say(what: string): void;
}

/** Rows that are measured together. */
export interface Group {
  readonly rows: readonly string[];
  measure(bench: Bench): Promise<Figure[]>;
}

/** How far on the good side of a limit: 1 is on it, 2 is twice as good. Null: there is no such limit. */
export function margin({ value, better }: Figure, limit: number | null): number | null {
  if (limit === null) return null;
  // Nothing at all where less is better: as good as it gets.
  const least = 0.001;
  return better === "more" ? value / limit : Math.max(limit, least) / Math.max(value, least);
}

/** `must 0.50 · goal 0.75`; empty: nothing is asked. */
export function asked({ better, must, goal, unit }: Figure): string {
  const sign = better === "more" ? "≥" : "≤";
  const said = [
    ...(must === null ? [] : [`must ${sign} ${shown(must, unit)}`]),
    ...(goal === null ? [] : [`goal ${sign} ${shown(goal, unit)}`]),
  ];
  return said.join(" · ");
}

/** The figure with its unit, in about three digits. */
export function shown(value: number, unit: Figure["unit"]): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return unit === "x" ? `${value.toFixed(digits)}×` : `${value.toFixed(digits)} ${unit}`;
}
