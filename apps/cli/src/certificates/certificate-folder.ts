import { existsSync, readdirSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SignedDcc } from '@vaxcert/core'
import { qrPng, qrSvg } from '@vaxcert/paper'
import type { DoseFile, DoseRow } from '../doses/dose-file.ts'
import { usageError } from '../exit.ts'
import { makeFolder } from '../make-folder.ts'
import { jsonLine } from '../terminal.ts'
import { fileNames } from './file-names.ts'
import { refusedHeader, refusedLine } from './refused-rows.ts'

export type QrForm = 'png' | 'svg' | 'none'

/**
 * A folder that a run writes into:
 * `certificates/ID.txt` and its picture for each dose, `certificates.ndjson`, `refused.csv`.
 */
export interface CertificateFolder {
  /** Writes one certificate and gives its files, relative to the folder, the picture last. */
  add(doseId: string, signed: SignedDcc): Promise<readonly string[]>
  /** Writes down a row that got no certificate. */
  refuse(row: DoseRow, code: string): Promise<void>
  close(): Promise<void>
}

/**
 * Makes the folder, or takes one that is there.
 * @throws CommanderError with exit code 2, having written nothing, when it holds the files of an earlier run
 */
export async function openCertificateFolder(path: string, file: DoseFile, qr: QrForm): Promise<CertificateFolder> {
  if (isInUse(path))
    throw usageError('The output folder holds the files of an earlier run. Choose another one with --out.')
  makeFolder(join(path, 'certificates'))
  const list = await open(join(path, 'certificates.ndjson'), 'wx')
  const refused = await open(join(path, 'refused.csv'), 'wx')
  await refused.appendFile(refusedHeader(file))
  const nameOf = fileNames()
  return {
    async add(doseId, signed) {
      const files = await writeCertificate(path, nameOf(doseId), signed.text, qr)
      const uvci = signed.claims.dcc.v?.[0]?.ci
      await list.appendFile(jsonLine({ dose_id: doseId, uvci, text: signed.text, files }))
      return files
    },
    async refuse(row, code) {
      await refused.appendFile(refusedLine(file, row, code))
    },
    async close() {
      await Promise.all([list.close(), refused.close()])
    },
  }
}

/** Asked before anything is written: no run may end half-way because a file of its own name is in the way. */
function isInUse(path: string): boolean {
  if (['certificates.ndjson', 'refused.csv'].some((name) => existsSync(join(path, name)))) return true
  const certificates = join(path, 'certificates')
  return existsSync(certificates) && readdirSync(certificates).length > 0
}

async function writeCertificate(path: string, name: string, text: string, qr: QrForm): Promise<readonly string[]> {
  const files = [`certificates/${name}.txt`]
  await writeFile(join(path, `certificates/${name}.txt`), `${text}\n`, { flag: 'wx' })
  if (qr === 'none') return files
  const picture = `certificates/${name}.${qr}`
  await writeFile(join(path, picture), qr === 'png' ? qrPng(text) : qrSvg(text), { flag: 'wx' })
  return [...files, picture]
}
