import { Fault } from '@vaxcert/core'
import { hashTypes, type RevocationSubject, readSlice, revocationHashes, type SliceForm } from '@vaxcert/core/trust'
import { hex } from '../../terminal.ts'
import type { Bag, CheckResult } from '../check-result.ts'
import { readHex } from '../encoded-bytes.ts'
import { sameContent } from '../same-content.ts'
import { bagOf, compared, type OwnFile, requireMembers, textOf, wordOf } from './own-file.ts'
import { resultOf } from './result-of.ts'

/**
 * Holds the hashes of a certificate against those that a vector expects.
 * @throws Fault `vectors.*`
 */
export async function runRevocationHashVector({ given, expect }: OwnFile): Promise<readonly CheckResult[]> {
  requireMembers(given, ['algorithm', 'signature', 'ci', 'country', 'issuer'])
  const subject = subjectOf(given)
  const hashes = await resultOf(() => {
    return Object.fromEntries(hashTypes.map((type) => [type, revocationHashes(type, subject).map(hex)]))
  })
  if (hashes instanceof Fault) return [compared('verdict', wordOf(expect), `refused ${hashes.code}`)]
  const same = sameContent(hashes, bagOf(expect.hashes))
  return [compared('verdict', wordOf(expect), 'hashed'), compared('hashes', 'as given', same ? 'as given' : 'other')]
}

/**
 * Looks a hash up in a slice of the EU's distribution service.
 * @throws Fault `vectors.*`
 */
export async function runSliceVector({ given, expect }: OwnFile): Promise<readonly CheckResult[]> {
  requireMembers(given, ['form', 'slice', 'hash'])
  const [slice, hash, form] = [readHex(textOf(given.slice)), readHex(textOf(given.hash)), formOf(given)]
  const contains = await resultOf(() => readSlice(slice, form).contains(hash))
  const actual = contains instanceof Fault ? `refused ${contains.code}` : contains ? 'contains' : 'absent'
  return [compared('verdict', wordOf(expect), actual)]
}

function subjectOf({ algorithm, signature, ci, country, issuer }: Bag): RevocationSubject {
  if (algorithm !== 'ES256' && algorithm !== 'PS256') throw new Fault('vectors.shape', 'no such algorithm')
  return {
    kid: new Uint8Array(8),
    algorithm,
    signature: readHex(textOf(signature)),
    ci: textOf(ci),
    country: textOf(country),
    ...(issuer !== undefined && { issuer: textOf(issuer) }),
  }
}

function formOf({ form }: Bag): SliceForm {
  if (form === 'BLOOMFILTER' || form === 'VARHASHLIST') return form
  throw new Fault('vectors.shape', 'no such form')
}
