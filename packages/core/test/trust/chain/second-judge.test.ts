// node:crypto has an opinion on some of the vectors: whether names, key identifiers and key usage allow the issue, and
// whether the signature is right. Each difference is named here.
import { X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { AsnConvert } from '@peculiar/asn1-schema'
import { BasicConstraints, ExtendedKeyUsage } from '@peculiar/asn1-x509'
import { describe, expect, it } from 'vitest'
import { bytes } from '../../cose/hex.ts'

interface ChainVector {
  readonly id: string
  readonly given: { readonly certificate: string; readonly issuer: string }
  readonly expect: { readonly checks: Readonly<Record<string, string>> }
}

const folder = new URL('../../../../../test-vectors/chain/', import.meta.url)
const vectors = readdirSync(folder).map((name): ChainVector => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))

function nodeAccepts({ given }: ChainVector): boolean {
  try {
    const [dsc, csca] = [given.certificate, given.issuer].map(
      (text) => new X509Certificate(Buffer.from(text, 'base64')),
    )
    return dsc !== undefined && csca !== undefined && dsc.checkIssued(csca) && dsc.verify(csca.publicKey)
  } catch {
    return false
  }
}

/** Ids of the vectors of which one of these checks fails, or with no names given, none. */
function failing(...names: readonly string[]): readonly ChainVector[] {
  return vectors.filter(({ expect: { checks } }) => {
    const failed = Object.keys(checks).filter((name) => checks[name] === 'failed')
    return names.length === 0 ? failed.length === 0 : failed.some((name) => names.includes(name))
  })
}

function idsOf(chosen: readonly ChainVector[]): readonly string[] {
  return chosen.map(({ id }) => id.replace('chain/', '')).toSorted()
}

describe('@peculiar/asn1-schema 2.11.1', () => {
  it('reads a number as an object identifier', () => {
    expect([...AsnConvert.parse(bytes('3003020101'), ExtendedKeyUsage)]).toEqual(['1'])
  })

  it('passes over a member too many', () => {
    expect(AsnConvert.parse(bytes('30090101ff020100020100'), BasicConstraints)).toMatchObject({ cA: true })
  })
})

describe('node:crypto, as a second judge of the chain vectors', () => {
  it('takes what we trust, but for a key identifier that we tolerate and names beyond ASCII, whose case it minds', () => {
    const refused = failing().filter((vector) => !nodeAccepts(vector))
    expect(idsOf(refused)).toEqual(['key-id-wrapped', 'name-unicode-form', 'name-vietnamese'])
  })

  it('refuses every wrong signature', () => {
    expect(failing('signature').length).toBeGreaterThan(10)
    expect(idsOf(failing('signature').filter(nodeAccepts))).toEqual([])
  })

  it('refuses wrong names and key identifiers, but takes two that name nobody', () => {
    expect(idsOf(failing('name', 'key-id').filter(nodeAccepts))).toEqual(['name-empty'])
  })

  it('takes SHA-1, MD5, and parameters that do not belong there', () => {
    expect(idsOf(failing('csca-algorithm', 'dsc-algorithm').filter(nodeAccepts))).toEqual([
      'algorithm-csca-sha1',
      'algorithm-ecdsa-null',
      'algorithm-ecdsa-sha1',
      'algorithm-pss-mask-sha1',
      'algorithm-rsa-md5',
      'algorithm-rsa-sha1',
    ])
  })

  it('takes any key of a document signer, and a CSCA without key usage', () => {
    const ours = failing('csca-key', 'dsc-key', 'csca-usage')
    expect(idsOf(ours.filter(nodeAccepts))).toEqual([
      'key-compressed',
      'key-infinity',
      'key-off-curve',
      'key-p384',
      'key-rsa-1024',
      'key-rsa-8192',
      'key-rsa-exponent-3',
      'usage-csca-absent',
      'version-1-csca',
    ])
  })

  it('asks neither for the CA flag nor for what a document signer may do', () => {
    const ours = failing('csca-ca', 'dsc-no-ca', 'dsc-usage', 'dsc-purpose')
    expect(idsOf(ours.filter(nodeAccepts))).toEqual([
      'ca-absent',
      'ca-false',
      'ca-in-dsc',
      'ca-not-critical-strict',
      'ca-path-length-alone',
      'depth-none',
      'purpose-other-document',
      'usage-cert-sign',
      'usage-encipherment',
      'version-1-csca',
    ])
  })
})
