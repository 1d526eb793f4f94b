import { cardFaults } from "./card-check.ts";
import type { Json } from "./interface.ts";
import { asJson, asList, asText } from "./reading.ts";

export const cardType = "application/vnd.microsoft.card.adaptive";

/** Teams counts a message as UTF-16, without the pictures in it. */
const messageBytes = 40 * 1_024;
/** Above this Teams may already say no, depending on where the message goes. */
const safeBytes = 28 * 1_024;

/** How large a card or a message is, its pictures left out. */
export function sizeOf(content: unknown): { readonly utf16: number; readonly utf8: number } {
  const json = JSON.stringify(content, (_key, value: unknown) =>
    typeof value === "string" && value.startsWith("data:image/") ? "" : value,
  );
  return { utf16: json.length * 2, utf8: Buffer.byteLength(json) };
}

/** A message of the app: why Teams refuses it, whether it is too large, and what it takes but does not show well. */
export function messageFaults(activity: Json): {
  readonly refused: string | null;
  readonly large: boolean;
  readonly faults: readonly string[];
} {
  const attachments = asList(activity.attachments);
  const [attachment] = attachments;
  const content = asJson(attachment?.content);
  const refused = refusalOf(activity, attachments);
  const { utf16, utf8 } = sizeOf(activity);
  if (refused !== null) return { refused, large: false, faults: [] };
  const faults = [
    ...(attachment === undefined ? [] : cardFaults(content, "message")),
    ...(utf8 > safeBytes ? [`${utf8} bytes`] : []),
    ...(attachment !== undefined && asText(activity.summary) === "" && asText(activity.text) === ""
      ? ['no summary: the notification says "Sent a card"']
      : []),
    ...(/<\/?at\b/i.test(asText(activity.text)) ||
    asList(activity.entities).some(({ type }) => type === "mention")
      ? ["a mention"]
      : []),
  ];
  return { refused: null, large: utf16 > messageBytes, faults };
}

function refusalOf(activity: Json, attachments: readonly Json[]): string | null {
  if (activity.type !== "message") return `An activity of type "${String(activity.type)}" can not be sent.`;
  if (attachments.length > 1) return "More than one attachment.";
  const [attachment] = attachments;
  if (attachment === undefined) return asText(activity.text).trim() === "" ? "An empty message." : null;
  if (attachment.contentType !== cardType)
    return `An attachment of type "${String(attachment.contentType)}".`;
  return asJson(attachment.content).type === "AdaptiveCard" ? null : "The attachment is no AdaptiveCard.";
}
