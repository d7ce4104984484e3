import { sha256 } from '#sha256'
import { readCbor } from '../../cose/cbor-reader.ts'
import { writeShortest } from '../../cose/cbor-shortest.ts'
import { sameBytes } from '../../cose/same-bytes.ts'
import { toBeSigned, writeSign1 } from '../../cose/sign1.ts'
import type { Signer } from '../../cose/signer.ts'
import { Fault } from '../../fault.ts'
import { MAX_SIGNATURES, maxFileBytes, protectedHeader, readSignature } from '../list-file.ts'
import { demandArray, demandBytes } from '../list-shape.ts'
import { type FileKind, readStatement, type Statement, writeStatement } from '../statement.ts'
import { wholeSeconds } from '../whole-seconds.ts'

/** What a file shall state, and its body. */
export interface ListPlan {
  readonly kind: FileKind
  readonly epoch: number
  readonly number: number
  readonly issuedAt: Date
  readonly expiresAt: Date
  readonly body: Uint8Array
}

/** A file on its way, signed by none or by some of those who must. */
export interface Draft {
  readonly statement: Statement
  readonly body: Uint8Array
  /** Each a whole COSE_Sign1; whether they are right is not asked here. */
  readonly signatures: readonly Uint8Array[]
  /** Kids of those who signed, in the same order. */
  readonly signedBy: readonly Uint8Array[]
}

/**
 * Makes a draft: CBOR `[ statement, body ]`, which no reader takes for a signed file. It travels from one
 * holder of a key to the next; each adds a signature with `addSignature`.
 */
export function prepareList({ kind, epoch, number, issuedAt, expiresAt, body }: ListPlan): Uint8Array {
  const times = { issuedAt: wholeSeconds(issuedAt), expiresAt: wholeSeconds(expiresAt) }
  const statement = writeStatement({ kind, epoch, number, ...times, sha256: sha256(body), length: body.length })
  readStatement(statement)
  return writeShortest([statement, body])
}

/**
 * Reads what `prepareList` or `addSignature` made, so that the holder of a key can see what is to be signed.
 * Whether the signatures are right is not asked here.
 * @throws Fault `list.shape`, `list.too-large`, `list.signature` when the body is not the one stated
 */
export function readDraft(file: Uint8Array): Draft {
  const [head, content] = demandArray(readCbor(file, { code: 'list.shape', maxBytes: maxFileBytes.trust }), 2)
  const body = demandBytes(content)
  const signatures =
    head instanceof Uint8Array ? [] : demandArray(head, MAX_SIGNATURES).map((item) => demandBytes(item))
  const signed = signatures.map(readSignature)
  const statement = readStatement(signed[0]?.payload ?? demandBytes(head))
  if (file.length > maxFileBytes[statement.kind]) throw new Fault('list.too-large', 'more bytes than its kind may have')
  if (!sameBytes(sha256(body), statement.sha256)) throw new Fault('list.signature', 'body is not the one stated')
  return { statement, body, signatures, signedBy: signed.map(({ kid }) => kid) }
}

/**
 * Adds the signature of one key to a draft, or to a file that others have signed. `signer.kid` is the kid of
 * a list key (`listKid`), its algorithm ES256. The file is complete once its role's threshold is met.
 * @throws Fault `publish.signed-twice`, `signer.refused`, `signer.busy`, and those of `readDraft`
 */
export async function addSignature(file: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const { statement, body, signatures, signedBy } = readDraft(file)
  if (signer.algorithm !== 'ES256') throw new Fault('signer.refused', 'lists are signed with ES256')
  if (signedBy.some((kid) => sameBytes(kid, signer.kid))) throw new Fault('publish.signed-twice', 'key has signed this')
  const header = protectedHeader(signer.kid)
  const payload = writeStatement(statement)
  const signature = await signer.sign(toBeSigned(header, payload))
  return writeShortest([[...signatures, writeSign1(header, payload, signature)], body])
}

/** Adds the signatures of several keys, one after the other. */
export async function signList(file: Uint8Array, signers: readonly Signer[]): Promise<Uint8Array> {
  let signed = file
  for (const signer of signers) signed = await addSignature(signed, signer)
  return signed
}
