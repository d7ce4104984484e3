/** Why a request is not taken, before anything is asked of the ledger. */
export type RequestCode =
  /** No token and no certificate, or one that nobody entered. */
  | 'caller.unknown'
  /** The caller may not do this. */
  | 'caller.scope'
  /** More requests in this minute than the caller may send. */
  | 'caller.rate'
  /** No such door, or not by this method. */
  | 'request.path'
  /** No JSON, or not of the shape that the document of the interface says. */
  | 'request.shape'
  | 'request.size'
  /** Too many requests wait already. */
  | 'request.busy'
  /** Nothing is known of this dose or batch. */
  | 'request.unknown'

const statuses: Readonly<Record<string, number>> = {
  'caller.unknown': 401,
  'caller.scope': 403,
  'caller.rate': 429,
  'request.path': 404,
  'request.shape': 400,
  'request.size': 413,
  'request.busy': 503,
  'request.unknown': 404,
  'dose.conflict': 409,
  'gate.facility-rate': 429,
  'gate.blast-radius': 429,
  'gate.standing': 429,
  'signer.busy': 503,
  'signer.kid': 503,
  'ledger.busy': 503,
  'ledger.lost': 503,
  'ledger.full': 503,
  'ledger.fenced': 503,
  'database.connect': 503,
  'database.lost': 503,
}

/** Stages whose refusals are about what was sent. */
const CONTENT = /^(?:gate|record|dcc|dose|confirm|revoke)\./

/** The HTTP status that goes with a code: 503 where the same may be sent again, 500 where only we can mend it. */
export function statusOf(code: string): number {
  return statuses[code] ?? (CONTENT.test(code) ? 422 : 500)
}
