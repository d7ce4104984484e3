import { createHmac } from 'node:crypto'
import { makeCertificate } from '../../../../packages/core/test/trust/import/makers/certificates.ts'
import { type JwsPlan, makeJws } from '../../../../packages/core/test/trust/import/makers/jws.ts'
import { chKey, kidOf, seKey } from '../../../../packages/core/test/trust/import/makers/lists.ts'
import { anchor, france, stranger, vietNam } from '../../../../packages/core/test/trust/import/makers/world.ts'
import type { ImportCase } from '../import-case.ts'
import { imported, leftOut, pemOfCertificate, refused } from '../import-expectations.ts'
import { CLOCK } from '../verify-case.ts'

type Part = Pick<ImportCase, 'id' | 'about' | 'expect'>

const now = Date.parse(CLOCK) / 1000
const day = 86_400
const kid = kidOf(vietNam.dsc)
const kids = [vietNam.dsc, france.dsc].map(kidOf)
const times = { iss: 'SAMPLE', iat: now - day, exp: now + day }

function se({ id, ...part }: Part & Partial<ImportCase>, change: object = {}, plan: Partial<JwsPlan> = {}): ImportCase {
  const countries = { VN: { eku: {}, keys: [{ ...seKey(vietNam.dsc), ...change }] } }
  const payload = { ...times, dsc_trust_list: countries }
  const list = makeJws({ payload, key: anchor.key, chain: [anchor], header: { typ: 'JOSE' }, ...plan })
  const common = { spec: 'dgc-trust, DSC-TL; RFC 7515', importance: 'high', format: 'se' } as const
  return { ...common, key: pemOfCertificate(anchor), files: async () => [list], ...part, id: `import/se-${id}` }
}

/** What anybody can compute, since the key is public. */
const mac = (signed: Uint8Array): Uint8Array => createHmac('sha256', anchor.key.spki).update(signed).digest()
const expired = { ...times, exp: now - day, dsc_trust_list: {} }

/** Sweden's list. */
const ofSweden: readonly ImportCase[] = [
  se({ id: 'good', about: 'A JWS with one country.', expect: imported([kid]) }),
  se(
    { id: 'wrong-key', about: 'Somebody else signed, and says so in x5c.', expect: refused('source.signature') },
    {},
    { key: stranger.key, chain: [stranger] },
  ),
  se(
    { id: 'none', about: 'Algorithm none, and no signature.', expect: refused('source.signature') },
    {},
    { header: { alg: 'none' }, sign: () => new Uint8Array() },
  ),
  se(
    { id: 'hs256', about: 'A MAC with the public key as its secret.', expect: refused('source.signature') },
    {},
    { header: { alg: 'HS256' }, sign: mac },
  ),
  se(
    { id: 'crit', about: 'A header that must be understood, and is not.', expect: refused('source.shape') },
    {},
    { header: { crit: ['exp'], exp: 1 } },
  ),
  se(
    { id: 'expired', about: 'The list ran out a day ago.', expect: refused('source.expired') },
    {},
    { payload: expired },
  ),
  se(
    {
      id: 'other-country',
      about: 'A key that stands under another country than its certificate.',
      expect: leftOut(kidOf(france.dsc), 'country'),
    },
    seKey(france.dsc),
  ),
  se(
    {
      id: 'other-jwk',
      about: 'A JWK that states another key than the certificate in it.',
      expect: leftOut(kid, 'key-mismatch'),
    },
    { x: seKey(france.dsc).x },
  ),
]

const root = makeCertificate({ name: 'SAMPLE root', country: 'CH', authority: true })
const swiss = makeCertificate({ name: 'CH01-AppContentCertificate', country: 'CH', issuer: root })
const swissNotes = ['undated', 'bare-keys', 'no-validity', 'no-country'] as const

function ch({ id, ...part }: Part & Partial<ImportCase>, plan: Partial<JwsPlan> = {}): ImportCase {
  const signed = { key: swiss.key, chain: [swiss, root] }
  const list = makeJws({ payload: { activeKeyIds: [kid] }, ...signed })
  const page = makeJws({ payload: { certs: [chKey(vietNam.dsc, 'sig')] }, ...signed, ...plan })
  const common = {
    spec: 'CovidCertificate-App-Verifier-Service; RFC 7515 §4.1.6',
    importance: 'high',
    format: 'ch',
  } as const
  return { ...common, key: pemOfCertificate(root), files: async () => [page, list], ...part, id: `import/ch-${id}` }
}

const other = makeCertificate({ name: 'CH01-OtherCertificate', country: 'CH', issuer: root })

/** Switzerland's list. */
const ofSwitzerland: readonly ImportCase[] = [
  ch({ id: 'good', about: 'A page of bare keys, and the list of those in use.', expect: imported([kid], swissNotes) }),
  ch(
    { id: 'inactive', about: 'A key that is not in use.', expect: leftOut(kids[1] ?? '', 'inactive', swissNotes) },
    { payload: { certs: [chKey(france.dsc, 'v')] } },
  ),
  ch(
    { id: 'other-name', about: 'Signed by another certificate of the same root.', expect: refused('source.signature') },
    { key: other.key, chain: [other, root] },
  ),
  ch({
    id: 'other-root',
    about: 'The certificates lead to another root than the pinned one.',
    key: pemOfCertificate(anchor),
    expect: refused('source.signature'),
  }),
  ch(
    {
      id: 'borrowed-chain',
      about: 'The right certificates, and a signature by somebody else.',
      expect: refused('source.signature'),
    },
    { key: stranger.key },
  ),
  ch(
    { id: 'light', about: 'A key for certificates of Switzerland alone.', expect: leftOut(kid, 'usage', swissNotes) },
    { payload: { certs: [chKey(vietNam.dsc, 'l')] } },
  ),
]

export const jwsCases: readonly ImportCase[] = [...ofSweden, ...ofSwitzerland]
