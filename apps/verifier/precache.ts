import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import type { PrecacheList } from './src/sw/precache-list.ts'

/** What a deployment decides. */
export interface Deployment {
  /** Where the lists are published, from the app's folder on; ends in a slash. */
  readonly lists: string
  /** Path of the root to trust. */
  readonly root: string
}

const PAGE = 'index.html'
const WORKER = 'sw.js'
const ROOT = 'pinned.root'
/** Stands in the page where its build is to be named. */
const BUILD_MARK = '%BUILD%'
const source = fileURLToPath(new URL('src/sw/service-worker.ts', import.meta.url))

/**
 * Adds the settings of a deployment to a build and ends it: hashes every file that was written, names the build after
 * all of them, puts that name into the page, and writes the service worker with the list. The same files give the
 * same bytes, wherever and whenever.
 */
export function precache({ lists, root }: Deployment): Plugin {
  return {
    name: 'vaxcert-precache',
    apply: 'build',
    generateBundle() {
      const config = `${JSON.stringify({ lists, root: ROOT })}\n`
      this.emitFile({ type: 'asset', fileName: 'config.json', source: config })
      this.emitFile({ type: 'asset', fileName: ROOT, source: readFileSync(root) })
    },
    writeBundle: {
      order: 'post',
      async handler() {
        const { root: from, build: options } = this.environment.config
        const folder = resolve(from, options.outDir)
        await writeWorker(folder, seal(folder))
      },
    },
  }
}

/** Names the build in its page, and lists all files as they then are. */
function seal(folder: string): PrecacheList {
  const name = sha256(Object.entries(hashes(folder)).join('\n')).slice(0, 16)
  const page = join(folder, PAGE)
  writeFileSync(page, readFileSync(page, 'utf8').replace(BUILD_MARK, name))
  return { build: name, files: hashes(folder) }
}

function hashes(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => name !== WORKER)
  return Object.fromEntries(names.toSorted().map((name) => [name, sha256(readFileSync(join(folder, name)))]))
}

/** One classic script: it imports nothing, so its own bytes are all that an update has to compare. */
async function writeWorker(outDir: string, list: PrecacheList): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    define: { PRECACHE: JSON.stringify(list) },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      target: 'es2022',
      rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: WORKER } },
    },
  })
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
