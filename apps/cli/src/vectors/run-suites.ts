import { relative, sep } from 'node:path'
import type { CheckResult, Suite, SuiteFile } from './check-result.ts'
import { dgcSuite } from './dgc/dgc-suite.ts'
import { readJsonFile } from './json-file.ts'
import { ownSuite } from './own/own-suite.ts'
import { makeTally, type Summary } from './tally.ts'
import { wycheproofSuite } from './wycheproof/wycheproof-suite.ts'

const suites: readonly Suite[] = [ownSuite, dgcSuite, wycheproofSuite]

/** JSON files of no suite we know count as skipped under this name. */
const STRAY_FILE = 'FILE'

export interface RunEvents {
  /** One check was made; `file` is relative to the folder, with slashes. */
  onResult(file: string, result: CheckResult): void
  /** So many files of the list are done. */
  onFile(done: number): void
}

/** Runs every suite that is recognised among these files of a folder, one file after another. */
export async function runSuites(folder: string, paths: readonly string[], events: RunEvents): Promise<Summary> {
  const tally = makeTally()
  let files = 0
  for (const [index, path] of paths.entries()) {
    const { recognised, results } = await runFile(path)
    if (recognised) files += 1
    for (const result of results) {
      tally.add(result)
      events.onResult(relative(folder, path).split(sep).join('/'), result)
    }
    events.onFile(index + 1)
  }
  return tally.summary(files)
}

interface FileRun {
  readonly recognised: boolean
  readonly results: readonly CheckResult[]
}

async function runFile(path: string): Promise<FileRun> {
  const file = readJsonFile(path)
  if (file === undefined) return { recognised: false, results: [] }
  const suite = file === 'other' ? undefined : suiteOf(file)
  if (suite === undefined || file === 'other') {
    return { recognised: false, results: [{ check: STRAY_FILE, result: 'skipped' }] }
  }
  return { recognised: true, results: await suite.run(file) }
}

function suiteOf({ json }: SuiteFile): Suite | undefined {
  return suites.find((suite) => suite.recognises(json))
}
