import { z } from "zod";
import { derivedId } from "#base/ids.ts";
import { choiceIn } from "#chat/no-choice.ts";
import { actOf, type Carried, unpack } from "#chat/packed.ts";
import type { MessageRef } from "#chat/platform.ts";
import { type Activity, activityShape, conversationOf, idOf } from "#chat/teams/inbound/activity.ts";
import type { Arrival, Reach } from "#chat/teams/inbound/arrival.ts";
import { textOfHtml } from "#chat/teams/inbound/html-text.ts";
import { reachOf } from "#chat/teams/inbound/reach.ts";
import { arrivalOfMessage } from "#chat/teams/inbound/typed.ts";
import { addressOf, refOf } from "#chat/teams/place.ts";
import type { Address } from "#signal/address.ts";
import { type Act, acts, formActs, type Press } from "#signal/press.ts";

/** The message extension of the manifest. */
export const messageExtension = "signaal";

/** What a button of ours carries (cards.ts). In a dialog the inputs stand beside it. */
const carriedData = z.looseObject({
  act: z.string().max(80),
  packed: z.string(),
  dialog: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  shows: z.string().max(80).optional(),
  page: z.int().min(1).max(99).optional().catch(undefined),
});
const executed = z.looseObject({
  action: z.looseObject({ data: carriedData }),
  trigger: z.string().max(30).nullish(),
});
const withData = z.looseObject({ data: carriedData });
const extended = z.looseObject({
  commandId: z.string().max(100),
  messagePayload: z
    .looseObject({
      body: z.looseObject({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
});

const nothing: Arrival = { kind: "nothing" };
const unclearCard: Arrival = { kind: "unclear", of: "card" };
const unclearDialog: Arrival = { kind: "unclear", of: "dialog" };

/** An invoke that is no use to us. */
function unclear(name: unknown): Arrival {
  if (name === "adaptiveCard/action") return unclearCard;
  const isDialog = typeof name === "string" && /^(?:task|composeExtension)\//.test(name);
  return isDialog ? unclearDialog : { kind: "unclear", of: "unknown" };
}

/** What Teams delivered, and the way to somebody that it tells. Never throws: what is wrong or not ours is `unclear` or `nothing`. */
export function arrivalOf(
  delivered: unknown,
  tenant: string,
): { readonly arrival: Arrival; readonly reach: Reach | null } {
  const parsed = activityShape.safeParse(delivered);
  if (!parsed.success) return { arrival: outOfShape(delivered), reach: null };
  const activity = parsed.data;
  return { arrival: meaningOf(activity, tenant), reach: reachOf(activity, tenant) };
}

function outOfShape(delivered: unknown): Arrival {
  if (typeof delivered !== "object" || delivered === null || !("type" in delivered)) return nothing;
  if (delivered.type === "message") return { kind: "lost", why: "form" };
  if (delivered.type !== "invoke") return nothing;
  return unclear("name" in delivered ? delivered.name : null);
}

function meaningOf(activity: Activity, tenant: string): Arrival {
  const { type, from } = activity;
  if (type !== "message" && type !== "invoke") return nothing;
  const objectId = from?.aadObjectId;
  // Who has no id in the directory is nobody: names and numbers beside it can be anyone's.
  if (typeof objectId !== "string") {
    return type === "invoke" ? unclear(activity.name) : { kind: "lost", why: "nobody" };
  }
  const by = addressOf({ tenant, at: { is: "person", objectId } });
  if (type === "invoke") return ofInvoke(activity, by);
  // What the fallback of a button sends comes as a message without words.
  const value = activity["value"];
  return value === undefined || value === null
    ? arrivalOfMessage(activity, by)
    : ofPlainPress(activity, value, by);
}

function ofInvoke(activity: Activity, by: Address): Arrival {
  const value = activity["value"];
  switch (activity.name) {
    case "adaptiveCard/action":
      return ofExecute(activity, value, by);
    case "task/fetch":
      return ofFetch(activity, value, by);
    case "task/submit":
    case "composeExtension/submitAction":
      return ofSubmit(activity, value, by);
    case "composeExtension/fetchTask":
      return ofExtension(activity, value, by);
    default:
      return unclear(activity.name);
  }
}

type Data = z.infer<typeof carriedData>;

/** The act of a button, and what it carries; null: not one of ours. */
function buttonIn({ act: name, packed }: Data): (Carried & { readonly act: Act }) | null {
  const act = actOf(name);
  const carried = unpack(packed);
  return act === null || carried === null ? null : { act, ...carried };
}

function ofExecute(activity: Activity, value: unknown, by: Address): Arrival {
  const parsed = executed.safeParse(value);
  if (!parsed.success || parsed.data.trigger === "automatic") return unclearCard;
  const button = buttonIn(parsed.data.action.data);
  if (button === null) return unclearCard;
  const press: Press = { key: `action:${placeAndId(activity)}`, by, ...button };
  return { kind: "pressed", press, message: messageIn(activity) };
}

function ofPlainPress(activity: Activity, value: unknown, by: Address): Arrival {
  const parsed = carriedData.safeParse(value);
  const button = parsed.success ? buttonIn(parsed.data) : null;
  // None of ours: words beside it count all the same.
  if (button === null) return hasWords(activity) ? arrivalOfMessage(activity, by) : nothing;
  return { kind: "pressed_plainly", press: { key: `action:${placeAndId(activity)}`, by, ...button } };
}

function hasWords({ text }: Activity): boolean {
  return typeof text === "string" && text.trim() !== "";
}

function ofFetch(activity: Activity, value: unknown, by: Address): Arrival {
  const parsed = withData.safeParse(value);
  const button = parsed.success ? buttonIn(parsed.data.data) : null;
  if (button === null) return unclearDialog;
  return { kind: "asked", press: { key: `task:${placeAndId(activity)}`, by, ...button }, prefill: null };
}

function ofExtension(activity: Activity, value: unknown, by: Address): Arrival {
  const parsed = extended.safeParse(value);
  if (!parsed.success || parsed.data.commandId !== messageExtension) return unclearDialog;
  const { contentType, content } = parsed.data.messagePayload?.body ?? {};
  const words = content ?? "";
  const text = contentType === "text" ? words.trim() : textOfHtml(words);
  return {
    kind: "asked",
    press: { key: `task:${placeAndId(activity)}`, by, act: "report", on: "", fields: null },
    prefill: text === "" ? null : text,
  };
}

function ofSubmit(activity: Activity, value: unknown, by: Address): Arrival {
  const parsed = withData.safeParse(value);
  if (!parsed.success) return unclearDialog;
  const { data } = parsed.data;
  const button = buttonIn(data);
  if (button === null) return unclearDialog;
  const shows = acts.find((act) => act === data.shows) ?? null;
  if (data.dialog === undefined) {
    const press: Press = { key: `task:${placeAndId(activity)}`, by, ...button };
    return { kind: "sent", press, dialog: { id: null, shows, page: data.page ?? 1 } };
  }
  if (!formActs.some((act) => act === button.act)) return unclearDialog;
  const fields = fieldsIn(data);
  // A dialog whose answer got lost can be changed and sent again, though it was kept: the same words are the same press.
  const filled = derivedId("filled", JSON.stringify(fields, Object.keys(fields).toSorted()));
  const press: Press = { key: `task:${data.dialog}:${filled}`, by, act: button.act, on: button.on, fields };
  return { kind: "sent", press, dialog: { id: data.dialog, shows, page: 1 } };
}

const ownNames = ["act", "packed", "dialog", "shows", "msteams"];

/** What was filled in, by field. Teams leaves out an input that is empty. */
function fieldsIn(data: Data): Readonly<Record<string, string>> {
  const filled = Object.entries(data).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && /^[A-Za-z][\w-]{0,59}$/.test(name) && !ownNames.includes(name)
      ? [[name, choiceIn(value)]]
      : [],
  );
  return Object.fromEntries(filled);
}

function placeAndId(activity: Activity): string {
  return `${conversationOf(activity)}:${idOf(activity)}`;
}

function messageIn(activity: Activity): MessageRef | null {
  const { replyToId } = activity;
  if (typeof replyToId !== "string" || replyToId === "") return null;
  return refOf({ conversation: conversationOf(activity), activity: replyToId });
}
