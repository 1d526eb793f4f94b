import { parsed } from "./call-arguments.ts";
import { contentOf, keepEphemeral } from "./chat-methods.ts";
import type { Json } from "./interface.ts";
import { asJson } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import type { Message, ResponseUrl, World } from "./world.ts";

/** A response URL works 30 minutes and five times. */
const lifeMs = 30 * 60_000;
const mostUses = 5;

/** Somebody posts to a response URL. */
export function answerResponseUrl(
  world: World,
  path: string,
  body: Buffer,
): { readonly status: number; readonly text: string } {
  const url = world.responseUrls.get(path);
  if (url === undefined) return refused("invalid_url");
  if (world.clock.now() - url.at > lifeMs) return blamed(world, "expired_url");
  if (url.uses >= mostUses) return blamed(world, "used_url");
  const given = parsed(body.toString());
  if (given === undefined) return blamed(world, "invalid_payload");
  url.uses += 1;
  try {
    respond(world, url, asJson(given));
    return { status: 200, text: "ok" };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    if (fault.blame === "app") world.offend(`response_url: ${fault.error} ${JSON.stringify(fault.more)}`);
    return refused(fault.error);
  }
}

/** An answer to a command or a press: for one person, or for the channel. */
export function respond(
  world: World,
  url: ResponseUrl,
  given: Json,
  by: "ack" | "response_url" = "response_url",
): void {
  const original = url.ts === null ? undefined : world.message(url.channel, url.ts);
  if (given.delete_original === true) {
    const channel = world.channels.get(url.channel);
    if (original !== undefined) channel?.messages.splice(channel.messages.indexOf(original), 1);
    return;
  }
  const content = contentOf(world, given, 40_000);
  const { text, blocks } = { text: content.text ?? "", blocks: content.blocks ?? [] };
  if (given.replace_original === true && original !== undefined) {
    original.earlier.push({ text: original.text, blocks: original.blocks });
    original.text = text;
    original.blocks = blocks;
    return;
  }
  if (given.response_type !== "in_channel") {
    keepEphemeral(world, { user: url.user, channel: url.channel, text, blocks }, by);
    return;
  }
  const message: Message = {
    channel: url.channel,
    ts: world.ts(),
    threadTs: null,
    broadcast: false,
    user: world.bot.userId,
    text,
    blocks,
    editedTs: null,
    earlier: [],
    metadata: null,
  };
  world.channels.get(url.channel)?.messages.push(message);
}

function refused(error: string): { readonly status: number; readonly text: string } {
  return { status: 404, text: JSON.stringify({ ok: false, error }) };
}

function blamed(world: World, error: string): { readonly status: number; readonly text: string } {
  world.offend(`response_url: ${error}`);
  return refused(error);
}
