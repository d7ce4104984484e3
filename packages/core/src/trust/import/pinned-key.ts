import { Fault } from '../../fault.ts'
import { readBase64 } from '../base64.ts'
import { readIssuerKey } from '../chain/issuer-key.ts'
import { readSigningCertificate } from './certificate.ts'
import { spkiOfJwk } from './jwk.ts'

/** The key that the caller trusts to sign a foreign list, whatever the list says. */
export interface PinnedKey {
  /** SubjectPublicKeyInfo, DER: P-256, P-384, P-521 or RSA. */
  readonly spki: Uint8Array
  /** DER, where a certificate was pinned. */
  readonly certificate?: Uint8Array
}

/** No honest key or certificate comes near. */
const MAX_BYTES = 16_384

/**
 * Reads a public key as JWK (JSON), a PEM public key or a PEM certificate. Private keys are refused: they
 * have no business here.
 * @throws Fault `source.key`
 */
export function readPinnedKey(bytes: Uint8Array): PinnedKey {
  if (bytes.length > MAX_BYTES) throw refused('pinned key is too large')
  const text = new TextDecoder().decode(bytes).trim()
  try {
    if (text.startsWith('{')) return { spki: checkedSpki(spkiOfJwk(JSON.parse(text))) }
    return ofPem(text)
  } catch (error) {
    throw error instanceof Fault && error.code === 'source.key' ? error : refused('pinned key cannot be read')
  }
}

function ofPem(text: string): PinnedKey {
  const [, label, body = ''] = /^-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----$/.exec(text) ?? []
  const der = readBase64(body.replace(/\s+/g, ''))
  if (der === undefined) throw refused('pinned key is neither JWK nor PEM')
  if (label === 'PUBLIC KEY') return { spki: checkedSpki(der) }
  if (label !== 'CERTIFICATE') throw refused('pinned key is not a public key or certificate')
  return { spki: checkedSpki(readSigningCertificate(der).spki), certificate: der }
}

/** A key that can sign neither certificates nor lists is refused at once. */
function checkedSpki(spki: Uint8Array): Uint8Array {
  readIssuerKey(spki)
  return spki.slice()
}

function refused(detail: string): Fault<'source.key'> {
  return new Fault('source.key', detail)
}
