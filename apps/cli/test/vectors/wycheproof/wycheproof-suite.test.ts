import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { wycheproofSuite } from '../../../src/vectors/wycheproof/wycheproof-suite.ts'
import { runJson } from '../run-file.ts'
import { ec, ecdsa, file, group, ps256, pss, rsa, test } from './made-group.ts'

async function resultsOf(...groups: readonly unknown[]): Promise<readonly string[]> {
  const results = await runJson(wycheproofSuite, file(...groups))
  return results.map(({ check, result, reason = '' }) => `${check} ${result} ${reason}`)
}

describe('ECDSA in P1363 form over P-256', () => {
  const made = (fields: object, ...tests: object[]) => group('EcdsaP1363Verify', ec.publicKey, fields, tests)
  const right = ecdsa('ieee-p1363')

  it('must be accepted when valid and refused when not', async () => {
    const wrong = right.map((byte, index) => (index === 40 ? byte ^ 1 : byte))
    expect(await resultsOf(made({}, test(right, 'valid'), test(wrong, 'invalid')))).toEqual([
      'P1363 passed tcId 1',
      'P1363 passed tcId 1',
    ])
    expect(await resultsOf(made({}, test(right, 'invalid'), test(wrong, 'valid')))).toEqual([
      'P1363 failed tcId 1',
      'P1363 failed tcId 1',
    ])
  })

  it('may be either when it is merely acceptable', async () => {
    const wrong = new Uint8Array(64)
    const results = await resultsOf(made({}, test(right, 'acceptable'), test(wrong, 'acceptable')))
    expect(results).toEqual(['P1363 passed tcId 1', 'P1363 passed tcId 1'])
  })

  it.each([0, 1, 63, 65, 66, 96])('is refused with %i bytes', async (length) => {
    const padded = new Uint8Array(length)
    padded.set(right.subarray(0, length))
    expect(await resultsOf(made({}, test(padded, 'invalid')))).toEqual(['P1363 passed tcId 1'])
  })

  it('must be refused with another hash', async () => {
    const sha512 = made({ sha: 'SHA-512' }, test(ecdsa('ieee-p1363', ec.privateKey, 'sha512'), 'valid'))
    expect(await resultsOf(sha512)).toEqual(['P1363 passed tcId 1'])
  })

  it.each(['P-384', 'secp256k1', 'P-521'])('must be refused over %s', async (namedCurve) => {
    const keys = generateKeyPairSync('ec', { namedCurve })
    const valid = test(ecdsa('ieee-p1363', keys.privateKey), 'valid')
    const other = group('EcdsaP1363Verify', keys.publicKey, {}, [valid])
    expect(await resultsOf(other)).toEqual(['P1363 passed tcId 1'])
  })
})

describe('ECDSA in DER', () => {
  it('must be refused in every case', async () => {
    const tests = ['valid', 'acceptable', 'invalid'].map((result) => test(ecdsa('der'), result))
    for (const type of ['EcdsaVerify', 'EcdsaBitcoinVerify']) {
      const results = await resultsOf(group(type, ec.publicKey, {}, tests))
      expect(results).toEqual(Array.from({ length: 3 }, () => 'DER passed tcId 1'))
    }
  })

  it('fails when a case would be accepted', async () => {
    const raw = test(ecdsa('ieee-p1363'), 'valid')
    expect(await resultsOf(group('EcdsaVerify', ec.publicKey, {}, [raw]))).toEqual(['DER failed tcId 1'])
  })
})

