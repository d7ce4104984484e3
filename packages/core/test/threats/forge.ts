import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { toBeSigned } from '../../src/cose/sign1.ts'
import { writeText } from '../../src/dcc/text.ts'
import type { Profile } from '../../src/dcc/types.ts'
import type { DocumentSigner } from '../../src/trust/document-signer.ts'
import { trustList } from '../../src/trust/trust-list.ts'
import type { Verdict } from '../../src/verify/verdict.ts'
import { verify } from '../../src/verify/verify.ts'
import { bytes, hex } from '../cose/hex.ts'
import { authority, NOW } from '../verify/world.ts'

/** The four parts of a COSE_Sign1 in hex, as they travel: byte strings with their heads. */
export interface Parts {
  /** Tags and array head. */
  readonly head: string
  readonly protected: string
  readonly unprotected: string
  readonly payload: string
  readonly signature: string
}

export const KID = '0102030405060708'
/** {1: -7, 4: KID} */
export const HEADER: string = `a2 01 26 04 48 ${KID}`

/** A byte string in hex, with its head. */
export function bstr(content: string | Uint8Array): string {
  return hex(writeCbor(typeof content === 'string' ? bytes(content) : content))
}

/** A text in hex, with its head. */
export function tstr(text: string): string {
  return hex(writeCbor(text))
}

/** A message of parts, none of them looked at. */
export function compose(parts: Parts): string {
  const { head, protected: header, unprotected, payload, signature } = parts
  return writeText(bytes([head, header, unprotected, payload, signature].join('')))
}

/** What a forger may choose; contents in hex, without their heads. */
export interface Forgery {
  readonly header?: string
  readonly payload: string
  readonly unprotected?: string
  readonly head?: string
}

/** The parts of a message that is rightly signed over its header and payload, whatever these are. */
export async function sign(forgery: Forgery, by = authority()): Promise<Parts> {
  const { header = HEADER, payload, unprotected = 'a0', head = 'd284' } = forgery
  const signature = await by.signer.sign(toBeSigned(bytes(header), bytes(payload)))
  return { head, protected: bstr(header), unprotected, payload: bstr(payload), signature: bstr(signature) }
}

/** The text of such a message. */
export async function forge(forgery: Forgery, by = authority()): Promise<string> {
  return compose(await sign(forgery, by))
}

export interface Court {
  readonly signers?: readonly DocumentSigner[]
  readonly at?: Date
  readonly profile?: Profile
}

export function verdictOn(text: string, court: Court = {}): Promise<Verdict> {
  const { signers = [authority().documentSigner], at = NOW, profile = 'eu' } = court
  return verify(text, { trust: trustList(signers), at, profile })
}

/** `accepted`, or the code of the refusal. */
export async function judge(text: string, court?: Court): Promise<string> {
  const verdict = await verdictOn(text, court)
  return verdict.kind === 'accepted' ? 'accepted' : verdict.code
}
