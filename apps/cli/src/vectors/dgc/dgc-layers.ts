import { Fault } from '@vaxcert/core'
import { type CborMap, CborTag, type CborValue, parseSign1, readCbor, requireVerifiable } from '@vaxcert/core/cose'
import { type Claims, readPayload } from '@vaxcert/core/dcc'
import { type TrustList, trustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { findCandidates, findSigner } from '@vaxcert/core/verify/checks'
import { readBase64 } from '../encoded-bytes.ts'

/** COSE header tags around a message (RFC 9052 §4.2, RFC 8392 §6). */
const MESSAGE_TAGS = [18, 61]
/** Text date-times: the one tag real payloads hold. */
const PAYLOAD_TAGS = [0]
const CLAIM = { exp: 4, nbf: 5, iat: 6, hcert: -260 } as const
const EU_DCC_V1 = 1

/**
 * The payload of a message, whatever signed it: the suite asks for what a message says and for who signed it apart.
 * @throws Fault `cose.shape`
 */
export function payloadOf(cose: Uint8Array): Uint8Array {
  let message = readCbor(cose, { code: 'cose.shape', tags: MESSAGE_TAGS, indefinite: false })
  while (message instanceof CborTag) message = message.value
  const payload: CborValue = Array.isArray(message) ? message[2] : undefined
  if (!(payload instanceof Uint8Array)) throw new Fault('cose.shape', 'payload')
  return payload
}

/**
 * The claims of a payload as the library reads them. Where it refuses only the certificate's schema, the same claims
 * without that judgement, which the suite asks for apart.
 * @throws Fault `claims.shape`
 */
export function contentOf(payload: Uint8Array): Claims {
  try {
    const claims = readPayload(payload, 'eu')
    if ('dcc' in claims) return claims
  } catch (error) {
    if (error instanceof Fault && error.code === 'dcc.schema') return uncheckedClaims(payload)
    throw error
  }
  throw new Fault('claims.shape', 'no certificate')
}

function uncheckedClaims(payload: Uint8Array): Claims {
  const claims = toMap(readPayloadCbor(payload))
  const times = (['iat', 'exp', 'nbf'] as const).flatMap((name) => {
    const time = claims.get(CLAIM[name])
    return typeof time === 'number' ? [[name, time] as const] : []
  })
  const dcc = plain(toMap(claims.get(CLAIM.hcert)).get(EU_DCC_V1))
  return { ...Object.fromEntries(times), dcc: dcc as Claims['dcc'] }
}

/**
 * A certificate from CBOR alone; also from a whole payload, which some files hold in its place.
 * @throws Fault `claims.shape`
 */
export function readCertificateCbor(bytes: Uint8Array): unknown {
  const map = toMap(readPayloadCbor(bytes))
  return plain(map.has(CLAIM.hcert) ? toMap(map.get(CLAIM.hcert)).get(EU_DCC_V1) : map)
}

function readPayloadCbor(bytes: Uint8Array): CborValue {
  return readCbor(bytes, { code: 'claims.shape', tags: PAYLOAD_TAGS })
}

function toMap(value: CborValue): CborMap {
  if (value instanceof Map) return value
  throw new Fault('claims.shape', 'not a map')
}

/** CBOR maps as plain objects, null as absent. Nesting is bounded by the reader. */
function plain(value: CborValue): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!(value instanceof Map)) return value
  const members = Array.from(value as CborMap).filter(([, member]) => member !== null && member !== undefined)
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member)]))
}

/**
 * DER of the certificate of a file.
 * @throws Fault `vectors.base64`
 */
export function certificateDer(certificate: string): Uint8Array {
  const der = readBase64(certificate)
  const armoured = Buffer.from(der).toString('latin1')
  return armoured.startsWith('-----BEGIN') ? readBase64(armoured) : der
}

/**
 * A trust list of the file's certificate alone.
 * @throws Fault `vectors.base64`, `signer.chain`
 */
export function trustOf(certificate: string): TrustList {
  return trustList([documentSignerFromCertificate(certificateDer(certificate))])
}

/**
 * Whether the certificate, found by its kid, made the signature.
 * @throws Fault as `verify` refuses: `cose.*`, `signer.*`, `signature.mismatch`
 */
export async function isSignedBy(cose: Uint8Array, certificate: string): Promise<true> {
  const trust = trustOf(certificate)
  const message = requireVerifiable(parseSign1(cose))
  await findSigner(message, findCandidates(message, trust))
  return true
}
