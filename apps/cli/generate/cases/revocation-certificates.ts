import { acceptedWith, refusedAt, undecidedAt } from '../expectations.ts'
import { highS, lowS, padded } from '../faults/signature.ts'
import { makeLayers } from '../layers.ts'
import { naatTest, recovery, recoveryDcc, testDcc, vaccination } from '../people.ts'
import { revocationList, shortHash, withChunks } from '../revocation-list.ts'
import { usual, type VerifyCase } from '../verify-case.ts'

const rest = { spec: 'Implementing Decision (EU) 2022/483', importance: 'high' } as const
const accepted = acceptedWith(['revocation'])
const revoked = refusedAt('revocation', 'dcc.revoked', ['revocation'])
const unavailable = undecidedAt('revocation', 'revocation.unavailable', ['revocation'])

const uci = shortHash(vaccination.ci)
const strangers = Array.from({ length: 6 }, (_, index) => shortHash(`URN:UVCI:01:VN:SAMPLE${index}`))
const byUci = revocationList({ key: 'dsc-all', type: 'UCI', members: [...strangers, uci] })
const { signature } = await makeLayers(usual)
const byR = revocationList({ key: 'dsc-all', type: 'SIGNATURE', members: [shortHash(signature.subarray(0, 32))] })
const rsa = { ...usual, key: 'dsc-rsa' } as const
const pss = (await makeLayers(rsa)).signature

/** Country and identifier, for one of two countries. */
function byCountry(country: string) {
  return revocationList({ key: 'dsc-all', type: 'COUNTRYCODEUCI', members: [shortHash(country + vaccination.ci)] })
}

/** What is on the list. */
const found: readonly VerifyCase[] = [
  { id: 'revocation/uci', about: 'Revoked by its identifier, among others.', revocation: byUci },
  { id: 'revocation/signature', about: 'Revoked by its signature: the first half of it is hashed.', revocation: byR },
  {
    id: 'revocation/signature-high-s',
    about: 'Revoked by its signature, with the other s that is valid too: r has not changed.',
    change: highS,
    revocation: byR,
  },
  { id: 'revocation/signature-low-s', about: 'The same with the lower s.', change: lowS, revocation: byR },
  {
    id: 'revocation/signature-ps256',
    about: 'Revoked by its RSA signature: all of it is hashed.',
    certificate: { key: 'dsc-rsa' },
    revocation: revocationList({ key: 'dsc-rsa', type: 'SIGNATURE', members: [shortHash(pss)] }),
  },
  { id: 'revocation/country', about: 'Revoked by country and identifier.', revocation: byCountry('VN') },
  {
    id: 'revocation/country-of-event',
    about: 'Revoked by the country of the event, which is not that of the issuer.',
    certificate: { dcc: { ...(usual.dcc as object), v: [{ ...vaccination, co: 'TH' }] } },
    revocation: byCountry('TH'),
  },
  {
    id: 'revocation/country-of-issuer',
    about: 'Revoked by the country of the issuer, which is not that of the event.',
    certificate: { dcc: { ...(usual.dcc as object), v: [{ ...vaccination, co: 'TH' }] } },
    revocation: byCountry('VN'),
  },
  {
    id: 'revocation/whole-signer',
    about: 'All that this key signed is revoked.',
    revocation: revocationList({ key: 'dsc-all', type: 'SIGNER' }),
  },
  {
    id: 'revocation/any-signer',
    about: 'Revoked by its identifier, by somebody who did not know who signed.',
    revocation: revocationList({ type: 'UCI', members: [uci] }),
  },
  {
    id: 'revocation/chunks',
    about: 'Revoked in one of four chunks, by the two leading bits of its hash.',
    revocation: revocationList({ key: 'dsc-all', type: 'UCI', members: [...strangers, uci], bits: 2 }),
  },
  {
    id: 'revocation/test',
    about: 'A test is revoked by its identifier.',
    certificate: { dcc: testDcc },
    revocation: revocationList({ key: 'dsc-all', type: 'UCI', members: [shortHash(naatTest.ci)] }),
  },
  {
    id: 'revocation/recovery',
    about: 'A recovery is revoked by its identifier.',
    certificate: { dcc: recoveryDcc },
    revocation: revocationList({ key: 'dsc-all', type: 'UCI', members: [shortHash(recovery.ci)] }),
  },
  {
    id: 'revocation/found-though-missing',
    about: 'Revoked by its identifier; the chunk that would tell of its signature is missing.',
    revocation: withChunks(
      revocationList(
        { key: 'dsc-all', type: 'SIGNATURE', members: strangers },
        { key: 'dsc-all', type: 'UCI', members: [uci] },
      ),
      (chunk) => (chunk.length > 16 ? undefined : chunk),
    ),
  },
].map((described) => ({ ...rest, expect: revoked, ...described }) as VerifyCase)