describe('RSASSA-PSS', () => {
  const made = (fields: object, ...tests: object[]) => group('RsassaPssVerify', rsa.publicKey, fields, tests)

  it('must be right when it is exactly PS256', async () => {
    const wrong = pss(32).map((byte, index) => (index === 9 ? byte ^ 1 : byte))
    const results = await resultsOf(
      made(ps256, test(pss(32), 'valid'), test(wrong, 'invalid'), test(pss(20), 'invalid')),
    )
    expect(results).toEqual(Array.from({ length: 3 }, () => 'PSS passed tcId 1'))
    expect(await resultsOf(made(ps256, test(pss(32), 'invalid')))).toEqual(['PSS failed tcId 1'])
  })

  it.each([
    [{ ...ps256, sLen: 0 }, pss(0)],
    [{ ...ps256, sLen: 20 }, pss(20)],
    [{ ...ps256, sha: 'SHA-512', mgfSha: 'SHA-512' }, pss(32, rsa.privateKey, 'sha512')],
    [{ ...ps256, sha: 'SHA-1', mgfSha: 'SHA-1', sLen: 20 }, pss(20, rsa.privateKey, 'sha1')],
    [{ ...ps256, sha: 'SHAKE128', mgf: 'SHAKE128', mgfSha: undefined }, pss(31)],
  ])('must be refused with other parameters, valid or not (%#)', async (fields, signature) => {
    const results = await resultsOf(made(fields, test(signature, 'valid'), test(signature, 'acceptable')))
    expect(results).toEqual(['PSS passed tcId 1', 'PSS passed tcId 1'])
  })

  it('is PS256 to the letter when a case of another salt length has a salt of 32 bytes', async () => {
    const reason = 'made with a salt of 32 bytes, so it is PS256 whatever its group says'
    const changed = made({ ...ps256, sLen: 20 }, test(pss(32), 'invalid'))
    expect(await resultsOf(changed)).toEqual([`PSS known tcId 1: ${reason}`])
    const otherHash = made({ ...ps256, sLen: 20, mgfSha: 'SHA-1' }, test(pss(32), 'invalid'))
    expect(await resultsOf(otherHash)).toEqual(['PSS failed tcId 1'])
  })

  it.each([
    ['a modulus of 1024 bits', { modulusLength: 1024 }],
    ['an exponent of 3', { modulusLength: 2048, publicExponent: 3 }],
  ])('must be refused with %s', async (_, options) => {
    const keys = generateKeyPairSync('rsa', options)
    const small = group('RsassaPssVerify', keys.publicKey, ps256, [test(pss(32, keys.privateKey), 'valid')])
    expect(await resultsOf(small)).toEqual(['PSS passed tcId 1'])
  })

  describe('with a key for RSASSA-PSS alone', () => {
    const sha256 = { hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256', saltLength: 32 }
    const keys = (options: object) => generateKeyPairSync('rsa-pss', { modulusLength: 2048, ...options })
    const under = (options: object, fields: object, salt: number, result: string) => {
      const { publicKey, privateKey } = keys(options)
      return group('RsassaPssWithParametersVerify', publicKey, fields, [test(pss(salt, privateKey), result)])
    }

    it.each([sha256, {}, { ...sha256, saltLength: 20 }])(
      'must be right when there is room for PS256: %j',
      async (options) => {
        expect(await resultsOf(under(options, ps256, 32, 'valid'))).toEqual(['PSS passed tcId 1'])
        expect(await resultsOf(under(options, ps256, 32, 'invalid'))).toEqual(['PSS failed tcId 1'])
      },
    )

    it('must be refused when there is none', async () => {
      const sha512 = keys({ hashAlgorithm: 'sha512', mgf1HashAlgorithm: 'sha512', saltLength: 32 })
      const valid = test(pss(32, sha512.privateKey, 'sha512'), 'valid')
      expect(await resultsOf(group('RsassaPssVerify', sha512.publicKey, ps256, [valid]))).toEqual(['PSS passed tcId 1'])
      const longer = under({ ...sha256, saltLength: 64 }, ps256, 64, 'valid')
      expect(await resultsOf(longer)).toEqual(['PSS passed tcId 1'])
    })

    it('is PS256 to the letter with a salt of 32 bytes in a group of another length', async () => {
      const changed = under({ ...sha256, saltLength: 0 }, { ...ps256, sLen: 0 }, 32, 'invalid')
      expect(await resultsOf(changed)).toEqual([
        expect.stringMatching(/^PSS known tcId 1: made with a salt of 32 bytes/),
      ])
    })
  })
})

describe('A Wycheproof file', () => {
  it('is recognised by the type of a group', () => {
    const [known, other] = [{ type: 'RsassaPssVerify' }, { type: 'RsassaPkcs1Verify' }]
    expect(wycheproofSuite.recognises(file(other, known))).toBe(true)
    for (const groups of [[other], [{ type: 'AeadTest' }], [{ type: 7 }], ['x'], []]) {
      expect(wycheproofSuite.recognises(file(...groups))).toBe(false)
    }
    expect(wycheproofSuite.recognises({ testGroups: 7 })).toBe(false)
  })

  it('may name its key as the releases before v1 did', async () => {
    const old = group('EcdsaP1363Verify', ec.publicKey, {}, [test(ecdsa('ieee-p1363'), 'valid')])
    const { publicKeyDer: keyDer, ...rest } = old
    expect(await resultsOf({ ...rest, keyDer })).toEqual(['P1363 passed tcId 1'])
  })

  it('of older releases may have its key in another form', async () => {
    const { publicKeyDer: _, ...old } = group('EcdsaP1363Verify', ec.publicKey, {}, [])
    const wrong = new Uint8Array(64)
    const tests = [test(ecdsa('ieee-p1363'), 'valid'), test(wrong, 'valid')]
    const publicKeyPem = String(ec.publicKey.export({ format: 'pem', type: 'spki' }))
    for (const form of [{ publicKeyPem }, { keyPem: publicKeyPem }, { jwk: ec.publicKey.export({ format: 'jwk' }) }]) {
      expect(await resultsOf({ ...old, ...form, tests })).toEqual(['P1363 passed tcId 1', 'P1363 failed tcId 1'])
    }
    const rsaTests = [test(pss(32), 'valid'), test(new Uint8Array(256), 'valid')]
    const keyAsn = rsa.publicKey.export({ format: 'der', type: 'pkcs1' }).toString('hex')
    const rsaGroup = { type: 'RsassaPssVerify', sha: 'SHA-256', ...ps256, keyAsn, tests: rsaTests }
    expect(await resultsOf(rsaGroup)).toEqual(['PSS passed tcId 1', 'PSS failed tcId 1'])
  })
})

describe('A group that cannot be run has failed', () => {
  const right = group('EcdsaP1363Verify', ec.publicKey, {}, [test(new Uint8Array(64), 'valid')])
  const pssGroup = group('RsassaPssVerify', rsa.publicKey, ps256, [test(new Uint8Array(256), 'valid')])

  it.each([
    [{ ...right, publicKeyDer: undefined }, 'P1363 failed key of the group cannot be read'],
    [{ ...right, publicKeyDer: '00' }, 'P1363 failed key of the group cannot be read'],
    [{ ...right, sha: undefined }, 'P1363 failed hash of the group cannot be read'],
    [{ ...right, sha: 'SHA256' }, 'P1363 failed hash of the group cannot be read'],
    [{ ...right, type: 'EcdsaVerify', sha: [] }, 'DER failed hash of the group cannot be read'],
    [{ ...pssGroup, mgf: undefined }, 'PSS failed hash of the group cannot be read'],
    [{ ...pssGroup, mgfSha: 'sha256' }, 'PSS failed hash of the group cannot be read'],
    [{ ...pssGroup, sLen: '32' }, 'PSS failed hash of the group cannot be read'],
    [{ ...right, tests: {} }, 'P1363 failed group has no tests'],
    [{ ...right, tests: [] }, 'P1363 failed group has no tests'],
  ])('%#', async (made, result) => {
    expect(await resultsOf(made)).toEqual([result])
  })

  it('and so has a test that cannot be read', async () => {
    const good = { tcId: 1, msg: '00', sig: '00', result: 'invalid' }
    const wrong = [null, 7, {}, { ...good, tcId: '1' }, { ...good, result: 'Valid' }, { ...good, msg: 'zz' }]
    const results = await resultsOf({ ...right, tests: [good, ...wrong, { ...good, sig: '0' }] })
    const failed = Array.from({ length: 7 }, (_, index) => `P1363 failed test ${index + 2} of its group cannot be read`)
    expect(results).toEqual(['P1363 passed tcId 1', ...failed])
  })

  it('while groups of another kind are none of ours', async () => {
    const [ours, ...others] = [{ ...right, tests: [] }, { type: 'EcdsaP1363Verfy' }, 'x', null]
    const skipped = others.map(() => 'GROUP skipped group of another kind')
    expect(await resultsOf(ours, ...others)).toEqual(['P1363 failed group has no tests', ...skipped])
  })
})
