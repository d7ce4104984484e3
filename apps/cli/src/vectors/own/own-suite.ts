import { Fault } from '@vaxcert/core'
import { type Bag, type CheckResult, FOREIGN_EXCEPTION, isBag, type Suite, type SuiteFile } from '../check-result.ts'
import { runChainVector } from './chain-vector.ts'
import { runImportVector } from './import-vector.ts'
import { runIssuingVector } from './issuing-vector.ts'
import { runListVector } from './list-vector.ts'
import { isOwnFile, type OwnFile, readOwnFile, wordOf } from './own-file.ts'
import { runReadingVector } from './reading-vector.ts'
import { runNameVector, runSeriesVector, runUvciVector } from './record-vector.ts'
import { runRevocationHashVector, runSliceVector } from './revocation-vector.ts'

/** The test vectors of this project: one JSON for each case, given and expected, one failure at most. */
export const ownSuite: Suite = { recognises: isOwnFile, run: runOwnFile }

type Runner = (file: OwnFile) => readonly CheckResult[] | Promise<readonly CheckResult[]>

/** What a vector gives says what is to be done with it. */
function runnerOf(given: Bag): Runner {
  if (given.dose !== undefined || given.dcc !== undefined) return runIssuingVector
  if (given.certificate !== undefined) return runChainVector
  if (given.format !== undefined) return runImportVector
  if (given.fullName !== undefined || given.familyName !== undefined) return runNameVector
  if (given.timeline !== undefined) return runSeriesVector
  if (given.slice !== undefined) return runSliceVector
  if (given.ci !== undefined) return runRevocationHashVector
  if (given.offered !== undefined) return runListVector
  return given.uvci === undefined ? runReadingVector : runUvciVector
}

/** A vector that cannot be run is a failed one: it is ours to keep right. */
async function runOwnFile({ path, json }: SuiteFile): Promise<readonly CheckResult[]> {
  try {
    const file = readOwnFile(path, json)
    return await runnerOf(file.given)(file)
  } catch (error) {
    const code = error instanceof Fault ? error.code : FOREIGN_EXCEPTION
    const expected = isBag(json.expect) ? wordOf(json.expect) : 'a vector'
    return [{ check: 'verdict', result: 'failed', expected, actual: 'vector not run', code }]
  }
}
