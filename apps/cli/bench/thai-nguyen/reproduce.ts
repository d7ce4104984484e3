import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvRow } from '@vaxcert/records/read'
import type { Report } from '@vaxcert/records/report'
import type { Io } from '../../src/io.ts'
import { run } from '../../src/run.ts'
import { type Figure, figuresOf, printed } from './figures.ts'

export interface Reproduction {
  readonly scale: number
  readonly seed: number
  /** Folder that is there and empty; rows like those of people come to lie in it, all invented. */
  readonly folder: string
}

/** Makes the province, cleanses its records and reports on them, by the same commands that an office gives. */
export async function reproduce({ scale, seed, folder }: Reproduction, io: Io): Promise<readonly Figure[]> {
  const at = (...names: readonly string[]): string => join(folder, ...names)
  const list = (name: string): readonly string[] => [`--${name}`, at('sample', `${name}.csv`)]
  const lists = [...list('facilities'), ...list('communes')]
  const day = '2022-05-31'
  writeFileSync(at('printed.csv'), printed.map(csvRow).join(''))
  const plan = ['--like', 'thai-nguyen', '--scale', `${scale}`, '--seed', `${seed}`, '--out', at('sample')]
  await mustRun(['sample', ...plan], io)
  await mustRun(
    [
      ...['cleanse', at('sample', 'doses.csv'), ...lists, ...list('lots'), ...list('cancelled')],
      ...['--decisions', at('sample', 'decisions.json'), '--today', day, '--out', at('cleansed')],
    ],
    io,
  )
  await mustRun(
    [
      ...['report', '--cleansed', at('cleansed'), ...list('counts'), ...list('signed'), ...list('feedback'), ...lists],
      ...[...list('districts'), '--police', at('sample', 'verified.csv'), '--told', at('printed.csv')],
      ...['--as-of', day, '--deadline', '2022-06-01', '--out', at('report')],
    ],
    io,
  )
  return figuresOf(JSON.parse(readFileSync(at('report', 'report.json'), 'utf8')) as Report, scale)
}

async function mustRun(argv: readonly string[], io: Io): Promise<void> {
  const code = await run(argv, io)
  if (code !== 0) throw new Error(`vaxcert ${argv[0]} ended with ${code}`)
}
