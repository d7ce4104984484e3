import { sameBytes } from '../../cose/same-bytes.ts'
import { unlessFault } from '../../fault.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { readSignatureScheme, type SignatureScheme } from './signature-scheme.ts'
import { readStatements, type Statements } from './statements.ts'

/** A certificate of a chain, with what each reader makes of its parts; undefined where one refuses. */
export interface Party<Key> extends Certificate {
  /** How it was signed, if inside and outside say the same. */
  readonly scheme: SignatureScheme | undefined
  readonly key: Key | undefined
  readonly statements: Statements | undefined
}

/** Undefined for what is not strict DER of a certificate. */
export function readParty<Key>(der: Uint8Array, readKey: (spki: Uint8Array) => Key): Party<Key> | undefined {
  return unlessFault(() => {
    const certificate = readCertificate(der)
    const { algorithms, extensions, spki } = certificate
    const [inside, outside] = algorithms
    return {
      ...certificate,
      scheme: unlessFault(() => (sameBytes(inside, outside) ? readSignatureScheme(outside) : undefined)),
      key: unlessFault(() => readKey(spki)),
      statements: unlessFault(() => readStatements(extensions)),
    }
  })
}
