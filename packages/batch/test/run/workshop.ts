import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Signer } from '@vaxcert/core/cose'
import { memorySigner } from '@vaxcert/core/cose/signers'
import type { Authority } from '@vaxcert/core/issue'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import type { Database } from '@vaxcert/records/database'
import type { TestDatabase } from '../../../records/test/database/databases.ts'
import { migrate } from '../../src/ledger/migrate.ts'
import { type NoteSigner, noteSigner, readVerifierKey, type VerifierKey } from '../../src/log/index.ts'
import { doseKey } from '../../src/plan/dose-key.ts'
import type { Issuing, Step, StepName, StepPhase, WorkerOptions } from '../../src/run/index.ts'

/** A ledger for tests, and any number of sessions on it. */
export interface TestLedger {
  readonly database: Database
  /** A session of its own on a server; the one and only of an embedded database. */
  open(): Promise<Database>
  /** Nothing in it. */
  fresh(): Promise<void>
  close(): Promise<void>
}

const FRESH = 'drop schema if exists vaxcert cascade; drop schema if exists vaxcert_queue cascade'

export async function openLedger(server: TestDatabase): Promise<TestLedger> {
  const database = await server.open()
  const shared = { ...database, close: () => Promise.resolve() }
  return {
    database,
    open: () => (server.name === 'PGlite' ? Promise.resolve(shared) : server.open()),
    async fresh() {
      await database.script(FRESH)
      await migrate(database)
    },
    async close() {
      await database.close()
      await server.stop()
    },
  }
}

function sample(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../../keys-sample/${name}.pem`, import.meta.url)), 'utf8')
}

/** Whoever holds a sample key. */
export function sampleAuthority(name = 'dsc-vaccination'): Authority {
  const documentSigner = documentSignerFromCertificate(sample(name))
  const { kid, algorithm } = documentSigner
  const pkcs8 = createPrivateKey(sample(`${name}.key`)).export({ type: 'pkcs8', format: 'der' })
  const signer = memorySigner({ kid, algorithm, pkcs8 })
  return { signer, documentSigner, country: 'VN', issuer: 'SAMPLE Ministry of Health' }
}

/** The same with another signer, or another document signer. */
export function withSigner(authority: Authority, other: Partial<Signer>): Authority {
  return { ...authority, signer: { ...authority.signer, ...other } }
}

export function withDocumentSigner(authority: Authority, other: Partial<DocumentSigner>): Authority {
  return { ...authority, documentSigner: { ...authority.documentSigner, ...other } }
}

export const authority: Authority = sampleAuthority()

const { privateKey } = generateKeyPairSync('ed25519')
export const logSigner: NoteSigner = noteSigner(
  'log',
  'sample.example/log',
  privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
)
export const logVerifier: VerifierKey = readVerifierKey(logSigner.verifierKey)

export function issuing(other: Partial<Issuing> = {}): Issuing {
  return { authority, logSigner, now: () => new Date(), ...other }
}

export function working(ledger: TestLedger, other: Partial<WorkerOptions> = {}): WorkerOptions {
  return { ...issuing(), open: ledger.open, until: 'drained', idleSeconds: 0.05, ...other }
}

/** The payload of an invented dose, its identifier empty as planning leaves it. */
export function factsOf(number: number, other: object = {}): string {
  const nam = { fn: 'Lò', gn: `Thị Mẫu ${'ABCDEFGHIK'[number % 10]}`, fnt: 'LO', gnt: 'THI<MAU' }
  const v = {
    tg: '840539006',
    vp: '1119349007',
    mp: 'EU/1/20/1528',
    ma: 'ORG-100030215',
    dn: 1,
    sd: 2,
    dt: '2021-08-02',
  }
  const day = `${1 + (number % 28)}`.padStart(2, '0')
  return JSON.stringify({
    ver: '1.3.0',
    nam,
    dob: `1985-05-${day}`,
    v: [{ ...v, co: 'VN', is: 'SAMPLE Ministry of Health', ci: '', ...other }],
  })
}

export interface SamplePlan {
  readonly doses: number
  readonly chunk?: number
  readonly state?: 'planned' | 'approved'
  /** Facts of some doses, by their number from 1. */
  readonly facts?: ReadonlyMap<number, string | null>
}

/** A batch as planning leaves it. Answers its number; its doses are numbered on from those before. */
export async function planSample(
  database: Database,
  { doses, chunk = 100, state = 'approved', facts }: SamplePlan,
): Promise<number> {
  const [row] = await database.query<{ batch_id: string | number }>(
    `insert into vaxcert.batch (kind, state, planned_by, planned_at) values ('issue', $1, 'Mẫu', now()) returning batch_id`,
    [state],
  )
  const batch = Number(row?.batch_id)
  const first = await nextNumber(database)
  const rows = Array.from({ length: doses }, (_, at) => doseRow(batch, first + at, facts?.get(at + 1)))
  await database.copyIn('vaxcert.dose', DOSE_COLUMNS, rows)
  for (let from = 0; from < doses; from += chunk) {
    const last = first + Math.min(from + chunk, doses) - 1
    const insert = 'insert into vaxcert.chunk (batch_id, first_no, last_no) values ($1, $2, $3)'
    await database.query(insert, [batch, first + from, last])
  }
  return batch
}

const DOSE_COLUMNS = [
  'dose_no',
  'batch_id',
  'dose_key',
  'source',
  'dose_id',
  'version',
  'renewal',
  'facility',
  'content',
  'facts',
]

function doseRow(batch: number, number: number, told: string | null | undefined): (string | null)[] {
  const facts = told === undefined ? factsOf(number) : told
  const key = doseKey({ source: 'sample', doseId: `D${number}`, version: 1, renewal: 0 })
  const content = createHash('sha256')
    .update(facts ?? '')
    .digest('hex')
  return [`${number}`, `${batch}`, key, 'sample', `D${number}`, '1', '0', '24001', `\\x${content}`, facts]
}

async function nextNumber(database: Database): Promise<number> {
  const [row] = await database.query<{ next: number }>(
    'select coalesce(max(dose_no), 0)::float8 + 1 as next from vaxcert.dose',
  )
  return row?.next ?? 1
}

/** What a crash would be. */
export class Crash extends Error {}

/** Crashes when it is told of a step, so many times; `times` counts how often it still will. */
export function crashAt(name: StepName, phase: StepPhase, times = 1): (step: Step) => void {
  let left = times
  return (step) => {
    if (step.name !== name || step.phase !== phase || left === 0) return
    left -= 1
    throw new Crash(`${name} ${phase}`)
  }
}
