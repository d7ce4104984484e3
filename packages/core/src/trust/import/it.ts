import { dropped, fromCertificate, gather, type Outcome } from './entries.ts'
import type { ForeignList, ForeignSource } from './foreign-list.ts'
import { bytesOf, filesOf, jsonOf, membersOf, requireEntries, sourceFault } from './source.ts'

/**
 * Reads what Italy's verifier service (dgca-verifier-service) gives out one certificate at a time, gathered by whoever
 * fetched it: a JSON object with each certificate, base64, under its kid; and, if wanted, the service's
 * `signercertificate/status`, a JSON array of the kids in use. Nobody signs either, so the caller must say that this
 * will do.
 * @throws Fault `source.*`
 */
export async function readIt(source: ForeignSource): Promise<ForeignList> {
  if (source.unsigned !== true) throw sourceFault('source.unsigned', 'nobody signs this format')
  const parts = filesOf(source, 1, 2).map(jsonOf)
  const certificates = parts.map(membersOf).filter((members) => members !== undefined)
  const [status, another] = parts.filter(Array.isArray)
  if (certificates.length !== 1 || another !== undefined)
    throw sourceFault('source.shape', 'not one set of certificates')
  const active = status && new Set(requireEntries(status))
  const entries = requireEntries(Object.entries(certificates[0] ?? {})) as readonly [string, unknown][]
  const outcomes = entries.map(([kid, value]) => outcomeOf(kid, value, active))
  return { format: 'it', verified: false, ...gather(outcomes), notes: ['unsigned', 'undated'] }
}

function outcomeOf(kid: string, value: unknown, active: ReadonlySet<unknown> | undefined): Outcome {
  if (active !== undefined && !active.has(kid)) return dropped({ kid }, 'inactive')
  return fromCertificate({ kid }, bytesOf(value))
}
