import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { usageError } from '../exit.ts'
import { textFile } from './text-file.ts'

/** The subfolder of a run's output in which it works; what stands there when a run is cut is where the next one goes on. */
export interface RunFolder {
  readonly path: string
  /** What was saved under a name, if anything was. */
  load<Saved>(name: string): Saved | undefined
  /** Saves it whole or not at all, whenever the run is cut. */
  save(name: string, value: object, indent?: number): void
  /** Whether a file of the name stands there. */
  has(name: string): boolean
}

const UNFINISHED = 'unfinished'
const MANIFEST = 'run.json'
/** Folders of databases: nothing of them outlives their run. */
const DATABASE = 'vaxcert-sets-'

export interface RunMark {
  /** Digest of the files and options of the run. Without one it begins anew each time. */
  readonly digest?: string
  /** Throws a run away that was cut. */
  readonly isAfresh?: boolean
}

export function unfinishedFolder(out: string): string {
  return join(out, UNFINISHED)
}

/**
 * Opens the work of a run: that of the same run that was cut, or a new one.
 * @throws CommanderError with exit code 2 where another run was cut there
 */
export function openRunFolder(out: string, mark: RunMark): RunFolder {
  const folder = folderAt(unfinishedFolder(out))
  if (isSameRun(folder, mark)) {
    for (const name of readdirSync(folder.path)) if (name.startsWith(DATABASE)) remove(join(folder.path, name))
    return folder
  }
  const { digest, isAfresh = false } = mark
  if (digest !== undefined && !isAfresh && folder.has(MANIFEST)) throw otherRun()
  remove(folder.path)
  mkdirSync(folder.path, { mode: 0o700 })
  if (digest !== undefined) folder.save(MANIFEST, { digest })
  return folder
}

/** Whether the work in a folder is that of the run, and the run may go on with it. */
export function isSameRun(folder: RunFolder, { digest, isAfresh = false }: RunMark): boolean {
  return digest !== undefined && !isAfresh && folder.load<{ readonly digest: string }>(MANIFEST)?.digest === digest
}

/** Removes the work of a run that is done. The manifest goes first: without it nothing here is anybody's. */
export function closeRunFolder({ path }: RunFolder): void {
  remove(join(path, MANIFEST))
  remove(path)
}

export function folderAt(path: string): RunFolder {
  return {
    path,
    load: (name) => (existsSync(join(path, name)) ? JSON.parse(readFileSync(join(path, name), 'utf8')) : undefined),
    save: (name, value, indent) => saveWhole(path, name, `${JSON.stringify(value, null, indent)}\n`),
    has: (name) => existsSync(join(path, name)),
  }
}

function saveWhole(folder: string, name: string, text: string): void {
  const part = join(folder, `${name}.part`)
  const file = textFile(part)
  file.write(text)
  file.sync()
  file.close()
  renameSync(part, join(folder, name))
  syncFolder(folder)
}

/** A rename is only on the disk once its folder is. Some systems cannot open folders: there it has to do without. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r')
    fsyncSync(file)
    closeSync(file)
  } catch {
    // Windows.
  }
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true })
}

function otherRun(): Error {
  return usageError(
    'A run over other files, or with other options, was cut in that folder. Repeat that one, ' +
      'choose another folder with --out, or throw its work away with --afresh.',
  )
}
