import type { NameInput, TimelineDose } from '@vaxcert/core'
import type { PersonName } from '@vaxcert/core/dcc'
import type { Heading, Vector } from './vector.ts'

/** A name as it stands in official papers, and the `nam` of its certificate. */
export interface NameCase extends Heading {
  readonly given: NameInput
  /** Undefined where the name must be refused. */
  readonly nam: PersonName | undefined
}

/** A person's doses, and where each stands in the series; a code where they contradict each other. */
export interface SeriesCase extends Heading {
  readonly timeline: readonly TimelineDose[]
  readonly expect: Readonly<Record<string, readonly [dn: number, sd: number]>> | { readonly code: string }
}

/** A certificate identifier, and whether its check character is right. */
export interface UvciCase extends Heading {
  readonly uvci: string
  readonly checkCharacter: 'right' | 'wrong' | 'absent'
}

export function nameVector({ nam, ...described }: NameCase): Vector {
  return { ...described, given: { ...described.given }, expect: nam ? { kind: 'named', nam } : refused('record.name') }
}

export function seriesVector({ timeline, expect, ...heading }: SeriesCase): Vector {
  const given = { timeline }
  if (isRefused(expect)) return { ...heading, given, expect: refused(expect.code) }
  const series = Object.fromEntries(Object.entries(expect).map(([id, [dn, sd]]) => [id, { dn, sd }]))
  return { ...heading, given, expect: { kind: 'counted', series } }
}

export function uvciVector({ uvci, checkCharacter, ...heading }: UvciCase): Vector {
  return { ...heading, given: { uvci }, expect: { kind: 'checked', checkCharacter } }
}

function isRefused(expect: SeriesCase['expect']): expect is { readonly code: string } {
  return 'code' in expect
}

function refused(code: string): Vector['expect'] {
  return { kind: 'refused', code }
}
