import { type CborSink, MAJOR, putHead, putInteger, putText } from '../cose/cbor-sink.ts'
import { CLAIM } from './payload.ts'
import { DCC_SHAPE, type Field, type Shape } from './schema-fields.ts'
import { EU_DCC_V1 } from './sub-claims/registry.ts'
import type { Claims } from './types.ts'

/** Reused by every call; a certificate that fits the schema takes less. */
const scratch = new Uint8Array(32 * 1024)

/**
 * The payload to be written, in our fixed order: iss, exp, iat, hcert, and within it the schema's order. Whatever is
 * undefined is left out; so are fields that the schema does not name. `dcc` has passed the strict schema.
 * The bytes hold until the next call.
 */
export function writePayload({ iss, exp, nbf, iat, dcc }: Claims): Uint8Array {
  const sink: CborSink = { bytes: scratch, at: 0 }
  const count =
    1 + Number(iss !== undefined) + Number(exp !== undefined) + Number(nbf !== undefined) + Number(iat !== undefined)
  putHead(sink, MAJOR.map, count)
  if (iss !== undefined) {
    putInteger(sink, CLAIM.iss)
    putText(sink, iss)
  }
  putTime(sink, CLAIM.exp, exp)
  putTime(sink, CLAIM.nbf, nbf)
  putTime(sink, CLAIM.iat, iat)
  putInteger(sink, CLAIM.hcert)
  putHead(sink, MAJOR.map, 1)
  putInteger(sink, EU_DCC_V1)
  putRecord(sink, dcc, DCC_SHAPE)
  if (sink.at > scratch.length) throw new TypeError('payload too long')
  return scratch.subarray(0, sink.at)
}

function putTime(sink: CborSink, label: number, time: number | undefined): void {
  if (time === undefined) return
  putInteger(sink, label)
  putInteger(sink, time)
}

/** No shape has more than 23 fields, so the head is one byte, written once they are counted. */
function putRecord(sink: CborSink, record: object, { fields }: Shape): void {
  const head = sink.at
  let count = 0
  sink.at += 1
  for (const field of fields) {
    const value: unknown = (record as Readonly<Record<string, unknown>>)[field.name]
    if (value === undefined) continue
    count += 1
    putText(sink, field.name)
    putValue(sink, value, field)
  }
  sink.bytes[head] = (MAJOR.map << 5) | count
}

function putValue(sink: CborSink, value: unknown, { kind, shape }: Field): void {
  if (shape === undefined) {
    if (kind === 'dose') putInteger(sink, value as number)
    else putText(sink, value as string)
  } else if (kind === 'record') putRecord(sink, value as object, shape)
  else {
    const events = value as readonly object[]
    putHead(sink, MAJOR.array, events.length)
    for (const event of events) putRecord(sink, event, shape)
  }
}
