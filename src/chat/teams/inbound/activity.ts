import { z } from "zod";
import { derivedId } from "#base/ids.ts";
import { isChannel, isGuid } from "#chat/teams/place.ts";

const text = (most: number) => z.string().max(most);
const guid = z
  .string()
  .transform((id) => id.toLowerCase())
  .refine(isGuid);

/** An activity of Teams, as far as we read it. Everything that is not of this shape is not there. */
export const activityShape = z.looseObject({
  type: text(60),
  name: text(100).nullish().catch(null),
  id: text(200).nullish().catch(null),
  serviceUrl: text(300),
  replyToId: text(200).nullish().catch(null),
  from: z
    .looseObject({ id: text(200).nullish(), aadObjectId: guid.nullish().catch(null) })
    .nullish()
    .catch(null),
  recipient: z
    .looseObject({ id: text(200).nullish().catch(null) })
    .nullish()
    .catch(null),
  conversation: z.looseObject({
    id: text(400).min(1),
    conversationType: text(30).nullish().catch(null),
  }),
  action: text(30).nullish().catch(null),
  membersAdded: z
    .array(z.looseObject({ id: text(200) }))
    .nullish()
    .catch(null),
  membersRemoved: z
    .array(z.looseObject({ id: text(200) }))
    .nullish()
    .catch(null),
});
export type Activity = z.infer<typeof activityShape>;

/** The conversation itself: in a channel Teams puts the message at the head of the thread behind it. */
export function conversationOf({ conversation }: Activity): string {
  return conversation.id.split(";", 1)[0] ?? conversation.id;
}

export function kindOf({ conversation }: Activity): "personal" | "channel" | "groupChat" {
  const { conversationType } = conversation;
  if (conversationType === "channel" || conversationType === "groupChat") return conversationType;
  // Not said: only with the bot alone there is another kind of id.
  return conversationType === "personal" || !isChannel(conversation.id.split(";", 1)[0] ?? "")
    ? "personal"
    : "groupChat";
}

/** The same for every delivery of one activity. One without an id (a test client) goes by all that it holds. */
export function idOf(activity: Activity): string {
  const { id } = activity;
  return typeof id === "string" && id !== "" ? id : derivedId("activity", JSON.stringify(activity));
}
