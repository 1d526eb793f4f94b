import type { MessageRef } from "#chat/platform.ts";
import type { Address } from "#signal/address.ts";

/** Where somebody is in Teams: a person by the id in the directory (Entra object id), or a channel by its conversation. */
export interface TeamsPlace {
  /** The organisation: Entra tenant id, lower case. */
  readonly tenant: string;
  readonly at:
    | { readonly is: "person"; readonly objectId: string }
    | { readonly is: "channel"; readonly conversation: string };
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** `19:…@thread.tacv2`, or with another ending; never with a message in it. */
const channelId = /^19:[\w.=+/-]{1,200}@[\w.]{1,60}$/;

/** Is this a tenant's or a person's id, as it stands in an address (lower case)? */
export function isGuid(text: string): boolean {
  return guid.test(text);
}

/** Is this the conversation of a channel or of a group chat? */
export function isChannel(conversation: string): boolean {
  return channelId.test(conversation);
}

/** `teams:<tenant>/<object id>` of a person, `teams:<tenant>/19:…@thread.tacv2` of a channel: as in the municipality's file. */
export function addressOf({ tenant, at }: TeamsPlace): Address {
  return `teams:${tenant}/${at.is === "person" ? at.objectId : at.conversation}`;
}

/** The place of an address; null: not one of Teams'. Ids are read in any case. */
export function placeOf(address: string): TeamsPlace | null {
  const found = /^teams:([^/]{1,60})\/(.+)$/s.exec(address);
  const [, tenant = "", rest = ""] = found ?? [];
  if (!isGuid(tenant.toLowerCase())) return null;
  if (isGuid(rest.toLowerCase())) {
    return { tenant: tenant.toLowerCase(), at: { is: "person", objectId: rest.toLowerCase() } };
  }
  return isChannel(rest) ? { tenant: tenant.toLowerCase(), at: { is: "channel", conversation: rest } } : null;
}

/** A message's own place. */
export interface TeamsMessageAt {
  readonly conversation: string;
  readonly activity: string;
}

/** Our reference of a message: `a:1…|1764000000000`. */
export function refOf({ conversation, activity }: TeamsMessageAt): MessageRef {
  return `${conversation}|${activity}`;
}

/** The message of a reference; null: not one of ours. */
export function messageOf(ref: MessageRef): TeamsMessageAt | null {
  const found = /^([^|\s]{1,300})\|([^|\s]{1,200})$/.exec(ref);
  return found?.[1] === undefined || found[2] === undefined
    ? null
    : { conversation: found[1], activity: found[2] };
}
