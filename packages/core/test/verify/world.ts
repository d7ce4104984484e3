import { deterministicSigner } from '../../src/cose/deterministic-signer.ts'
import type { Dcc, Recovery, Test, Vaccination } from '../../src/dcc/types.ts'
import type { Authority } from '../../src/issue/authority.ts'
import type { DocumentSigner } from '../../src/trust/document-signer.ts'
import { sampleKeys } from './sample-keys.ts'

export const NOW: Date = new Date('2022-06-01T00:00:00Z')

/** Whole seconds since 1970. */
export function seconds(time: string): number {
  return Date.parse(time) / 1000
}

/** One who may sign everything from 2021 to 2036, with an invented key; `changes` bend the document signer. */
export function authority(changes: Partial<DocumentSigner> = {}, key: keyof typeof sampleKeys = 'first'): Authority {
  const { pkcs8, spki } = sampleKeys[key]
  const documentSigner: DocumentSigner = {
    kid: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    spki,
    algorithm: 'ES256',
    country: 'VN',
    usages: ['vaccination', 'test', 'recovery'],
    notBefore: seconds('2021-01-01'),
    notAfter: seconds('2036-01-01'),
    ...changes,
  }
  const signer = deterministicSigner({ kid: documentSigner.kid, pkcs8 })
  return { signer, documentSigner, country: documentSigner.country, issuer: 'Bộ Y tế (SAMPLE)' }
}

const head = { ver: '1.3.0', nam: { fn: 'Đỗ', fnt: 'DO', gn: 'Ước', gnt: 'UOC' }, dob: '1985-01-31' }
const common = { tg: '840539006', co: 'VN', is: 'Bộ Y tế (SAMPLE)', ci: 'URN:UVCI:01:VN:0123456789ABCDEF' }
const product = { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' }

interface Samples {
  readonly vaccination: Dcc & { readonly v: readonly [Vaccination] }
  readonly test: Dcc & { readonly t: readonly [Test] }
  readonly recovery: Dcc & { readonly r: readonly [Recovery] }
}

/** Payloads of the three kinds about one invented person. */
export const samples: Samples = {
  vaccination: { ...head, v: [{ ...common, ...product, dn: 2, sd: 2, dt: '2021-09-14' }] },
  test: {
    ...head,
    t: [{ ...common, tt: 'LP6464-4', nm: 'PCR', sc: '2022-05-30T08:00:00Z', tr: '260415000', tc: 'Huế' }],
  },
  recovery: { ...head, r: [{ ...common, fr: '2022-02-01', df: '2022-02-12', du: '2022-07-31' }] },
}
