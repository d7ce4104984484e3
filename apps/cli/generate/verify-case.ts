import type { Profile } from '@vaxcert/core/dcc'
import type { Purpose } from '@vaxcert/core/trust'
import { type Certificate, type Change, makeLayers } from './layers.ts'

import { vaccinationDcc } from './people.ts'
import { stagesOf } from './stages.ts'
import type { DenyName, TrustName } from './trust-lists.ts'
import type { Heading, Missing, Vector, VerifyExpectation } from './vector.ts'

/** A certificate, one change to it at most, and what a verifier must say. What is left out is as it should be. */
export interface VerifyCase extends Heading {
  readonly certificate?: Partial<Certificate>
  readonly change?: Change
  /** The documents that a reader finds in place of a certificate. */
  readonly documents?: readonly GivenDocument[]
  /** The moment of verification, UTC. */
  readonly clock?: string
  readonly trust?: TrustName
  readonly profile?: Profile
  /** What the device cannot check. */
  readonly without?: Missing
  /** Which deny list the device holds besides. */
  readonly denied?: DenyName
  /** Times of the device's lists. */
  readonly lists?: SeenLists
  readonly revocation?: GivenRevocation
  readonly rules?: GivenRules
  /** Draws the text; the picture is given in place of it. */
  readonly draw?: (text: string) => Uint8Array
  readonly expect: VerifyExpectation
}

/** A health document field by field, in its order. */
export interface GivenDocument {
  readonly subClaim: number
  readonly name: string
  readonly fields: readonly { readonly path: string; readonly label?: string; readonly value: string }[]
  readonly complete: boolean
}

/** Times of signed lists; ages in seconds. */
export interface SeenLists {
  readonly issuedAt: string
  readonly staleAfter: number
  readonly tooOldAfter: number
  readonly newest?: string
}

/** Body of a revocation list and its chunks by the SHA-256 of each, all base64. */
export interface GivenRevocation {
  readonly index: string
  readonly chunks: Readonly<Record<string, string>>
}

/** Files in the folder `bodies`, and whose rules must hold. */
export interface GivenRules {
  readonly rules: string
  readonly valueSets: string
  readonly country: string
  readonly purpose: Purpose
}

/** When the certificates of the vectors are verified unless they say otherwise. */
export const CLOCK = '2022-06-01T00:00:00Z'

/** Seconds since 1970. */
export function seconds(time: string): number {
  return Date.parse(time) / 1000
}

/** A vaccination signed a month before `CLOCK` and good for a year. */
export const usual: Certificate = {
  dcc: vaccinationDcc,
  iss: 'VN',
  iat: seconds('2022-05-01T00:00:00Z'),
  exp: seconds('2023-05-01T00:00:00Z'),
  key: 'dsc-all',
  unprotected: [],
}

export async function verifyVector(described: VerifyCase): Promise<Vector> {
  const { certificate, change, clock = CLOCK, trust = 'sample', draw, expect, ...rest } = described
  const { documents, profile, without, denied, lists, revocation, rules, ...heading } = rest
  const layers = await makeLayers({ ...usual, ...certificate }, change)
  const shown = draw ? { picture: Buffer.from(draw(layers.text)).toString('base64') } : { text: layers.text }
  const given = {
    ...shown,
    clock,
    trust: `trust/${trust}.json`,
    ...(profile && { profile }),
    ...(without && { without }),
    ...(denied && { denied: `trust/${denied}.json` }),
    ...(lists && { lists }),
    ...(revocation && { revocation }),
    ...(rules && { rules }),
  }
  const stages = stagesOf(layers, expect, documents)
  return { ...heading, given, ...(Object.keys(stages).length > 0 && { stages }), expect }
}
