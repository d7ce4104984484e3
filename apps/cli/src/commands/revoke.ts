import { Command } from 'commander'
import type { Io } from '../io.ts'
import { addCommand, removeCommand } from './revoke/change.ts'
import { listCommand } from './revoke/list.ts'
import { batchesCommand, publishCommand } from './revoke/publish.ts'

const examples = `
A register holds hashes, never an identifier or a name. It only grows; what is there already is told and not written
again. One who was stopped half-way simply does it again.

Examples:
  $ vaxcert revoke add --register revoked.ndjson --uvci URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#3 --reason fraud
  $ vaxcert revoke add --register revoked.ndjson --text found.png --trust trust-list.json
  $ vaxcert revoke add --register revoked.ndjson --facility 01001 --from 2021-08-01 --until 2021-08-14 --ledger issued.csv
  $ vaxcert revoke add --register revoked.ndjson --dsc stolen-dsc.pem
  $ vaxcert revoke publish --register revoked.ndjson --out edition-8 --previous edition-7`

/** `vaxcert revoke`: a register of what is revoked, and what is published from it. */
export function revokeCommand(io: Io): Command {
  const revoke = new Command('revoke').description('Revoke certificates, and publish what is revoked.')
  for (const make of [addCommand, removeCommand, listCommand, publishCommand, batchesCommand]) {
    revoke.addCommand(make(io))
  }
  return revoke.addHelpText('after', examples)
}
