import type { PublicKey } from '../../cose/keys.ts'
import { dropped, fromCertificate, gather, type Outcome } from './entries.ts'
import type { ForeignList, ForeignSource } from './foreign-list.ts'
import { flawOf, type GatewayEntry, readGatewayEntry } from './gateway-entry.ts'
import { isRawSignature } from './raw-signature.ts'
import {
  bytesOf,
  jsonOf,
  onlyFile,
  requireEntries,
  requireMembers,
  sourceFault,
  textOf,
  verifyingKeyOf,
} from './source.ts'

const LF = 0x0a

/** ES256: r‖s. */
const SIGNATURE_BYTES = 64

/**
 * Reads the list of Germany's gateway (certification-apis, dsc-update): in the first line an ES256 signature over the
 * bytes after it, in base64; then JSON. Each entry also carries the CMS of the country that uploaded it, which cannot
 * be checked, since the list carries no certificate of those who made it.
 * @throws Fault `source.*`
 */
export async function readDe(source: ForeignSource): Promise<ForeignList> {
  const { signature, body } = partsOf(onlyFile(source))
  if (!(await isRawSignature(p256KeyOf(source), body, signature))) {
    throw sourceFault('source.signature', 'not signed by the pinned key')
  }
  const { certificates } = requireMembers(jsonOf(body))
  const outcomes = requireEntries(certificates).map((value) => outcomeOf(readGatewayEntry(value)))
  return { format: 'de', verified: true, ...gather(outcomes), notes: ['undated'] }
}

function partsOf(file: Uint8Array): { readonly signature: Uint8Array; readonly body: Uint8Array } {
  const end = file.indexOf(LF)
  const signature = bytesOf(textOf(file.subarray(0, Math.max(end, 0))).trim())
  if (signature?.length !== SIGNATURE_BYTES) throw sourceFault('source.shape', 'the first line is no signature')
  return { signature, body: file.subarray(end + 1) }
}

function p256KeyOf(source: ForeignSource): PublicKey {
  const key = verifyingKeyOf(source)
  if (key.algorithm !== 'ES256') throw sourceFault('source.key', 'this format is signed with a P-256 key')
  return key
}

function outcomeOf(entry: GatewayEntry): Outcome {
  if (entry.type === 'CSCA' || entry.type === 'UPLOAD') return dropped(entry, 'not-a-signer')
  return flawOf(entry) ?? fromCertificate(entry, entry.certificate)
}
