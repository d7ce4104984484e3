import { join } from 'node:path'
import { bulkPdf, type PassFields, type PassPrinted, type PassRefusal } from '@vaxcert/paper/pdf'
import { fileNames } from '../certificates/file-names.ts'
import type { PaperOptions } from './paper-folder.ts'
import { openPartFile, type PartFile } from './part-file.ts'

/** Documents of many pages, one for each name, each over as many files as it needs. */
export interface Volumes {
  add(name: string, pass: PassFields): Promise<PassPrinted | PassRefusal>
  /** Ends all documents and gives their files. */
  close(): Promise<readonly string[]>
}

/** Documents open at once: with one more, the one that waited longest is ended, and goes on in a new file. */
const MAX_OPEN = 16

/** Bytes that are written in one go. */
const WRITTEN_AT_ONCE = 256 * 1024

/** Opens documents in a folder when their first page comes. */
export function openVolumes(path: string, options: PaperOptions): Volumes {
  const nameOf = fileNames()
  const volumes = new Map<string, Volume>()
  const files: string[] = []

  async function end(name: string, volume: Volume): Promise<void> {
    volumes.delete(name)
    await volume.end()
  }

  async function makeRoom(name: string): Promise<void> {
    const known = volumes.get(name)
    if (known !== undefined && known.pages >= options.pagesPerFile) await end(name, known)
    const [oldest] = volumes
    if (oldest !== undefined && volumes.size >= MAX_OPEN && !volumes.has(name)) await end(...oldest)
  }

  function openFile(name: string): Promise<PartFile> {
    const file = `${nameOf(name)}.pdf`
    files.push(file)
    return openPartFile(join(path, file))
  }

  return {
    async add(name, pass) {
      await makeRoom(name)
      const volume = volumes.get(name) ?? newVolume(options, () => openFile(name))
      volumes.delete(name)
      volumes.set(name, volume)
      return volume.add(pass)
    },
    async close() {
      for (const [name, volume] of volumes) await end(name, volume)
      return files
    },
  }
}

/** One document in the making, and its file, which is there from the first page on. */
interface Volume {
  readonly pages: number
  add(pass: PassFields): Promise<PassPrinted | PassRefusal>
  end(): Promise<void>
}

function newVolume(options: PaperOptions, openFile: () => Promise<PartFile>): Volume {
  const pdf = bulkPdf(options)
  let file: PartFile | undefined
  let waiting: Uint8Array[] = []
  let size = 0

  async function flush(): Promise<void> {
    file ??= await openFile()
    await file.append(Buffer.concat(waiting))
    waiting = []
    size = 0
  }

  return {
    get pages() {
      return pdf.pages
    },
    async add(pass) {
      const printed = pdf.add(pass)
      const bytes = pdf.take()
      waiting.push(bytes)
      size += bytes.length
      if (pdf.pages > 0 && (file === undefined || size >= WRITTEN_AT_ONCE)) await flush()
      return printed
    },
    async end() {
      if (pdf.pages === 0) return
      waiting.push(pdf.end())
      await flush()
      await file?.finish()
    },
  }
}
