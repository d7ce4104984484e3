import { parseSign1, readToBeSigned, writeSign1 } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { ledgerRows } from '../ledger/ledger-rows.ts'
import { logEntry, SALT_BYTES } from './entry.ts'

/** What the ledger knows of an entry of the log. */
export interface CertificateRow {
  readonly leaf: number | string
  readonly salt: Uint8Array
  readonly signature: Uint8Array
  /** Null where nothing was intended, which must not be. */
  readonly to_be_signed: Uint8Array | null
}

const CERTIFICATES = `
  select certificate.leaf, certificate.salt, certificate.signature, intent.to_be_signed
  from vaxcert.certificate left join vaxcert.intent using (dose_no)
  where certificate.leaf < $1
  order by certificate.leaf`

/** Certificates of the first leaves, in their order; in bounded memory. @throws Fault `ledger.*` */
export function certificateRows(database: Database, size: number): AsyncIterable<CertificateRow> {
  return ledgerRows(database, CERTIFICATES, [size])
}

/**
 * The entry that a certificate has in the log, made anew from what was signed.
 * @throws Fault `cose.shape`, `log.entry` when what is stored is no certificate
 */
export function entryOfRow({ to_be_signed, salt, signature }: CertificateRow): Uint8Array {
  const { protectedBytes, payload } = readToBeSigned(to_be_signed ?? new Uint8Array())
  return entryOfCose(writeSign1(protectedBytes, payload, signature), salt)
}

/**
 * The entry of a COSE_Sign1 message, its signer as its header says.
 * @throws Fault `cose.shape` when it is none, `log.entry` when it names no signer, or the salt is not of 16 bytes
 */
export function entryOfCose(cose: Uint8Array, salt: Uint8Array): Uint8Array {
  const { kid } = parseSign1(cose)
  if (kid === undefined || salt.length !== SALT_BYTES) throw new Fault('log.entry', 'no kid, or not a salt')
  return logEntry(kid, salt, cose)
}
