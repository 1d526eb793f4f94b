import type { Address } from "#signal/address.ts";
import type { Press } from "#signal/press.ts";
import type { Card, Reply } from "#texts/card.ts";

/** A platform's own reference to a message that was sent: opaque to us, needed to update it. */
export type MessageRef = string;

/** One message on its way out: rendered in the reader's language, for one address. */
export interface Outgoing {
  /** The notice's id: the same on every try, so that a door can recognise its own earlier attempt. */
  readonly id: string;
  /** The same for every form of one card, so that a newer form finds what an earlier one left. Absent: a message of its own. */
  readonly slot?: string;
  readonly to: Address;
  readonly card: Card;
  /** The message this one updates; null: a new one. A door that can not update sends a new one. */
  readonly updates: MessageRef | null;
  /** The message at this address that it belongs under (a thread): the signaler's receipt. Null: none, or a door without threads. */
  readonly under: MessageRef | null;
  /** 1: never tried before. From 2 on an earlier try may have arrived after all: look before sending again, where that is possible. */
  readonly attempt: number;
}

/** Ends what was started; resolves when nothing runs any more. */
export type Stop = () => Promise<void>;

/** What a door may ask of the house. */
export interface Counter {
  /** Resolves when what was pressed is on disk: only then may the platform be told. Safe to repeat with the same key. */
  press(press: Press): Promise<Reply>;
  /**
   * What was typed in the chat, where the answer can only come as a message: it goes through the outbox, to where it was
   * typed. Resolves when the words are on disk (in-tray/in-tray.ts). Safe to repeat with the same key.
   */
  say(press: Press): Promise<void>;
}

/** Small facts that a door must still know after a restart: who it is there, when it was last heard from. Never words or names. */
export interface Memory {
  recall(name: string): Promise<string | null>;
  remember(name: string, value: string): Promise<void>;
}

/**
 * How somebody is reached on a platform where a bot may only write in a conversation that it knows: what the door keeps of it,
 * in the door's own words. Kept sealed, found by pseudonym: it says who talks with us.
 */
export interface Contacts {
  contactOf(address: Address): Promise<string | null>;
  /** Null: this conversation is over (the app was taken away). */
  rememberContact(address: Address, value: string | null): Promise<void>;
}

/** A place where people are: Slack, Teams, the web page. */
export interface ChatPlatform {
  /** The part of an Address before the colon. */
  readonly name: string;
  start(counter: Counter): Promise<Stop>;
  /** One attempt. Throws Problem: `retry`, `refused` (this reader can not be reached) or `misconfigured`. */
  send(message: Outgoing): Promise<MessageRef>;
}
