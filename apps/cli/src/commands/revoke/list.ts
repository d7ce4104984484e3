import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Io } from '../../io.ts'
import { readRegister } from '../../revocation/register.ts'
import type { RegisterLine } from '../../revocation/register-line.ts'
import { jsonLine } from '../../terminal.ts'
import { jsonOption, registerOption } from './options.ts'

/** `vaxcert revoke list`: what is revoked now. */
export function listCommand(io: Io): Command {
  return new Command('list')
    .description('show what is revoked')
    .addOption(registerOption())
    .addOption(jsonOption())
    .action(({ register, json }: { readonly register: string; readonly json: boolean }) => {
      for (const line of readRegister(resolve(io.cwd, register)).values()) {
        io.stdout.write(json ? jsonLine(line) : lineText(line))
      }
    })
}

function lineText({ type, hash = '', kid = 'any signer', until, at, reason }: RegisterLine): string {
  const ends = until === undefined ? '' : `, until ${until}`
  const why = reason === undefined ? '' : `, ${reason}`
  return `${type.padEnd(14)} ${hash.padEnd(24)} ${kid.padEnd(12)} since ${at}${ends}${why}\n`
}
