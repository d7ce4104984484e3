/** What we use of Trusted Types, which TypeScript's library does not have yet. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string; createHTML(html: string): string }): void
}

/**
 * The one policy of the page (CSP `trusted-types default`): scripts of workers come from our own origin, no text
 * becomes HTML, none becomes a script. To be called before the first worker starts.
 */
export function trustOwnScriptsAlone(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', { createScriptURL: ownAddress, createHTML: emptyText })
}

function ownAddress(url: string): string {
  if (new URL(url, document.baseURI).origin !== location.origin) throw new TypeError('a script of another origin')
  return url
}

/** The compatibility scanner empties its element this way. */
function emptyText(html: string): string {
  if (html !== '') throw new TypeError('a text as HTML')
  return html
}
