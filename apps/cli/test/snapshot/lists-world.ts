import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { revocationFiles } from '@vaxcert/core/trust/publish'
import { expect } from 'vitest'
import { writeRevocationFolder } from '../../src/revocation/revocation-folder.ts'
import { disk } from '../../src/snapshot/disk.ts'
import { vaxcert } from '../captured-io.ts'
import { keysSample, NOW } from '../sample-certificates.ts'

const pems = (name: string): readonly string[] => [1, 2, 3].map((number) => join(keysSample, `${name}-${number}.pem`))
const keys = (...names: readonly string[]): readonly string[] => [
  '--key',
  ...names.map((name) => join(keysSample, name)),
]

/** Runs `vaxcert trust …` in a folder and demands that it goes well. */
export async function trust(cwd: string, ...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await vaxcert(['trust', ...argv], { cwd })
  expect(`${code} ${stderr}${code === 0 ? '' : stdout}`).toBe('0 ')
  return stdout
}

/** Signs and publishes what is staged. */
export async function publishWith(cwd: string, staged: string, out: string, ...more: readonly string[]): Promise<void> {
  await trust(cwd, 'publish', staged, '--out', out, ...keys('list-1', 'list-2'), ...more)
}

/** Publishes the first lists, for these signers, into `out`. */
export async function publishFirst(cwd: string, out: string, signers: readonly string[]): Promise<void> {
  const roles = ['--root-key', ...pems('root'), '--list-key', ...pems('list')]
  await trust(cwd, 'root', ...roles, '--environment', 'test', '--expires', '2023-06-01', '--out', `${out}-1`)
  await trust(cwd, 'build', '--trust', ...signersOf(signers), '--out', `${out}-1`)
  await trust(cwd, 'publish', `${out}-1`, '--out', out, ...keys('root-1', 'root-2', 'list-1', 'list-2'))
}

/** Stages the lists that follow on those in `previous`. */
export async function stageNext(
  cwd: string,
  previous: string,
  staged: string,
  signers: readonly string[],
  ...more: readonly string[]
): Promise<string> {
  return trust(cwd, 'build', '--trust', ...signersOf(signers), '--previous', previous, '--out', staged, ...more)
}

/** Writes a revocation list of one certificate that nobody has, whoever signed it: one chunk is asked for every look-up. */
export function revokeOne(folder: string): void {
  const files = revocationFiles([{ type: 'UCI', hash: new Uint8Array(16).fill(7) }], { at: NOW })
  writeRevocationFolder(folder, files, disk)
}

/** Certificates of keys-sample by name. */
export function signersOf(names: readonly string[]): readonly string[] {
  return names.map((name) => join(keysSample, `${name}.pem`))
}

export function readBytes(...path: readonly string[]): Uint8Array {
  return readFileSync(join(...path))
}
