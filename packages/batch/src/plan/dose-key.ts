import { hash } from 'node:crypto'

/** What a dose is known by in the ledger, as long as one content of it has one certificate. */
export interface DoseName {
  readonly source: string
  readonly doseId: string
  /** Of the content: 1 at first; a correction makes the next. */
  readonly version: number
  /** 0 at first; a certificate that follows one that expires makes the next. */
  readonly renewal: number
}

/** Idempotency key: the first 16 bytes of SHA-256 over what a dose is known by, as a UUID in hex. */
export function doseKey({ source, doseId, version, renewal }: DoseName): string {
  const digest = hash('sha256', `${version}/${renewal}/${Buffer.byteLength(source)}/${source}/${doseId}`, 'hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`
}
