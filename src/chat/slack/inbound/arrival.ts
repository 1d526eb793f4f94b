import type { ModalNote } from "#chat/slack/answer/modal-stack.ts";
import type { Press } from "#signal/press.ts";

/** Where somebody pressed: where the answer has to appear. `triggerId` opens a window, once and within 3 s. */
export type Place =
  /** Under a message. `kept`: it stays and is kept true; else only this person sees it, until the window is loaded anew. */
  | {
      readonly at: "message";
      readonly triggerId: string;
      readonly respond: string | null;
      readonly kept: boolean;
    }
  /** A button in a modal. */
  | {
      readonly at: "modal";
      readonly triggerId: string;
      readonly viewId: string;
      readonly note: ModalNote;
    }
  | { readonly at: "home"; readonly triggerId: string }
  /** The modal itself was sent. `inputs`: its blocks, in the order of the payload. */
  | {
      readonly at: "dialog";
      readonly viewId: string;
      readonly rootViewId: string;
      readonly inputs: readonly string[];
      readonly note: ModalNote;
    }
  | {
      readonly at: "command";
      readonly respond: string | null;
      readonly triggerId: string;
      readonly helpBelow: boolean;
    }
  | { readonly at: "shortcut"; readonly respond: string | null; readonly triggerId: string };

/** What Slack delivered. */
export type Arrival =
  /** `prefill`: a text that the form opens with. */
  | { readonly kind: "press"; readonly press: Press; readonly prefill: string | null; readonly place: Place }
  /** Typed in a direct message: the answer comes as a message. */
  | { readonly kind: "typed"; readonly press: Press }
  | { readonly kind: "home_opened"; readonly press: Press }
  /** Typed where others can read it. */
  | { readonly kind: "not_here"; readonly press: Press; readonly channel: string; readonly user: string }
  /** Our token was taken away. */
  | { readonly kind: "gone" }
  /**
   * A press that we can not make out, or of somebody who is not of here. Not acknowledged: Slack shows that it did nothing, and
   * what was written in a dialog stays.
   */
  | { readonly kind: "unclear" }
  /** Nothing of ours: acknowledged, and that is all. */
  | { readonly kind: "nothing" };
