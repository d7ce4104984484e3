import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PIN, type SoftHsm, softHsmModule, startSoftHsm } from '../../../../packages/hsm/test/pkcs11/soft-hsm.ts'
import { machine, machineCa, tlsOf } from '../../../../packages/hsm/test/remote/tls-world.ts'
import type { SignerPlan } from '../child/job.ts'
import type { SigningJob } from '../child/signing.ts'
import { sampleKeyPath } from '../keys.ts'
import type { World } from './world.ts'

/** A key in a SoftHSM behind a signing server, in a process of its own. */
export interface SigningProcess {
  readonly signer: SignerPlan
  /** Ends it as a crash would. */
  kill(): Promise<void>
  /** Starts it again at the same address; done when it listens. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const TOKEN = 'crash'
const LABEL = 'dsc'

/** Undefined where there is no SoftHSM: one line has said so, and in CI it was an error. */
export async function startSigning(world: World): Promise<SigningProcess | undefined> {
  if (softHsmModule === undefined) {
    world.tally.skipped.push('SoftHSM')
    return undefined
  }
  const hsm = deviceWithKey()
  const ca = await machineCa('SAMPLE machines')
  const [ours, theirs] = [await machine(ca, { purpose: 'server' }), await machine(ca, { purpose: 'client' })]
  const job = {
    module: hsm.module,
    token: TOKEN,
    pin: PIN,
    label: LABEL,
    tls: tlsOf(ca, ours),
    client: theirs.fingerprint,
  }
  let { child, port } = await start(world, { ...job, port: 0 })
  const kill = (): Promise<void> => end(child)
  return {
    signer: { kind: 'remote', url: `https://localhost:${port}`, tls: tlsOf(ca, theirs) },
    kill,
    async restart() {
      ;({ child, port } = await start(world, { ...job, port }))
    },
    async stop() {
      await kill()
      hsm.remove()
    },
  }
}

function deviceWithKey(): SoftHsm {
  const hsm = startSoftHsm()
  hsm.addToken(TOKEN)
  hsm.importKey(TOKEN, LABEL, 'e1', sampleKeyPath('dsc-vaccination'))
  return hsm
}

interface Started {
  readonly child: ChildProcess
  readonly port: number
}

async function start({ scratch, programs, children }: World, job: SigningJob): Promise<Started> {
  const file = join(mkdtempSync(join(scratch, 'signing-')), 'job.json')
  writeFileSync(file, JSON.stringify(job), { mode: 0o600 })
  const child = spawn(process.execPath, [programs.signing, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  const said = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => undefined)])
  if (said === undefined) throw new Error('The signing process does not start.')
  return { child, port: Number(String(said[0])) }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
