import { hash } from 'node:crypto'
import { productByName } from '@vaxcert/core/issue'
import { type FieldValues, fields } from '@vaxcert/records'
import type { Database } from '@vaxcert/records/database'
import type { Hono } from 'hono'
import { openStanding, type PlannedDose, planLimits } from '../../src/plan/index.ts'
import type { Issuing } from '../../src/run/index.ts'
import {
  type Caller,
  issuingService,
  meter,
  planRequests,
  type ServiceEvent,
  type ServiceLedger,
  type ServiceLedgerOptions,
  type SingleRequest,
  serviceLedger,
} from '../../src/service/index.ts'
import { authority, issuing, type TestLedger } from '../run/workshop.ts'

const digest = (token: string) => hash('sha256', token, 'hex')

export const tokens = {
  clinic: 'clinic-0123456789abcdef0123456789abcdef',
  police: 'police-0123456789abcdef0123456789abcdef',
  all: 'admin-00123456789abcdef0123456789abcdef',
  slow: 'slow-000123456789abcdef0123456789abcdef',
} as const

export const callers: readonly Caller[] = [
  { name: 'clinic', token: digest(tokens.clinic), scopes: ['issue', 'status'], perMinute: 100_000 },
  { name: 'police', token: digest(tokens.police), scopes: ['revoke', 'status'], perMinute: 100_000 },
  {
    name: 'admin',
    token: digest(tokens.all),
    scopes: ['issue', 'status', 'revoke', 'batches', 'metrics'],
    perMinute: 100_000,
  },
  { name: 'slow', token: digest(tokens.slow), scopes: ['status'], perMinute: 3 },
  { name: 'machine', certificate: 'ab'.repeat(32), scopes: ['status'], perMinute: 100_000 },
]

const gates = {
  documentSigner: authority.documentSigner,
  issuer: authority.issuer,
  confirmations: new Set(['confirmed']),
  limits: planLimits,
}

/** A service over a real ledger, and what it told. */
export interface ServiceWorld {
  readonly app: ReturnType<typeof issuingService>
  readonly ledger: ServiceLedger
  readonly events: readonly ServiceEvent[]
  /** Errors that are no Faults. */
  readonly failures: readonly unknown[]
  /** Sends a request as a caller. */
  send(path: string, given?: Sent): Promise<{ status: number; body: unknown; text: string; headers: Headers }>
}

export interface Sent {
  readonly as?: keyof typeof tokens
  readonly body?: unknown
  readonly headers?: Record<string, string>
  readonly method?: string
}

export interface WorldPlan {
  readonly issuing?: Partial<Issuing>
  readonly plan?: ServiceLedgerOptions['plan']
  readonly sessions?: number
  readonly certificateOf?: () => string | undefined
}

export async function openService(test: TestLedger, plan: WorldPlan = {}): Promise<ServiceWorld> {
  const events: ServiceEvent[] = []
  const failures: unknown[] = []
  const batch = await standing(test.database)
  const measured = meter()
  const how = issuing(plan.issuing)
  const signer = measured.measured(how.authority.signer, () => performance.now())
  const ledger = serviceLedger({
    open: test.open,
    sessions: plan.sessions ?? 1,
    issuing: { ...how, authority: { ...how.authority, signer } },
    plan: plan.plan ?? planRequests({ batch, ...gates, logSigner: how.logSigner, judge, now: how.now }),
  })
  const { certificateOf } = plan
  const failed = (error: unknown) => void failures.push(error)
  const log = (event: ServiceEvent) => void events.push(event)
  const options = { ledger, callers, meter: measured, now: () => new Date('2022-06-01T08:00:00Z'), log, failed }
  const app = issuingService({ ...options, circuit: () => 'closed', ...(certificateOf && { certificateOf }) })
  return { app, ledger, events, failures, send: sender(app as unknown as Hono) }
}

function sender(app: Hono): ServiceWorld['send'] {
  return async (path, { as, body, headers = {}, method = body === undefined ? 'GET' : 'POST' } = {}) => {
    const all = {
      ...(as && { authorization: `Bearer ${tokens[as]}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    }
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const response = await app.request(path, { method, headers: all, ...(text !== undefined && { body: text }) })
    const answer = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      body: isJson ? JSON.parse(answer) : answer,
      text: answer,
      headers: response.headers,
    }
  }
}

/** An invented person's dose as a cleansing leaves it. */
export function doseRow(other: Partial<FieldValues> = {}): FieldValues {
  const empty = Object.fromEntries(fields.map((field) => [field, ''])) as FieldValues
  return {
    ...empty,
    dose_id: 'D1',
    person_id: 'P1',
    id_number: '001190000001',
    full_name: 'Lò Thị Mẫu',
    birth_date: '1985-05-05',
    product: 'Pfizer',
    dose_date: '2021-08-02',
    country: 'VN',
    facility: '24001',
    entry_date: '2021-08-02',
    ...other,
  }
}

export function single(doseId = 'D1', other: Partial<FieldValues> = {}): SingleRequest {
  return { source: 'sample', doseId, version: 1, doses: [doseRow({ dose_id: doseId, ...other })] }
}

/** A standing approval, as two people leave it. */
async function standing(database: Database): Promise<number> {
  const at = new Date()
  const until = '2035-01-01'
  const { documentSigner, issuer } = authority
  const { id } = await openStanding(database, { documentSigner, issuer, plannedBy: 'SAMPLE', at, perDay: 1000, until })
  await database.query(`update vaxcert.batch set state = 'approved' where batch_id = $1`, [id])
  return id
}

/** What the ministry knows of invented doses: facilities of Bac Giang confirm theirs; who is P9 was never verified. */
function judge(dose: Readonly<FieldValues>, source: string): PlannedDose {
  return {
    source,
    doseId: dose.dose_id,
    personId: dose.person_id,
    facility: dose.facility,
    entered: dose.entry_date,
    person: { name: { fullName: dose.full_name }, birthDate: dose.birth_date },
    dose: { product: productByName(dose.product)?.mp ?? dose.product, date: dose.dose_date, country: dose.country },
    ...(dose.dose_number !== '' && { number: Number(dose.dose_number) }),
    identity: dose.person_id === 'P9' ? 'open' : 'verified',
    ...(dose.facility.startsWith('24') && { confirmation: 'confirmed' }),
  }
}
