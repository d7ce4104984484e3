import type { Lettering } from '../read/column-survey.ts'
import { decode1258, decodeUtf8 } from './code-pages.ts'
import { decodeKeystrokes } from './keystrokes.ts'
import { decodeTcvn3 } from './tcvn3.ts'
import { decodeViqr } from './viqr.ts'
import { decodeVni } from './vni.ts'

const decoders: Readonly<Record<Lettering, (text: string) => string>> = {
  unicode: (text) => text,
  tcvn3: decodeTcvn3,
  vni: decodeVni,
  'cp1258-as-1252': decode1258,
  'utf8-as-1252': decodeUtf8,
  viqr: decodeViqr,
  telex: decodeKeystrokes,
}

/**
 * A text in Unicode, of which `lettering` says how it is written (vietnam.md §4.3). Which one that is, a whole column
 * says, never one cell: letterings share their letters with each other and with right Vietnamese. NFC for what it decodes.
 */
export function decodeLettering(text: string, lettering: Lettering): string {
  return decoders[lettering](text)
}

/** All but Unicode, in the order in which they are asked what a text could be. */
export const legacyLetterings: readonly Lettering[] = [
  'utf8-as-1252',
  'tcvn3',
  'vni',
  'cp1258-as-1252',
  'viqr',
  'telex',
]
