import type { Dropped, ForeignList } from '@vaxcert/core/trust/import'
import { count } from '../count.ts'
import { base64 } from '../terminal.ts'
import { writeTime } from '../times.ts'
import { formatWords, noteWords, reasonWords } from './import-words.ts'

/** What an import tells people: who signed, what was kept for each country, what was left out and why, how fresh it is. */
export function importText(list: ForeignList): string {
  const { format, verified, issuedAt, dropped, notes, signers } = list
  const signature = verified ? 'signed under the pinned key' : 'NOT signed'
  const made = issuedAt === undefined ? '' : `, made ${writeTime(issuedAt)}`
  const countries = Object.entries(countriesOf(list)).map(([country, number]) => `${country} ${number}`)
  return [
    `This is ${formatWords[format]}, ${signature}${made}.`,
    `Kept ${count(signers.length, 'signer')}${countries.length === 0 ? '.' : `: ${countries.join(', ')}.`}`,
    ...droppedLines(dropped),
    ...notes.map((note) => noteWords[note]),
    '',
  ].join('\n')
}

/** The same for programs. */
export function importJson(list: ForeignList): Readonly<Record<string, unknown>> {
  const { format, verified, issuedAt, dropped, notes } = list
  return {
    format,
    verified,
    ...(issuedAt !== undefined && { issuedAt: writeTime(issuedAt) }),
    signers: list.signers.map(({ signer }) => base64(signer.kid)),
    countries: countriesOf(list),
    dropped,
    notes,
  }
}

/** Signers of each country, by the letters. */
function countriesOf({ signers }: ForeignList): Readonly<Record<string, number>> {
  const numbers = new Map<string, number>()
  for (const { signer } of signers) numbers.set(signer.country, (numbers.get(signer.country) ?? 0) + 1)
  return Object.fromEntries([...numbers].sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** Each reason once, with the keys that it goes for. */
function droppedLines(dropped: readonly Dropped[]): readonly string[] {
  const reasons = new Set(dropped.map(({ reason }) => reason))
  return [...reasons].flatMap((wanted) => {
    const entries = dropped.filter(({ reason }) => reason === wanted)
    return [
      `Left out ${entries.length}, since ${reasonWords[wanted]} (${wanted}):`,
      ...entries.map(({ kid = 'without a kid', country = '' }) => `  ${kid}  ${country}`.trimEnd()),
    ]
  })
}
