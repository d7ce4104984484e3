import { resolve } from 'node:path'
import { Command } from 'commander'
import { count } from '../../count.ts'
import { negativeResult } from '../../exit.ts'
import type { Io } from '../../io.ts'
import { appendTo, type Change, linesAbout, readRegister } from '../../revocation/register.ts'
import { lineOf } from '../../revocation/register-line.ts'
import { withRegister } from '../../revocation/register-lock.ts'
import { select } from '../../revocation/selection.ts'
import { jsonLine } from '../../terminal.ts'
import { addSelection, type ChangeOptions, jsonOption, reasonOption, registerOption } from './options.ts'

/** `vaxcert revoke add`. */
export function addCommand(io: Io): Command {
  return changeCommand('add', 'revoke certificates, or all that a document signer signed').action(
    async (options: ChangeOptions) => {
      const { entries, isPartial } = await select(options, io)
      const lines = entries.map((entry) => lineOf(entry, 'add', io.now(), options.reason))
      const path = resolve(io.cwd, options.register)
      const change = withRegister(path, () => appendTo(path, () => lines))
      const { written: added, without: alreadyThere, revoked } = change
      io.stdout.write(options.json ? jsonLine({ added, alreadyThere, revoked }) : addedText(change))
      if (isPartial) throw negativeResult()
    },
  )
}

/** `vaxcert revoke remove`: the register keeps both lines, the one that revoked and the one that takes it back. */
export function removeCommand(io: Io): Command {
  return changeCommand('remove', 'take back what was revoked by mistake').action(async (options: ChangeOptions) => {
    const { entries, isPartial } = await select(options, io)
    const lines = entries.map((entry) => lineOf(entry, 'remove', io.now(), options.reason))
    const path = resolve(io.cwd, options.register)
    readRegister(path)
    const change = withRegister(path, () => appendTo(path, (register) => linesAbout(register, lines)))
    const { written: removed, revoked } = change
    io.stdout.write(options.json ? jsonLine({ removed, revoked }) : removedText(change))
    if (isPartial || removed === 0) throw negativeResult()
  })
}

function changeCommand(name: string, description: string): Command {
  const command = new Command(name).description(description).addOption(registerOption())
  return addSelection(command).addOption(reasonOption()).addOption(jsonOption())
}

function addedText({ written, without, revoked }: Change): string {
  const before = without === 0 ? '' : `, ${without} already there`
  return `${count(written, 'revocation')} added${before}; ${revoked} in the register\n`
}

function removedText({ written, revoked }: Change): string {
  return `${written === 0 ? 'Nothing of it was revoked' : `${count(written, 'revocation')} removed`}; ${revoked} in the register\n`
}
