import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** A Wycheproof group over one key; `tests` are its cases. */
export function group(type: string, key: KeyObject, fields: object, tests: readonly object[]): Record<string, unknown> {
  const publicKeyDer = key.export({ format: 'der', type: 'spki' }).toString('hex')
  return { type, sha: 'SHA-256', publicKeyDer, ...fields, tests }
}

export function file(...groups: readonly unknown[]): Record<string, unknown> {
  return { algorithm: 'made', numberOfTests: 1, testGroups: groups }
}

export function test(sig: Uint8Array, result: string, msg = 'abc'): object {
  return {
    tcId: 1,
    comment: '',
    flags: [],
    msg: Buffer.from(msg).toString('hex'),
    sig: Buffer.from(sig).toString('hex'),
    result,
  }
}

export function ecdsa(dsaEncoding: 'der' | 'ieee-p1363', key: KeyObject = ec.privateKey, hash = 'sha256'): Uint8Array {
  return sign(hash, Buffer.from('abc'), { key, dsaEncoding })
}

export function pss(saltLength: number, key: KeyObject = rsa.privateKey, hash = 'sha256'): Uint8Array {
  return sign(hash, Buffer.from('abc'), { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength })
}

/** What a group of exactly PS256 says of itself. */
export const ps256 = { mgf: 'MGF1', mgfSha: 'SHA-256', sLen: 32 }
