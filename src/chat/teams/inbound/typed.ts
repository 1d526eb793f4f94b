import { z } from "zod";
import { typedCommandOf } from "#chat/command.ts";
import { type Activity, conversationOf, idOf, kindOf } from "#chat/teams/inbound/activity.ts";
import type { Arrival } from "#chat/teams/inbound/arrival.ts";
import { decoded, quotedIn, textOfHtml } from "#chat/teams/inbound/html-text.ts";
import { refOf } from "#chat/teams/place.ts";
import type { Address } from "#signal/address.ts";
import type { Press } from "#signal/press.ts";

const attachment = z.looseObject({
  contentType: z.string().max(200).catch(""),
  content: z.unknown().optional(),
});
const entity = z.looseObject({
  type: z.string().max(60),
  text: z.string().max(1_000).nullish().catch(null),
  mentioned: z
    .looseObject({ id: z.string().max(200) })
    .nullish()
    .catch(null),
  quotedReply: z
    .looseObject({ messageId: z.string().max(200) })
    .nullish()
    .catch(null),
});

const message = z.looseObject({
  text: z.string().nullish().catch(null),
  textFormat: z.string().max(30).nullish().catch(null),
  attachments: z
    .array(attachment.catch({ contentType: "", content: null }))
    .nullish()
    .catch(null),
  entities: z
    .array(entity.catch({ type: "" }))
    .nullish()
    .catch(null),
});
type Message = z.infer<typeof message>;

/** Words typed to us, by somebody. */
export function arrivalOfMessage(activity: Activity, by: Address): Arrival {
  const parsed = message.safeParse(activity);
  if (!parsed.success) return { kind: "nothing" };
  const said = parsed.data;
  const conversation = conversationOf(activity);
  const typed = { key: `dm:${conversation}:${idOf(activity)}`, by, on: "" };
  if (kindOf(activity) !== "personal") {
    // Others read along: nothing of it is taken in or repeated, a hint goes to who typed it.
    const press: Press = { ...typed, act: "tell", on: "channel", fields: {} };
    return isForUs(said, activity) ? { kind: "typed", press } : { kind: "nothing" };
  }
  const { text, quoted, hasFiles } = wordsIn(said, activity);
  const fields = { text, ...(hasFiles ? { files: "1" } : {}) };
  const told: Press = { ...typed, act: "tell", fields };
  // Under a message a word is an answer ("Is hij er?" "Afwezig"), and with a photo it is about that.
  if (quoted !== null)
    return { kind: "typed", press: { ...told, under: refOf({ conversation, activity: quoted }) } };
  const asked = hasFiles ? null : typedCommandOf(text);
  return { kind: "typed", press: asked === null ? told : { ...typed, act: asked.act, fields: asked.fields } };
}

/** What was typed, the message that it replies to with a quote, and whether there is more than words. */
function wordsIn(
  said: Message,
  activity: Activity,
): { text: string; quoted: string | null; hasFiles: boolean } {
  const html = (said.attachments ?? []).find(isHtml)?.content;
  const reply = typeof html === "string" ? quotedIn(html) : null;
  const byEntity = (said.entities ?? []).find((one) => one.type === "quotedReply")?.quotedReply?.messageId;
  const quoted = [reply?.quoted, byEntity].find((id) => typeof id === "string" && /^[^|\s]{1,200}$/.test(id));
  const isPicture = typeof html === "string" && /<img\s/i.test(html);
  const whole = plainText(said, activity);
  const hasFiles = (said.attachments ?? []).some(isFile) || (isPicture && (reply?.text ?? whole) === "");
  // Beside a reply the plain text repeats what is quoted: only the other form tells them apart.
  const text = reply === null || (reply.text === "" && !hasFiles) ? whole : reply.text;
  return { text, quoted: quoted ?? null, hasFiles };
}

function plainText(said: Message, activity: Activity): string {
  const withoutUs = (said.entities ?? [])
    .filter((one) => one.type === "mention" && isBot(one.mentioned?.id, activity))
    .reduce((text, one) => (one.text ? text.replace(one.text, "") : text), said.text ?? "");
  const unquoted = withoutUs.replace(/<quoted\s[^<>]{0,300}\/>/g, "");
  const isMarked = said.textFormat === "xml" || said.textFormat === "html";
  const text = isMarked ? textOfHtml(unquoted) : decoded(unquoted.replace(/<\/?at(?:\s[^<>]{0,300})?>/g, ""));
  return text.replaceAll("\u00a0", " ").trim();
}

function isForUs({ entities }: Message, activity: Activity): boolean {
  return (entities ?? []).some((one) => one.type === "mention" && isBot(one.mentioned?.id, activity));
}

function isBot(id: string | undefined, { recipient }: Activity): boolean {
  return id !== undefined && id === recipient?.id;
}

function isHtml({ contentType }: z.infer<typeof attachment>): boolean {
  return contentType.toLowerCase() === "text/html";
}

/** A photo, a file, a voice message, a card of another app. Not what Teams adds itself: the text once more, or the message that is quoted. */
function isFile(one: z.infer<typeof attachment>): boolean {
  const { contentType } = one;
  return contentType !== "" && !isHtml(one) && contentType !== "messageReference";
}
