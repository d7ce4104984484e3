import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type TextFile, textFile } from './text-file.ts'

/** Files of a folder that stand under their names once all of them are whole; what stood there stays until then. */
export interface PlacedFiles<Name extends string> {
  readonly files: Readonly<Record<Name, TextFile>>
  /** Puts all in their place, in the order of their names. */
  place(): void
  /** Leaves nothing of them behind. */
  discard(): void
}

/** Opens files for writing in a folder that is there. */
export function placedFiles<const Name extends string>(folder: string, names: readonly Name[]): PlacedFiles<Name> {
  const partOf = (name: Name): string => join(folder, `${name}.part`)
  const files = Object.fromEntries(names.map((name) => [name, textFile(partOf(name))])) as Record<Name, TextFile>
  const close = (): void => {
    for (const name of names) files[name].close()
  }
  return {
    files,
    place() {
      close()
      for (const name of names) renameSync(partOf(name), join(folder, name))
    },
    discard() {
      close()
      for (const name of names) rmSync(partOf(name), { force: true })
    },
  }
}
