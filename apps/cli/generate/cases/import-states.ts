import { makeCertificate } from '../../../../packages/core/test/trust/import/makers/certificates.ts'
import { makeCms } from '../../../../packages/core/test/trust/import/makers/cms.ts'
import {
  type AtSignaturePlan,
  atContent,
  atEntry,
  atSignature,
  jsonBytes,
  kidOf,
  nlList,
} from '../../../../packages/core/test/trust/import/makers/lists.ts'
import { anchor, france, stranger, vietNam } from '../../../../packages/core/test/trust/import/makers/world.ts'
import type { ImportCase } from '../import-case.ts'
import { imported, leftOut, pemOfCertificate, pemOfKey, refused } from '../import-expectations.ts'
import { CLOCK } from '../verify-case.ts'

type Part = Pick<ImportCase, 'id' | 'about' | 'expect'>

const now = Date.parse(CLOCK) / 1000
const day = 86_400
const kid = kidOf(vietNam.dsc)
const kids = [vietNam.dsc, france.dsc].map(kidOf)

function at({ id, ...part }: Part & Partial<ImportCase>, change: Partial<AtSignaturePlan> = {}): ImportCase {
  const content = atContent([vietNam.dsc, france.dsc].map(atEntry))
  const signature = atSignature({ content, key: anchor.key, from: now - day, until: now + day, ...change })
  const common = { spec: 'hcert-kotlin, TrustListV2EncodeService', importance: 'high', format: 'at' } as const
  return { ...common, key: pemOfKey(anchor), files: async () => [content, signature], ...part, id: `import/at-${id}` }
}

/** Lists of hcert-kotlin, as Austria serves them. */
const ofAustria: readonly ImportCase[] = [
  at({ id: 'good', about: 'Content and the signature over its hash, in two files.', expect: imported(kids) }),
  at({
    id: 'wrong-key',
    about: 'The signature over the hash is right, under another key than the pinned one.',
    key: pemOfKey(stranger),
    expect: refused('source.signature'),
  }),
  at(
    { id: 'other-content', about: 'A right signature, for another content.', expect: refused('source.signature') },
    { content: atContent([]) },
  ),
  at(
    { id: 'expired', about: 'The signature ran out a day ago.', expect: refused('source.expired') },
    { until: now - day },
  ),
  at(
    { id: 'not-yet', about: 'The signature counts from tomorrow on.', expect: refused('source.expired') },
    { from: now + day },
  ),
  at(
    {
      id: 'version',
      about: 'The signed header says version 1, which is another format.',
      expect: refused('source.shape'),
    },
    { version: 1 },
  ),
  at(
    {
      id: 'algorithm',
      about: 'The signed header says PS256, the key is one of ES256.',
      expect: refused('source.signature'),
    },
    { algorithm: -37 },
  ),
]

const root = makeCertificate({ name: 'SAMPLE root', country: 'NL', authority: true })
const dutchNotes = ['undated', 'bare-keys', 'no-validity', 'no-country'] as const
const dutch = makeCertificate({ name: 'signing.coronacheck.nl', country: 'NL', issuer: root })
const key = { subjectPk: Buffer.from(vietNam.dsc.key.spki).toString('base64'), keyUsage: ['v', 't'] }
const keys = jsonBytes({ eu_keys: { [kid]: [key] }, nl_keys: {} })

function nl(
  { id, ...part }: Part & Partial<ImportCase>,
  plan: Partial<Parameters<typeof makeCms>[0]> = {},
): ImportCase {
  const list = nlList(keys, makeCms({ content: keys, signer: dutch, certificates: [dutch, root], ...plan }))
  const common = { spec: 'nl-covid19-coronacheck-mobile-core; RFC 5652 §5', importance: 'high', format: 'nl' } as const
  return { ...common, key: pemOfCertificate(root), files: async () => [list], ...part, id: `import/nl-${id}` }
}

const other = makeCertificate({ name: 'SAMPLE other', country: 'NL', issuer: root })
const others = { signer: other, certificates: [other, root] }

/** The Netherlands' list. */
const ofNetherlands: readonly ImportCase[] = [
  nl({
    id: 'good',
    about: 'A payload, and a CMS message by a signer below the pinned authority.',
    expect: imported([kid], dutchNotes),
  }),
  nl(
    {
      id: 'other-signer',
      about: 'Signed by another certificate of the same authority.',
      expect: refused('source.signature'),
    },
    others,
  ),
  nl({
    id: 'other-authority',
    about: 'Another authority is pinned.',
    key: pemOfCertificate(anchor),
    expect: refused('source.signature'),
  }),
  nl(
    { id: 'swapped-payload', about: 'The message is right for another payload.', expect: refused('source.signature') },
    { digested: jsonBytes({}) },
  ),
  nl(
    { id: 'two-signers', about: 'A second signer beside the right one.', expect: refused('source.shape') },
    { second: stranger },
  ),
  nl(
    {
      id: 'no-signed-attributes',
      about: 'The signature goes over the payload at once.',
      expect: refused('source.shape'),
    },
    { withoutAttributes: true },
  ),
  nl(
    { id: 'sha1', about: 'A digest of SHA-1.', expect: refused('source.shape') },
    { digestAlgorithm: '1.3.14.3.2.26' },
  ),
]

const certificates = { [kid]: Buffer.from(vietNam.dsc.der).toString('base64') }

function it({ id, ...part }: Part & Partial<ImportCase>, ...files: readonly unknown[]): ImportCase {
  const common = {
    spec: 'dgca-verifier-service, signercertificate',
    importance: 'medium',
    format: 'it',
    unsigned: true,
  } as const
  return { ...common, files: async () => files.map(jsonBytes), ...part, id: `import/it-${id}` }
}

const open = ['unsigned', 'undated'] as const

/** Italy's list. */
const ofItaly: readonly ImportCase[] = [
  it(
    { id: 'good', about: 'Certificates by kid, and the status that names them.', expect: imported([kid], open) },
    certificates,
    [kid],
  ),
  it(
    { id: 'inactive', about: 'The status does not name the certificate.', expect: leftOut(kid, 'inactive', open) },
    certificates,
    [],
  ),
  it(
    {
      id: 'other-kid',
      about: 'A certificate under the kid of another.',
      expect: leftOut(kids[1] ?? '', 'kid-mismatch', open),
    },
    { [kids[1] ?? '']: certificates[kid] },
  ),
  it(
    {
      id: 'two-sets',
      about: 'Two sets of certificates: nobody can say which counts.',
      expect: refused('source.shape'),
    },
    certificates,
    {},
  ),
  signedOnly(
    it(
      {
        id: 'unsigned',
        about: 'Nobody said that a list without a signature will do.',
        expect: refused('source.unsigned'),
      },
      certificates,
    ),
  ),
]

function signedOnly({ unsigned: _unsigned, ...strict }: ImportCase): ImportCase {
  return strict
}

export const stateCases: readonly ImportCase[] = [...ofAustria, ...ofNetherlands, ...ofItaly]
