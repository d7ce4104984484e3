import { Command } from 'commander'
import type { Io } from '../io.ts'
import { trustBuildCommand } from './trust/build.ts'
import { trustDiffCommand } from './trust/diff.ts'
import { trustImportCommand } from './trust/import.ts'
import { trustPublishCommand } from './trust/publish.ts'
import { trustRootCommand } from './trust/root.ts'
import { trustRotateCommand } from './trust/rotate.ts'
import { trustShowCommand } from './trust/show.ts'
import { trustSignCommand } from './trust/sign.ts'
import { trustUpdateCommand } from './trust/update.ts'

const about = `
From root to checker: root, build, sign (each holder of a key by itself), publish; then build, sign, publish again and again, and
rotate when a key changes. Checkers update. Exit codes: 0 done, 1 refused or different, 2 wrong usage or a file that cannot be used.`

/** In the order in which the help lists them. */
const commands = [
  trustShowCommand,
  trustDiffCommand,
  trustImportCommand,
  trustUpdateCommand,
  trustRootCommand,
  trustBuildCommand,
  trustSignCommand,
  trustPublishCommand,
  trustRotateCommand,
]

/** `vaxcert trust`: signed lists, for those who publish them and those who hold them. */
export function trustCommand(io: Io): Command {
  const trust = new Command('trust')
    .description('Signed lists: build, sign, publish, compare, and hold them.')
    .addHelpText('after', about)
  for (const makeCommand of commands) trust.addCommand(makeCommand(io))
  return trust
}
