import { describe, expect, it } from 'vitest'
import { readStatements } from '../../../src/trust/chain/statements.ts'
import { bytes } from '../../cose/hex.ts'

const refused = expect.objectContaining({ name: 'Fault', code: 'chain.extensions' })
const ids = {
  subjectKeyId: '551d0e',
  keyUsage: '551d0f',
  keyPeriod: '551d10',
  basicConstraints: '551d13',
  authorityKeyId: '551d23',
  keyPurposes: '551d25',
}

function read(name: keyof typeof ids, value: string) {
  return readStatements([{ id: ids[name], critical: true, value: bytes(value) }])[name]
}

const time = (text: string): string => Buffer.from(text).toString('hex')

describe('what extensions say', () => {
  it.each<[keyof typeof ids, string, unknown]>([
    ['basicConstraints', '30030101ff', { isCa: true, critical: true }],
    ['basicConstraints', '3000', { isCa: false, critical: true }],
    ['basicConstraints', '3003010100', { isCa: false, critical: true }],
    ['basicConstraints', '3003020100', { isCa: false, critical: true }],
    ['keyUsage', '03020780', { digitalSignature: true, keyCertSign: false }],
    ['keyUsage', '03020106', { digitalSignature: false, keyCertSign: true }],
    ['keyUsage', '030100', { digitalSignature: false, keyCertSign: false }],
    ['keyPurposes', '300a06082b06010505070304', ['1.3.6.1.5.5.7.3.4']],
    ['keyPurposes', '3000', []],
    ['subjectKeyId', '04020102', bytes('0102')],
    ['authorityKeyId', '300480020102', bytes('0102')],
    ['authorityKeyId', '3003820101', undefined],
    ['authorityKeyId', '3000', undefined],
    ['keyPeriod', '3000', { notBefore: undefined, notAfter: undefined }],
    ['keyPeriod', `3011810f${time('19700101000001Z')}`, { notBefore: undefined, notAfter: 1 }],
    ['keyPeriod', `3022800f${time('19700101000000Z')}810f${time('19700101000001Z')}`, { notBefore: 0, notAfter: 1 }],
  ])('%s: %s', (name, value, said) => {
    expect(read(name, value)).toEqual(said)
  })

  it.each<[keyof typeof ids, string]>([
    ['basicConstraints', ''],
    ['basicConstraints', '0101ff'],
    ['basicConstraints', '30060101ff0201ff'],
    ['basicConstraints', '30090101ff020100020100'],
    ['basicConstraints', '30030c0141'],
    ['keyUsage', '04020780'],
    ['keyUsage', '0302078000'],
    ['keyPurposes', '3003020101'],
    ['subjectKeyId', '80020102'],
    ['authorityKeyId', '04020102'],
    ['authorityKeyId', '3006820101800101'],
    ['authorityKeyId', '3006800101800101'],
    ['authorityKeyId', '3006820101820101'],
    ['authorityKeyId', '3003830101'],
    ['keyPeriod', '3003820100'],
    ['keyPeriod', `300f800d${time('700101000000Z')}`],
    ['keyPeriod', `3022810f${time('19700101000000Z')}800f${time('19700101000001Z')}`],
  ])('%s is refused as %s', (name, value) => {
    expect(() => read(name, value)).toThrow(refused)
  })

  it('is refused when any extension stands twice', () => {
    const foreign = { id: '8837', critical: false, value: bytes('0500') }
    expect(readStatements([foreign])).toMatchObject({ keyUsage: undefined })
    expect(() => readStatements([foreign, foreign])).toThrow(refused)
  })
})
