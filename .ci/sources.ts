import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))

/** One import of one source file. */
export interface Import {
  /** As written: './keys.ts', '#inflate', '@vaxcert/core/dcc', 'node:zlib'. */
  readonly specifier: string
  /** The files of ours it leads to (a condition may choose among several); empty for foreign packages. */
  readonly targets: readonly string[]
}

export interface Source {
  /** Path from the root of the repository. */
  readonly file: string
  readonly imports: readonly Import[]
  readonly tree: ts.SourceFile
}

interface Manifest {
  name: string
  imports?: Record<string, unknown>
  exports?: Record<string, unknown>
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

/** Every source file of every package and app, with its imports resolved to files. */
export function readSources(): readonly Source[] {
  const packages = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  )
  const manifests = new Map(packages.map((folder) => [folder, readManifest(folder)]))
  return packages.flatMap((folder) =>
    readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readSource(`${folder}/src/${name}`, folder, manifests)),
  )
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest
}

function readSource(file: string, folder: string, manifests: ReadonlyMap<string, Manifest>): Source {
  const text = readFileSync(join(root, file), 'utf8')
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
    specifier: fileName,
    targets: resolve(fileName, file, folder, manifests),
  }))
  return { file, imports, tree }
}

function resolve(specifier: string, file: string, folder: string, manifests: ReadonlyMap<string, Manifest>): string[] {
  if (specifier.startsWith('.')) return [relative(root, join(root, dirname(file), specifier))]
  if (specifier.startsWith('#')) return sourcesOf(manifests.get(folder)?.imports?.[specifier], folder)
  for (const [other, { name, exports }] of manifests) {
    if (specifier !== name && !specifier.startsWith(`${name}/`)) continue
    return sourcesOf(exports?.[`.${specifier.slice(name.length)}`], other)
  }
  return []
}

/** All files behind the source condition of one entry of `imports` or `exports`. */
function sourcesOf(entry: unknown, folder: string): string[] {
  if (typeof entry !== 'object' || entry === null) return []
  return Object.entries(entry).flatMap(([condition, value]) => {
    if (condition === '@vaxcert/source' && typeof value === 'string') return [join(folder, value)]
    return sourcesOf(value, folder)
  })
}
