import { accepted, refusedAt, undecidedAt } from '../expectations.ts'
import * as headers from '../faults/headers.ts'
import type { VerifyCase } from '../verify-case.ts'

const kid = { spec: 'hcert §3.3.3', importance: 'high' } as const
const unknown = { ...kid, expect: undecidedAt('signer', 'signer.unknown') } as const
const ours = headers.kidOf('dsc-all')
const strange = headers.strangeKid

const kidCases: readonly VerifyCase[] = [
  {
    ...kid,
    id: 'signer/kid-protected',
    about: 'The kid in the protected header only.',
    officialId: 'CO18',
    expect: accepted,
  },
  {
    ...kid,
    id: 'signer/kid-unprotected',
    about: 'The kid in the unprotected header only.',
    officialId: 'CO19',
    change: headers.kidUnprotectedOnly(),
    expect: accepted,
  },
  {
    ...kid,
    id: 'signer/kid-in-both',
    about: 'The same kid in both headers.',
    officialId: 'CO20',
    change: headers.kids(ours, ours),
    expect: accepted,
  },
  {
    ...kid,
    id: 'signer/kid-wrong-unprotected',
    about: 'A strange kid in the unprotected header: the protected one counts.',
    officialId: 'CO21',
    change: headers.kids(ours, strange),
    expect: accepted,
  },
  {
    ...unknown,
    id: 'signer/kid-wrong-protected',
    about: 'A strange kid protected, the right one unprotected: the protected one counts.',
    officialId: 'CO22',
    change: headers.kids(strange, ours),
  },
  {
    ...unknown,
    id: 'signer/kid-wrong',
    about: 'A strange kid in the unprotected header and none in the protected.',
    officialId: 'CO23',
    change: headers.kidUnprotectedOnly(strange),
  },
  {
    ...kid,
    id: 'signer/kid-missing',
    about: 'No kid at all.',
    change: headers.noKid,
    expect: refusedAt('signer', 'cose.shape'),
  },
]

const unknownCases: readonly VerifyCase[] = [
  {
    ...unknown,
    id: 'signer/stranger',
    about: 'A genuine signer who is not on the list: we cannot say.',
    certificate: { key: 'stranger' },
  },
  { ...unknown, id: 'signer/empty-list', about: 'A list without signers.', trust: 'empty' },
  {
    id: 'signer/unsupported',
    about: 'PS256 on a device that cannot check RSA: we cannot say.',
    spec: 'hcert §3.3.2',
    importance: 'low',
    certificate: { key: 'dsc-rsa' },
    without: ['PS256'],
    expect: undecidedAt('signature', 'signer.unsupported'),
  },
]

const twin = { ...kid, expect: accepted } as const

/** Two signers whose certificates have the same eight bytes of hash. */
const twinCases: readonly VerifyCase[] = [
  { ...twin, id: 'signer/twin-after', about: 'Two signers with one kid, the right one first.', trust: 'twin-after' },
  { ...twin, id: 'signer/twin-before', about: 'Two signers with one kid, the right one last.', trust: 'twin-before' },
  { ...twin, id: 'signer/twin-rsa', about: 'An RSA key and an EC key with one kid.', trust: 'twin-rsa' },
  {
    ...twin,
    id: 'signer/twin-eight',
    about: 'Eight signers with one kid, the right one last.',
    importance: 'medium',
    trust: 'eight-twins',
  },
  {
    ...kid,
    id: 'signer/twin-usage',
    about: 'The twin may sign vaccinations, the one who signed may not: what counts is who signed.',
    trust: 'twin-may-test',
    expect: refusedAt('usage', 'signer.usage'),
  },
  {
    ...kid,
    id: 'signer/twin-country',
    about: 'The twin is of the country that issued, the one who signed is not.',
    trust: 'twin-of-france',
    expect: refusedAt('country', 'signer.country'),
  },
  {
    ...kid,
    id: 'signer/twin-validity',
    about: 'The twin is valid, the one who signed has expired.',
    trust: 'twin-in-time',
    expect: refusedAt('validity', 'signer.expired'),
  },
  {
    ...kid,
    id: 'signer/no-usages',
    about: 'A key for another kind of health document only.',
    spec: 'hcert §A.4',
    trust: 'no-usages',
    expect: refusedAt('usage', 'signer.usage'),
  },
]

const country = { spec: 'hcert §3.3.4', importance: 'high' } as const

const countryCases: readonly VerifyCase[] = [
  {
    ...country,
    id: 'signer/country-other',
    about: 'Issued by FR, signed with a key of VN.',
    certificate: { iss: 'FR' },
    expect: refusedAt('country', 'signer.country'),
  },
  {
    ...country,
    id: 'signer/country-greece',
    about: 'Issued by EL, signed with a key of GR: one country.',
    importance: 'medium',
    certificate: { iss: 'EL' },
    trust: 'greece',
    expect: accepted,
  },
  {
    ...country,
    id: 'signer/country-of-no-list',
    about: 'Issued by XX, which is no country.',
    importance: 'medium',
    certificate: { iss: 'XX' },
    expect: refusedAt('country', 'signer.country'),
  },
  {
    ...country,
    id: 'signer/country-by-name',
    about: 'An issuer that is no country code, as CNAM in France: the key says which country.',
    officialId: 'I-CO1',
    importance: 'medium',
    certificate: { iss: 'CNAM' },
    expect: accepted,
  },
]

export const trustCases: readonly VerifyCase[] = [...kidCases, ...unknownCases, ...twinCases, ...countryCases]
