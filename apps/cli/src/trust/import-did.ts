import { randomBytes } from 'node:crypto'
import { checkChain } from '@vaxcert/core/trust/chain'
import type { ForeignList, ForeignSigner } from '@vaxcert/core/trust/import'
import { alpha3Of, type DidKey, writeDidDocument } from '@vaxcert/core/trust/publish'
import { count } from '../count.ts'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { readListSigner } from './list-keys.ts'

/** What a DID document needs besides its keys. */
export interface DidOptions {
  readonly didId?: string
  readonly listKey?: string
  readonly at?: Date
}

/** As readers of the network's lists take it. */
const DID = /^did:web:[A-Za-z0-9.:_-]{1,256}$/

/**
 * A foreign list as a DID document of our own, signed. The network goes by certificates and alpha-3 codes: keys without are left
 * out, and stderr says how many.
 * @throws CommanderError with exit code 2 when an option is missing, or no key is left
 */
export async function didText(list: ForeignList, { didId, listKey, at }: DidOptions, io: Io): Promise<string> {
  if (didId === undefined || !DID.test(didId))
    throw usageError('A DID document needs its identifier: --did-id did:web:…')
  if (listKey === undefined) throw usageError('A DID document needs a key that signs it: --list-key PREFIX')
  const signer = await readListSigner(listKey, io)
  const created = at ?? io.now()
  const keys: DidKey[] = []
  for (const one of list.signers) keys.push(...(await didKeys(one, created)))
  const left = list.signers.length - keys.length
  if (keys.length === 0)
    throw usageError('None of the keys has a certificate and a country, which a DID document needs.')
  if (left > 0) io.stderr.write(`${count(left, 'key')} without certificate or country: not in the DID document.\n`)
  const nonce = randomBytes(16).toString('hex')
  return writeDidDocument({ id: didId, keys, created, nonce, verificationMethod: didId }, signer)
}

/** The key, if it can stand in such a document: of a country, and with a certificate that is strict DER. */
async function didKeys({ signer: { country }, certificate }: ForeignSigner, at: Date): Promise<readonly DidKey[]> {
  if (certificate === undefined || alpha3Of(country) === undefined) return []
  const { checks } = await checkChain(certificate, certificate, { at })
  const isStrict = checks.some(({ name, outcome }) => name === 'dsc-form' && outcome === 'passed')
  return isStrict ? [{ certificate, country, usage: 'DSC' }] : []
}
