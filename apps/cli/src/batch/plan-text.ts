import type { Plan, PlanCounts } from '@vaxcert/batch/plan'
import { count } from '../count.ts'
import { printable } from '../terminal.ts'
import { wordsOfHeld } from './batch-words.ts'
import type { PlanCost } from './plan-cost.ts'

/** Alarms that are told one by one. */
const MOST_ALARMS = 20

/** What became of the rows, for people. */
export function countsText({ rows, planned, held, alarms }: PlanCounts): string {
  const codes = Object.entries(held).map(([code, number]) => `  ${number} held: ${wordsOfHeld(code)} (${code})\n`)
  const told = alarms.slice(0, MOST_ALARMS).map(({ facility, day, doses, usual }) => {
    return `ALARM: facility ${printable(facility)}, ${printable(day)}: ${doses} doses, ${usual} are usual\n`
  })
  const more = alarms.length > MOST_ALARMS ? `ALARM: ${alarms.length - MOST_ALARMS} days more\n` : ''
  return [`${count(rows, 'row')}: ${planned} planned\n`, ...codes, ...told, more].join('')
}

export function planText(plan: Plan): string {
  const { batch } = plan
  if (batch === undefined) return `${countsText(plan)}Nothing is planned, and no batch was made.\n`
  return `${countsText(plan)}Batch ${batch.id}, in ${count(batch.chunks, 'chunk')}, waits for the approval of two people.
Its digest: ${batch.digest}\n`
}

export function costText({ sample, characters, symbols, ledgerBytes, signing }: PlanCost): string {
  const drawn = symbols.map(({ version, modules, count: many }) => `${many} of version ${version} (${modules} modules)`)
  const seen = `${characters.join(' / ')} characters (least, median, most); ${drawn.join(', ')}`
  const lines = [
    ...(sample === 0 ? [] : [`Of ${count(sample, 'certificate')}: ${seen}`]),
    `The ledger grows by about ${(ledgerBytes / 2 ** 20).toFixed(0)} MiB`,
    ...(signing === undefined
      ? []
      : [`${signing.hours.toFixed(2)} hours of signing, at ${signing.perSecond} a second`]),
  ]
  return `${lines.join('\n')}\nThis was a rehearsal: the ledger is as it was.\n`
}
