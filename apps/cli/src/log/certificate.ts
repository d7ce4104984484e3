import { readText } from '@vaxcert/core/dcc'
import { Option } from 'commander'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'

/** More than any text with its line end. */
const MAX_TEXT_BYTES = 8192

export function certificateOption(): Option {
  return new Option(
    '--certificate <file>',
    'the certificate: its text, HC1:…; - for standard input',
  ).makeOptionMandatory()
}

/**
 * The COSE message of the one certificate in a file.
 * @throws CommanderError with exit code 2 when it cannot be read or holds several; Fault `text.*` when that is none
 */
export async function readCose(path: string, io: Io): Promise<Uint8Array> {
  const text = Buffer.from(await readWhole(path, io, MAX_TEXT_BYTES))
    .toString()
    .trim()
  if (text.includes('\n')) throw usageError('Give one certificate at a time.')
  return readText(text).cose
}
