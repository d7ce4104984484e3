import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { describe, expect, it } from 'vitest'
import { checkConfirmation, confirmationPrint } from '../../src/confirm/check-confirmation.ts'
import { confirmDoses } from '../../src/confirm/confirm.ts'
import { type ConfirmableDose, confirmedFields } from '../../src/confirm/confirmed-fields.ts'
import { jointJudge, type RightVerdict } from '../../src/confirm/dose-standing.ts'
import type { SealSigner } from '../../src/confirm/seal.ts'
import { fingerprint, type SigningUnit } from '../../src/confirm/signing-units.ts'
import { issued, KeyUsageFlags } from './issued.ts'

const keys = new URL('../../../../keys-sample/', import.meta.url)
const der = (name: string): Buffer =>
  Buffer.from(readFileSync(new URL(`${name}.pem`, keys), 'utf8').replace(/-----.*-----|\s/g, ''), 'base64')
const ca = createPrivateKey(readFileSync(new URL('csca.key.pem', keys)))
const signer = memorySigner({ kid: new Uint8Array(8), algorithm: 'ES256', pkcs8: der('facility.key') }) as SealSigner
const at = new Date('2022-05-20T08:00:00Z')
const later = new Date('2022-06-01T00:00:00Z')

function unitOf(certificate: Uint8Array, more: Partial<SigningUnit> = {}): SigningUnit {
  return { unit: '24001', certificate: fingerprint(certificate), facilities: ['24001'], ...more }
}

function dose(id: string, changes: Partial<ConfirmableDose> = {}): ConfirmableDose {
  const empty = Object.fromEntries(confirmedFields.map((field) => [field, ''])) as ConfirmableDose
  return { ...empty, dose_id: id, product: 'EU/1/20/1528', dose_date: '2021-08-02', facility: '24001', ...changes }
}

async function confirmation(
  certificate: Uint8Array = der('facility'),
  { unit = unitOf(certificate), by = signer, doses = [dose('D1'), dose('D2')] } = {},
) {
  return confirmDoses(doses, { unit, certificate, signer: by, by: 'BS. Trần Thị Mẫu', at })
}

/** The answer to a certificate of whatever key, under an authority or pinned as its own. */
async function codeFor(certificate: Uint8Array, by: SealSigner, authorities: readonly Uint8Array[]) {
  const given = await confirmation(certificate, { by })
  const verdict = await checkConfirmation(given, { units: [unitOf(certificate)], authorities, at: later })
  return verdict.kind === 'right' ? 'right' : verdict.code
}

describe('the certificate of a unit', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const own: SealSigner = {
    algorithm: 'ES256',
    sign: (bytes) => sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  }
  const p256 = { name: 'ECDSA', namedCurve: 'P-256' }

  it('signs, and signs no certificates, under its CA and pinned', async () => {
    for (const [asked, code] of [
      [{}, 'right'],
      [{ usage: KeyUsageFlags.keyEncipherment }, 'confirm.usage'],
      [{ usage: KeyUsageFlags.digitalSignature | KeyUsageFlags.keyCertSign }, 'confirm.usage'],
      [{ isCa: true }, 'confirm.usage'],
    ] as const) {
      const certificate = await issued(spki, ca, asked, p256)
      expect(await codeFor(certificate, own, [der('csca')])).toBe(code)
      expect(await codeFor(certificate, own, [certificate])).toBe(code)
    }
  })

  it('has a key that nobody breaks, under its CA and pinned', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const by: SealSigner = { algorithm: 'RS256', sign: (bytes) => sign('sha256', bytes, weak.privateKey) }
    const certificate = await issued(weak.publicKey.export({ type: 'spki', format: 'der' }), ca)
    for (const authority of [der('csca'), certificate]) {
      expect(await codeFor(certificate, by, [authority])).toBe('confirm.key')
    }
    const other = generateKeyPairSync('ec', { namedCurve: 'P-384' })
    const wide = await issued(
      other.publicKey.export({ type: 'spki', format: 'der' }),
      ca,
      {},
      { ...p256, namedCurve: 'P-384' },
    )
    expect(await codeFor(wide, own, [der('csca')])).toBe('confirm.key')
  })

  it('may be of one of several CAs, and of no other', async () => {
    const vendor = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const certificate = await issued(spki, ca, {}, p256)
    expect(await codeFor(certificate, own, [der('stranger-csca'), der('csca')])).toBe('right')
    expect(await codeFor(await issued(spki, vendor, {}, p256), own, [der('stranger-csca'), der('csca')])).toBe(
      'confirm.chain',
    )
  })
})

