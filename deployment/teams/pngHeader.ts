/** What the first bytes of a PNG say. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Whether it can have transparent pixels: colour types 4 and 6. */
  readonly hasAlpha: boolean;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Undefined when this is no PNG. Source: Portable Network Graphics specification, 5.2 and 11.2.1. */
export function pngHeader(bytes: Uint8Array): PngHeader | undefined {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (png.length < 26 || !png.subarray(0, 8).equals(SIGNATURE)) return undefined;
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), hasAlpha: [4, 6].includes(png.readUInt8(25)) };
}
