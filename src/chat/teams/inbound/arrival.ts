import type { MessageRef } from "#chat/platform.ts";
import type { TeamsContact } from "#chat/teams/contacts.ts";
import type { Address } from "#signal/address.ts";
import type { Act, Press } from "#signal/press.ts";

/** What a dialog that was sent remembers of itself. */
export interface SentDialog {
  /** Made when the dialog was: the same words sent twice from one dialog are one press. Null: a button in a card. */
  readonly id: string | null;
  /** What it shows, where that can be asked for again. */
  readonly shows: Act | null;
  /** Which page of it is asked for, from 1. */
  readonly page: number;
}

/** What Teams delivered, as what it is to us. */
export type Arrival =
  /** A button of a card that sends at once. `message`: the card; null: it is not known which. */
  | { readonly kind: "pressed"; readonly press: Press; readonly message: MessageRef | null }
  /** The same from a client without universal actions: the answer can only be a message. */
  | { readonly kind: "pressed_plainly"; readonly press: Press }
  /** A dialog is asked for: by a button, or by the extension on a message (`prefill`: its words). */
  | { readonly kind: "asked"; readonly press: Press; readonly prefill: string | null }
  /** A dialog was sent, or a button in it pressed. */
  | { readonly kind: "sent"; readonly press: Press; readonly dialog: SentDialog }
  /** Typed to us: the answer comes as a message. */
  | { readonly kind: "typed"; readonly press: Press }
  /** A press that we can not make out, or of nobody that we know. `of`: where it was pressed, and so how that is told. */
  | { readonly kind: "unclear"; readonly of: "card" | "dialog" | "unknown" }
  /** A message that is not taken in and can not be answered: not of a form that we know, or of nobody whom the directory has. */
  | { readonly kind: "lost"; readonly why: "form" | "nobody" }
  /** Nothing of ours: acknowledged, and that is all. */
  | { readonly kind: "nothing" };

/** What an activity says about how somebody, or a channel, is reached. `way` null: the app was taken away there. */
export interface Reach {
  readonly address: Address;
  readonly way: TeamsContact | null;
}
