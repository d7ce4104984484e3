import { Fault, type NameInput, seriesOf, type TimelineDose } from '@vaxcert/core'
import { hasValidCheckCharacter, personName } from '@vaxcert/core/dcc'
import type { CheckResult } from '../check-result.ts'
import { sameContent } from '../same-content.ts'
import { compared, type OwnFile, requireMembers, textOf, wordOf } from './own-file.ts'
import { resultOf } from './result-of.ts'

// What the vectors give is handed over as it stands: a wrong shape shows as a failed check.

/** Holds the `nam` of a certificate against the name in official papers. */
export async function runNameVector({ given, expect }: OwnFile): Promise<readonly CheckResult[]> {
  requireMembers(given, ['fullName', 'familyName', 'givenNames', 'mrzName'])
  const nam = await resultOf(() => personName(given as unknown as NameInput))
  if (nam instanceof Fault) return [compared('verdict', wordOf(expect), `refused ${nam.code}`)]
  const same = JSON.stringify(sorted(nam)) === JSON.stringify(sorted(expect.nam))
  return [compared('verdict', wordOf(expect), 'named'), compared('nam', 'as given', same ? 'as given' : 'other')]
}

/** Holds dose numbers and series against a person's doses. */
export async function runSeriesVector({ given, expect }: OwnFile): Promise<readonly CheckResult[]> {
  requireMembers(given, ['timeline'])
  const series = await resultOf(() => seriesOf(given.timeline as readonly TimelineDose[]))
  if (series instanceof Fault) return [compared('verdict', wordOf(expect), `refused ${series.code}`)]
  const same = sameContent(Object.fromEntries(series), expect.series)
  return [compared('verdict', wordOf(expect), 'counted'), compared('series', 'as given', same ? 'as given' : 'other')]
}

/** Holds a check character against its identifier. */
export function runUvciVector({ given, expect }: OwnFile): readonly CheckResult[] {
  requireMembers(given, ['uvci'])
  const valid = hasValidCheckCharacter(textOf(given.uvci))
  const state = valid === undefined ? 'absent' : valid ? 'right' : 'wrong'
  return [
    compared('verdict', wordOf(expect), 'checked'),
    compared('checkCharacter', textOf(expect.checkCharacter), state),
  ]
}

/** Members in the order of their names; texts stay to the letter. */
function sorted(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(value ?? {}).toSorted(([left], [right]) => (left < right ? -1 : 1))
}
