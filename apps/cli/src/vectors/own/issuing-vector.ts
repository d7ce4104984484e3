import {
  type Authority,
  Fault,
  type IssueOptions,
  type IssueRequest,
  issue,
  type SignedDcc,
  signDcc,
} from '@vaxcert/core'
import { deterministicSigner } from '@vaxcert/core/cose/signers'
import { type Dcc, readText } from '@vaxcert/core/dcc'
import { type DocumentSigner, readTrustList, type TrustList } from '@vaxcert/core/trust'
import { verify } from '@vaxcert/core/verify'
import type { Bag, CheckResult } from '../check-result.ts'
import { readBase64, readHex, sameBytes } from '../encoded-bytes.ts'
import { sameContent } from '../same-content.ts'
import {
  bagOf,
  compared,
  dateOf,
  type OwnFile,
  readNamedJson,
  requireMembers,
  textOf,
  trustNamed,
  wordOf,
} from './own-file.ts'
import { comparedMembers, stagesOf } from './reading-vector.ts'
import { resultOf } from './result-of.ts'

const SIGNED = ['key', 'issuer', 'country', 'signature', 'issuedAt', 'expiresAt', 'foreignDoses', 'readBack']
const DOSE = ['person', 'dose', 'timeline', 'uvci']

/**
 * Issues a certificate for a dose, or signs a finished payload, and holds it against what the vector expects:
 * `dcc`, `text`, or a code. A text may be packed in many ways: the message in it counts. `given.key` names the file
 * with the key and its document signer.
 * @throws Fault `vectors.*`, `list.shape`, `text.*`
 */
export async function runIssuingVector(file: OwnFile): Promise<readonly CheckResult[]> {
  const { expect, given } = file
  requireMembers(given, given.dcc === undefined ? [...SIGNED, ...DOSE] : [...SIGNED, 'dcc'])
  const signed = await issued(file)
  if (signed instanceof Fault) return [compared('verdict', wordOf(expect), `refused ${signed.code}`)]
  const results = [compared('verdict', wordOf(expect), 'issued')]
  if (expect.text !== undefined) {
    const same = sameBytes(readText(textOf(expect.text)).cose, signed.cose)
    results.push(compared('text', 'the same message', same ? 'the same message' : signed.text))
  }
  if (expect.dcc !== undefined)
    results.push(compared('dcc', 'as given', sameContent(signed.claims.dcc, bagOf(expect.dcc)) ? 'as given' : 'other'))
  const { zlib: _zlib, base45: _base45, ...stages } = file.stages
  return [...results, ...comparedMembers('stages', stages, stagesOf(signed.text, 'strict', stages))]
}

async function issued({ path, given }: OwnFile): Promise<SignedDcc | Fault> {
  const authority = authorityOf(path, given)
  const trust = given.readBack === undefined ? undefined : trustNamed(path, given.readBack)
  const options = optionsOf(given, trust)
  const dcc = given.dcc === undefined ? undefined : bagOf(given.dcc)
  // The vector's shape is the request's own; what it lacks shows as a failed check.
  return resultOf(() => {
    if (dcc !== undefined) return signDcc(dcc as unknown as Dcc, authority, options)
    return issue(given as unknown as IssueRequest, authority, options)
  })
}

function optionsOf({ issuedAt, expiresAt, foreignDoses }: Bag, trust: TrustList | undefined): IssueOptions {
  const at = dateOf(issuedAt)
  return {
    issuedAt: at,
    foreignDoses: foreignDoses === true,
    ...(expiresAt !== undefined && { expiresAt: dateOf(expiresAt) }),
    ...(trust && { readBack: (text: string) => verify(text, { trust, at }) }),
  }
}

function authorityOf(path: string, { key, issuer, country, signature }: Bag): Authority {
  const { documentSigner, pkcs8 } = readKey(path, key)
  const { kid } = documentSigner
  const signer = deterministicSigner({ kid, pkcs8 })
  const given = signature === undefined ? undefined : readHex(textOf(signature))
  return {
    signer: given ? { ...signer, sign: () => given } : signer,
    documentSigner,
    country: country === undefined ? documentSigner.country : textOf(country),
    issuer: textOf(issuer),
  }
}

interface Key {
  readonly documentSigner: DocumentSigner
  readonly pkcs8: Uint8Array
}

/** The signer stands there as in a trust list. */
function readKey(path: string, name: unknown): Key {
  const file = bagOf(readNamedJson(path, textOf(name)))
  const list = readTrustList({ format: 'vaxcert-trust-list', version: 1, signers: [file.documentSigner] })
  const [documentSigner] = list.signers
  if (documentSigner === undefined) throw new Fault('vectors.shape', 'no signer of the key')
  return { documentSigner, pkcs8: readBase64(textOf(file.pkcs8)) }
}
