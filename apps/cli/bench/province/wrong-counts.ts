import type { GatedTally } from './gated-doses.ts'
import type { ProvinceReport, ToldStep } from './issue-province.ts'

/** What does not add up: nothing, if every dose that may be certified was, once, and stands in ledger, log and output alike. */
export function wrongCounts(
  handedIn: GatedTally,
  steps: readonly ToldStep[],
  sample: ProvinceReport['sample'],
  asked: number,
): readonly string[] {
  const { planned, rows } = handedIn
  const said = (name: string): Readonly<Record<string, unknown>> => steps.find((one) => one.name === name)?.said ?? {}
  const { ledger, log, output } = said('verify') as Readonly<
    Record<string, Readonly<Record<string, unknown>> | undefined>
  >
  const must: Readonly<Record<string, readonly [unknown, unknown]>> = {
    'rows that came in': [said('plan').rows, rows],
    'doses planned': [said('plan').planned, planned],
    'left at the end': [said('run').left, 0],
    'stuck at the end': [said('run').stuck, 0],
    'entries of the published log': [said('log verify').size, planned],
    'certificates exported': [said('export').certificates, planned],
    'certificates in the ledger': [ledger?.certificates, planned],
    'released in the ledger': [ledger?.released, planned],
    'wrong in the ledger': [ledger?.wrong, 0],
    'entries of the log': [log?.size, planned],
    'wrong in the log': [log?.found, 0],
    'certificates in the output': [output?.given, planned],
    'wrong in the output': [output?.found, 0],
    'sample accepted': [sample.accepted, Math.min(asked, planned)],
  }
  return Object.entries(must).flatMap(([what, [is, should]]) =>
    is === should ? [] : [`${what}: ${is}, not ${should}`],
  )
}
