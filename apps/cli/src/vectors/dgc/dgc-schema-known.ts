import { checkSchema, checkVaccineTriple, checkValueSets, type Dcc } from '@vaxcert/core/dcc'
import { readHex } from '../encoded-bytes.ts'
import { isMet, type Outcome } from '../judge.ts'
import { sameContent } from '../same-content.ts'
import type { DgcFile, FlagName, Outcomes } from './dgc-file.ts'
import { contentOf, payloadOf } from './dgc-layers.ts'
import { signedContent } from './dgc-steps.ts'

/**
 * Why a file wants SCHEMAVALIDATION to fail of what the library takes. The other way round there is no excuse: what the
 * suite calls valid, in either flag, must be taken.
 */
export function schemaDifference(file: DgcFile, flag: FlagName, outcomes: Outcomes): string | undefined {
  const outcome = outcomes.get(flag)
  if (flag !== 'SCHEMAVALIDATION' || outcome?.expected !== false || !outcome.actual) return undefined
  const dcc = signedContent(file) as Dcc
  const plain = outcomes.get('VALIDOBJECT')
  return plain?.expected && sameContent(file.json, dcc) ? contradiction(plain) : leniency(file, dcc)
}

/** One and the same object is expected to fit the schema and not to fit it: no schema can satisfy both. */
function contradiction(plain: Outcome): string | undefined {
  return isMet(plain) ? 'file expects VALIDOBJECT and not SCHEMAVALIDATION of the same object' : undefined
}

/** What the schema refuses and SpecialCaseHandling takes. */
const TOLERATED: ReadonlySet<string> = new Set(['pattern', 'length', 'range', 'format'])
/** What our strict profile refuses beyond the schema. */
const STRICTER: ReadonlySet<string> = new Set(['whitespace', 'additional'])

/**
 * The file wants the schema to refuse what it does not judge, a code outside its value set, or what SpecialCaseHandling
 * tells verifiers to put up with and our strict profile refuses. What that profile refuses beyond this, `eu` should have
 * refused as well: then the failure is ours, whatever else is odd about the file.
 */
function leniency(file: DgcFile, dcc: Dcc): string | undefined {
  const issues = checkSchema(dcc, 'strict', { version: file.schema ?? '' }).filter(({ rule }) => !STRICTER.has(rule))
  if (issues.some(({ rule }) => !TOLERATED.has(rule))) return undefined
  const [code] = [...checkValueSets(dcc), ...checkVaccineTriple(dcc)]
  if (code !== undefined) return `file expects the schema to judge codes: ${code.path} ${code.rule}`
  const [first] = issues
  if (first !== undefined) return `SpecialCaseHandling has verifiers accept ${first.path} ${first.rule}`
  return namesOtherCountry(file) ? 'file expects the schema to judge whose event it is' : undefined
}

/** Issuers that are no country's code ("CNAM") name none. */
function namesOtherCountry({ cose }: DgcFile): boolean {
  const { iss = '', dcc } = contentOf(payloadOf(readHex(cose ?? '')))
  const events = [...(dcc.v ?? []), ...(dcc.t ?? []), ...(dcc.r ?? [])]
  return /^[A-Z]{2}$/.test(iss) && events.some(({ co }) => /^[A-Z]{2}$/.test(co) && co !== iss)
}
