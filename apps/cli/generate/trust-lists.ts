import { createHash } from 'node:crypto'
import { type Denied, type DocumentSigner, writeDenyList, writeTrustList } from '@vaxcert/core/trust'
import { type KeyName, sampleKey } from './sample-keys.ts'

export type TrustName = keyof typeof lists
export type DenyName = keyof typeof denyLists

/** A signer of keys-sample with some of its facts exchanged: the lists are data, no certificate stands behind these. */
function signer(name: KeyName, otherwise: Partial<DocumentSigner> = {}): DocumentSigner {
  return { ...sampleKey(name).documentSigner, ...otherwise }
}

/** Another key under the kid of `dsc-all`, as two authorities could have by accident (hcert §3.3.3). */
function twin(name: KeyName, otherwise: Partial<DocumentSigner> = {}): DocumentSigner {
  const { kid, usages } = sampleKey('dsc-all').documentSigner
  return signer(name, { kid, usages, ...otherwise })
}

/** The trust lists of the vectors, by the names of their files. */
const lists = {
  sample: () =>
    (['dsc-vaccination', 'dsc-test', 'dsc-recovery', 'dsc-all', 'dsc-legacy', 'dsc-rsa', 'dsc-expired'] as const).map(
      (name) => signer(name),
    ),
  'twin-after': () => [signer('dsc-all'), twin('stranger')],
  'twin-before': () => [twin('stranger'), signer('dsc-all')],
  'twin-rsa': () => [twin('dsc-rsa'), signer('dsc-all')],
  'twin-may-test': () => [twin('stranger', { usages: ['vaccination'] }), signer('dsc-all', { usages: ['test'] })],
  'twin-of-france': () => [twin('stranger'), signer('dsc-all', { country: 'FR' })],
  'twin-in-time': () => [twin('stranger'), signer('dsc-all', { notAfter: Date.UTC(2022, 3, 1) / 1000 })],
  'eight-twins': () => [
    twin('dsc-vaccination'),
    twin('dsc-test'),
    twin('dsc-recovery'),
    twin('dsc-legacy'),
    twin('dsc-expired'),
    twin('stranger'),
    twin('facility'),
    signer('dsc-all'),
  ],
  greece: () => [signer('dsc-all', { country: 'GR' })],
  'no-usages': () => [signer('dsc-all', { usages: [] })],
  empty: () => [],
} as const satisfies Readonly<Record<string, () => readonly DocumentSigner[]>>

/** The deny lists of the vectors, by the names of their files. */
const denyLists = {
  'deny-key': () => [deniedKey('dsc-all')],
  'deny-kid': () => [deniedKid('dsc-all')],
  'deny-others': () => [deniedKey('dsc-vaccination'), deniedKid('dsc-test')],
  'deny-stranger': () => [deniedKid('stranger')],
} as const satisfies Readonly<Record<string, () => readonly Denied[]>>

function deniedKey(name: KeyName): Denied {
  const digest = createHash('sha256').update(sampleKey(name).documentSigner.spki).digest()
  return { key: new Uint8Array(digest), reason: 'compromised' }
}

function deniedKid(name: KeyName): Denied {
  return { kid: sampleKey(name).documentSigner.kid, reason: 'withdrawn' }
}

/** Every list by its file in test-vectors. */
export function trustFiles(): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ...Object.entries(lists).map(([name, make]) => [`trust/${name}.json`, writeTrustList(make())] as const),
    ...Object.entries(denyLists).map(([name, make]) => [`trust/${name}.json`, writeDenyList(make())] as const),
  ])
}
