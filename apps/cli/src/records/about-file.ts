import { basename } from 'node:path'
import { Fault } from '@vaxcert/core'
import { usageError } from '../exit.ts'
import { printable } from '../terminal.ts'

/** What to do where a file cannot be used. */
const advice: Readonly<Record<string, string>> = {
  'record.empty': 'Export it once more.',
  'record.heading':
    'It needs a row of headings, one for each field. Where they are not known, say what they mean with --mapping; ' +
    'of a workbook, choose the sheet with --sheet.',
  'record.mapping': 'Write it like {"columns": {"Họ và tên": "full_name"}}; clean.csv is headed with all fields.',
  'record.workbook': 'Open it in Excel and save it as XLSX without a password, or as CSV UTF-8.',
  'record.too-large': 'Save it as CSV UTF-8, or in parts.',
  'record.patients': 'Hand it in by parts, each with its own patients, or as CSV.',
  'record.lots': 'It is headed lot,product,arrived,expires[,extended]; days are like 2022-05-31.',
  'record.facilities': 'It is headed code,name,province,commune[,opened,closed]; days are like 2022-05-31.',
  'record.communes': 'It is headed list,code,name; list is 2004-63 or 2025-34.',
  'record.cancelled-numbers': 'It is headed cancelled,current.',
  'record.counts': 'It is headed facility,day,given; days are like 2022-05-31.',
  'record.received': 'It is headed facility,lot,doses.',
  'record.limits': 'Every limit must be there, and no other.',
  'record.decisions': 'It must be one that was made from columns.json, or by vaxcert worklist import.',
  'worklist.input': 'It must be one that was made from columns.json, or by vaxcert worklist import.',
}

/** Does something with a file, now or later; a Fault that has its cause there is told with the file's name, and what to do. */
export function aboutFile<T>(path: string, act: () => T): T {
  try {
    const made = act()
    return made instanceof Promise ? (made.catch((error: unknown) => rethrow(path, error)) as T) : made
  } catch (error) {
    return rethrow(path, error)
  }
}

/** The same for what is read out of a file, piece by piece. */
export async function* outOfFile<T>(path: string, pieces: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pieces
  } catch (error) {
    rethrow(path, error)
  }
}

function rethrow(path: string, error: unknown): never {
  if (!(error instanceof Fault) || !Object.hasOwn(advice, error.code)) throw error
  throw usageError(`${printable(basename(path))}: ${detailOf(error)}. ${advice[error.code]}`)
}

function detailOf({ code, message }: Fault): string {
  return message.startsWith(`${code}: `) ? message.slice(code.length + 2) : message
}
