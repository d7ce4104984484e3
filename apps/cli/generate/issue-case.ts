import type { Dose, NameInput, Person } from '@vaxcert/core'
import type { Encodable } from './bytes/cbor.ts'
import { makeLayers } from './layers.ts'
import { lan, vaccination } from './people.ts'
import type { KeyName } from './sample-keys.ts'
import { stagesOf } from './stages.ts'
import type { Heading, Vector } from './vector.ts'
import { seconds } from './verify-case.ts'

/** What is asked of an issuer. What is left out is as in `usualRequest`. */
export interface IssueRequestOf {
  readonly key: KeyName
  /** Default: the country of the key. */
  readonly country?: string
  readonly issuer: string
  readonly person?: Person
  readonly dose?: Dose
  readonly timeline?: readonly Dose[]
  readonly uvci?: string
  /** A finished payload, in place of person and dose. */
  readonly dcc?: Encodable
  readonly issuedAt: string
  readonly expiresAt?: string
  readonly foreignDoses?: boolean
  /** Trust list by which the result is read back before it is handed out. */
  readonly readBack?: string
  /** What the device gives back in place of a signature, hex. */
  readonly signature?: string
}

export interface IssueCase extends Heading {
  readonly given?: Partial<IssueRequestOf>
  /** What must come out: the certificate and its `exp`, or a code. */
  readonly expect: { readonly dcc: Encodable; readonly exp?: string } | { readonly code: string }
}

export const pfizer: Dose = { id: 'd2', product: 'EU/1/20/1528', date: '2021-10-09', country: 'VN' }

/** The usual certificate with another event or another person. */
export function certificateOf(event: object, person: object = lan): { readonly dcc: Encodable } {
  return { dcc: { ver: '1.3.0', ...person, v: [{ ...vaccination, ...event }] } }
}

export const lanAsRegistered: { readonly name: NameInput; readonly birthDate: string } = {
  name: { fullName: 'Nguyễn Thị Ngọc Lan' },
  birthDate: '1985-03-12',
}

const usualRequest = {
  key: 'dsc-vaccination',
  issuer: 'SAMPLE Ministry of Health',
  issuedAt: '2022-05-01T00:00:00Z',
} as const

const usualDose = {
  person: lanAsRegistered,
  dose: pfizer,
  timeline: [{ ...pfizer, id: 'd1', date: '2021-09-11' }, pfizer],
  uvci: 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#3',
}

/** Twelve months after `issuedAt`. */
const USUAL_EXP = '2023-05-01T00:00:00Z'

export async function issueVector({ given, expect, ...heading }: IssueCase): Promise<Vector> {
  const request = { ...usualRequest, ...(given?.dcc === undefined && usualDose), ...given }
  const written = { ...request, key: `keys/${request.key}.json`, ...readBackOf(request) }
  if ('code' in expect) return { ...heading, given: written, expect: { kind: 'refused', code: expect.code } }
  const { dcc, exp = USUAL_EXP } = expect
  const times = { iat: seconds(request.issuedAt), exp: seconds(exp) }
  const layers = await makeLayers({ dcc, iss: 'VN', ...times, key: request.key, unprotected: [] })
  const { dcc: _, ...stages } = stagesOf(layers)
  return { ...heading, given: written, stages, expect: { kind: 'issued', text: layers.text, dcc } }
}

function readBackOf({ readBack }: Partial<IssueRequestOf>): { readonly readBack?: string } {
  return readBack === undefined ? {} : { readBack: `trust/${readBack}.json` }
}
