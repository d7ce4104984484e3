import { type Command, Option } from 'commander'
import { usageError } from './exit.ts'

/**
 * `--database URL`, or DATABASE_URL. A URL with a password is taken from the surroundings alone: what stands on a command line
 * is seen by everybody on the machine, and kept by the shell. `what` tells what the server is for.
 */
export function addDatabase(command: Command, what: string): Command {
  const option = new Option('--database <url>', `${what}; a password goes into DATABASE_URL or PGPASSWORD`)
  return command.addOption(option.env('DATABASE_URL')).hook('preAction', (_, acting) => refusePassword(acting))
}

/** @throws CommanderError with exit code 2 */
function refusePassword(command: Command): void {
  const { database } = command.opts<{ database?: string }>()
  if (command.getOptionValueSource('database') !== 'cli' || !hasPassword(database ?? '')) return
  throw usageError(
    'A password on a command line is seen by others: put the URL into DATABASE_URL, or it into PGPASSWORD.',
  )
}

/** Before the host, or as a parameter. */
function hasPassword(url: string): boolean {
  return /\/\/[^@?]*:[^@?]*@/.test(url) || /[?&]password=/i.test(url)
}
