import { constants, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { memorySigner } from '@vaxcert/core/cose/signers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkConfirmation } from '../../src/confirm/check-confirmation.ts'
import { confirmDoses } from '../../src/confirm/confirm.ts'
import { readConfirmation } from '../../src/confirm/confirmation.ts'
import { type ConfirmableDose, confirmedFields } from '../../src/confirm/confirmed-fields.ts'
import { identityStanding } from '../../src/confirm/identity-standing.ts'
import type { SealSigner } from '../../src/confirm/seal.ts'
import { fingerprint, readSigningUnits } from '../../src/confirm/signing-units.ts'
import { issued } from './issued.ts'

const keys = new URL('../../../../keys-sample/', import.meta.url)
const der = (name: string): Buffer =>
  Buffer.from(readFileSync(new URL(`${name}.pem`, keys), 'utf8').replace(/-----.*-----|\s/g, ''), 'base64')
const certificate = der('facility')
const signer = memorySigner({ kid: new Uint8Array(8), algorithm: 'ES256', pkcs8: der('facility.key') }) as SealSigner
const unit = { unit: '24001', certificate: fingerprint(certificate), facilities: ['24001', '24002'] }
const at = new Date('2022-05-20T08:00:00Z')
const check = { units: [unit], authorities: [certificate as Uint8Array], at: new Date('2022-06-01T00:00:00Z') }

function dose(id: string, changes: Partial<ConfirmableDose> = {}): ConfirmableDose {
  const empty = Object.fromEntries(confirmedFields.map((field) => [field, ''])) as ConfirmableDose
  return {
    ...empty,
    dose_id: id,
    full_name: 'Nguyễn Văn Mẫu',
    birth_date: '1985-05-13',
    product: 'EU/1/20/1528',
    dose_date: '2021-08-02',
    facility: '24001',
    ...changes,
  }
}

const batch = [dose('D2'), dose('D1', { facility: '24002', dose_date: '2021-08-09' }), dose('D3')]
const confirm = (doses = batch, changes = {}) =>
  confirmDoses(doses, { unit, certificate, signer, by: 'BS. Trần Thị Mẫu', at, ...changes })

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error) => error.code,
  )
}

