import { demand, demandArray, demandRecord, demandText } from '../../list-shape.ts'

/** One key of the list. */
export interface VerificationMethod {
  /** "did:web:tng-cdn.who.int:v2:trustlist:DCC:PRT:DSC#+6w2r2RfO1M=". */
  readonly id: string
  readonly type: 'JsonWebKey2020'
  readonly controller: string
  readonly publicKeyJwk: Jwk
  /** Each code begins with "#": "#DCC", "#PRT", "#DSC". */
  readonly domain: Coded
  readonly participant: Coded
  readonly keyusage: Coded
}

export interface Coded {
  readonly code: string
}

/** A JWK as WHO writes it: numbers with or without leading zeros, and often a curve that it has no name for. */
export type Jwk = EcJwk | RsaJwk

interface CertifiedKey {
  readonly kid: string
  /** Certificate and, mostly, its CSCA: DER in base64. */
  readonly x5c: readonly string[]
}

export interface EcJwk extends CertifiedKey {
  readonly kty: 'EC'
  readonly crv: string
  readonly x: string
  readonly y: string
}

export interface RsaJwk extends CertifiedKey {
  readonly kty: 'RSA'
  readonly n: string
  readonly e: string
}

/** A certificate of 16 KiB, the largest that is read, in base64. */
const MAX_CERTIFICATE_TEXT = 21_848

/** An RSA-8192 modulus takes 1,366 characters. */
const MAX_NUMBER_TEXT = 1500

const base64 = /^[A-Za-z0-9+/]+={0,2}$/
const anyBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/

/**
 * Reads one key of a document. No text in it can hold what a statement would have to escape.
 * @throws Fault `list.shape`, also when its id is not below that of the document
 */
export function readVerificationMethod(
  json: unknown,
  document: { id: string; controller: string },
): VerificationMethod {
  const names = ['id', 'type', 'controller', 'publicKeyJwk', 'domain', 'participant', 'keyusage'] as const
  const { type, controller, ...fields } = demandRecord(json, names)
  const id = demandText(fields.id, /^[A-Za-z0-9.:_-]+#[A-Za-z0-9+/=_-]+$/, 512)
  demand(id.startsWith(`${document.id}:`) || id.startsWith(`${document.id}#`), 'id of a key')
  demand(type === 'JsonWebKey2020', 'type of a key')
  demand(controller === document.controller, 'controller of a key')
  const publicKeyJwk = readJwk(fields.publicKeyJwk)
  const [domain, participant, keyusage] = [fields.domain, fields.participant, fields.keyusage].map(readCode)
  demand(domain !== undefined && participant !== undefined && keyusage !== undefined, 'codes of a key')
  return { id, type, controller: document.controller, publicKeyJwk, domain, participant, keyusage }
}

function readCode(json: unknown): Coded {
  const { code } = demandRecord(json, ['code'])
  return { code: demandText(code, /^#[A-Za-z0-9_-]+$/, 64) }
}

function readJwk(json: unknown): Jwk {
  demand(typeof json === 'object' && json !== null && 'kty' in json, 'JWK')
  if (json.kty === 'EC') {
    const jwk = demandRecord(json, ['kty', 'kid', 'x5c', 'crv', 'x', 'y'])
    const crv = demandText(jwk.crv, /^[A-Za-z0-9 -]+$/, 32)
    return { kty: 'EC', ...readCertified(jwk), crv, x: readNumber(jwk.x), y: readNumber(jwk.y) }
  }
  const jwk = demandRecord(json, ['kty', 'kid', 'x5c', 'e', 'n'])
  demand(jwk.kty === 'RSA', 'kty')
  return { kty: 'RSA', ...readCertified(jwk), e: readNumber(jwk.e), n: readNumber(jwk.n) }
}

function readCertified({ kid, x5c }: Readonly<Record<'kid' | 'x5c', unknown>>): CertifiedKey {
  const certificates = demandArray(x5c, 4).map((text) => demandText(text, base64, MAX_CERTIFICATE_TEXT))
  demand(certificates.length > 0, 'x5c')
  return { kid: demandText(kid, anyBase64, 64), x5c: certificates }
}

function readNumber(value: unknown): string {
  return demandText(value, anyBase64, MAX_NUMBER_TEXT)
}
