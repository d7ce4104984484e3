import { readShortest, writeShortest } from '../cose/cbor-shortest.ts'
import { sameBytes } from '../cose/same-bytes.ts'
import { type ListKind, listKinds } from './list-kind.ts'
import { demand, demandBytes, demandMap, demandWhole } from './list-shape.ts'

/** What a signed file may be. */
export type FileKind = 'root' | 'manifest' | ListKind

/** What is signed of a file: which one it is, from when to when, and the hash of its body. */
export interface Statement {
  readonly kind: FileKind
  /** Counts how often numbers started anew. */
  readonly epoch: number
  /** Counts the files of this kind within the epoch; that of a root counts through. */
  readonly number: number
  /** Whole seconds since 1970. */
  readonly issuedAt: number
  readonly expiresAt: number
  /** SHA-256 of the body, 32 bytes. */
  readonly sha256: Uint8Array
  /** Of the body, in bytes. */
  readonly length: number
}

const kinds: readonly string[] = ['root', 'manifest', ...listKinds]
const members = ['kind', 'epoch', 'number', 'issuedAt', 'expiresAt', 'sha256', 'length'] as const

/** Longest statement there can be, in bytes. */
const MAX_STATEMENT_BYTES = 256

/**
 * Reads the payload of a list signature: these members in this order and no other, in shortest form.
 * @throws Fault `list.shape`
 */
export function readStatement(bytes: Uint8Array): Statement {
  const value = readShortest(bytes, { code: 'list.shape', maxBytes: MAX_STATEMENT_BYTES })
  const fields = demandMap(value, members)
  demand(kinds.includes(fields.kind as string), 'kind')
  const [issuedAt, expiresAt] = [demandWhole(fields.issuedAt), demandWhole(fields.expiresAt)]
  demand(issuedAt <= expiresAt, 'expires before it is issued')
  return {
    kind: fields.kind as FileKind,
    epoch: demandWhole(fields.epoch),
    number: demandWhole(fields.number),
    issuedAt,
    expiresAt,
    sha256: demandBytes(fields.sha256, 32),
    length: demandWhole(fields.length),
  }
}

/** The bytes that every signature of the file carries. */
export function writeStatement(statement: Statement): Uint8Array {
  return writeShortest(new Map(members.map((name) => [name, statement[name]])))
}

/** Whether two files say the same, body included, whoever signed them. */
export function isSameStatement(left: Statement, right: Statement): boolean {
  return sameBytes(writeStatement(left), writeStatement(right))
}
