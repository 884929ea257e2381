const PRIME = 0x01000193;
const START = 0x811c9dc5;

/** FNV-1a over the UTF-16 units of a text: a whole number from 0 to 2³²−1, the same on every machine. */
export function hash(text: string, seed = START): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), PRIME);
  return value >>> 0;
}

/** One number for two in this order and the way in which they stand together; as even as `hash`. */
export function together(way: number, first: number, second: number): number {
  let value = Math.imul(way ^ first, PRIME);
  value = Math.imul(value ^ (value >>> 15) ^ second, PRIME);
  return Math.imul(value ^ (value >>> 13), PRIME) >>> 0;
}
