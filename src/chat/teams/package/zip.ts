import { crc32, deflateRawSync } from "node:zlib";

/** A file of an archive: its name without folders, and its bytes. */
export interface Packed {
  readonly name: string;
  readonly bytes: Buffer;
}

/** 1 January 1980, the earliest date of the format: the same files give the same bytes. */
const date = (1 << 5) | 1;
const deflated = 8;
const version = 20;

/** A ZIP archive with these files, in this order (PKWARE APPNOTE 4.3: local headers, central directory, end record). */
export function zip(files: readonly Packed[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const body = deflateRawSync(bytes);
    const title = Buffer.from(name, "utf8");
    const facts = factsOf(bytes, body, title);
    const head = Buffer.concat([Buffer.from("504b0304", "hex"), facts, title]);
    local.push(head, body);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    central.push(Buffer.from("504b0102", "hex"), u16(version), facts, where, title);
    offset += head.length + body.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([
    Buffer.from("504b0506", "hex"),
    u16(0, 0, files.length, files.length),
    u32(directory.length, offset),
    u16(0),
  ]);
  return Buffer.concat([...local, directory, end]);
}

/** What both headers say: version, flags, method, time, date, checksum, sizes, length of the name, no extra field. */
function factsOf(bytes: Buffer, body: Buffer, title: Buffer): Buffer {
  return Buffer.concat([
    u16(version, 0, deflated, 0, date),
    u32(crc32(bytes), body.length, bytes.length),
    u16(title.length, 0),
  ]);
}

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, 2 * at);
  return bytes;
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, 4 * at);
  return bytes;
}
