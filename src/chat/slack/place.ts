import type { MessageRef } from "#chat/platform.ts";
import type { Address } from "#signal/address.ts";

/**
 * Where somebody is in Slack. `home` is the workspace (`T…`), or for an app that is installed for a whole Enterprise Grid
 * organisation the organisation (`E…`): there a person keeps one id in all workspaces.
 */
export interface SlackPlace {
  readonly home: string;
  /** A user (`U…`, `W…`), a channel (`C…`, `G…`) or a direct message (`D…`). */
  readonly id: string;
}

/** `slack:T0123/U0456`, as it stands in the municipality's file. */
export function addressOf({ home, id }: SlackPlace): Address {
  return `slack:${home}/${id}`;
}

/** The place of an address; null: not one of Slack's. */
export function placeOf(address: string): SlackPlace | null {
  const found = /^slack:([TE][A-Z0-9]{1,30})\/([UWCGD][A-Z0-9]{1,30})$/.exec(address);
  return found?.[1] === undefined || found[2] === undefined ? null : { home: found[1], id: found[2] };
}

/** A message's own place: its channel and its time stamp there, which is its id. */
export interface SlackMessageAt {
  readonly channel: string;
  readonly ts: string;
}

/** Our reference of a message: `D0123/1764000000.000100`. */
export function refOf({ channel, ts }: SlackMessageAt): MessageRef {
  return `${channel}/${ts}`;
}

/** The message of a reference; null: not one of ours. */
export function messageOf(ref: MessageRef): SlackMessageAt | null {
  const found = /^([A-Z0-9]{2,30})\/(\d{1,16}\.\d{1,10})$/.exec(ref);
  return found?.[1] === undefined || found[2] === undefined ? null : { channel: found[1], ts: found[2] };
}
