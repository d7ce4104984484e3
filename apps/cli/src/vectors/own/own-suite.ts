import { Fault } from '@vaxcert/core'
import { type CheckResult, FOREIGN_EXCEPTION, isBag, type Suite, type SuiteFile } from '../check-result.ts'
import { runIssuingVector } from './issuing-vector.ts'
import { isOwnFile, readOwnFile, wordOf } from './own-file.ts'
import { runReadingVector } from './reading-vector.ts'

/** The test vectors of this project: one JSON for each case, given and expected, one failure at most. */
export const ownSuite: Suite = { recognises: isOwnFile, run: runOwnFile }

/** A vector that cannot be run is a failed one: it is ours to keep right. */
async function runOwnFile({ path, json }: SuiteFile): Promise<readonly CheckResult[]> {
  const file = readOwnFile(path, json)
  try {
    return await (isBag(file.given.dose) ? runIssuingVector(file) : runReadingVector(file))
  } catch (error) {
    const code = error instanceof Fault ? error.code : FOREIGN_EXCEPTION
    return [{ check: 'verdict', result: 'failed', expected: wordOf(file.expect), actual: 'vector not run', code }]
  }
}
