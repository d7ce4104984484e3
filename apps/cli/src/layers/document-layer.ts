import { Fault } from '@vaxcert/core'
import type { CborValue } from '@vaxcert/core/cose'
import { type HealthDocument, readDocuments, type SubClaim, subClaimOf } from '@vaxcert/core/dcc'

/** A health document that is none of the EU's: shown field by field, judged by nobody. */
export interface DocumentLayer extends HealthDocument {
  readonly judged: false
  readonly status: SubClaim['status'] | 'unknown'
  /** What defines its content. */
  readonly spec?: string
}

const HCERT = -260

/** The documents in a payload, beside the EU's certificate or without one. None where the container is not right. */
export function documentLayers(payload: CborValue): readonly DocumentLayer[] {
  const hcert = payload instanceof Map ? payload.get(HCERT) : undefined
  if (!(hcert instanceof Map)) return []
  try {
    return readDocuments(hcert).map(documentLayer)
  } catch (error) {
    if (error instanceof Fault) return []
    throw error
  }
}

/** A document with what the registry says of its kind. */
export function documentLayer({ subClaim, name, ...content }: HealthDocument): DocumentLayer {
  const { status = 'unknown', spec } = subClaimOf(subClaim) ?? {}
  return { subClaim, name, status, ...(spec !== undefined && { spec }), judged: false, ...content }
}
