import { readAt } from './at.ts'
import { readCh } from './ch.ts'
import { readDe } from './de.ts'
import { readDgcg } from './dgcg.ts'
import type { ForeignFormat, ReadForeignList } from './foreign-list.ts'
import { readGdhcn } from './gdhcn/index.ts'
import { readIt } from './it.ts'
import { readNl } from './nl.ts'
import { readSe } from './se.ts'

/** The reader of each format. */
export const foreignReaders: Readonly<Record<ForeignFormat, ReadForeignList>> = {
  dgcg: readDgcg,
  de: readDe,
  at: readAt,
  ch: readCh,
  se: readSe,
  nl: readNl,
  it: readIt,
  gdhcn: readGdhcn,
}
