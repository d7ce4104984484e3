import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type PdfOptions, passPdf } from '@vaxcert/paper/pdf'
import { fileNames } from '../certificates/file-names.ts'
import { usageError } from '../exit.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { openPartFile, PART } from './part-file.ts'
import { readPass } from './pass-fields.ts'
import { openVolumes, type Volumes } from './volumes.ts'

/** What lies in one file: one certificate, those of a facility, or all. */
export type Merge = 'none' | 'facility' | 'all'

export interface PaperOptions extends PdfOptions {
  readonly merge: Merge
  /** Most pages of one file. */
  readonly pagesPerFile: number
}

/** A certificate that is to be printed. */
export interface ToPrint {
  readonly text: string
  /** What its file is called, where it has one of its own. */
  readonly id: string
  /** Whose file it goes into. */
  readonly facility: string
}

/** What became of a certificate; `field` tells which of its fields cannot be printed. */
export type Printed =
  | { readonly ok: true; readonly isFine: boolean }
  | { readonly ok: false; readonly code: string; readonly field?: string }

/** A folder of PDF documents that grows certificate by certificate, in memory that does not. */
export interface PaperFolder {
  print(certificate: ToPrint): Promise<Printed>
  /** Ends all documents and gives the names of the files, relative to the folder. */
  close(): Promise<readonly string[]>
}

/**
 * Makes a folder that its owner alone may look into, or takes one that holds no PDF.
 * @throws CommanderError with exit code 2
 */
export function openPaperFolder(path: string, options: PaperOptions): PaperFolder {
  if (existsSync(path) && readdirSync(path).some((name) => name.endsWith('.pdf') || name.endsWith(PART)))
    throw usageError('The output folder holds the pages of an earlier run. Choose another one with --out.')
  makePrivateFolder(path)
  return options.merge === 'none' ? loosePages(path, options) : boundPages(openVolumes(path, options), options.merge)
}

function loosePages(path: string, options: PaperOptions): PaperFolder {
  const nameOf = fileNames()
  const files: string[] = []
  return {
    async print({ text, id }) {
      const read = readPass(text)
      if (!read.ok) return read
      const page = passPdf(read.pass, options)
      if (!page.ok) return page
      const name = `${nameOf(id)}.pdf`
      const file = await openPartFile(join(path, name))
      await file.append(page.bytes)
      await file.finish()
      files.push(name)
      return page
    },
    close: async () => files,
  }
}

function boundPages(volumes: Volumes, merge: 'facility' | 'all'): PaperFolder {
  return {
    async print({ text, facility }) {
      const read = readPass(text)
      return read.ok ? volumes.add(merge === 'all' ? 'certificates' : facility, read.pass) : read
    },
    close: () => volumes.close(),
  }
}
