import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A vector as it lies on the disk. */
export interface VectorFile {
  readonly id: string
  readonly about: string
  readonly officialId?: string
  readonly given: Readonly<Record<string, unknown>>
  readonly stages?: Readonly<Record<string, unknown>>
  readonly expect: { readonly kind: string; readonly code?: string; readonly checks?: Readonly<Record<string, string>> }
}

/** The folder of the test vectors. */
export const root: string = fileURLToPath(new URL('..', import.meta.url))

/** Folders of vectors, in river order. */
export const folders: readonly string[] = [
  'text',
  'message',
  'claims',
  'container',
  'dcc',
  'signer',
  'time',
  'issue',
  'name',
  'series',
  'uvci',
  'picture',
  'chain',
  'list',
  'import',
  'revocation',
  'rules',
]

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(`${root}${path}`, 'utf8'))
}

/** Paths of every vector, "text/valid.json". */
export const vectorPaths: readonly string[] = folders.flatMap((folder) =>
  readdirSync(`${root}${folder}`, { encoding: 'utf8' }).map((name) => `${folder}/${name}`),
)

export const vectors: readonly VectorFile[] = vectorPaths.map((path) => readJson(path) as VectorFile)
