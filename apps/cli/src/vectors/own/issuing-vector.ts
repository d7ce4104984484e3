import { createPrivateKey, createPublicKey } from 'node:crypto'
import { type Authority, Fault, type IssueRequest, issue, type SignedDcc } from '@vaxcert/core'
import type { Signer } from '@vaxcert/core/cose'
import { deterministicSigner } from '@vaxcert/core/cose/signers'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { type CheckResult, isBag } from '../check-result.ts'
import { readBase64, sameBytes } from '../encoded-bytes.ts'
import { sameContent } from '../same-content.ts'
import { bagOf, compared, dateOf, type OwnFile, readNamedFile, textOf, trustOfVector, wordOf } from './own-file.ts'

/**
 * Issues a certificate for a dose and holds it against what the vector expects: `dcc`, `text`, or a code. `given.key` names
 * the private key (PKCS#8, PEM) of a signer in the vector's trust list; without it nothing is really signed, and the
 * first signer of the list lends its usages and validity.
 * @throws Fault `vectors.*`, `list.shape`
 */
export async function runIssuingVector(file: OwnFile): Promise<readonly CheckResult[]> {
  const { expect } = file
  const signed = await issued(file)
  if (signed instanceof Fault) return [compared('verdict', wordOf(expect), `refused ${signed.code}`)]
  const results = [compared('verdict', wordOf(expect), 'issued')]
  if (expect.text !== undefined) results.push(compared('text', textOf(expect.text), signed.text))
  if (isBag(expect.dcc))
    results.push(compared('dcc', 'as given', sameContent(signed.claims.dcc, expect.dcc) ? 'as given' : 'other'))
  return results
}

async function issued(file: OwnFile): Promise<SignedDcc | Fault> {
  const { issuedAt, issuer, foreignDoses, ...request } = bagOf(file.given.dose)
  const authority = authorityOf(file, textOf(issuer))
  const options = { issuedAt: dateOf(issuedAt), foreignDoses: foreignDoses === true }
  try {
    // The vector's shape is the request's own; what it lacks shows as a failed check.
    return await issue(request as unknown as IssueRequest, authority, options)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

function authorityOf(file: OwnFile, issuer: string): Authority {
  const { signers } = trustOfVector(file)
  const pkcs8 = file.given.key === undefined ? undefined : readBase64(readNamedFile(file.path, textOf(file.given.key)))
  const documentSigner = pkcs8 ? signers.find(({ spki }) => sameBytes(spki, publicKeyOf(pkcs8))) : signers[0]
  if (documentSigner === undefined) throw new Fault('vectors.shape', 'no signer for the dose')
  const { kid, country } = documentSigner
  return {
    signer: pkcs8 ? deterministicSigner({ kid, pkcs8 }) : blankSigner(documentSigner),
    documentSigner,
    country,
    issuer,
  }
}

function publicKeyOf(pkcs8: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' })
}

/** A signature of zeros: for vectors that look at the payload only. */
function blankSigner({ kid, algorithm }: DocumentSigner): Signer {
  return { kid, algorithm, lanes: 1, sign: () => new Uint8Array(algorithm === 'ES256' ? 64 : 256) }
}
