import { writeHex } from '../bytes/hex.ts'
import { vaccination } from '../people.ts'
import type { HashCase } from '../revocation-case.ts'
import { shortHash } from '../revocation-list.ts'

const rest = { spec: 'Implementing Decision (EU) 2022/483', importance: 'high' } as const
const { ci } = vaccination
const es256 = Uint8Array.from({ length: 64 }, (_, index) => 64 + index)
const ps256 = Uint8Array.from({ length: 256 }, (_, index) => index)
const given = { algorithm: 'ES256', signature: writeHex(es256), ci, country: 'VN', issuer: 'VN' } as const

function hashesOf(signed: Uint8Array, identifier: string, ...countries: readonly string[]): HashCase['hashes'] {
  return {
    SIGNATURE: [hashed(signed)],
    UCI: [hashed(identifier)],
    COUNTRYCODEUCI: countries.map((country) => hashed(country + identifier)),
  }
}

function hashed(input: string | Uint8Array): string {
  return writeHex(shortHash(input))
}

const r = es256.subarray(0, 32)
const flipped = es256.map((byte, index) => (index < 32 ? byte : byte ^ 0xff))
const padded = Uint8Array.of(0, ...r, 0, ...es256.subarray(32))

/** Under which hashes a certificate may have been revoked. */
export const hashCases: readonly HashCase[] = [
  {
    ...rest,
    id: 'revocation/hash-es256',
    about: 'The hashes of a certificate under ES256.',
    given,
    hashes: hashesOf(r, ci, 'VN'),
  },
  {
    ...rest,
    id: 'revocation/hash-es256-other-s',
    about: 'Another s changes no hash.',
    given: { ...given, signature: writeHex(flipped) },
    hashes: hashesOf(r, ci, 'VN'),
  },
  {
    ...rest,
    id: 'revocation/hash-es256-padded',
    about: 'A padded signature is refused: its first half is not r.',
    given: { ...given, signature: writeHex(padded) },
    hashes: undefined,
  },
  {
    ...rest,
    id: 'revocation/hash-ps256',
    about: 'The hashes of a certificate under PS256.',
    given: { ...given, algorithm: 'PS256', signature: writeHex(ps256) },
    hashes: hashesOf(ps256, ci, 'VN'),
  },
  {
    ...rest,
    id: 'revocation/hash-two-countries',
    about: 'Where issuer and event name two countries, each makes a hash: checkers took the one or the other.',
    given: { ...given, issuer: 'SM', country: 'IT' },
    hashes: hashesOf(r, ci, 'SM', 'IT'),
  },
  {
    ...rest,
    id: 'revocation/hash-no-issuer',
    about: 'Without issuer the country of the event is left.',
    given: { algorithm: 'ES256', signature: given.signature, ci, country: 'VN' },
    hashes: hashesOf(r, ci, 'VN'),
  },
  {
    ...rest,
    id: 'revocation/hash-identifier-as-written',
    about: 'Small letters, white space and characters beyond ASCII stay as they are, in UTF-8.',
    given: { ...given, ci: 'urn:uvci:01:vn: mẫu#' },
    hashes: hashesOf(r, 'urn:uvci:01:vn: mẫu#', 'VN'),
  },
]
