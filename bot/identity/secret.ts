import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A new secret: 256 random bits, 43 characters that an address or a cookie can hold. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is kept of a secret: enough to know it again, too little to find it by. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
