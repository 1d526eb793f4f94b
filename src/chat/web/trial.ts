import type { Address } from "#signal/address.ts";
import type { Language } from "#signal/words.ts";
import type { Card, ChartData, Form } from "#texts/card.ts";

/** Somebody to play on the trial page. */
export interface Persona {
  readonly address: Address;
  readonly name: string;
  /** "leerkracht, basisschool De Wilg" or "jeugdwerker". */
  readonly what: string;
  /** Alerts that wait for this person. */
  readonly waiting: number;
}

/** One message in someone's conversation, as it looks now. */
export interface WebMessage {
  readonly id: string;
  readonly card: Card;
  readonly sentAt: number;
  readonly updatedAt: number;
}

/** One line of "Wat gebeurde er?": in plain words, with the facts behind it. */
export interface TrailLine {
  readonly at: number;
  readonly code: string;
  readonly words: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** One entry of the gallery: a message or dialog that the bot can show. */
export interface GalleryItem {
  readonly name: string;
  readonly card: Card | null;
  readonly form: Form | null;
}

/** A signal to try. */
export interface ExampleSignal {
  readonly title: string;
  readonly text: string;
  readonly by: Address;
}

export const clockMoves = ["hour", "working_day", "monday"] as const;
export type ClockMove = (typeof clockMoves)[number];

/** What the trial page can do besides pressing buttons: look over shoulders, turn the clock, start again. Only ever given on a loopback address. */
export interface Trial {
  readonly municipality: string;
  personas(): Promise<{
    readonly signalers: readonly Persona[];
    readonly experts: readonly Persona[];
    readonly managers: readonly Persona[];
  }>;
  conversation(of: Address): Promise<readonly WebMessage[]>;
  /** The newest lines first, of every signal. */
  trail(most: number): Promise<readonly TrailLine[]>;
  gallery(language: Language): readonly GalleryItem[];
  examples(language: Language): readonly ExampleSignal[];
  now(): number;
  /** Turns the clock on, step by step, so that everything that falls due on the way happens in order. Resolves when it has. */
  turn(move: ClockMove): Promise<void>;
  reset(): Promise<void>;
  /** Calls back after every change that somebody can see; gives the way to stop. */
  onChange(listener: () => void): () => void;
}

/** How a platform draws: the real doors' own builders. `chartUrl` gives a picture's address where the page must show one. */
export interface Look {
  message(card: Card, chartUrl: (chart: ChartData, title: string, alt: string) => string): object;
  form(form: Form): object;
}

export interface Looks {
  readonly slack: Look;
  readonly teams: Look;
}
