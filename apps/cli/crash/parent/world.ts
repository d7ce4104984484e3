import type { ChildProcess } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noteSigner } from '@vaxcert/batch/log'
import { bundleForNode } from '../../../../.ci/bundle-node.ts'
import type { Random } from '../../fuzz/random.ts'
import { LOG_NAME } from '../child/work.ts'
import { type Findings, findings } from '../truth/findings.ts'
import { emptyTally, type Tally } from './tally.ts'

/** What all episodes share. */
export interface World {
  /** A folder that is gone afterwards. */
  readonly scratch: string
  /** Programs of children, each in one file. */
  readonly programs: Readonly<Record<Program, string>>
  /** Private key of the log, PEM, and its public half as text. */
  readonly logKey: string
  readonly logVerifier: string
  readonly findings: Findings
  readonly tally: Tally
  readonly random: Random
  /** Of ours that live: none of them outlives us. */
  readonly children: Set<ChildProcess>
  say(line: string): void
}

type Program = keyof typeof programs

const programs = {
  child: new URL('../child/child.ts', import.meta.url),
  signing: new URL('../child/signing.ts', import.meta.url),
} as const

export async function makeWorld(random: Random, say: World['say']): Promise<World> {
  const scratch = mkdtempSync(join(tmpdir(), 'vaxcert-crash-'))
  // The user of a database server on a disk of ours has to get through.
  chmodSync(scratch, 0o711)
  const children = new Set<ChildProcess>()
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(scratch, { recursive: true, force: true })
  })
  const built = { child: join(scratch, 'child.mjs'), signing: join(scratch, 'signing.mjs') }
  for (const name of Object.keys(programs) as Program[]) await bundleForNode(programs[name], built[name])
  const logKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const logVerifier = noteSigner('log', LOG_NAME, logKey).verifierKey
  return {
    ...{ scratch, programs: built, logKey, logVerifier, findings: findings() },
    ...{ tally: emptyTally(), random, children, say },
  }
}