describe('a confirmation', () => {
  it('holds for every dose of its batch, and says for what', async () => {
    const verdict = await checkConfirmation(readConfirmation(JSON.stringify(await confirm())), check)
    expect(verdict).toMatchObject({
      kind: 'right',
      statement: { facility: '24001', count: 3, period: { from: '2021-08-02', until: '2021-08-09' } },
    })
    if (verdict.kind === 'right') {
      expect(batch.map(verdict.standing)).toEqual(['confirmed', 'confirmed', 'confirmed'])
      expect(verdict.standing(dose('D9'))).toBe('other')
    }
  })

  it('is unsettled by any edit of what was signed, for that dose alone (PR-02)', async () => {
    const verdict = await checkConfirmation(await confirm(), check)
    const edited = fc.constantFrom(...confirmedFields.filter((field) => field !== 'dose_id'))
    fc.assert(
      fc.property(edited, fc.string(), (field, text) => {
        fc.pre(text.toWellFormed().normalize('NFC') !== batch[0]?.[field])
        if (verdict.kind !== 'right') throw new TypeError()
        expect(verdict.standing({ ...(batch[0] as ConfirmableDose), [field]: text })).toBe('changed')
        expect(verdict.standing(batch[1] as ConfirmableDose)).toBe('confirmed')
      }),
    )
  })

  it('does not tell names apart that are written the same', async () => {
    const verdict = await checkConfirmation(await confirm(), check)
    const decomposed = dose('D2', { full_name: 'Nguyễn Văn Mẫu'.normalize('NFD') })
    expect(verdict.kind === 'right' && verdict.standing(decomposed)).toBe('confirmed')
  })

  it('gives other digests under another salt', async () => {
    const [one, other] = [await confirm(), await confirm()]
    expect(one.doses[0]?.[1]).not.toBe(other.doses[0]?.[1])
  })

  it.each([
    ['confirm.register', { units: [] }],
    ['confirm.facility', { units: [{ ...unit, unit: '24009' }] }],
    ['confirm.not-valid', { units: [{ ...unit, until: '2022-05-20T08:00:00Z' }] }],
    ['confirm.chain', { authorities: [] }],
    ['confirm.chain', { authorities: [der('csca')] }],
    ['confirm.time', { at: new Date('2022-05-20T07:59:59Z') }],
  ])('is refused with %s', async (code, changes) => {
    expect(await checkConfirmation(await confirm(), { ...check, ...changes })).toEqual({ kind: 'refused', code })
  })

  it('is refused when anything of it was changed', async () => {
    const right = await confirm()
    const refused = async (changes: object) => checkConfirmation({ ...right, ...changes }, check)
    expect(await refused({ statement: right.statement.replace('24001', '24002') })).toMatchObject({
      code: 'confirm.facility',
    })
    expect(await refused({ statement: right.statement.replace('BS.', 'CN.') })).toMatchObject({
      code: 'confirm.signature',
    })
    expect(await refused({ doses: right.doses.slice(1) })).toMatchObject({ code: 'confirm.digest' })
    expect(await refused({ doses: right.doses.toReversed() })).toMatchObject({ code: 'confirm.digest' })
    expect(await refused({ statement: '{}' })).toMatchObject({ code: 'confirm.shape' })
    expect(await refused({ seal: { ...right.seal, algorithm: 'RS256' } })).toMatchObject({ code: 'confirm.signature' })
    expect(await refused({ seal: { ...right.seal, certificate: 'AAAA' } })).toMatchObject({ code: 'confirm.register' })
  })

  it('from before its certificate, or after, does not count', async () => {
    for (const day of ['2021-03-31T23:59:59Z', '2036-04-01T00:00:01Z']) {
      const early = await confirm([dose('D1', { dose_date: '2021-03-30' })], { at: new Date(day) })
      expect(await checkConfirmation(early, { ...check, at: new Date('2040-01-01') })).toMatchObject({
        code: 'confirm.not-valid',
      })
    }
  })

  it('is not made of what a unit cannot answer for', async () => {
    expect(await codeOf(confirm([]))).toBe('confirm.empty')
    expect(await codeOf(confirm([dose('D1'), dose('D1')]))).toBe('confirm.double')
    expect(await codeOf(confirm([dose('')]))).toBe('confirm.dose')
    expect(await codeOf(confirm([dose('D1', { dose_date: '2021-08' })]))).toBe('confirm.dose')
    expect(await codeOf(confirm([dose('D1', { facility: '24003' })]))).toBe('confirm.facility')
    expect(await codeOf(confirm([dose('D1', { dose_date: '2022-05-22' })]))).toBe('confirm.period')
    expect(await codeOf(confirm(batch, { certificate: der('csca') }))).toBe('confirm.register')
  })

  it('may be sealed by the RSA token of a CA, PKCS#1 v1.5 or PSS, under that CA', async () => {
    const ca = createPrivateKey(readFileSync(new URL('csca.key.pem', keys)))
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const rsa = await issued(pair.publicKey.export({ type: 'spki', format: 'der' }), ca)
    const seal = (algorithm: 'RS256' | 'PS256', padding: number): SealSigner => ({
      algorithm,
      sign: (bytes) =>
        sign('sha256', bytes, { key: pair.privateKey, padding, ...(algorithm === 'PS256' && { saltLength: 32 }) }),
    })
    const tokenUnit = { ...unit, certificate: fingerprint(rsa) }
    for (const one of [seal('RS256', constants.RSA_PKCS1_PADDING), seal('PS256', constants.RSA_PKCS1_PSS_PADDING)]) {
      const given = await confirm(batch, { unit: tokenUnit, certificate: rsa, signer: one })
      expect(
        await checkConfirmation(given, { ...check, units: [tokenUnit], authorities: [der('csca')] }),
      ).toMatchObject({ kind: 'right' })
      expect(
        await checkConfirmation(given, { ...check, units: [tokenUnit], authorities: [der('stranger-csca')] }),
      ).toMatchObject({ code: 'confirm.chain' })
    }
  })

  it('whatever its bytes, is read or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        try {
          readConfirmation(text)
        } catch (error) {
          expect((error as { code: string }).code).toBe('confirm.shape')
        }
      }),
    )
  })
})

describe('the register of units', () => {
  it('reads units, and refuses what is none or names a certificate twice', () => {
    expect(readSigningUnits({ units: [unit] })).toEqual([unit])
    for (const wrong of [
      null,
      {},
      { units: [{ ...unit, certificate: 'ab' }] },
      { units: [unit, unit] },
      { units: [{ ...unit, until: '2022' }] },
    ]) {
      expect(() => readSigningUnits(wrong)).toThrow('confirm.register')
    }
  })
})

describe('PR-01', () => {
  const standing = (edited?: string, verified?: string, isForeigner = false) =>
    identityStanding({ isForeigner, ...(edited && { edited }), ...(verified && { verified }) }, 30, '2022-05-31')

  it('asks for an identity that was verified since its last change', () => {
    expect(standing('2022-05-01', '2022-05-02')).toBe('verified')
    expect(standing('2022-05-02', '2022-05-02')).toBe('verified')
    expect(standing('2022-05-03', '2022-05-02')).toBe('open')
    expect(standing('2022-05-01')).toBe('open')
    expect(standing('2022-04-30')).toBe('overdue')
    expect(standing()).toBe('open')
    expect(standing('2022-04-30', undefined, true)).toBe('verified')
  })
})
