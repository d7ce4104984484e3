import { type Issuing, reviveStuck, runWorker, type Step, type StepListener } from '@vaxcert/batch'
import { noteSigner } from '@vaxcert/batch/log'
import { type Approved, requireApproved } from '@vaxcert/batch/plan'
import type { Signer } from '@vaxcert/core/cose'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { openRemoteSigner } from '@vaxcert/hsm/remote'
import type { Database } from '@vaxcert/records/database'
import { approvers, sampleAuthority } from '../keys.ts'
import { newlyReleased } from '../truth/look.ts'
import { counted } from './counted-database.ts'
import type { Job, SignerPlan, StepKill, Work } from './job.ts'
import { killSelf, type Tell } from './journal.ts'
import { timedSigner } from './timed-signer.ts'
import { troubledSigner } from './troubled-signer.ts'

export const LOG_NAME = 'crash.example/log'

/** Issues all there is, through the real worker. `open` gives it its sessions. */
export async function work(job: Job, works: Work, tell: Tell, open: () => Promise<Database>): Promise<void> {
  const { kill } = job
  let statements = 0
  if (works.revives) await revive(await open())
  const openCounted = async (): Promise<Database> => {
    const session = counted(await open(), tell, kill?.kind === 'statement' && kill.during === 'work' ? kill : undefined)
    return {
      ...session,
      close: () => {
        statements += session.statements()
        return session.close()
      },
    }
  }
  const gives = job.looks ? giver(await open(), tell) : async () => {}
  const step = stepListener(tell, gives, kill?.kind === 'step' ? kill : undefined)
  const issuing = await issuingOf(job, works.signer, tell)
  const report = await runWorker({ ...issuing, step, open: openCounted, until: 'drained', idleSeconds: 0.05 })
  tell({ kind: 'worked', report, statements })
}

async function revive(database: Database): Promise<void> {
  await reviveStuck(database).finally(() => database.close())
}

async function issuingOf({ logKey }: Job, plan: SignerPlan, tell: Tell): Promise<Issuing> {
  const authority = sampleAuthority()
  const { register } = approvers()
  const known = new Map<number, Promise<Approved>>()
  return {
    authority: { ...authority, signer: await openSigner(plan, authority, tell) },
    logSigner: noteSigner('log', LOG_NAME, logKey),
    now: () => new Date(),
    requireApproved: (database, batch) => {
      const approved = known.get(batch) ?? requireApproved(database, batch, register, new Date())
      approved.then(
        () => known.set(batch, approved),
        () => {},
      )
      return approved
    },
  }
}

async function openSigner(
  plan: SignerPlan,
  { signer, documentSigner }: { readonly signer: Signer; readonly documentSigner: DocumentSigner },
  tell: Tell,
): Promise<Signer> {
  if (plan.kind === 'memory') return signer
  if (plan.kind === 'troubled') return troubledSigner(signer, plan.seed, tell)
  const { url, tls } = plan
  return timedSigner(await openRemoteSigner({ url, tls, documentSigner, verifiedBy: 'caller' }), tell)
}

/** Gives away what is released now and was not before: where nobody else can look into the ledger meanwhile. */
function giver(database: Database, tell: Tell): () => Promise<void> {
  const known = new Set<number>()
  return async () => {
    for await (const sight of newlyReleased(database, known)) tell({ kind: 'sight', sight })
  }
}

/** Tells of every step first, so that one that kills is known to have been reached. */
function stepListener(tell: Tell, gives: () => Promise<void>, kill?: StepKill): StepListener {
  let times = 0
  return async ({ name, phase }: Step) => {
    const step = `${name} ${phase}`
    tell({ kind: 'step', step })
    if (step === 'release after') await gives()
    if (kill === undefined || name !== kill.name || phase !== kill.phase) return
    times += 1
    if (times === kill.times) killSelf(tell, step)
  }
}
