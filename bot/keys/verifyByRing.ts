import { errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { KeyRing } from './keyRing.ts';

/**
 * What a token says, when one of these keys signed it.
 *
 * @throws errors of jose, as `jwtVerify` does
 */
export async function verifyByRing(token: string, ring: KeyRing, options: JWTVerifyOptions): Promise<JWTPayload> {
  let refusal: unknown = new errors.JWSSignatureVerificationFailed();
  for (const key of ring.all()) {
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
