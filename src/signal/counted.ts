/**
 * What is counted for whoever watches over the machine: codes, never who or where. One line here and one in watch/tally.ts
 * make a new count.
 */
export type Counted =
  /** Somebody told something. `repeated`: a platform brought it again. `cry`: only a cry for help, answered with the safety text. */
  | {
      readonly what: "report";
      readonly platform: string;
      readonly how: "received" | "repeated" | "refused" | "cry";
    }
  /** Nobody answered in time: the ladder went up one step. */
  | { readonly what: "escalation" }
  /** One try to bring a message; `dead`: it can not be brought to this reader on any platform. */
  | {
      readonly what: "delivery";
      readonly platform: string;
      readonly how: "sent" | "retried" | "refused" | "dead";
    };

/** Where counts go. */
export interface Tally {
  note(counted: Counted): void;
}
