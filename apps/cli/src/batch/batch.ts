import { Command } from 'commander'
import type { Io } from '../io.ts'
import { batchApproveCommand } from './approve.ts'
import { batchExportCommand } from './export.ts'
import { batchForgetCommand } from './forget.ts'
import { batchPlanCommand } from './plan.ts'
import { batchRenewCommand } from './renew.ts'
import { batchRetryCommand } from './retry.ts'
import { batchRevokeCommand } from './revoke.ts'
import { batchRunCommand } from './run.ts'
import { batchWorkCommand } from './run-child.ts'
import { batchServeCommand } from './serve.ts'
import { batchStandingCommand } from './standing.ts'
import { batchStatusCommand } from './status.ts'
import { batchVerifyCommand } from './verify.ts'

const examples = `
A batch goes through planned, approved by two people, issued, exported. It can be stopped at any point, and goes on where it was.

Examples:
  $ vaxcert batch plan clean.csv --confirmation confirmed/*.json --units units.json --ca ca.pem --identities identities.csv \\
      --dsc dsc.pem --issuer 'Ministry' --by 'Phạm Văn Mẫu'
  $ vaxcert batch approve 1 --approvers approvers.json --key first --digest 3f5a…
  $ vaxcert batch run --approvers approvers.json --log-key log --dsc dsc.pem --issuer 'Ministry' --pkcs11 /usr/lib/softhsm/libsofthsm2.so \\
      --token issuing --pin-file pin --key-label dsc --database postgres://…  --workers 4
  $ vaxcert batch export 1 --out passes --by facility`

/** Subcommands, in the order in which the help lists them. */
const commands: readonly ((io: Io) => Command)[] = [
  batchPlanCommand,
  batchApproveCommand,
  batchRunCommand,
  batchStatusCommand,
  batchRetryCommand,
  batchVerifyCommand,
  batchExportCommand,
  batchRenewCommand,
  batchRevokeCommand,
  batchForgetCommand,
  batchStandingCommand,
  batchServeCommand,
]

/** `vaxcert batch`: issuing at national scale. */
export function batchCommand(io: Io): Command {
  const command = new Command('batch').description('Plan, approve and issue certificates by the million.')
  for (const make of commands) command.addCommand(make(io))
  command.addCommand(batchWorkCommand(io), { hidden: true })
  return command.addHelpText('after', examples)
}
