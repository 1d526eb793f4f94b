import type { Act } from "#signal/press.ts";

/** A message as every platform can show it: what is said, in which order, with which buttons. Each door draws it in its own look. */
export interface Card {
  /** The heading: says what this is. */
  readonly title: string;
  readonly tone: "calm" | "attention" | "acute" | "good";
  readonly parts: readonly Part[];
  readonly buttons: readonly Button[];
  /** What a notification or a screen reader gets: one sentence, never a word of the story. */
  readonly summary: string;
}

export type Part =
  /** A paragraph. `bold` spans are marked with **...** and only texts/ may write them: words of people go in `quote`. */
  | { readonly part: "text"; readonly text: string }
  /** Safety text: shown first and never shortened. */
  | { readonly part: "safety"; readonly lines: readonly string[] }
  /** Words that a person typed: drawn literally, never as markup. */
  | { readonly part: "quote"; readonly text: string; readonly by: string }
  | { readonly part: "facts"; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly part: "list"; readonly items: readonly string[] }
  | {
      readonly part: "table";
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly part: "chart"; readonly title: string; readonly alt: string; readonly chart: ChartData }
  | { readonly part: "heading"; readonly text: string }
  /** Small print: version of a text, what this is not. */
  | { readonly part: "note"; readonly text: string };

export type ChartPart = Extract<Part, { part: "chart" }>;

/** Stacked bars: per week prevention and casework. `null`: hidden because small. */
export interface ChartData {
  readonly series: readonly { readonly name: string; readonly pattern: "solid" | "hatch" }[];
  readonly bars: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  /** What stands where a value is hidden. */
  readonly hidden: string;
}

export interface Button {
  readonly label: string;
  readonly act: Act;
  /** The reference code of the signal. */
  readonly on: string;
  /** Set for buttons that send at once with a value (`called`: "called" | "cannot_call" | "not_now"); undefined: no fields. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly style: "primary" | "plain" | "danger";
}

/** A dialog: what is asked, and what pressing "send" does. */
export interface Form {
  readonly title: string;
  readonly act: Act;
  readonly on: string;
  readonly intro: readonly Part[];
  readonly fields: readonly Field[];
  readonly submit: string;
}

export type Field =
  | {
      readonly field: "text";
      readonly name: string;
      readonly label: string;
      readonly hint: string;
      readonly required: boolean;
      readonly lines: 1 | 3 | 8;
      readonly maxLength: number;
      readonly value: string;
    }
  | {
      readonly field: "choice";
      readonly name: string;
      readonly label: string;
      readonly hint: string;
      readonly required: boolean;
      /** Up to five options are drawn as buttons, more as a list. */
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly many: boolean;
      /** Chosen at the start; several are joined by a comma. */
      readonly value: string;
    };

/** The answer to a press. At most one of card and form; `faults` are per field name. */
export interface Reply {
  readonly card: Card | null;
  readonly form: Form | null;
  readonly faults: Readonly<Record<string, string>> | null;
}
