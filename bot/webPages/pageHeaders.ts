/** What the page needs beyond the server's own headers: nothing from elsewhere, nothing to elsewhere, in nobody's frame. */
export function pageHeaders(nonce: string, host: string | undefined): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce, host),
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/**
 * The hash of nothing: one part of Web Chat (react-scroll-to-bottom) adds an empty style element without the nonce and
 * fills it by script, which the policy allows.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Sockets of our own host are named as well: not every browser counts them as `'self'`. */
function contentSecurityPolicy(nonce: string, host: string | undefined): string {
  const sockets = host && /^[\w.-]+(:\d{1,5})?$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}' ${EMPTY_STYLE}`,
    `connect-src 'self'${sockets}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
