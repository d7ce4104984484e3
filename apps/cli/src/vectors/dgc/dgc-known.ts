import { X509Certificate } from 'node:crypto'
import { Fault } from '@vaxcert/core'
import { checkSchema, checkVaccineTriple, checkValueSets, type Dcc, readText } from '@vaxcert/core/dcc'
import { readHex } from '../encoded-bytes.ts'
import { isMet, type Outcome } from '../judge.ts'
import { sameContent } from '../same-content.ts'
import type { DgcFile, FlagName } from './dgc-file.ts'
import { certificateDer, contentOf, isSignedBy, payloadOf } from './dgc-layers.ts'
import { signedContent } from './dgc-steps.ts'
import { differsInText } from './dgc-texts.ts'

export type Outcomes = ReadonlyMap<FlagName, Outcome>

/** Says why a file cannot be met, in fixed words; undefined when this rule finds nothing against it. */
type Rule = (file: DgcFile, flag: FlagName, outcomes: Outcomes) => string | undefined | Promise<string | undefined>

const rules: readonly Rule[] = [foreignCurve, contradiction, leniency, otherText]

/** Why the file contradicts itself or the specification in this step, by the first rule that can tell. */
export async function ruledDifference(file: DgcFile, flag: FlagName, outcomes: Outcomes): Promise<string | undefined> {
  try {
    for (const rule of rules) {
      const reason = await rule(file, flag, outcomes)
      if (reason !== undefined) return reason
    }
  } catch (error) {
    // A layer that cannot be read, or that the certificate did not sign, proves nothing against the file.
    if (!(error instanceof Fault)) throw error
  }
  return undefined
}

const curveNames: Readonly<Record<string, string>> = { secp384r1: 'P-384', secp521r1: 'P-521' }

/** ES256 is ECDSA over P-256 and no other curve (hcert §3.3.2). Holds whatever comes out: it must not verify. */
function foreignCurve({ certificate }: DgcFile, flag: FlagName, outcomes: Outcomes): string | undefined {
  const asksForKey = flag === 'VERIFY' || flag === 'KEYUSAGE'
  if (!asksForKey || certificate === undefined || !outcomes.get(flag)?.expected) return undefined
  const curve = curveOf(certificate)
  if (curve === undefined || curve === 'prime256v1') return undefined
  return `${curveNames[curve] ?? curve} under ES256, hcert §3.3.2`
}

/** OpenSSL's name for the curve, asked of Node so that the library's own reading is not its own witness. */
function curveOf(certificate: string): string | undefined {
  try {
    return new X509Certificate(certificateDer(certificate)).publicKey.asymmetricKeyDetails?.namedCurve
  } catch {
    return undefined
  }
}

/** One and the same object is expected to fit the schema and not to fit it: when one is met, the other cannot be. */
function contradiction(file: DgcFile, flag: FlagName, outcomes: Outcomes): string | undefined {
  const [plain, signed] = [outcomes.get('VALIDOBJECT'), outcomes.get('SCHEMAVALIDATION')]
  if (!plain || !signed || plain.expected === signed.expected) return undefined
  const other = { VALIDOBJECT: signed, SCHEMAVALIDATION: plain }[flag as string]
  if (other === undefined || !isMet(other) || !sameContent(file.json, signedContent(file))) return undefined
  return 'file expects VALIDOBJECT and not SCHEMAVALIDATION of the same object'
}

/** What the schema refuses and SpecialCaseHandling takes. */
const TOLERATED: ReadonlySet<string> = new Set(['pattern', 'length', 'range', 'format', 'whitespace', 'additional'])

/**
 * The file wants the schema to refuse what it does not judge, a code outside its value set, or what SpecialCaseHandling
 * tells verifiers to put up with and our strict profile refuses. What that profile refuses beyond this, `eu` should have
 * refused as well: then the failure is ours, whatever else is odd about the file.
 */
function leniency(file: DgcFile, flag: FlagName, outcomes: Outcomes): string | undefined {
  const outcome = outcomes.get(flag)
  if (flag !== 'SCHEMAVALIDATION' || outcome?.expected !== false || !outcome.actual) return undefined
  const dcc = signedContent(file)
  const issues = checkSchema(dcc, 'strict', { version: file.schema ?? '' })
  if (issues.some(({ rule }) => !TOLERATED.has(rule))) return undefined
  const [code] = [...checkValueSets(dcc as Dcc), ...checkVaccineTriple(dcc as Dcc)]
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

/** Steps that compare with the file's JSON. */
const COMPARES_JSON: ReadonlySet<FlagName> = new Set(['ENCODE', 'DECODE', 'VALIDJSON'])

/**
 * The file's JSON does not hold the texts that the file's own certificate signed, so no decoder can find them there, and
 * no encoder can make its CBOR of that JSON.
 */
async function otherText(file: DgcFile, flag: FlagName, outcomes: Outcomes): Promise<string | undefined> {
  const outcome = outcomes.get(flag)
  if (!COMPARES_JSON.has(flag) || !outcome?.expected || outcome.actual || outcome.code) return undefined
  const { json = {}, cose = '', cbor = '', prefix = '', certificate = '' } = file
  if (flag === 'ENCODE' && !differsInText(json, readHex(cbor))) return undefined
  const message = flag === 'VALIDJSON' && prefix ? readText(prefix).cose : readHex(cose)
  await isSignedBy(message, certificate)
  return differsInText(json, payloadOf(message)) ? 'JSON and signed bytes hold different texts' : undefined
}
