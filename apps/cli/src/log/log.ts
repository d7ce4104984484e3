import { Command } from 'commander'
import type { Io } from '../io.ts'
import { checkProofCommand } from './check-proof.ts'
import { exportCommand } from './export.ts'
import { keysCommand } from './keys.ts'
import { proveCommand } from './prove.ts'
import { verifyCommand } from './verify.ts'
import { witnessCommand } from './witness.ts'

const examples = `
The issuing log holds a salted hash of every certificate, nothing personal, in files that anybody may publish (C2SP tlog-tiles).
Keys are Ed25519: PREFIX.key.pem signs, PREFIX.vkey is the public half as one line of text.

Examples:
  $ vaxcert log keys --out keys/log --name log.moh.example/vaxcert
  $ vaxcert log export published --ledger ledger
  $ vaxcert log verify published --key keys/log.vkey
  $ vaxcert log keys --out keys/witness --name witness.example --witness
  $ vaxcert log witness published --log-key keys/log.vkey --key keys/witness --state seen --new >> published/checkpoint
  $ vaxcert log prove published --certificate pass.txt --salt ABEiM0RVZneImaq7zN3u/w== --key keys/log.vkey > pass.tlog-proof
  $ vaxcert log check-proof pass.tlog-proof --certificate pass.txt --key keys/log.vkey`

/** `vaxcert log`: the issuing log, its witnesses and its proofs. */
export function logCommand(io: Io): Command {
  const command = new Command('log').description('Publish the issuing log, verify it, witness it, prove what is in it.')
  for (const make of [verifyCommand, exportCommand, proveCommand, checkProofCommand, witnessCommand, keysCommand]) {
    command.addCommand(make(io))
  }
  return command.addHelpText('after', examples)
}
