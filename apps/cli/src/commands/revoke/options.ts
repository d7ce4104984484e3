import { type HashType, hashTypes } from '@vaxcert/core/trust'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { collectKid } from '../../kid.ts'
import { type Reason, reasons } from '../../revocation/register-line.ts'
import type { SelectionOptions } from '../../revocation/selection.ts'
import { parseDay } from '../../times.ts'

/** Options of the commands that change a register. */
export interface ChangeOptions extends SelectionOptions {
  readonly register: string
  readonly reason?: Reason
  readonly json: boolean
}

const DAY_MILLISECONDS = 86_400_000

/** Which register is meant. */
export function registerOption(): Option {
  return new Option('--register <file>', 'the register: NDJSON, one line for each change').makeOptionMandatory()
}

/** For programs. */
export function jsonOption(): Option {
  return new Option('--json', 'print JSON').default(false)
}

/** One of the fixed words. */
export function reasonOption(): Option {
  return new Option('--reason <word>', 'why, for the register').choices(reasons)
}

/** What is meant, for `add` and `remove`. */
export function addSelection(command: Command): Command {
  return command
    .addOption(new Option('--uvci <id...>', 'certificate identifiers, as typed by somebody').default([], 'none'))
    .option('--exact', 'identifiers to the letter, in no other spelling', false)
    .addOption(new Option('--kid <kid...>', 'who signed them, base64').argParser(collectKid).default([], 'none'))
    .addOption(new Option('--last-day <day>', 'last day on which they can be valid').argParser(readDayNumber))
    .addOption(
      new Option('--text <file...>', 'certificates: texts, one a line, or pictures; - for standard input').default(
        [],
        'none',
      ),
    )
    .addOption(
      new Option('--types <list>', 'hashes of a text')
        .argParser(readTypes)
        .default(['UCI', 'SIGNATURE'], 'UCI,SIGNATURE'),
    )
    .option('--trust <file>', 'take only texts that one of these signed')
    .option('--facility <id>', 'all doses of a facility, with --from, --until and --ledger')
    .addOption(new Option('--from <day>', 'first day of its doses').argParser(parseDay))
    .addOption(new Option('--until <day>', 'last day of its doses').argParser(parseDay))
    .option('--ledger <file>', 'what was issued: CSV or NDJSON with uvci, kid, facility, date, exp; also for --uvci')
    .addOption(new Option('--dsc <file|kid...>', 'all that a document signer signed').default([], 'none'))
}

/** "2022-06-01" as days since 1970. */
export function readDayNumber(text: string): number {
  return Date.parse(parseDay(text)) / DAY_MILLISECONDS
}

function readTypes(text: string): readonly HashType[] {
  const types = text.split(',')
  const known = hashTypes.filter((type) => types.includes(type))
  if (known.length < types.length)
    throw new InvalidArgumentError(`Allowed are ${hashTypes.join(', ')}, with commas between.`)
  return known
}
