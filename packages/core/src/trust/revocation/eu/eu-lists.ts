import { ANY_SIGNER, KID_BYTES } from '../../kid-key.ts'
import { demand, demandArray, demandBase64, demandText } from '../../list-shape.ts'
import { MAX_SIGNERS } from '../../trust-list.ts'
import { type HashType, hashTypes } from '../revocation-hash.ts'
import type { SliceForm } from './slice.ts'

/** How the hashes of a signer are spread: by none, one or two of their hex digits, and one more for the chunk. */
export type EuMode = 'POINT' | 'VECTOR' | 'COORDINATE'

/** What the distribution service knows of one signer (`/lists`). */
export interface EuSigner {
  /** `ANY_SIGNER` where states did not know it. */
  readonly kid: Uint8Array
  readonly mode: EuMode
  readonly hashTypes: readonly HashType[]
}

/** One slice (`/lists/{kid}/partitions`). */
export interface EuSliceEntry {
  /** Hex digits: none, "x" or "xy". */
  readonly partition: string
  /** A hex digit. */
  readonly chunk: string
  /** Seconds since 1970; what it holds has expired then. */
  readonly expires: number
  readonly form: SliceForm
  /** SHA-256 of it in lower-case hex: its name. */
  readonly sha256: string
}

/** What states write that do not know who signed; the service hands it on. */
export const UNKNOWN_KID = 'UNKNOWN_KID'

const MAX_PARTITIONS = 256
/** Slices of one chunk differ by the minute in which they expire. */
const MAX_SLICES = 4096

/**
 * Reads what JSON.parse made of `GET /lists` of dgca-revocation-distribution-service. Members that we have no use for
 * are passed over, as the service has added some over time.
 * @throws Fault `list.shape`
 */
export function readEuSigners(json: unknown): readonly EuSigner[] {
  return demandArray(json, MAX_SIGNERS).map((entry) => {
    const { kid, mode, hashTypes: types } = recordOf(entry)
    demand(mode === 'POINT' || mode === 'VECTOR' || mode === 'COORDINATE', 'mode')
    return {
      kid: readSignerKid(kid),
      mode,
      hashTypes: demandArray(types, hashTypes.length).map(readHashType),
    }
  })
}

/** Base64, or base64url, as kids stand in the paths of the service. */
function readSignerKid(value: unknown): Uint8Array {
  if (value === UNKNOWN_KID) return ANY_SIGNER
  const text = typeof value === 'string' ? value.replaceAll('-', '+').replaceAll('_', '/').padEnd(12, '=') : value
  return demandBase64(text, KID_BYTES)
}

/**
 * Reads what JSON.parse made of `GET /lists/{kid}/partitions`, for one form of slice.
 * @throws Fault `list.shape`
 */
export function readEuPartitions(json: unknown): readonly EuSliceEntry[] {
  return demandArray(json, MAX_PARTITIONS).flatMap((entry) => {
    const { id, chunks } = recordOf(entry)
    const partition = id === null || id === undefined ? '' : demandText(id, /^[0-9a-f]{1,2}$/, 2)
    return entriesOf(chunks, 16).flatMap(([chunk, slices]) =>
      entriesOf(slices, MAX_SLICES).map(([expires, slice]) => readEntry(partition, chunk, expires, slice)),
    )
  })
}

/**
 * A type by its name.
 * @throws Fault `list.shape`
 */
export function readHashType(value: unknown): HashType {
  const type = hashTypes.find((name) => name === value)
  demand(type !== undefined, 'hash type')
  return type
}

/**
 * A moment as Java writes it, with or without a fraction: "2022-06-01T00:00:00Z". Seconds since 1970.
 * @throws Fault `list.shape`
 */
export function readMoment(value: unknown): number {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/
  const seconds = Date.parse(demandText(value, form, 40)) / 1000
  demand(Number.isFinite(seconds), 'no such time')
  return seconds
}

function readEntry(partition: string, chunk: string, expires: string, slice: unknown): EuSliceEntry {
  const { type, hash } = recordOf(slice)
  demand(type === 'BLOOMFILTER' || type === 'VARHASHLIST', 'form of a slice')
  return {
    partition,
    chunk: demandText(chunk, /^[0-9a-f]$/, 1),
    expires: readMoment(expires),
    form: type,
    sha256: demandText(hash, /^[0-9a-f]{64}$/, 64),
  }
}

/** An object, whatever its members. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  demand(typeof value === 'object' && value !== null && !Array.isArray(value), 'not an object')
  return value as Readonly<Record<string, unknown>>
}

function entriesOf(value: unknown, max: number): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(recordOf(value))
  demand(entries.length <= max, 'too many members')
  return entries
}
