import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from '@vaxcert/records/confirm'
import { expect } from 'vitest'
import { certificateBytes } from '../../src/keys/certificate-bytes.ts'
import { type Ran, vaxcert } from '../captured-io.ts'
import { keysSample } from '../sample-certificates.ts'
import { type DoseCells, identities, table } from './clean-doses.ts'

/** Keys of keys-sample of those who may approve; the last one's owner is the one who plans. */
export const approverKeys = ['root-1', 'root-2', 'dsc-all'] as const
const approvers = ['Lê Thị Mẫu', 'Đỗ Văn Mẫu', 'Phạm Văn Mẫu']

/** In whose name it is planned, and by whom. */
export const planner: readonly string[] = [
  ...['--dsc', `${keysSample}/dsc-vaccination.pem`, '--issuer', 'SAMPLE Ministry', '--by', 'Phạm Văn Mẫu'],
]

/** A folder in which a ministry works. */
export interface Ministry {
  readonly path: (name: string) => string
  readonly keep: (name: string, text: string) => void
  /** Runs a command line there. */
  readonly run: (argv: readonly string[], now?: Date) => Promise<Ran>
  /** The same with --json, which must end with exit code 0: its last line. */
  readonly done: <T>(argv: readonly string[], now?: Date) => Promise<T>
  /** Options that name the ledger. */
  readonly ledger: () => readonly string[]
}

/** Such a folder under another, with registers of units and approvers. */
export function ministry(root: string, ledger: () => readonly string[]): Ministry {
  const cwd = mkdtempSync(join(root, 'ministry-'))
  const path = (name: string) => join(cwd, name)
  const keep = (name: string, text: string) => writeFileSync(path(name), text)
  const run = (argv: readonly string[], now?: Date) => vaxcert(argv, { cwd, ...(now && { now }) })
  const unit = { unit: '24001', certificate: printOf('facility'), facilities: ['24001', '24002'] }
  keep('units.json', JSON.stringify({ units: [unit] }))
  const register = approverKeys.map((key, at) => ({ name: approvers[at], certificate: printOf(key) }))
  keep('approvers.json', JSON.stringify({ approvers: register }))
  return {
    ...{ path, keep, run, ledger },
    async done<T>(argv: readonly string[], now?: Date) {
      const { code, stdout, stderr } = await run([...argv, '--json'], now)
      expect(code, stderr).toBe(0)
      return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T
    },
  }
}

function printOf(name: string): string {
  return fingerprint(certificateBytes(readFileSync(`${keysSample}/${name}.pem`)))
}

/** Writes rows, and has their facility confirm them. `unverified`: ids whose identity nobody has verified. */
export async function confirm(
  { keep, done }: Ministry,
  name: string,
  rows: readonly DoseCells[],
  unverified: readonly string[] = [],
): Promise<void> {
  keep(`${name}.csv`, table(rows))
  keep(`${name}-identities.csv`, identities(rows, unverified))
  const sign = ['confirm', 'sign', `${name}.csv`, '--unit', '24001', '--units', 'units.json', '--by', 'BS. Mẫu']
  await done([...sign, '--key', `${keysSample}/facility`, '--out', `${name}-confirmed`])
}

/** `batch plan` of rows that `confirm` wrote. */
export function planOf({ ledger }: Ministry, name: string, ...more: readonly string[]): readonly string[] {
  return [
    ...['batch', 'plan', `${name}.csv`, '--confirmation', `${name}-confirmed/000001.json`, '--units', 'units.json'],
    ...['--ca', `${keysSample}/facility.pem`, '--identities', `${name}-identities.csv`, ...planner],
    ...[...ledger(), ...more],
  ]
}

/** What is to be approved. */
export interface Approvable {
  readonly id: number
  readonly digest: string
}

/** `batch approve` with a key of keys-sample. */
export function approveOf({ ledger }: Ministry, { id, digest }: Approvable, key: string): readonly string[] {
  const by = ['--approvers', 'approvers.json', '--key', `${keysSample}/${key}`, '--digest', digest]
  return ['batch', 'approve', `${id}`, ...by, ...ledger()]
}

/** Has rows confirmed, planned, approved by two, and issued, now by the true clock: the number of their batch. */
export async function issue(office: Ministry, name: string, rows: readonly DoseCells[]): Promise<number> {
  await confirm(office, name, rows)
  const batch = await office.done<Approvable>(planOf(office, name))
  for (const key of approverKeys.slice(0, 2)) await office.done(approveOf(office, batch, key))
  if (!existsSync(office.path('log.vkey')))
    await office.done(['log', 'keys', '--out', 'log', '--name', 'sample.example/log'])
  const key = ['--key', `${keysSample}/dsc-vaccination.key.pem`, ...planner.slice(0, 4)]
  const how = ['--approvers', 'approvers.json', '--log-key', 'log', ...office.ledger()]
  expect(await office.done(['batch', 'run', ...key, ...how], new Date())).toMatchObject({
    issued: rows.length,
    left: 0,
  })
  return batch.id
}
