import { type Claims, type DocumentClaims, decode } from '@vaxcert/core/dcc'

/** How long, and how many at most, a gate remembers. */
export interface PassbackLimits {
  /** In minutes. */
  readonly window: number
  /** The oldest goes first. */
  readonly maxEntries: number
}

/** Notices a certificate that comes twice through one gate. Knows no certificate, only keyed hashes, in memory. */
export interface AntiPassback {
  /** Whether it came within the window; from now on it has. */
  passedBefore(text: string, at: Date): Promise<boolean>
  /** How many it remembers. */
  readonly size: number
  /** Forgets all of them, and the key that made their hashes. */
  forget(): void
}

const usual: PassbackLimits = { window: 15, maxEntries: 10_000 }

/**
 * A new memory, which ends with the page. Hashes are HMAC-SHA-256 under a random key that cannot leave WebCrypto, so
 * that nobody can try certificates against them later. Of a certificate, its statement counts, not its text: the same
 * bytes compressed otherwise do not pass as another one.
 */
export function createAntiPassback({ window, maxEntries }: PassbackLimits = usual): AntiPassback {
  /** Hash and time in milliseconds, oldest first. */
  let seen = new Map<string, number>()
  let key: Promise<CryptoKey> | undefined

  function forgetOld(now: number): void {
    for (const [hash, at] of seen) {
      if (seen.size > maxEntries || Math.abs(now - at) > window * 60_000) seen.delete(hash)
    }
  }

  return {
    async passedBefore(text, at) {
      const now = at.getTime()
      if (Number.isNaN(now)) throw new TypeError('at: not a date')
      const mine = seen
      key ??= newKey()
      const hash = await hashUnder(await key, text)
      forgetOld(now)
      const before = seen.has(hash)
      // What was asked before everything was forgotten is forgotten too.
      if (mine !== seen) return false
      seen.delete(hash)
      seen.set(hash, now)
      forgetOld(now)
      return before
    },
    get size() {
      return seen.size
    },
    forget() {
      seen = new Map()
      key = undefined
    },
  }
}

function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

async function hashUnder(key: CryptoKey, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(statementOf(text))
  const hash = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes))
  return String.fromCharCode(...hash)
}

/** Whose certificate of what: the same however it is signed or written. The text itself where it cannot be read. */
function statementOf(text: string): string {
  const decoded = decode(text)
  return decoded.ok ? JSON.stringify(contentOf(decoded.layers.claims)) : text.trim()
}

function contentOf(claims: Claims | DocumentClaims): unknown {
  return 'dcc' in claims ? claims.dcc : claims.documents
}
