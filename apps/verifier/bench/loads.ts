import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A file of a build, in bytes as it lies and as a host sends it (gzip, level 9). */
export interface SizedFile {
  readonly name: string
  readonly raw: number
  readonly gzip: number
}

/** What a browser fetches of a built app, in turn. */
export interface Loads {
  /** Before the first screen works: the page, its style, its script with all that this imports, the larger language. */
  readonly firstScreen: readonly SizedFile[]
  /** What a first check takes beside that: engine, answers, the worker that decodes. */
  readonly firstCheck: readonly SizedFile[]
  /** Scripts that come while nobody waits, or never on most devices. */
  readonly later: readonly SizedFile[]
  /** The decoder's engine, of which no first screen knows. */
  readonly wasm: readonly SizedFile[]
}

const languages: readonly string[] = ['vi', 'en']

/** @param folder of a build */
export function loadsOf(folder: string): Loads {
  const assets = readdirSync(join(folder, 'assets')).toSorted()
  const all = (names: readonly string[]) => names.map((name) => sized(folder, name))
  const words = languages.map((language) => withImports(folder, [partNamed(assets, language)]))
  const [most = []] = words.toSorted((one, other) => gzipOf(all(other)) - gzipOf(all(one)))
  const firstScreen = [...new Set(['index.html', ...withImports(folder, linkedFrom(folder)), ...most])]
  const forCheck = withImports(folder, [partNamed(assets, 'checking'), partNamed(assets, 'decode-worker')])
  const firstCheck = forCheck.filter((name) => !firstScreen.includes(name))
  const known = [...firstScreen, ...firstCheck]
  const rest = assets.map((name) => `assets/${name}`).filter((name) => !known.includes(name))
  return {
    firstScreen: all(firstScreen),
    firstCheck: all(firstCheck),
    later: all(rest.filter((name) => name.endsWith('.js'))),
    wasm: all(rest.filter((name) => name.endsWith('.wasm'))),
  }
}

/** Bytes of gzip of all of them. */
export function gzipOf(files: readonly SizedFile[]): number {
  return files.reduce((sum, { gzip }) => sum + gzip, 0)
}

/** The one chunk of this name, whatever its hash. */
function partNamed(assets: readonly string[], name: string): string {
  const found = assets.filter((asset) => asset.replace(/-[\w-]{8}\.js$/, '') === name)
  if (found.length !== 1) throw new Error(`the build has ${found.length} scripts ${name}`)
  return `assets/${found[0]}`
}

/** Scripts and styles that the page itself asks for. */
function linkedFrom(folder: string): readonly string[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  return Array.from(page.matchAll(/(?:src|href)="\.\/(assets\/[\w.-]+\.(?:js|css))"/g), ([, name = '']) => name)
}

/** These and all that they import, and so on; what they may import later is not among them. */
function withImports(folder: string, names: readonly string[]): readonly string[] {
  const found = new Set(names)
  for (const name of found) {
    const code = name.endsWith('.js') ? readFileSync(join(folder, name), 'utf8') : ''
    for (const [, file = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      found.add(`assets/${file}`)
    }
  }
  return [...found]
}

function sized(folder: string, name: string): SizedFile {
  const bytes = readFileSync(join(folder, name))
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }
}
