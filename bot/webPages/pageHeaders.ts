/** What the page needs beyond the server's own headers: nothing from elsewhere, nothing to elsewhere, in nobody's frame. */
export function pageHeaders(nonce: string, host: string | undefined): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce, host),
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/** Sockets of our own host are named as well: not every browser counts them as `'self'`. */
function contentSecurityPolicy(nonce: string, host: string | undefined): string {
  const sockets = host && /^[\w.-]+(:\d{1,5})?$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src 'self'${sockets}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
