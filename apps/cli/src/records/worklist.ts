import { Command } from 'commander'
import type { Io } from '../io.ts'
import { worklistExportCommand } from './worklist-export.ts'
import { worklistImportCommand } from './worklist-import.ts'

const examples = `
Three lists for each commune (letter 2262/BYT-CNTT): a no number, b malformed number, c wrong number, name, birth date or sex;
two for each facility, or the health department where none is known: d doses, e foreigners.
The office writes into the yellow columns and signs; nothing else of a sheet may change.

Examples:
  $ vaxcert worklist export cleansed --out lists-may
  $ vaxcert worklist import phucxa.xlsx --lists lists-may --key station --out back`

/** `vaxcert worklist`: lists for communes, and what comes back. */
export function worklistCommand(io: Io): Command {
  const command = new Command('worklist').description(
    'Make lists for the offices that must mend records; read them back.',
  )
  for (const make of [worklistExportCommand, worklistImportCommand]) command.addCommand(make(io))
  return command.addHelpText('after', examples)
}
