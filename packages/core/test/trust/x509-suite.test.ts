import { type KeyObject, X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import type { Usage } from '../../src/dcc/types.ts'
import type { Fault } from '../../src/fault.ts'
import type { DocumentSigner } from '../../src/trust/document-signer.ts'
import { documentSignerFromCertificate } from '../../src/trust/x509.ts'

interface Case {
  readonly JSON?: Record<string, unknown>
  readonly TESTCTX: { readonly CERTIFICATE?: string }
  readonly EXPECTEDRESULTS: { readonly EXPECTEDKEYUSAGE?: boolean }
}

const suite = `${inject('suites')}/dgc-testdata`
const cases = inject('suites') === null ? [] : casesBelow(suite)
const usages: Readonly<Record<string, Usage>> = { v: 'vaccination', t: 'test', r: 'recovery' }

describe.skipIf(cases.length === 0)('certificates of dgc-testdata', () => {
  it('gives a signer for every key that hcert §3.3.2 allows, and refuses every other', () => {
    for (const [file, { TESTCTX }] of cases) {
      const signer = signerOf(TESTCTX.CERTIFICATE)
      if (TESTCTX.CERTIFICATE === undefined) continue
      expect(signer !== undefined, file).toBe(isAllowed(publicKeyOf(TESTCTX.CERTIFICATE)))
    }
  })

  it('allows what the suite says the key may sign, and nothing else', () => {
    let asked = 0
    for (const [file, { JSON: dcc, TESTCTX, EXPECTEDRESULTS }] of cases) {
      const usage = usageOf(dcc)
      if (EXPECTEDRESULTS.EXPECTEDKEYUSAGE === undefined || usage === undefined) continue
      const signer = signerOf(TESTCTX.CERTIFICATE)
      expect(signer?.usages.includes(usage), file).toBe(EXPECTEDRESULTS.EXPECTEDKEYUSAGE)
      asked++
    }
    expect(asked).toBeGreaterThan(0)
  })
})

function casesBelow(folder: string): readonly (readonly [file: string, content: Case])[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  return files.map((file) => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8').replace(/^\uFEFF/, ''))])
}

function signerOf(certificate: string | undefined): DocumentSigner | undefined {
  try {
    return documentSignerFromCertificate(certificate ?? '')
  } catch (error) {
    expect((error as Fault).code).toBe('signer.chain')
    return undefined
  }
}

function publicKeyOf(certificate: string): KeyObject {
  return new X509Certificate(Buffer.from(certificate, 'base64')).publicKey
}

function isAllowed({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'ec') return asymmetricKeyDetails?.namedCurve === 'prime256v1'
  const bits = asymmetricKeyDetails?.modulusLength ?? 0
  return bits >= 2048 && bits <= 4096
}

/** The one kind of event that the payload states. */
function usageOf(dcc: Record<string, unknown> | undefined): Usage | undefined {
  const kinds = Object.keys(usages).filter((kind) => Array.isArray(dcc?.[kind]))
  return kinds.length === 1 ? usages[kinds[0] ?? ''] : undefined
}