describe('the word of a unit', () => {
  it('is not taken from another one, whatever that one puts around it', async () => {
    const [mine, other] = [
      der('facility'),
      await issued(
        generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' }),
        ca,
        {},
        { name: 'ECDSA', namedCurve: 'P-256' },
      ),
    ]
    const given = await confirmation(mine)
    const units = [unitOf(mine), unitOf(other, { unit: '24002', facilities: ['24001', '24002'] })]
    const check = { units, authorities: [mine, der('csca')], at: later }
    const replayed = { ...given, seal: { ...given.seal, certificate: Buffer.from(other).toString('base64') } }
    expect(await checkConfirmation(replayed, check)).toEqual({ kind: 'refused', code: 'confirm.facility' })
    const renamed = { ...replayed, statement: given.statement.replace('24001', '24002') }
    expect(await checkConfirmation(renamed, check)).toEqual({ kind: 'refused', code: 'confirm.signature' })
  })

  it('counts after its certificate was withdrawn only where it was seen before: a thief writes any day', async () => {
    const given = await confirmation()
    const units = [unitOf(der('facility'), { until: '2022-05-25T00:00:00Z' })]
    const check = { units, authorities: [der('facility')], at: later }
    expect(await checkConfirmation(given, check)).toEqual({ kind: 'refused', code: 'confirm.withdrawn' })
    expect(await checkConfirmation(given, { ...check, at: new Date('2022-05-24T00:00:00Z') })).toMatchObject({
      kind: 'right',
    })
    const seen = new Set([confirmationPrint(given)])
    expect(await checkConfirmation(given, { ...check, seen })).toMatchObject({ kind: 'right' })
    const forged = await confirmation(der('facility'), { doses: [dose('D9')] })
    expect(await checkConfirmation(forged, { ...check, seen })).toEqual({ kind: 'refused', code: 'confirm.withdrawn' })
  })
})

describe('doses in several confirmations', () => {
  const verdictOf = async (doses: ConfirmableDose[]): Promise<RightVerdict> => {
    const check = { units: [unitOf(der('facility'))], authorities: [der('facility')], at: later }
    return (await checkConfirmation(await confirmation(der('facility'), { doses }), check)) as RightVerdict
  }

  it('stand where one holds, and are told of each', async () => {
    const edited = dose('D2', { lot: 'FG3716' })
    const judge = jointJudge([await verdictOf([dose('D1'), dose('D2')]), await verdictOf([dose('D1'), edited])])
    expect(judge(dose('D1'))).toEqual({
      standing: 'confirmed',
      each: [
        [0, 'confirmed'],
        [1, 'confirmed'],
      ],
    })
    expect(judge(edited)).toEqual({
      standing: 'confirmed',
      each: [
        [0, 'changed'],
        [1, 'confirmed'],
      ],
    })
    expect(judge(dose('D3'))).toEqual({ standing: 'other', each: [] })
  })

  it('stand once: a second row of the same identifier is none of theirs', async () => {
    const judge = jointJudge([await verdictOf([dose('D1')])])
    expect(judge(dose('D1')).standing).toBe('confirmed')
    expect(judge(dose('D1')).standing).toBe('again')
  })

  it('are changed where none holds', async () => {
    const judge = jointJudge([await verdictOf([dose('D1')]), await verdictOf([dose('D1', { lot: 'A1' })])])
    expect(judge(dose('D1', { lot: 'B2' }))).toEqual({
      standing: 'changed',
      each: [
        [0, 'changed'],
        [1, 'changed'],
      ],
    })
  })
})
