import { relative, sep } from 'node:path'
import { certLogicSuite } from './certlogic/certlogic-suite.ts'
import type { CheckResult, Suite } from './check-result.ts'
import { dgcSuite } from './dgc/dgc-suite.ts'
import { readJsonFile, strayFile } from './json-file.ts'
import { nationalRulesSuite } from './national-rules/national-rules-suite.ts'
import { ownSuite } from './own/own-suite.ts'
import { makeTally, type Summary } from './tally.ts'
import type { Walk } from './walk.ts'
import { wycheproofSuite } from './wycheproof/wycheproof-suite.ts'

const suites: readonly Suite[] = [ownSuite, dgcSuite, wycheproofSuite, certLogicSuite, nationalRulesSuite]

/** Who wants to hear how a run goes on. */
export interface RunEvents {
  /** One check was made; `file` is relative to the folder, with slashes. */
  onResult(file: string, result: CheckResult): void
  /** So many files of the list are done. */
  onFile(done: number): void
}

/** Runs every suite that is recognised among what lies in a folder, one file after another. */
export async function runSuites(folder: string, { files: paths, missed }: Walk, events: RunEvents): Promise<Summary> {
  const tally = makeTally()
  let files = 0
  for (const { path, result } of missed) add(path, result)
  for (const [index, path] of paths.entries()) {
    const { recognised, results } = await runFile(path)
    if (recognised) files += 1
    for (const result of results) add(path, result)
    events.onFile(index + 1)
  }
  return tally.summary(files)

  function add(path: string, result: CheckResult): void {
    tally.add(result)
    events.onResult(relative(folder, path).split(sep).join('/'), result)
  }
}

interface FileRun {
  readonly recognised: boolean
  readonly results: readonly CheckResult[]
}

async function runFile(path: string): Promise<FileRun> {
  const file = readJsonFile(path)
  if (file === undefined) return { recognised: false, results: [] }
  if ('check' in file) return { recognised: false, results: [file] }
  const suite = suites.find(({ recognises }) => recognises(file.json))
  return suite ? { recognised: true, results: await suite.run(file) } : { recognised: false, results: [strayFile] }
}
