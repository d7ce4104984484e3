import { Fault } from '@vaxcert/core/fault'
import { isListName, type ListSource } from '../layout.ts'
import { fileBytes } from './file-bytes.ts'

/**
 * The files of a published folder as a folder picker gives them, wherever in the chosen folder they lie; or a few of
 * them, chosen one by one. Of files that could be the same, the one that lies highest counts.
 */
export function folderSource(chosen: readonly File[]): ListSource {
  const files = new Map<string, File>()
  for (const file of chosen.toSorted((a, b) => depth(a) - depth(b))) {
    const name = listNameOf(file)
    if (name !== undefined && !files.has(name)) files.set(name, file)
  }
  return {
    async file(name, maxBytes) {
      const file = files.get(name)
      if (file === undefined) return undefined
      if (file.size > maxBytes) throw new Fault('list.too-large', 'a chosen file')
      return fileBytes(file)
    },
  }
}

function pathOf({ webkitRelativePath, name }: File): readonly string[] {
  return (webkitRelativePath || name).split('/')
}

function depth(file: File): number {
  return pathOf(file).length
}

/** Without the folders above it: `lists/roots/1.root` is `roots/1.root`; so is `1.root`, chosen by itself. */
function listNameOf(file: File): string | undefined {
  const path = pathOf(file)
  const last = path.at(-1) ?? ''
  const names = [path.slice(-2).join('/'), last, `roots/${last}`, `chunks/${last}`]
  return names.find(isListName)
}