/** What is not on it. */
const passed: readonly VerifyCase[] = [
  { id: 'revocation/nothing', about: 'Nothing is revoked.', revocation: revocationList() },
  {
    id: 'revocation/others',
    about: 'Only others of this signer are revoked.',
    revocation: revocationList({ key: 'dsc-all', type: 'UCI', members: strangers }),
  },
  {
    id: 'revocation/other-signer',
    about: 'The same identifier is revoked under another key.',
    revocation: revocationList({ key: 'dsc-vaccination', type: 'UCI', members: [uci] }),
  },
  {
    id: 'revocation/other-type',
    about: 'The hash of its identifier stands on the list for signatures.',
    revocation: revocationList({ key: 'dsc-all', type: 'SIGNATURE', members: [uci] }),
  },
  {
    id: 'revocation/without-prefix',
    about: 'An identifier without its prefix is another one.',
    revocation: revocationList({
      key: 'dsc-all',
      type: 'UCI',
      members: [shortHash(vaccination.ci.replace('URN:UVCI:', ''))],
    }),
  },
  {
    id: 'revocation/without-check-character',
    about: 'An identifier without # and check character is another one.',
    revocation: revocationList({
      key: 'dsc-all',
      type: 'UCI',
      members: [shortHash(vaccination.ci.replace(/#.*/, ''))],
    }),
  },
  {
    id: 'revocation/whole-signature',
    about: 'The hash of both halves of an ES256 signature revokes nothing.',
    revocation: revocationList({ key: 'dsc-all', type: 'SIGNATURE', members: [shortHash(signature)] }),
  },
  {
    id: 'revocation/empty-chunk',
    about: 'None of its leading bits is revoked: nothing has to be fetched.',
    revocation: revocationList({
      key: 'dsc-all',
      type: 'UCI',
      bits: 1,
      members: strangers.filter(([first = 0]) => first >> 7 !== (uci[0] ?? 0) >> 7),
    }),
  },
].map((described) => ({ ...rest, expect: accepted, ...described }) as VerifyCase)

/** What nobody can say. */
const open: readonly VerifyCase[] = [
  {
    id: 'revocation/chunk-missing',
    about: 'The chunk that would tell is missing.',
    revocation: withChunks(byUci, () => undefined),
  },
  {
    id: 'revocation/chunk-damaged',
    about: 'One bit of the chunk that would tell has turned.',
    revocation: withChunks(byUci, (chunk) => chunk.with(40, (chunk[40] ?? 0) ^ 1)),
  },
  {
    id: 'revocation/chunk-cut',
    about: 'The chunk that would tell has lost its last member.',
    revocation: withChunks(byUci, (chunk) => chunk.subarray(0, -16)),
  },
].map((described) => ({ ...rest, expect: unavailable, ...described }) as VerifyCase)

/** A signature that was padded is refused before anybody asks for its hash. */
const evaded: VerifyCase = {
  ...rest,
  id: 'revocation/signature-padded',
  about: 'A revoked signature, padded with zeros so that its hash is another.',
  change: padded,
  revocation: byR,
  expect: refusedAt('message', 'cose.shape', ['revocation']),
}

export const revocationCases: readonly VerifyCase[] = [...found, ...passed, ...open, evaded]
