import { type CheckResult, fileChecks, type Suite, type SuiteFile } from '../check-result.ts'
import { judge, type Outcome, outcomeOf } from '../judge.ts'
import { listedDifference } from '../known-differences.ts'
import { type FlagName, isDgcFile, readDgcFile, readFlags } from './dgc-file.ts'
import { ruledDifference } from './dgc-known.ts'
import { steps } from './dgc-steps.ts'

/** The EU's dgc-testdata: one JSON for each case, with the expected result of up to twelve steps. */
export const dgcSuite: Suite = { recognises: isDgcFile, run: runDgcFile }

/** Flags that we do not know count as skipped under this name: what one meant by a misspelt flag is not ours to guess. */
const unknownFlag: CheckResult = { check: 'UNKNOWN', result: 'skipped', reason: 'flag that nobody knows' }

async function runDgcFile({ json, digest }: SuiteFile): Promise<readonly CheckResult[]> {
  const file = readDgcFile(json)
  const { flags, unknown } = readFlags(json)
  const outcomes: Map<FlagName, Outcome> = new Map()
  for (const [flag, expected] of flags) {
    const outcome = await outcomeOf(expected, () => steps[flag](file))
    if (outcome !== undefined) outcomes.set(flag, outcome)
  }
  if (flags.size + unknown === 0) return [{ check: fileChecks.file, result: 'skipped', reason: 'file expects nothing' }]
  const results: CheckResult[] = Array.from({ length: unknown }, () => unknownFlag)
  for (const flag of flags.keys()) {
    const outcome = outcomes.get(flag)
    if (outcome === undefined)
      results.push({ check: flag, result: 'skipped', reason: 'file lacks what the step needs' })
    else results.push(judge(flag, outcome, await differenceOf(flag)))
  }
  return results

  async function differenceOf(flag: FlagName): Promise<string | undefined> {
    return listedDifference(digest, flag) ?? (await ruledDifference(file, flag, outcomes))
  }
}
