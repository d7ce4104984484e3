import { X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'
import { advance } from '../../src/trust/advance.ts'
import { denyList } from '../../src/trust/deny-list.ts'
import { readDraft } from '../../src/trust/publish/list-draft.ts'
import { TEST_KEY_HASHES } from '../../src/trust/test-key-hashes.ts'
import { isTestKey, withTestKeys } from '../../src/trust/test-keys.ts'
import { documentSignerFromCertificate } from '../../src/trust/x509.ts'
import { contents, day, firstRoot, forged, heldUnder, holder, signerNamed } from './list-world.ts'

const folder = new URL('../../../../keys-sample/', import.meta.url)
const names = readdirSync(folder).filter((name) => /^[a-z0-9-]+\.pem$/.test(name))

function sampleSpki(name: string): Uint8Array {
  const { publicKey } = new X509Certificate(readFileSync(new URL(name, folder)))
  return new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }))
}

/** None where our reader does not take the certificate. */
function spkiOf(certificate: string): readonly Uint8Array[] {
  try {
    return [documentSignerFromCertificate(certificate).spki]
  } catch {
    return []
  }
}

describe('The keys that everybody has', () => {
  it.each(names)('are those of keys-sample: %s', (name) => {
    expect(isTestKey(sampleSpki(name))).toBe(true)
  })

  it('are those of the EU test certificates, but of no certificate that a country trusts', ({ skip }) => {
    const suites = inject('suites')
    if (suites === null) return skip('the certificates lie in the public suites')
    const certificate = (path: string): string =>
      JSON.parse(readFileSync(`${suites}/dgc-testdata/${path}`, 'utf8')).TESTCTX.CERTIFICATE
    for (const path of ['DE/2DCode/raw/1.json', 'common/2DCode/raw/CO1.json']) {
      expect(isTestKey(documentSignerFromCertificate(certificate(path)).spki), path).toBe(true)
    }
    const real = readFileSync(`${suites}/gdhcn/trustlist-did.json`, 'utf8').matchAll(/"x5c":\["([^"]+)"/g)
    const trusted = Array.from(real, ([, der = '']) => der).flatMap(spkiOf)
    expect(trusted.length).toBeGreaterThan(300)
    expect(trusted.filter(isTestKey)).toEqual([])
  })

  it("are PathCheck's, and not everybody's", () => {
    const pathCheck =
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEZCXqsjvOXckflK0ORMvBHYC8n/TbbAq8DkQI+k+vP3pS9fWqCEkA282jWCY3Q++13R7XfpxRk0FaQfPMD08IGw=='
    expect(isTestKey(new Uint8Array(Buffer.from(pathCheck, 'base64')))).toBe(true)
    expect(isTestKey(holder('anybody').spki)).toBe(false)
    expect(isTestKey(new Uint8Array())).toBe(false)
  })

  it('take little room in a browser', () => {
    expect(gzipSync(TEST_KEY_HASHES).length).toBeLessThan(1024)
  })

  it('are denied beside what the list denies', () => {
    const denied = withTestKeys(denyList([{ kid: new Uint8Array(8), reason: 'withdrawn' }]))
    expect(denied.deniesKey(sampleSpki('dsc-all.pem'))).toBe(true)
    expect(denied.deniesKid(new Uint8Array(8))).toBe(true)
    expect(denied.entries).toHaveLength(1)
  })
})

describe('A snapshot that trusts a key everybody has', () => {
  const sample = signerNamed('sample', { spki: sampleSpki('dsc-all.pem') })
  const signers = [...contents.signers, sample]

  it('believes it in a test, and denies it in production', async () => {
    const test = await heldUnder(await firstRoot('test'), { contents: { signers } })
    expect(test.trust.signers.map(test.trust.isDenied)).toEqual([false, false])
    const root = await firstRoot('production')
    const honest = await heldUnder(root)
    const offer = await forged(honest.files, {
      manifest: { number: 2 },
      trust: { number: 2, body: readDraft(test.files.lists.trust).body },
    })
    const { trust } = await advance(honest, offer, day(2))
    expect(trust.signers.map(trust.isDenied)).toEqual([false, true])
  })
})
