import { X509Certificate } from 'node:crypto'
import { Fault } from '@vaxcert/core'
import { readText } from '@vaxcert/core/dcc'
import { readHex } from '../encoded-bytes.ts'
import type { DgcFile, FlagName, Outcomes } from './dgc-file.ts'
import { certificateDer, isSignedBy, payloadOf } from './dgc-layers.ts'
import { schemaDifference } from './dgc-schema-known.ts'
import { differsInText } from './dgc-texts.ts'

/** Says why a file cannot be met, in fixed words; undefined when this rule finds nothing against it. */
type Rule = (file: DgcFile, flag: FlagName, outcomes: Outcomes) => string | undefined | Promise<string | undefined>

const rules: readonly Rule[] = [foreignCurve, schemaDifference, otherText]

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
