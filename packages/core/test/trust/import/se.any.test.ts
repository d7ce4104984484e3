import { utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { readSe } from '../../../src/trust/import/se.ts'
import { asyncCodeOf } from '../../faults.ts'
import { base64Url, type JwsPlan, makeJws } from './makers/jws.ts'
import { kidOf, seKey } from './makers/lists.ts'
import { anchor, france, noon, noonSeconds, stranger, testSigner, vietNam } from './makers/world.ts'

const key = { spki: anchor.key.spki, certificate: anchor.der }
const times = { iss: 'https://list.example', iat: noonSeconds - 60, exp: noonSeconds + 86_400 }
const jwk = seKey(vietNam.dsc)
const kid = kidOf(vietNam.dsc)
const countries = { VN: { eku: {}, keys: [jwk] }, FR: { keys: [seKey(france.dsc)] } }

const read = (file: Uint8Array, pinned = key) => readSe({ files: [file], key: pinned, at: noon })
const listOf = (payload: object, plan: Partial<JwsPlan> = {}): Uint8Array =>
  makeJws({ payload: { ...times, ...payload }, key: anchor.key, chain: [anchor], header: { typ: 'JOSE' }, ...plan })
const readKeys = (keys: unknown, eku: object = {}) => read(listOf({ dsc_trust_list: { VN: { eku, keys } } }))
const reasonFor = async (change: object): Promise<string | undefined> => {
  const { dropped } = await readKeys([{ ...jwk, ...change }])
  return dropped[0]?.reason
}

describe('Sweden’s list', () => {
  it('gives the signers of every country', async () => {
    const { signers, ...rest } = await read(listOf({ dsc_trust_list: countries }))
    expect(signers.map(({ signer }) => signer.country)).toEqual(['VN', 'FR'])
    expect(rest).toEqual({ format: 'se', verified: true, issuedAt: noonSeconds - 60, dropped: [], notes: [] })
  })

  it('is refused when any of its bytes has been changed', async () => {
    const list = listOf({ dsc_trust_list: countries })
    for (let at = 0; at < list.length; at += 1 + (at % 11)) {
      const bent = list.slice()
      bent[at] = (bent[at] ?? 0) ^ 1
      expect(await asyncCodeOf(read(bent)), `byte ${at}`).toMatch(/^source\.(shape|signature)$/)
    }
  })

  it('is refused under any key but the pinned one, whatever certificate it carries', async () => {
    const forged = listOf({ dsc_trust_list: countries }, { key: stranger.key, chain: [stranger] })
    expect(await asyncCodeOf(read(forged))).toBe('source.signature')
    expect(await asyncCodeOf(readSe({ files: [forged], at: noon }))).toBe('source.key')
  })

  it('is refused outside its time, and outside that of the pinned certificate', async () => {
    expect(await asyncCodeOf(read(listOf({ exp: noonSeconds - 301, dsc_trust_list: {} })))).toBe('source.expired')
    expect(await asyncCodeOf(read(listOf({ iat: noonSeconds + 301, dsc_trust_list: {} })))).toBe('source.expired')
    expect(await asyncCodeOf(read(listOf({ exp: undefined, dsc_trust_list: {} })))).toBe('source.shape')
    const late = { files: [listOf({ dsc_trust_list: {} })], key, at: new Date('2036-04-02T00:00:00Z') }
    expect(await asyncCodeOf(readSe(late))).toBe('source.expired')
  })

  it('is refused with times that are none', async () => {
    for (const time of ['1e999', '-1e999', '1e18', '-1e18', 'null']) {
      const text = `{"iat":${time},"exp":${time},"dsc_trust_list":{}}`
      const signed = ['{"alg":"ES256"}', text].map((part) => base64Url(utf8ToBytes(part))).join('.')
      const file = utf8ToBytes(`${signed}.${base64Url(anchor.key.sign(utf8ToBytes(signed)))}`)
      expect(await asyncCodeOf(read(file)), time).toBe('source.shape')
    }
  })

  it('drops keys that contradict their certificate', async () => {
    expect(await reasonFor({ kid: 'AAAAAAAAAAA=' })).toBe('kid-mismatch')
    expect(await reasonFor({ x: seKey(france.dsc).x })).toBe('key-mismatch')
    expect(await reasonFor({ 'x5t#S256': seKey(france.dsc)['x5t#S256'] })).toBe('thumbprint-mismatch')
    expect(await reasonFor({ x5c: [] })).toBe('shape')
    expect(await reasonFor({ x5c: undefined })).toBe('shape')
    expect(await reasonFor(seKey(france.dsc))).toBe('country')
  })

  it('lets a key do no more than both its certificate and the list say', async () => {
    const test = ['1.3.6.1.4.1.0.1847.2021.1.1']
    const vaccination = ['1.3.6.1.4.1.1847.2021.1.2']
    const { signers } = await readKeys([jwk], { [kid]: test })
    expect(signers[0]?.signer.usages).toEqual(['test'])
    const narrow = await readKeys([seKey(testSigner)], { [kidOf(testSigner)]: vaccination })
    expect(narrow.dropped).toEqual([{ kid: kidOf(testSigner), country: 'VN', reason: 'usage' }])
  })

  it('takes base64 without padding', async () => {
    const [text = ''] = jwk.x5c as readonly string[]
    expect((await readKeys([{ ...jwk, x5c: [text.replace(/=+$/, '')] }])).signers).toHaveLength(1)
  })
})
