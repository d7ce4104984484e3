import type { LedgerCode } from '@vaxcert/batch'

/** What keeps the ledger from going on. */
export const ledgerWords: Readonly<
  Record<LedgerCode | 'database.connect' | 'database.embedded' | 'database.lost', string>
> = {
  'ledger.lost': 'the connection to the ledger was lost; do the same again, nothing is done twice',
  'ledger.full': 'the disk of the ledger is full; make room, then do the same again',
  'ledger.fenced': 'another worker has taken over',
  'ledger.busy': 'another process is in the way; do the same again',
  'ledger.refused': 'the database refused a statement: the ledger, or who may write it, is not as it should be',
  'ledger.newer': 'the ledger was made by a newer version: update vaxcert',
  'ledger.changed': 'the ledger went through other migrations than ours',
  'ledger.broken': 'what the ledger holds contradicts itself: vaxcert batch verify tells where',
  'ledger.taken':
    'a row is there already that should only come now: do the same again; if it stays, vaxcert batch verify tells what',
  'ledger.clock':
    "this machine's clock and the database's differ, or something was issued later than now: compare the clocks",
  'database.connect': 'no PostgreSQL answers at that address',
  'database.embedded': 'the embedded database does not start: is there room on the disk?',
  'database.lost': 'the connection to the ledger was lost; do the same again, nothing is done twice',
}
