/** Answers of a host carry these, every one of them. See docs/deploy.md. */
export function securityHeaders(listOrigins: readonly string[] = []): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(listOrigins),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  }
}

/** How long browsers and caches in between may keep a file of the app. Names in `assets/` carry a hash of the content. */
export function cacheControl(path: string): string {
  if (/^assets\/.*-[\w-]{8}\.\w+$/.test(path)) return 'public, max-age=31536000, immutable'
  return /(?:^|\/)$|\.html$|^sw\.js$/.test(path) ? 'no-store' : 'no-cache'
}

/** @param listOrigins where the lists are published, if not where the app is */
function contentSecurityPolicy(listOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    `connect-src ${["'self'", ...listOrigins].join(' ')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}
