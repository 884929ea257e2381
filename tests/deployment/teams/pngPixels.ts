import { inflateSync } from 'node:zlib';

/** One pixel: red, green, blue and how opaque, each from 0 to 255. */
export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** The pixels of a PNG with 8 bits a channel, in RGB or RGBA and not interlaced, row by row. */
export function pngPixels(png: Buffer): readonly Pixel[] {
  const [width, height, colourType] = [png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(25)];
  const channels = colourType === 6 ? 4 : 3;
  const bytes = inflateSync(Buffer.concat(imageData(png)));
  const stride = width * channels;
  let above = new Uint8Array(stride);
  const pixels: Pixel[] = [];
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1);
    above = unfiltered(bytes[start] ?? 0, bytes.subarray(start + 1, start + 1 + stride), above, channels);
    for (let at = 0; at < stride; at += channels) {
      const [red = 0, green = 0, blue = 0, alpha = 255] = above.subarray(at, at + channels);
      pixels.push([red, green, blue, alpha]);
    }
  }
  return pixels;
}

function imageData(png: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

/** A row as it was before it was filtered. Source: Portable Network Graphics specification, 9.2. */
function unfiltered(filter: number, row: Uint8Array, above: Uint8Array, channels: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(row.length);
  for (const [at, value] of row.entries()) {
    const left = out[at - channels] ?? 0;
    const up = above[at] ?? 0;
    const corner = above[at - channels] ?? 0;
    const predicted = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0;
    out[at] = value + predicted;
  }
  return out;
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
