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
/** Stands in the service worker where the list is to be. */
const LIST_MARK = 'PRECACHE'
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
        seal(resolve(from, options.outDir), await workerCode())
      },
    },
  }
}

/** Names the build in its page, lists all files as they then are, and puts the list into the worker beside them. */
function seal(folder: string, worker: string): void {
  const build = sha256([...Object.entries(hashes(folder)), worker].join('\n')).slice(0, 16)
  const page = join(folder, PAGE)
  writeFileSync(page, readFileSync(page, 'utf8').replace(BUILD_MARK, build))
  const list: PrecacheList = { build, files: hashes(folder) }
  writeFileSync(
    join(folder, WORKER),
    worker.replace(LIST_MARK, () => JSON.stringify(list)),
  )
}

function hashes(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => name !== WORKER)
  return Object.fromEntries(names.toSorted().map((name) => [name, sha256(readFileSync(join(folder, name)))]))
}

/** One classic script: it imports nothing, so its own bytes are all that an update has to compare. */
async function workerCode(): Promise<string> {
  const bundle = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      target: 'es2022',
      rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: WORKER } },
    },
  })
  const [chunk] = 'output' in bundle ? bundle.output : []
  if (chunk === undefined || !chunk.code.includes(LIST_MARK)) throw new Error('the service worker was not built')
  return chunk.code
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
