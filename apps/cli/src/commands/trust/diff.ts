import { Command } from 'commander'
import { negativeResult } from '../../exit.ts'
import type { Io } from '../../io.ts'
import { jsonLine } from '../../terminal.ts'
import { answering } from '../../trust/answer.ts'
import { differences, isSame } from '../../trust/difference.ts'
import { differenceText } from '../../trust/difference-text.ts'
import { contentsOfLook, lookAt } from '../../trust/look.ts'
import { jsonOption } from './options.ts'

const help = `
Each is a folder that a checker holds, a published or a staged one, a signed list or a plain one (JSON). Exit code 0 when both say the
same, 1 when they differ.

Example:
  $ vaxcert trust diff /srv/lists staged-7`

/** `vaxcert trust diff`: what was added, removed and changed between two sets of lists. */
export function trustDiffCommand(io: Io): Command {
  return new Command('diff')
    .description('Compare what two folders or lists say.')
    .argument('<before>', 'folder or list')
    .argument('<after>', 'folder or list')
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action((before: string, after: string, { json }: { json: boolean }) =>
      answering(io, json, async () => {
        const [old, young] = [await lookAt(before, undefined, io), await lookAt(after, undefined, io)]
        const difference = differences(contentsOfLook(old), contentsOfLook(young))
        io.stdout.write(json ? jsonLine(difference) : differenceText(difference))
        if (!Object.values(difference).every(isSame)) throw negativeResult()
      }),
    )
}
