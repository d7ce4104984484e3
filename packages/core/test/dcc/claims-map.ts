import type { CborWritable } from '../../src/cose/cbor-value.ts'
import { CLAIM } from '../../src/dcc/payload.ts'
import { DCC_SHAPE, type Field, type Shape } from '../../src/dcc/schema-fields.ts'
import { EU_DCC_V1 } from '../../src/dcc/sub-claims/registry.ts'
import type { Claims } from '../../src/dcc/types.ts'

/** What `writePayload` writes, as Maps: for cbor-x to write too, and for tests to bend before they write it. */
export function writeClaims({ iss, exp, nbf, iat, dcc }: Claims): Map<number, CborWritable> {
  const payload = new Map<number, CborWritable>()
  if (iss !== undefined) payload.set(CLAIM.iss, iss)
  if (exp !== undefined) payload.set(CLAIM.exp, exp)
  if (nbf !== undefined) payload.set(CLAIM.nbf, nbf)
  if (iat !== undefined) payload.set(CLAIM.iat, iat)
  return payload.set(CLAIM.hcert, new Map([[EU_DCC_V1, toMap(dcc, DCC_SHAPE)]]))
}

function toMap(record: object, shape: Shape): Map<string, CborWritable> {
  const map = new Map<string, CborWritable>()
  for (const field of shape.fields) {
    const value: unknown = (record as Readonly<Record<string, unknown>>)[field.name]
    if (value !== undefined) map.set(field.name, toWritable(value, field))
  }
  return map
}

function toWritable(value: unknown, { kind, shape }: Field): CborWritable {
  if (shape === undefined) return value as CborWritable
  return kind === 'events' ? (value as object[]).map((entry) => toMap(entry, shape)) : toMap(value as object, shape)
}
