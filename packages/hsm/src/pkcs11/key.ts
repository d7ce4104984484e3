import type { PublicKey } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import { answerOf, CKR } from './answers.ts'
import { type Attribute, CKA, CKK, CKO, type Cryptoki, type Handle, ulong } from './cryptoki.ts'

/** How a key is named in its token: by CKA_LABEL, by CKA_ID, or by both. */
export type KeyName =
  | { readonly label: string; readonly id?: Uint8Array }
  | { readonly label?: string; readonly id: Uint8Array }

/** Generated in the device, or brought into it: such a key has been outside, and its attributes say so for ever. */
export type KeyOrigin = 'generated' | 'imported'

type Flag = readonly [name: string, type: number, value: boolean]

/** What every key must say of itself (PKCS#11 v2.40 §4.9). */
const always: readonly Flag[] = [
  ['CKA_TOKEN', CKA.token, true],
  ['CKA_PRIVATE', CKA.private, true],
  ['CKA_SENSITIVE', CKA.sensitive, true],
  ['CKA_EXTRACTABLE', CKA.extractable, false],
  ['CKA_SIGN', CKA.sign, true],
]

/** What a key says besides that was never outside its device. */
const neverOutside: readonly Flag[] = [
  ['CKA_ALWAYS_SENSITIVE', CKA.alwaysSensitive, true],
  ['CKA_NEVER_EXTRACTABLE', CKA.neverExtractable, true],
]

/**
 * The one private key of that name, whose attributes are as they must be and whose public key, where the token holds
 * it, is the one of the certificate.
 * @throws Fault `signer.key`, `signer.attribute`; what the calls answer
 */
export function findKey(
  calls: Cryptoki,
  session: Handle,
  name: KeyName,
  origin: KeyOrigin,
  publicKey: PublicKey,
): Handle {
  const key = onlyKey(calls.findObjects(session, [{ type: CKA.class, value: CKO.privateKey }, ...nameTemplate(name)]))
  const read = (type: number): Uint8Array | undefined => attribute(calls, session, key, type)
  requireKeyType(read(CKA.keyType), publicKey)
  for (const [flag, type, value] of [...always, ...(origin === 'generated' ? neverOutside : [])])
    if (truth(read(type)) !== value) throw new Fault('signer.attribute', `${flag} is not ${value}`)
  // Such a key asks for the PIN before each signature; a token that does not know the attribute has none.
  if (truth(read(CKA.alwaysAuthenticate))) throw new Fault('signer.attribute', 'CKA_ALWAYS_AUTHENTICATE is not false')
  requireSamePublicKey(calls, session, pairTemplate(read(CKA.id), read(CKA.label)), publicKey)
  return key
}

function onlyKey(keys: readonly Handle[]): Handle {
  const [key, other] = keys
  if (key === undefined) throw new Fault('signer.key', 'no private key of that name')
  if (other !== undefined) throw new Fault('signer.key', 'more than one private key of that name')
  return key
}

function nameTemplate({ label, id }: KeyName): readonly Attribute[] {
  return [
    ...(label === undefined ? [] : [{ type: CKA.label, value: new TextEncoder().encode(label) }]),
    ...(id === undefined ? [] : [{ type: CKA.id, value: id }]),
  ]
}

/** The public key of a pair has the same CKA_ID (PKCS#11 v2.40 §4.6.3), or where there is none the same label. */
function pairTemplate(id: Uint8Array | undefined, label: Uint8Array | undefined): readonly Attribute[] {
  if (id !== undefined && id.length > 0) return [{ type: CKA.id, value: id }]
  return label === undefined ? [] : [{ type: CKA.label, value: label }]
}

function requireKeyType(keyType: Uint8Array | undefined, { keyType: wanted }: PublicKey): void {
  if (keyType === undefined || ulong(keyType) !== BigInt(CKK[wanted]))
    throw new Fault('signer.key', 'its type is not that of the certificate')
}

/** Says nothing where the token holds no public key beside it, or several: the probe signature will tell. */
function requireSamePublicKey(
  calls: Cryptoki,
  session: Handle,
  pair: readonly Attribute[],
  publicKey: PublicKey,
): void {
  if (pair.length === 0) return
  const [object, other] = calls.findObjects(session, [{ type: CKA.class, value: CKO.publicKey }, ...pair])
  if (object === undefined || other !== undefined) return
  const read = (type: number): Uint8Array => attribute(calls, session, object, type) ?? new Uint8Array(0)
  const same =
    publicKey.keyType === 'EC'
      ? isPoint(read(CKA.ecPoint), publicKey.point)
      : isNumber(read(CKA.modulus), publicKey.modulus) && isNumber(read(CKA.publicExponent), publicKey.exponent)
  if (!same) throw new Fault('signer.key', 'its public key is not that of the certificate')
}

/** DER of an OCTET STRING of 65 bytes (PKCS#11 v2.40 mechanisms §2.3.3). */
const OCTET_STRING_65 = Uint8Array.of(0x04, 0x41)

/** Some devices leave the OCTET STRING away. */
function isPoint(value: Uint8Array, point: Uint8Array): boolean {
  return Buffer.compare(value, Buffer.concat([OCTET_STRING_65, point])) === 0 || Buffer.compare(value, point) === 0
}

/** Big-endian; zeros in front mean nothing. `magnitude` has none. */
function isNumber(value: Uint8Array, magnitude: Uint8Array): boolean {
  const start = value.findIndex((byte) => byte !== 0)
  return start >= 0 && Buffer.compare(value.subarray(start), magnitude) === 0
}

/** A CK_BBOOL; undefined when it is none. */
function truth(value: Uint8Array | undefined): boolean | undefined {
  return value?.length === 1 ? value[0] === 1 : undefined
}

/** Undefined when the token does not know the attribute of this object. */
function attribute(calls: Cryptoki, session: Handle, object: Handle, type: number): Uint8Array | undefined {
  try {
    return calls.attribute(session, object, type)
  } catch (error) {
    if (answerOf(error) === CKR.attributeTypeInvalid) return undefined
    throw error
  }
}
