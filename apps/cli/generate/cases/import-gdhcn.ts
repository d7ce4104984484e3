import { gdhcn } from '../did-case.ts'
import { changedDidDocument, didDocument, kidOf, partialDidDocument } from '../did-samples.ts'
import type { ImportCase } from '../import-case.ts'
import type { ImportExpectation } from '../vector.ts'
import { refusedGdhcnCases } from './import-gdhcn-refused.ts'

const csca = { kid: kidOf('csca'), reason: 'not-a-signer' } as const
const dsc = kidOf('dsc-all')

/** A DSC whose CSCA the document does not hold. */
const alone = { kind: 'imported', signers: [dsc], dropped: [], notes: ['chain-open'] } as const

const read: readonly ImportCase[] = [
  gdhcn({
    id: 'good',
    about: 'A trust list of the WHO network: three document signers under their CSCA, which is no signer itself.',
    document: () => didDocument(['csca', 'dsc-all', 'dsc-rsa', 'dsc-vaccination']),
    expect: {
      kind: 'imported',
      signers: ['dsc-all', 'dsc-rsa', 'dsc-vaccination'].map(kidOf),
      dropped: [csca],
      notes: [],
    },
  }),
  gdhcn({
    id: 'expired-signer',
    about: 'A document signer that has expired stays on the list: what it signed has a time of its own.',
    document: () => didDocument(['csca', 'dsc-expired']),
    expect: { kind: 'imported', signers: [kidOf('dsc-expired')], dropped: [csca], notes: [] },
  }),
  gdhcn({
    id: 'no-csca',
    about: 'Without a CSCA on the list or beside the key, the proof alone vouches for a document signer.',
    document: () => didDocument(['dsc-all']),
    expect: alone,
  }),
  gdhcn({
    id: 'partial',
    about: 'A part of the list, signed by the same key, is read, and never passes for the whole.',
    document: () => partialDidDocument(['csca', 'dsc-all']),
    expect: { kind: 'imported', signers: [dsc], dropped: [csca], notes: ['partial'] },
  }),
  gdhcn({
    id: 'coordinates-with-zeros',
    about: 'Numbers of a JWK that begin with a zero too many are those of the certificate all the same.',
    document: () => changedDidDocument(withNumbers((bytes) => Buffer.concat([Buffer.of(0), bytes]))),
    expect: alone,
  }),
  gdhcn({
    id: 'same-age',
    about: 'The list that was read last may be read again.',
    document: () => didDocument(['dsc-all']),
    newerThan: '2022-05-31T12:00:00Z',
    expect: alone,
  }),
]

const dropped: readonly ImportCase[] = [
  gdhcn({
    id: 'wrong-csca',
    about: 'A document signer that the CSCA of its issuer’s name did not sign is left out.',
    document: () => didDocument(['stranger-csca', 'dsc-all']),
    expect: leftOut('chain', { kid: kidOf('stranger-csca'), reason: 'not-a-signer' }),
  }),
  gdhcn({
    id: 'other-key-in-jwk',
    about: 'A JWK that states another key than the certificate beside it.',
    document: () => changedDidDocument(withNumbers((bytes) => bytes.fill(7))),
    expect: leftOut('key-mismatch'),
  }),
  gdhcn({
    id: 'other-kid',
    about: 'A key identifier that is not the one of the certificate.',
    document: () =>
      changedDidDocument(({ id, publicKeyJwk, ...dsc }) => {
        const kid = 'AAAAAAAAAAA='
        return { ...dsc, id: `${id.split('#')[0]}#${kid}`, publicKeyJwk: { ...publicKeyJwk, kid } }
      }),
    expect: { kind: 'imported', signers: [], dropped: [{ kid: 'AAAAAAAAAAA=', reason: 'kid-mismatch' }], notes: [] },
  }),
  gdhcn({
    id: 'other-participant',
    about: 'A participant that is not the country of the certificate.',
    document: () => changedDidDocument((dsc) => ({ ...dsc, participant: { code: '#PRT' } })),
    expect: leftOut('country'),
  }),
  gdhcn({
    id: 'test-participant',
    about: 'The key of an invented state, which WHO lists for tests, is left out unless asked for.',
    document: () => changedDidDocument((dsc) => ({ ...dsc, participant: { code: '#XXH' } })),
    expect: leftOut('test-participant'),
  }),
  gdhcn({
    id: 'other-domain',
    about: 'A key for another kind of document is listed, and may sign no DCC.',
    document: () => changedDidDocument((dsc) => ({ ...dsc, domain: { code: '#ICVP' } })),
    expect: alone,
  }),
]

/** The trust list of the WHO network: what is read, what is left out of it, and when it is refused. */
export const gdhcnCases: readonly ImportCase[] = [...read, ...dropped, ...refusedGdhcnCases]

/** The one DSC is left out, the rest of the list is right. */
function leftOut(
  reason: ImportExpectation['dropped'][number]['reason'],
  ...before: ImportExpectation['dropped']
): ImportExpectation {
  return { kind: 'imported', signers: [], dropped: [...before, { kid: dsc, reason }], notes: [] }
}

type Method = Parameters<Parameters<typeof changedDidDocument>[0]>[0]

/** Both coordinates changed. */
function withNumbers(change: (bytes: Buffer) => Buffer): (dsc: Method) => Method {
  return ({ publicKeyJwk: jwk, ...dsc }) => {
    if (jwk.kty !== 'EC') throw new TypeError('not an EC key')
    const changed = (text: string) => change(Buffer.from(text, 'base64url')).toString('base64url')
    return { ...dsc, publicKeyJwk: { ...jwk, x: changed(jwk.x), y: changed(jwk.y) } }
  }
}
