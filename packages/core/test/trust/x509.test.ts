import { createHash, generateKeyPairSync, type KeyObject, type RSAPSSKeyPairKeyObjectOptions } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { derTag, writeDer } from '../../src/cose/der.ts'
import { readPublicKey } from '../../src/cose/keys.ts'
import { Fault } from '../../src/fault.ts'
import type { DocumentSigner } from '../../src/trust/document-signer.ts'
import { documentSignerFromCertificate, MAX_CERTIFICATE_BYTES, usageOid } from '../../src/trust/x509.ts'
import { BasicConstraintsExtension, type CertificatePlan, Extension, makeCertificate } from './certificate-maker.ts'

const refused = expect.objectContaining({ name: 'Fault', code: 'signer.chain' })
const spkiOf = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ type: 'spki', format: 'der' }))
const signerOf = async (plan: CertificatePlan): Promise<DocumentSigner> =>
  documentSignerFromCertificate(await makeCertificate(plan))

let ordinary: Uint8Array
beforeAll(async () => {
  ordinary = await makeCertificate()
})

describe('a document signer from its certificate', () => {
  it('has the kid, key, country, usages and times of the certificate', async () => {
    const plan = { keyPurposes: [usageOid('test', 'legacy')], spki: spkiOf(ecKey('P-256')) }
    const der = await makeCertificate(plan)
    expect(documentSignerFromCertificate(der)).toEqual({
      kid: Uint8Array.from(createHash('sha256').update(der).digest().subarray(0, 8)),
      spki: plan.spki,
      algorithm: 'ES256',
      country: 'VN',
      usages: ['test'],
      notBefore: Date.UTC(2021, 3, 1) / 1000,
      notAfter: Date.UTC(2036, 3, 1) / 1000,
    })
  })

  it('is the same from DER, base64, and PEM with either line end', () => {
    const base64 = Buffer.from(ordinary).toString('base64')
    const pem = `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
    const signer = documentSignerFromCertificate(ordinary)
    for (const text of [base64, pem, pem.replaceAll('\n', '\r\n'), ` ${base64}\n`]) {
      expect(documentSignerFromCertificate(text)).toEqual(signer)
    }
  })

  it('reads times beyond 2050, which X.509 writes another way', async () => {
    const signer = await signerOf({ notBefore: '2049-12-31T23:59:59Z', notAfter: '9999-12-31T23:59:59Z' })
    expect(signer).toMatchObject({ notBefore: 2_524_607_999, notAfter: 253_402_300_799 })
  })

  it('reads no key purpose, foreign ones and those of another document as hcert §A.4 asks', async () => {
    const all = ['vaccination', 'test', 'recovery']
    expect(await signerOf({})).toMatchObject({ usages: all })
    expect(await signerOf({ keyPurposes: ['1.3.6.1.5.5.7.3.4'] })).toMatchObject({ usages: all })
    expect(await signerOf({ keyPurposes: ['2.23.136.1.1.14.2'] })).toMatchObject({ usages: [] })
    const emptyList = new Extension('2.5.29.37', false, Uint8Array.of(0x30, 0))
    expect(await signerOf({ extensions: [emptyList] })).toMatchObject({ usages: all })
  })
})

describe('the country', () => {
  const cn = { CN: ['SAMPLE'] }
  it.each([
    ['is the subject’s', [{ C: ['VN'] }], [{ C: ['FR'] }], 'VN'],
    ['is written in capitals', [{ C: ['vn'] }], [cn], 'VN'],
    ['is the issuer’s when the subject names none', [cn], [{ C: ['FR'] }], 'FR'],
    ['is the issuer’s when the subject’s is not two letters', [{ C: ['Viet Nam'] }], [{ C: ['FR'] }], 'FR'],
    ['is XX when nobody names one', [cn], [cn], 'XX'],
    ['may stand twice', [{ C: ['VN'] }, { C: ['vn'] }], [cn], 'VN'],
  ])('%s', async (_, subject, issuer, country) => {
    expect(await signerOf({ subject: subject as [], issuer: issuer as [] })).toMatchObject({ country })
  })

  it('is refused when the subject names two', async () => {
    await expect(signerOf({ subject: [{ C: ['VN'] }, { C: ['FR'] }] })).rejects.toThrow(refused)
  })
})

describe('keys of certificates', () => {
  it.each(['P-384', 'P-521', 'secp256k1'])('refuses %s', async (curve) => {
    await expect(signerOf({ spki: spkiOf(ecKey(curve)) })).rejects.toThrow(refused)
  })

  it('refuses a compressed point', async () => {
    const spki = spkiOf(ecKey('P-256'))
    const point = Uint8Array.of(2 + ((spki.at(-1) ?? 0) & 1), ...spki.slice(-64, -32))
    const bits = writeDer(derTag.bitString, Uint8Array.of(0), point)
    await expect(signerOf({ spki: writeDer(derTag.sequence, spki.slice(2, 23), bits) })).rejects.toThrow(refused)
  })

  it('refuses RSA-1024 and the exponent 3', async () => {
    for (const options of [{ modulusLength: 1024 }, { modulusLength: 2048, publicExponent: 3 }]) {
      const { publicKey } = generateKeyPairSync('rsa', options)
      await expect(signerOf({ spki: spkiOf(publicKey) })).rejects.toThrow(refused)
    }
  })

  it('reads RSA as PS256, also without the NULL that belongs there', async () => {
    const spki = spkiOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)
    const withoutNull = writeDer(derTag.sequence, writeDer(derTag.sequence, spki.slice(6, 17)), spki.slice(19))
    expect(await signerOf({ spki })).toMatchObject({ algorithm: 'PS256', spki })
    expect(await signerOf({ spki: withoutNull })).toMatchObject({ algorithm: 'PS256', spki })
  })

  const pss = { modulusLength: 2048, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256' }
  it.each([
    ['no parameters', { modulusLength: 2048 }],
    ['SHA-256 and salt 32', { ...pss, saltLength: 32 }],
    ['SHA-256 and the default salt of 20', { ...pss, saltLength: 20 }],
    ['SHA-256 and salt 0', { ...pss, saltLength: 0 }],
  ])('rewrites id-RSASSA-PSS with %s as rsaEncryption', async (_, options) => {
    const spki = pssSpki(options)
    const signer = await signerOf({ spki })
    expect(signer.algorithm).toBe('PS256')
    const key = readPublicKey(signer.spki)
    if (key.keyType !== 'RSA') throw new Error('not RSA')
    expect(Buffer.from(spki).indexOf(Buffer.from(key.modulus))).toBeGreaterThan(0)
  })

  it.each([
    ['SHA-512', { ...pss, hashAlgorithm: 'sha512', saltLength: 32 }],
    ['MGF1 over SHA-1', { ...pss, mgf1HashAlgorithm: 'sha1', saltLength: 32 }],
    ['SHA-1, the default', { modulusLength: 2048, hashAlgorithm: 'sha1', mgf1HashAlgorithm: 'sha1', saltLength: 20 }],
    ['a salt of at least 33', { ...pss, saltLength: 33 }],
    ['a salt of at least 200', { ...pss, saltLength: 200 }],
    ['1024 bits', { ...pss, modulusLength: 1024, saltLength: 32 }],
  ])('refuses id-RSASSA-PSS with %s', async (_, options) => {
    await expect(signerOf({ spki: pssSpki(options) })).rejects.toThrow(refused)
  })
})

describe('hostile certificates', () => {
  it('refuses validity that ends before it begins', async () => {
    await expect(signerOf({ notBefore: '2036-04-02T00:00:00Z' })).rejects.toThrow(refused)
  })

  it('refuses validity beyond the year 9999, which no list can tell', async () => {
    const [from, to] = ['99991231235959Z', '99999999999999Z'].map((text) => Buffer.from(text).toString('hex'))
    const certificate = await makeCertificate({ notAfter: '9999-12-31T23:59:59Z' })
    const bent = Buffer.from(certificate)
      .toString('hex')
      .replace(from ?? '', to ?? '')
    expect(() => documentSignerFromCertificate(Buffer.from(bent, 'hex'))).toThrow(refused)
  })

  it('refuses an extension that stands twice', async () => {
    const extensions = [new BasicConstraintsExtension(false), new BasicConstraintsExtension(true)]
    await expect(signerOf({ extensions })).rejects.toThrow(refused)
  })

  it('refuses trailing bytes, which would give one certificate many kids', () => {
    expect(() => documentSignerFromCertificate(Uint8Array.of(...ordinary, 0))).toThrow(refused)
  })

  it('refuses every beginning of a certificate', () => {
    for (let end = 0; end < ordinary.length; end += 7) {
      expect(() => documentSignerFromCertificate(ordinary.subarray(0, end))).toThrow(refused)
    }
  })

  it.each([
    ['more than 16 KiB', writeDer(derTag.sequence, new Uint8Array(MAX_CERTIFICATE_BYTES))],
    ['nesting', nested(derTag.sequence)],
    ['nested sets', writeDer(derTag.sequence, nested(0x31))],
    ['nested constructed strings', writeDer(derTag.sequence, nested(0x24))],
    ['indefinite lengths', Uint8Array.from({ length: 4000 }, (_, index) => (index % 2 === 0 ? 0x30 : 0x80))],
    [
      'thousands of NULLs',
      writeDer(
        derTag.sequence,
        Uint8Array.from({ length: 16_000 }, (_, at) => (at % 2 ? 0 : 5)),
      ),
    ],
    ['an endless object identifier', writeDer(derTag.sequence, writeDer(6, new Uint8Array(16_000).fill(0xff)))],
    ['white space', ' '.repeat(20_000)],
    ['a megabyte of text', 'A'.repeat(1_000_000)],
    ['PEM without its end', '-----BEGIN CERTIFICATE-----\nMAAA'],
    ['PEM of a key', '-----BEGIN PUBLIC KEY-----\nMAAA\n-----END PUBLIC KEY-----'],
    ['PEM of nothing', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----'],
  ])('refuses %s', (_, certificate) => {
    expect(() => documentSignerFromCertificate(certificate)).toThrow(refused)
  })

  it('refuses PEM of two certificates', () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(ordinary).toString('base64')}\n-----END CERTIFICATE-----\n`
    expect(() => documentSignerFromCertificate(pem + pem)).toThrow(refused)
  })

  it('gives a signer with a key we accept, or a Fault, whatever changes in a certificate', () => {
    const change = fc.record({ at: fc.nat(ordinary.length - 1), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const changed = ordinary.slice()
        for (const { at, to } of changes) changed[at] = to
        expect(outcomeOf(changed)).toMatch(/^(ES256|PS256|signer\.chain)$/)
      }),
      { numRuns: 400 },
    )
  })

  it('quotes nothing of the certificate in its Fault, nor in what caused it', async () => {
    const der = await makeCertificate({ subject: [{ CN: ['NGUYEN'] }], spki: spkiOf(ecKey('P-384')) })
    try {
      documentSignerFromCertificate(der)
      expect.unreachable()
    } catch (error) {
      const fault = error as Fault
      expect(`${fault.message} ${(fault.cause as Fault).message}`).toMatch(/^[a-zA-Z0-9 .:-]+$/)
      expect(fault.cause).toBeInstanceOf(Fault)
      expect(fault.message).not.toContain('NGUYEN')
    }
  })
})

function ecKey(namedCurve: string): KeyObject {
  return generateKeyPairSync('ec', { namedCurve }).publicKey
}

/** The types of Node 20 say that saltLength is a text; Node itself says number. */
function pssSpki(options: object): Uint8Array {
  return spkiOf(generateKeyPairSync('rsa-pss', options as RSAPSSKeyPairKeyObjectOptions).publicKey)
}

function nested(tag: number): Uint8Array {
  let bytes: Uint8Array = new Uint8Array()
  while (bytes.length < 16_000) bytes = writeDer(tag, bytes)
  return bytes
}

function outcomeOf(certificate: Uint8Array): string {
  try {
    return readPublicKey(documentSignerFromCertificate(certificate).spki).algorithm
  } catch (error) {
    return error instanceof Fault ? error.code : 'another error'
  }
}
