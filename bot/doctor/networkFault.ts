import { types } from 'node:util';
import { errorCode } from '../errorCode.ts';

/** A call that got no answer, in words. Source: Node.js errors; OpenSSL verification results. */
const FAULTS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'this name is not known in the DNS',
  EAI_AGAIN: 'the DNS does not answer',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection is cut off, as a firewall does',
  ENETUNREACH: 'there is no network',
  EHOSTUNREACH: 'there is no way to that machine',
  ETIMEDOUT: 'there is no answer in time, as behind a firewall',
  UND_ERR_CONNECT_TIMEOUT: 'there is no answer in time, as behind a firewall',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed, which Teams refuses',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an authority that is not public',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'it does not send the intermediate certificate along',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an authority that is not known here',
};

/** Why `fetch` got no answer: what its cause says, in words. */
export function networkFault(error: unknown): string {
  const [name, cause] = types.isNativeError(error) ? [error.name, error.cause] : [];
  if (name === 'TimeoutError') return 'there is no answer in time';
  const code = String(errorCode(cause) ?? '');
  return FAULTS[code] ?? `there is no answer${code === '' ? '' : ` (${code})`}`;
}
