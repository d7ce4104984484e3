import { Fault } from '@vaxcert/core/fault'
import { type Context, Hono } from 'hono'
import { admission, type Caller, type Scope } from './callers.ts'
import { METRICS_TYPE, type Meter, type ServiceState } from './metrics.ts'
import { openApi } from './openapi.ts'
import { readBody } from './read-body.ts'
import { statusOf } from './request-codes.ts'
import { readDoseName, readRevokeRequest, readSingleRequest } from './requests.ts'
import type { ServiceLedger } from './service-ledger.ts'

/** What is told of one request: nothing of what it said, nor of whom it was about. */
export interface ServiceEvent {
  readonly at: Date
  readonly method: string
  /** The pattern of the path, not what stood in it. */
  readonly route: string
  readonly status: number
  /** Why it was refused. */
  readonly code?: string
  /** Name of the caller, once that is known. */
  readonly caller?: string
}

export interface IssuingServiceOptions {
  readonly ledger: ServiceLedger
  readonly callers: readonly Caller[]
  readonly meter: Meter
  /** Circuit of the signer, where it has one. */
  readonly circuit?: () => string
  /** SHA-256 in hex of the client certificate of a request, where the server asks for one and its CA has signed it. */
  readonly certificateOf?: (context: Context) => string | undefined
  readonly now: () => Date
  readonly log: (event: ServiceEvent) => void
  /** Told of an error that is no Fault, and so one of ours. Its message may quote what was read: only its place may be shown. */
  readonly failed: (error: unknown) => void
}

interface Env {
  Variables: { caller?: string; code?: string; route?: string }
}

const DOSE = '/v1/certificates/:source/:doseId'

/** The HTTP interface of a ledger: single certificates, their status, revocations, batches, metrics. */
export function issuingService(options: IssuingServiceOptions): Hono<Env> {
  const { ledger, meter } = options
  const app = new Hono<Env>()
  const admit = admissionOf(options)
  app.use(async (context, next) => {
    await next()
    record(context, options)
  })
  app.get('/health', async (context) => {
    const isUp = await ledger.isUp()
    return context.json({ status: isUp ? 'up' : 'down' }, isUp ? 200 : 503)
  })
  app.get('/openapi.json', (context) => context.json(openApi))
  app.get('/metrics', async (context) => {
    admit(context, 'metrics')
    const counts = await ledger.counts().catch(() => undefined)
    context.header('content-type', METRICS_TYPE)
    return context.body(meter.text(counts, stateOf(options)))
  })
  app.post('/v1/certificates', async (context) => {
    admit(context, 'issue')
    const { isNew, ...issued } = await ledger.issue(readSingleRequest(await readBody(context.req.raw)))
    return context.json(issued, isNew ? 201 : 200)
  })
  app.get(DOSE, async (context) => {
    admit(context, 'status')
    return context.json(await ledger.status(readDoseName(context.req.param())))
  })
  app.post('/v1/revocations', async (context) => {
    const { name } = admit(context, 'revoke')
    return context.json(await ledger.revoke(readRevokeRequest(await readBody(context.req.raw)), name))
  })
  app.get('/v1/batches/:batch{[1-9][0-9]{0,14}}', async (context) => {
    admit(context, 'batches')
    return context.json(await ledger.batch(Number(context.req.param('batch'))))
  })
  app.notFound((context) => problem(context, 'request.path'))
  app.onError((error, context) => {
    if (error instanceof Fault) return problem(context, error.code)
    options.failed(error)
    return problem(context, 'service.failed')
  })
  return app
}

function admissionOf(options: IssuingServiceOptions): (context: Context<Env>, scope: Scope) => Caller {
  const admit = admission(options.callers)
  return (context, scope) => {
    const authorization = context.req.header('authorization')
    const certificate = options.certificateOf?.(context)
    const caller = admit({ authorization, certificate }, scope, options.now().getTime())
    context.set('caller', caller.name)
    return caller
  }
}

function stateOf({ ledger, circuit }: IssuingServiceOptions): ServiceState {
  return { load: ledger.load(), ...(circuit && { circuit: circuit() }) }
}

/** RFC 9457. The code says it all: no words of whatever went wrong. */
function problem(context: Context<Env>, code: string): Response {
  const status = statusOf(code)
  context.set('code', code)
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' }
  if (status === 401) headers['www-authenticate'] = 'Bearer'
  if (status === 429 || status === 503) headers['retry-after'] = '10'
  return new Response(JSON.stringify({ type: 'about:blank', status, code }), { status, headers })
}

function record(context: Context<Env>, { meter, log, now }: IssuingServiceOptions): void {
  const { method } = context.req
  const { status } = context.res
  const route = routeOf(context)
  const { caller, code } = context.var
  meter.answered(route, status)
  if (code !== undefined) meter.refused(code)
  log({ at: now(), method, route, status, ...(code !== undefined && { code }), ...(caller && { caller }) })
}

const routes = ['/health', '/openapi.json', '/metrics', '/v1/certificates', '/v1/revocations']

/** A path is told only where it is one of ours, and without what stands in it. */
function routeOf({ req: { path } }: Context<Env>): string {
  if (path.startsWith('/v1/certificates/')) return DOSE
  if (path.startsWith('/v1/batches/')) return '/v1/batches/:batch'
  return routes.find((route) => route === path) ?? 'other'
}
