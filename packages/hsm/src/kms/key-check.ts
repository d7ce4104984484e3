import { Fault } from '@vaxcert/core/fault'
import type { KeyIdentity } from '../hsm-signer.ts'
import type { KeyFacts } from './key-service.ts'

/**
 * Where a private key has been, as far as its service tells, from the best to the worst: made in hardware and bound to
 * it; brought into hardware from outside; kept in software, or free to leave.
 */
export type KeyOrigin = 'generated' | 'imported' | 'software'

const origins: readonly KeyOrigin[] = ['generated', 'imported', 'software']

/**
 * Demands that the key of a service is the one that the certificate names, that it may sign, and that its origin is no
 * worse than asked for.
 * @throws Fault `signer.refused`, `signer.key`, `signer.attribute`
 */
export function requireKey(key: KeyFacts, wanted: KeyIdentity, origin: KeyOrigin): void {
  if (!key.enabled) throw new Fault('signer.refused', 'key is not enabled')
  if (key.algorithm !== wanted.algorithm)
    throw new Fault('signer.key', "key does not sign with the certificate's algorithm")
  if (Buffer.compare(key.spki, wanted.spki) !== 0) throw new Fault('signer.key', "key is not the certificate's")
  if (origins.indexOf(key.origin) > origins.indexOf(origin)) throw new Fault('signer.attribute', `key is ${key.origin}`)
}
