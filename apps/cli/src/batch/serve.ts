import { createSecureContext } from 'node:tls'
import type { Issuing } from '@vaxcert/batch'
import { readApprovers, requireApproved } from '@vaxcert/batch/plan'
import {
  clientCertificate,
  issuingService,
  meter,
  nodeServer,
  planRequests,
  readCallers,
  type ServerTls,
  type ServiceLedger,
  serviceLedger,
} from '@vaxcert/batch/service'
import { Fault } from '@vaxcert/core'
import type { Signer } from '@vaxcert/core/cose'
import type { HsmSigner } from '@vaxcert/hsm'
import { Command, Option } from 'commander'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { readNoteSigner } from '../log/log-keys.ts'
import { checkConfirmations } from '../records/confirm-verdicts.ts'
import { readIdentities } from '../records/identities.ts'
import { inWords } from '../records/in-words.ts'
import { readJson } from '../records/json-files.ts'
import { confirmWords } from '../records/words-lists.ts'
import { type ListenAddress, listen, readListenAddress } from '../signer/listen-address.ts'
import { overTls, readPem } from '../signer/tls-files.ts'
import { untilInterrupted } from '../signer/until-interrupted.ts'
import { jsonLine, printable } from '../terminal.ts'
import { batchWords } from './batch-words.ts'
import { addLedger, openLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { addEvidence, addLimits, limitsOf, type PlanCommandOptions, readCount } from './plan-options.ts'
import { plannedDoseJudge } from './planned-doses.ts'
import { addSigner, openAuthority } from './signer-options.ts'

interface Options extends PlanCommandOptions {
  readonly batch: number
  readonly approvers: string
  readonly callers: string
  readonly logKey: string
  readonly listen: ListenAddress
  readonly sessions: number
  readonly httpsCert?: string
  readonly httpsKey?: string
  readonly httpsCa?: string
}

const help = `
Certifies single doses under a standing approval (vaxcert batch standing), through the same gates and ledger as any batch: a
dose must stand in a confirmation, its person's identity be verified. Give it --per-key: a standing approval bounds a day, and
nothing else what a stolen key or ledger can have signed. What it takes and answers: GET /openapi.json. Who may call
stands in CALLERS, tokens by their SHA-256 (printf %s TOKEN | sha256sum), of 32 random bytes or more:
  {"callers": [{"name": "clinic", "token": "9f86d0…", "scopes": ["issue", "status"], "perMinute": 600}]}
scopes: issue, status, revoke, batches, metrics; "certificate" in place of "token" goes with --https-ca. What is revoked here
goes to the signed list with: vaxcert batch revoke --doses. Prints one JSON line for each request, nothing of what it said.`

/** `vaxcert batch serve`: the HTTP service. */
export function batchServeCommand(io: Io): Command {
  const command = new Command('serve')
    .description('Issue single certificates, tell their status and revoke them over HTTP.')
    .addOption(new Option('--batch <n>', 'the standing approval').argParser(readCount).makeOptionMandatory())
    .requiredOption('--approvers <file>', 'register of approvers, JSON')
    .requiredOption('--callers <file>', 'who may call, JSON')
    .requiredOption(
      '--log-key <prefix>',
      'key of the issuing log: PREFIX.key.pem and PREFIX.vkey of `vaxcert log keys`',
    )
    .addOption(
      new Option('--listen <host:port>', 'port 0: any that is free')
        .argParser(readListenAddress)
        .default({ host: 'localhost', port: 8080 }, 'localhost:8080'),
    )
    .option('--https-cert <file>', 'certificate of this server, PEM; needed to listen for other machines')
    .option('--https-key <file>', 'the key of that, PEM')
    .option('--https-ca <file>', 'authority of the certificates of clients, PEM: all others are kept out')
    .addOption(new Option('--sessions <n>', 'requests at the ledger at once').argParser(readCount).default(4))
  for (const add of [addEvidence, addSigner, addLimits, addLedger]) add(command)
  return command
    .addHelpText('after', help)
    .action((options: Options) => inWords({ ...confirmWords, ...batchWords, ...ledgerWords }, () => serve(options, io)))
}

async function serve(options: Options, io: Io): Promise<void> {
  const tls = await readTls(options, io)
  const callers = await read('callers', options.callers, readCallers, io)
  const approvers = await read('approvers', options.approvers, readApprovers, io)
  const logSigner = await readNoteSigner(options.logKey, 'log', io)
  const opened = await openAuthority(options, io)
  const measured = meter()
  const { authority } = opened
  const issuing: Issuing = {
    authority: { ...authority, signer: measured.measured(authority.signer, () => performance.now()) },
    requireApproved: (database, batch) => requireApproved(database, batch, approvers, io.now()),
    ...{ logSigner, now: io.now, ...blastRadius(options) },
  }
  const ledger = await ledgerOf(options, issuing, io)
  try {
    const app = issuingService({
      ...{ ledger, callers, meter: measured, now: io.now, ...circuitOf(authority.signer) },
      certificateOf: (context) => clientCertificate(context, io.now()),
      log: (event) => io.stdout.write(jsonLine(event)),
      failed: (error) => io.stderr.write(`vaxcert: a fault of ours, please report it: ${placeOf(error)}\n`),
    })
    const server = nodeServer(app, tls)
    const where = await listen(server, options.listen)
    if (issuing.blastRadius === undefined) io.stderr.write(UNBOUNDED)
    io.stderr.write(`Issuing at ${tls === undefined ? 'http' : 'https'}://${where}\n`)
    await untilInterrupted(server, io)
  } finally {
    await ledger.close()
    await opened.close()
  }
}

const UNBOUNDED =
  'Without --per-key nothing bounds how many certificates one key signs, but the limit a day that was approved.\n'

/** Confirmations are read when the service starts: a later one counts after the next start. */
async function ledgerOf(options: Options, issuing: Issuing, io: Io): Promise<ServiceLedger> {
  const { documentSigner, issuer } = issuing.authority
  const checked = await checkConfirmations(options.confirmation, { ...options, at: io.now() }, io)
  if (checked.files.some(({ verdict }) => verdict.kind !== 'right'))
    throw usageError('A confirmation is refused. Why: vaxcert confirm check')
  const judge = plannedDoseJudge({ checked, identityOf: await readIdentities(options.identities, io) })
  const confirmations = new Set(checked.files.map(({ print }) => print))
  return serviceLedger({
    open: () => openLedger(options, io),
    sessions: options.database === undefined ? 1 : options.sessions,
    issuing,
    plan: planRequests({
      ...{ batch: options.batch, logSigner: issuing.logSigner, documentSigner, issuer, confirmations },
      ...{ limits: limitsOf(options), now: io.now },
      judge: (dose, source) => judge(dose, source, io.now()),
    }),
  })
}

/** A device or a key service has a circuit breaker, a key in memory has none. */
function circuitOf({ health }: Signer & Partial<Pick<HsmSigner, 'health'>>): { readonly circuit?: () => string } {
  return health === undefined ? {} : { circuit: () => health().circuit }
}

function blastRadius(options: Options): Pick<Issuing, 'blastRadius'> {
  const { key } = limitsOf(options)
  return key === undefined ? {} : { blastRadius: key }
}

/** @throws CommanderError with exit code 2 where other machines would be served in the clear, or the files do not go together */
async function readTls(options: Options, io: Io): Promise<ServerTls | undefined> {
  const { httpsCert, httpsKey, httpsCa, listen: where } = options
  if (httpsCert === undefined || httpsKey === undefined) {
    if ([httpsCert, httpsKey, httpsCa].some((path) => path !== undefined))
      throw usageError('--https-cert and --https-key go together, --https-ca with both.')
    if (!LOOPBACK.has(where.host)) throw usageError('For other machines it listens with --https-cert and --https-key.')
    return undefined
  }
  const ca = httpsCa === undefined ? {} : { ca: await readPem(httpsCa, io) }
  const tls = { cert: await readPem(httpsCert, io), key: await readPem(httpsKey, io), ...ca }
  overTls('--https-cert, --https-key and --https-ca', () => createSecureContext(tls))
  return tls
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1'])

async function read<T>(what: string, path: string, reader: (value: unknown) => T, io: Io): Promise<T> {
  const value = await readJson(path, io)
  try {
    return reader(value)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`${printable(path)} is not a register of ${what}.`)
  }
}

/** Its message may quote what was read. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error'
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  return [error.name, ...frames.slice(0, 5)].join('\n')
}
