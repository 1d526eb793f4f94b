import { setTimeout as later } from "node:timers";
import { countOf, needed } from "./call-arguments.ts";
import { channelToWrite } from "./channels.ts";
import type { Json } from "./interface.ts";
import { asList, asText } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import type { StoredFile, World } from "./world.ts";

/** files.getUploadURLExternal: a place for the bytes. */
export function getUploadUrl(world: World, args: Json): Json {
  const name = needed(args, "filename");
  const length = countOf(args, "length", Number.NaN);
  if (!Number.isInteger(length) || length < 1) throw new Refusal("invalid_arguments");
  const file: StoredFile = {
    id: world.id("F"),
    name,
    length,
    altText: asText(args.alt_txt),
    title: name,
    bytes: null,
    completed: false,
    ready: false,
    channels: [],
  };
  world.files.set(file.id, file);
  const path = `/upload/v1/${world.id("u")}`;
  world.uploads.set(path, file.id);
  return { upload_url: world.origin + path, file_id: file.id };
}

/** The bytes arrive: raw, or as a form with a file. Null: there is no such place. */
export function receiveUpload(world: World, path: string, bytes: Buffer): { status: number; text: string } {
  const file = world.files.get(world.uploads.get(path) ?? "");
  if (file === undefined) return { status: 404, text: "not found" };
  if (file.bytes !== null || bytes.length !== file.length) {
    world.offend(`upload: ${bytes.length} bytes where ${file.length} were said, or twice`);
    return { status: 400, text: "bad request" };
  }
  file.bytes = bytes;
  return { status: 200, text: `OK - ${bytes.length}` };
}

/** files.completeUploadExternal: one time; the file can be used some milliseconds later. */
export function completeUpload(world: World, args: Json): Json {
  const wanted = asList(args.files);
  if (wanted.length === 0) throw new Refusal("invalid_arguments");
  const channel = args.channel_id === undefined ? null : channelToWrite(world, asText(args.channel_id));
  const files = wanted.map(({ id }) => world.files.get(asText(id)));
  for (const file of files)
    if (file === undefined || file.bytes === null || file.completed) throw new Refusal("file_not_found");
  for (const [place, file] of files.entries()) {
    if (file === undefined) continue;
    file.title = asText(wanted[place]?.title) || file.name;
    file.completed = true;
    file.channels = channel === null ? [] : [channel.id];
    later(() => {
      file.ready = true;
    }, world.settings.fileReadyMs).unref();
  }
  return { files: files.map((file) => ({ id: file?.id, title: file?.title })) };
}
