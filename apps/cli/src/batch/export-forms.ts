import { mkdirSync } from 'node:fs'
import { type FileHandle, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReleasedCertificate } from '@vaxcert/batch'
import { qrPng, qrSvg } from '@vaxcert/paper'
import { fileNames } from '../certificates/file-names.ts'
import { openPaperFolder } from '../paper/paper-folder.ts'
import { base64, jsonLine } from '../terminal.ts'
import type { ExportForm } from './export-folder.ts'

/** Certificates that are written together. */
export interface ExportUnitFile {
  /** Answers why a certificate has no page, where it has none; its line is written all the same. */
  add(certificate: ReleasedCertificate): Promise<string | undefined>
  /** Called once, whether everything was written or not. */
  close(): Promise<void>
}

/** Name of the list of certificates in a folder of pictures or pages. */
export const LIST = 'certificates.ndjson'

const PAGES = 10_000
const QR_MILLIMETRES = 50

/** Opens a file of lines, or a folder, at a path where nothing is. */
export async function openExportUnit(path: string, form: ExportForm, at: Date): Promise<ExportUnitFile> {
  if (form === 'ndjson') return openLines(path)
  mkdirSync(path, { mode: 0o700 })
  const lines = await openLines(join(path, LIST))
  return form === 'pdf' ? openPages(path, lines, at) : openPictures(path, lines, form)
}

interface Lines extends ExportUnitFile {
  add(certificate: ReleasedCertificate, file?: string): Promise<undefined>
}

/** Bytes that are written in one go. */
const WRITTEN_AT_ONCE = 256 * 1024

async function openLines(path: string): Promise<Lines> {
  const file: FileHandle = await open(path, 'wx', 0o600)
  let waiting: string[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    await file.appendFile(waiting.join(''))
    waiting = []
    size = 0
  }
  return {
    async add(certificate, name) {
      const line = lineOf(certificate, name)
      waiting.push(line)
      size += line.length
      if (size >= WRITTEN_AT_ONCE) await flush()
    },
    async close() {
      try {
        await flush()
        await file.sync()
      } finally {
        await file.close()
      }
    },
  }
}

function lineOf({ doseId, uvci, text, salt, ...rest }: ReleasedCertificate, file?: string): string {
  const { source, version, renewal, facility, leaf } = rest
  const names = { source, dose_id: doseId, version, renewal, facility }
  return jsonLine({ ...names, uvci, leaf, salt: base64(salt), ...(file !== undefined && { file }), text })
}

/** A picture is not flushed by itself, that would take hours: one that a loss of power left empty is found by `vaxcert batch verify`. */
function openPictures(path: string, lines: Lines, form: 'png' | 'svg'): ExportUnitFile {
  const nameOf = fileNames()
  return {
    async add(certificate) {
      const name = `${nameOf(certificate.doseId)}.${form}`
      const picture = form === 'png' ? qrPng(certificate.text) : qrSvg(certificate.text)
      await writeFile(join(path, name), picture, { flag: 'wx', mode: 0o600 })
      return lines.add(certificate, name)
    },
    close: lines.close,
  }
}

function openPages(path: string, lines: Lines, createdAt: Date): ExportUnitFile {
  const pages = openPaperFolder(path, { merge: 'all', pagesPerFile: PAGES, qrMillimetres: QR_MILLIMETRES, createdAt })
  return {
    async add(certificate) {
      const { doseId: id, facility, text } = certificate
      await lines.add(certificate)
      const printed = await pages.print({ text, id, facility })
      return printed.ok ? undefined : printed.code
    },
    async close() {
      await lines.close()
      await pages.close()
    },
  }
}
