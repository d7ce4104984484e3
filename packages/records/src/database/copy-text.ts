import type { CopyCell, CopyRows } from './database.ts'

/** Characters of one piece of COPY input. */
const PIECE = 1 << 20

const special = /[\\\n\r\t\0]/g
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\ufffd',
}

/** Rows in the text format of COPY, in pieces of about a megabyte; U+0000, which no text of a database holds, as U+FFFD. */
export async function* copyText(rows: CopyRows): AsyncGenerator<string> {
  let piece = ''
  for await (const row of rows) {
    piece += `${row.map(copyCell).join('\t')}\n`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** The statement that COPY runs by; names are ours, never a user's. */
export function copyInto(table: string, columns: readonly string[], source: string): string {
  return `copy ${table} (${columns.join(', ')}) from ${source}`
}

function copyCell(cell: CopyCell): string {
  if (cell === null) return '\\N'
  return cell instanceof Uint8Array ? byteCell(cell) : cell.replace(special, (sign) => escapes[sign] as string)
}

/** Its hex needs no escapes but that before the \x of the type. */
function byteCell({ buffer, byteOffset, length }: Uint8Array): string {
  return `\\\\x${Buffer.from(buffer, byteOffset, length).toString('hex')}`
}
