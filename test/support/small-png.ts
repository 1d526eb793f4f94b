import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;
/** The keyword under which a picture carries the words that can be read in it. */
const wordsKey = "Description";

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, as one number. */
  readonly colours: Uint32Array;
}

/** The same picture in at most 256 colours, and with the words that can be read in it: a card has few colours, so it becomes much smaller. */
export function smallPng(png: Buffer, words: string): Buffer {
  const { width, height, colours } = pixelsOf(png);
  const palette = paletteOf(colours);
  const nearest = new Map<number, number>(palette.map((colour, place) => [colour, place]));
  const rows = Buffer.alloc(height * (width + 1));
  for (const [at, colour] of colours.entries()) {
    let place = nearest.get(colour);
    if (place === undefined) {
      place = nearestIn(palette, colour);
      nearest.set(colour, place);
    }
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk(
      "PLTE",
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk("iTXt", Buffer.concat([Buffer.from(`${wordsKey}\0\0\0nl\0\0`), Buffer.from(words)])),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Width in pixels, and the words that `smallPng` put in; null: none. */
export function factsOfPng(png: Buffer): { readonly width: number; readonly words: string | null } {
  const all = chunksOf(png);
  const header = all.find(({ type }) => type === "IHDR");
  const said = all.find(({ type, data }) => type === "iTXt" && data.toString().startsWith(`${wordsKey}\0`));
  return {
    width: header?.data.readUInt32BE(0) ?? 0,
    words: said?.data.toString().slice(`${wordsKey}\0\0\0nl\0\0`.length) ?? null,
  };
}

/** The most frequent colours. */
function paletteOf(colours: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
  return sorted.slice(0, mostColours).map(([colour]) => colour);
}

function nearestIn(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, one] of palette.entries()) {
    const distance = [16, 8, 0].reduce(
      (sum, bits) => sum + (((one >> bits) & 255) - ((colour >> bits) & 255)) ** 2,
      0,
    );
    if (distance < least) {
      least = distance;
      best = place;
    }
  }
  return best;
}

/** Of a PNG as a browser makes it: eight bits per channel, not interlaced, opaque. */
function pixelsOf(png: Buffer): Pixels {
  const all = chunksOf(png);
  const header = all.find(({ type }) => type === "IHDR")?.data;
  const kind = header?.[9];
  if (header === undefined || header[8] !== 8 || header[12] !== 0 || (kind !== 2 && kind !== 6)) {
    throw new Error("This is no screenshot of a browser.");
  }
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), kind === 2 ? 3 : 4];
  const raw = inflateSync(Buffer.concat(all.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
  const stride = width * channels;
  const bytes = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)];
    for (let at = 0; at < stride; at++) {
      const here = row * stride + at;
      const left = at >= channels ? (bytes[here - channels] ?? 0) : 0;
      const up = row > 0 ? (bytes[here - stride] ?? 0) : 0;
      const corner = row > 0 && at >= channels ? (bytes[here - stride - channels] ?? 0) : 0;
      bytes[here] = (raw[row * (stride + 1) + 1 + at] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at++) colours[at] = bytes.readUIntBE(at * channels, 3);
  return { width, height, colours };
}

/** PNG's own five ways to predict a byte from its neighbours. */
function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      if (a <= b && a <= c) return left;
      return b <= c ? up : corner;
    }
    default:
      return 0;
  }
}

function chunksOf(png: Buffer): { readonly type: string; readonly data: Buffer }[] {
  const found = [];
  for (let at = signature.length; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
