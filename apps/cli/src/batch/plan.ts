import { type Plan, type PlanOptions, plan, planDry } from '@vaxcert/batch/plan'
import type { Authority } from '@vaxcert/core'
import type { DocumentSigner } from '@vaxcert/core/trust'
import type { Database } from '@vaxcert/records/database'
import { Command, Option } from 'commander'
import { readDocumentSigner } from '../authority/read-authority.ts'
import { negativeResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { type CheckedConfirmations, checkConfirmations } from '../records/confirm-verdicts.ts'
import { readIdentities } from '../records/identities.ts'
import { inWords } from '../records/in-words.ts'
import { confirmWords } from '../records/words-lists.ts'
import { jsonLine, printable } from '../terminal.ts'
import { batchWords } from './batch-words.ts'
import { fileDigests } from './file-digests.ts'
import { addLedger, withLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { type PlanCost, planCost } from './plan-cost.ts'
import { addEvidence, addLimits, addPlanner, limitsOf, type PlanCommandOptions, readCount } from './plan-options.ts'
import { costText, countsText, planText } from './plan-text.ts'
import { plannedDoses } from './planned-doses.ts'
import { addSigner, hasSigner, openAuthority } from './signer-options.ts'

const help = `
Each row is planned or held with a reason: planned and held together are all rows. The same file once more plans nothing. Only
doses are planned that were cleansed, whose people the register knows, and for which a checked confirmation holds; dose
numbers come from all rows of a person, so give the whole file. --dry-run keeps nothing, and tells what it would cost: with
a key, or with --rate, also the time. Without a ledger it makes an empty one.`

/** `vaxcert batch plan`. */
export function batchPlanCommand(io: Io): Command {
  const command = new Command('plan')
    .description('Plan certificates for the doses of a cleansed file; two people have to approve them.')
    .argument('<doses>', 'clean.csv of `vaxcert cleanse`, or doses.csv of `vaxcert correct apply`')
    .addOption(new Option('--kind <kind>', 'correct: the next version').choices(['issue', 'correct']).default('issue'))
    .option('--source <name>', 'the system that names the doses', 'national')
    .option('--dry-run', 'keep nothing, and tell what it would cost', false)
    .addOption(new Option('--rate <n>', 'signatures a second, for --dry-run').argParser(readCount))
  for (const add of [addEvidence, addSigner, addPlanner, addLimits, addLedger]) add(command)
  return command
    .addHelpText('after', help)
    .action((path: string, options: PlanCommandOptions) =>
      inWords({ ...confirmWords, ...batchWords, ...ledgerWords }, () => planFile(path, options, io)),
    )
}

async function planFile(path: string, options: PlanCommandOptions, io: Io): Promise<void> {
  const at = options.at ?? io.now()
  const checked = await checkConfirmations(options.confirmation, { ...options, at }, io)
  const refused = tellRefused(checked, io)
  const documentSigner = await readDocumentSigner(options.dsc, io)
  const how = await optionsOf(path, { options, checked, documentSigner, at }, io)
  const identityOf = await readIdentities(options.identities, io)
  const doses = () => plannedDoses(path, { source: options.source, checked, identityOf, at }, io)
  await withLedger(options, io, async (ledger) => {
    if (options.dryRun) await rehearse(ledger, doses(), { how, options }, io)
    else tellPlan(await plan(ledger, doses(), how), options, io)
  })
  if (refused > 0) throw negativeResult()
}

/** A confirmation that is refused confirms nothing; the others still count. */
function tellRefused({ files }: CheckedConfirmations, io: Io): number {
  const refused = files.flatMap(({ path, verdict }) =>
    verdict.kind === 'refused' ? [{ path, code: verdict.code }] : [],
  )
  for (const { path, code } of refused)
    io.stderr.write(`vaxcert: ${printable(path)} is refused: ${confirmWords[code]} (${code}).\n`)
  return refused.length
}

interface Given {
  readonly options: PlanCommandOptions
  readonly checked: CheckedConfirmations
  readonly documentSigner: DocumentSigner
  readonly at: Date
}

async function optionsOf(path: string, { options, checked, documentSigner, at }: Given, io: Io): Promise<PlanOptions> {
  const { kind, issuer, by, units, identities } = options
  const confirmations = new Set(
    checked.files.flatMap(({ verdict, print }) => (verdict.kind === 'right' ? [print] : [])),
  )
  const inputs = await fileDigests({ doses: path, units, identities }, io)
  return { kind, documentSigner, issuer, plannedBy: by, at, confirmations, inputs, limits: limitsOf(options) }
}

function tellPlan(made: Plan, { json }: PlanCommandOptions, io: Io): void {
  const { batch, ...counts } = made
  const { manifest, ...head } = batch ?? { manifest: 'null' }
  io.stdout.write(json ? jsonLine({ ...counts, ...head, manifest: JSON.parse(manifest) }) : planText(made))
  if (batch === undefined) throw negativeResult()
}

/** Certificates that the cost is reckoned from. */
const SAMPLE = 500

async function rehearse(
  ledger: Database,
  doses: ReturnType<typeof plannedDoses>,
  { how, options }: { readonly how: PlanOptions; readonly options: PlanCommandOptions },
  io: Io,
): Promise<void> {
  const { seen, ...counts } = await planDry(ledger, doses, how, SAMPLE)
  const cost = await costOf(seen, counts.planned, { how, options }, io)
  const byFacility = counts.facilities
  io.stdout.write(
    options.json ? jsonLine({ ...counts, facilities: byFacility, cost }) : `${countsText(counts)}${costText(cost)}`,
  )
}

async function costOf(
  sample: readonly string[],
  planned: number,
  { how, options }: { readonly how: PlanOptions; readonly options: PlanCommandOptions },
  io: Io,
): Promise<PlanCost> {
  const at = { at: how.at, ...(options.rate !== undefined && { rate: options.rate }) }
  if (!hasSigner(options)) return planCost(sample, planned, withoutKey(how), { ...at, isSigning: false })
  const { authority, close } = await openAuthority(options, io)
  return planCost(sample, planned, authority, { ...at, isSigning: true }).finally(close)
}

/** An authority that signs nothing: enough to see how long certificates become. */
function withoutKey({ documentSigner, issuer }: PlanOptions): Authority {
  const { kid, algorithm, country } = documentSigner
  const sign = (): never => {
    throw new TypeError('no key was given')
  }
  return { signer: { kid, algorithm, lanes: 1, sign }, documentSigner, country, issuer }
}
