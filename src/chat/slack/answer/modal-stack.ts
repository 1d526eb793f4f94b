import { pack, unpack } from "#chat/packed.ts";
import { type Act, acts } from "#signal/press.ts";

/** The callback of a modal without a form. Of one with a form it is the act. */
export const cardModal = "card";

/**
 * What a modal remembers of itself (its `private_metadata`), so that what lies below it, or behind it in App Home, can be
 * brought up to date when something was done in it. Codes only: it travels through Slack.
 */
export interface ModalNote {
  /** The reference code of the signal that it is about; empty: none. */
  readonly on: string;
  /** What it shows, where that can be asked for again: the story, the week. Null: a form, or an answer. */
  readonly shows: Act | null;
  /** What the first modal of the stack shows, when this is not the first. */
  readonly below: { readonly act: Act; readonly on: string } | null;
  /** It was opened from App Home. */
  readonly fromHome: boolean;
  /** Tells apart the forms that stood in one modal after each other: Slack gives them one id. Empty: the only one. */
  readonly turn: string;
}

/** A modal that stands alone and is about nothing. */
export const plainNote: ModalNote = { on: "", shows: null, below: null, fromHome: false, turn: "" };

/** As one string. */
export function packedNote({ on, shows, below, fromHome, turn }: ModalNote): string {
  const fields = {
    ...(shows === null ? {} : { shows }),
    ...(below === null ? {} : { below: below.act, below_on: below.on }),
    ...(fromHome ? { home: "yes" } : {}),
    ...(turn === "" ? {} : { turn }),
  };
  return pack({ on, fields: Object.keys(fields).length === 0 ? null : fields });
}

/** What `packedNote` was given; null: not one of ours. */
export function noteOf(metadata: unknown): ModalNote | null {
  const carried = unpack(metadata);
  if (carried === null) return null;
  const { shows, below, below_on, home, turn } = carried.fields ?? {};
  const act = actNamed(below);
  return {
    on: carried.on,
    shows: actNamed(shows),
    below: act === null ? null : { act, on: below_on ?? "" },
    fromHome: home === "yes",
    turn: turn ?? "",
  };
}

function actNamed(name: string | undefined): Act | null {
  return acts.find((act) => act === name) ?? null;
}

/** What can be asked for again with nothing but its act and its signal. */
const lasting: readonly Act[] = ["open", "why", "home", "week"];

/** What a modal with the answer to this press shows, in its note. */
export function shownBy(act: Act): Act | null {
  return lasting.includes(act) ? act : null;
}

/** What lies below a modal that is put on top of this one. */
export function belowNext(note: ModalNote): ModalNote["below"] {
  if (note.below !== null) return note.below;
  return note.shows === null ? null : { act: note.shows, on: note.on };
}
