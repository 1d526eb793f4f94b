import type { Address } from "#signal/address.ts";
import type { Press } from "#signal/press.ts";
import type { Card, Reply } from "#texts/card.ts";

/** A platform's own reference to a message that was sent: opaque to us, needed to update it. */
export type MessageRef = string;

/** One message on its way out: rendered in the reader's language, for one address. */
export interface Outgoing {
  /** The notice's id: the same on every try, so that a door can recognise its own earlier attempt. */
  readonly id: string;
  readonly to: Address;
  readonly card: Card;
  /** The message this one updates; null: a new one. A door that can not update sends a new one. */
  readonly updates: MessageRef | null;
}

/** Ends what was started; resolves when nothing runs any more. */
export type Stop = () => Promise<void>;

/** What a door may ask of the house. */
export interface Counter {
  /** Resolves when what was pressed is on disk: only then may the platform be told. Safe to repeat with the same key. */
  press(press: Press): Promise<Reply>;
}

/** A place where people are: Slack, Teams, the web page. */
export interface ChatPlatform {
  /** The part of an Address before the colon. */
  readonly name: string;
  start(counter: Counter): Promise<Stop>;
  /** One attempt. Throws Problem: `retry`, `refused` (this reader can not be reached) or `misconfigured`. */
  send(message: Outgoing): Promise<MessageRef>;
}
