import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** A picture with so few colours, two pixels to a byte, packs well and differs by less than the comparison bears. */
const COLOURS = 16;

/** As many of them are those that fill most of it: paper, text and the flat colours of pictures stay as they are. */
const FLAT = 8;

/**
 * The same picture in a smaller file, with few colours: the most frequent ones, and of the others, which are those of
 * smooth edges, those that lie farthest from each other, so that none is far from the one that stands for it.
 */
export function smallPng(file: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(file);
  const colours = new Uint32Array(width * height).map((_, i) => data.readUIntBE(4 * i, 3));
  const palette = fewColours(colours);
  const places = new Map([...new Set(colours)].map((colour) => [colour, nearest(palette, colour)]));
  // A row is a byte that says how it is coded, here as it is, and half a byte for each pixel.
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  colours.forEach((colour, i) => {
    const column = i % width;
    rows[Math.floor(i / width) * stride + 1 + (column >> 1)]! |= places.get(colour)! << (column % 2 ? 0 : 4);
  });
  return indexedPng(width, height, palette, rows);
}

function fewColours(colours: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour).slice(0, FLAT);
  const toNearest = (colour: number) => distance(colour, palette[nearest(palette, colour)]!);
  const distances = new Map([...counts.keys()].map((colour) => [colour, toNearest(colour)]));
  while (palette.length < Math.min(COLOURS, counts.size)) {
    const [farthest] = [...distances].reduce((best, one) => (one[1] > best[1] ? one : best));
    palette.push(farthest);
    for (const [colour, before] of distances) distances.set(colour, Math.min(before, distance(colour, farthest)));
  }
  return palette;
}

const nearest = (palette: readonly number[], colour: number) =>
  palette.reduce((best, one, i) => (distance(one, colour) < distance(palette[best]!, colour) ? i : best), 0);

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

function distance(one: number, other: number): number {
  const others = channels(other);
  return Math.hypot(...channels(one).map((value, i) => value - others[i]!));
}

/** A PNG file of colours by their number in a palette (PNG specification, 11.2). */
function indexedPng(width: number, height: number, palette: readonly number[], rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
