import { type Activity, conversationOf, kindOf } from "#chat/teams/inbound/activity.ts";
import type { Reach } from "#chat/teams/inbound/arrival.ts";
import { addressOf, isChannel } from "#chat/teams/place.ts";

/**
 * Which way an activity tells. The extension works in any conversation, also in one between two people, where the bot is
 * not: what it says is never a way to somebody. Nor is a conversation with a person anything that looks like one of several.
 */
export function reachOf(activity: Activity, tenant: string): Reach | null {
  const { name, from, recipient, serviceUrl } = activity;
  if (typeof name === "string" && name.startsWith("composeExtension/")) return null;
  const conversation = conversationOf(activity);
  const type = kindOf(activity);
  const bot = typeof recipient?.id === "string" && recipient.id.startsWith("28:") ? recipient.id : null;
  const way = { conversation, serviceUrl, type, ...(bot === null ? {} : { botId: bot }) };
  if (type === "personal") {
    const objectId = from?.aadObjectId;
    if (typeof objectId !== "string" || conversation.startsWith("19:")) return null;
    const address = addressOf({ tenant, at: { is: "person", objectId } });
    return { address, way: isTakenAway(activity) ? null : way };
  }
  if (!isChannel(conversation)) return null;
  const address = addressOf({ tenant, at: { is: "channel", conversation } });
  return { address, way: isTakenAway(activity) ? null : way };
}

/** The app was removed there: Teams says it as an installation, and as a member that left. */
function isTakenAway({ type, action, membersRemoved, recipient }: Activity): boolean {
  if (type === "installationUpdate") return action === "remove";
  if (type !== "conversationUpdate") return false;
  return (membersRemoved ?? []).some(({ id }) => id === recipient?.id);
}
