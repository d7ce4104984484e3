import { createHash, generateKeyPairSync } from 'node:crypto'
import {
  appendLeaves,
  emptyTree,
  type LogSource,
  leafHash,
  logEntry,
  logFiles,
  type NoteKeyKind,
  type NoteSigner,
  noteSigner,
  readVerifierKey,
  signCheckpoint,
  type VerifierKey,
} from '../../src/log/index.ts'

/** The files of a log by their paths. */
export type LogContents = Map<string, Uint8Array>

export interface SampleLog {
  readonly entries: readonly Uint8Array[]
  readonly root: Uint8Array
  readonly files: LogContents
}

const ORIGIN = 'log.sample.example/vaxcert'

export const logSigner: NoteSigner = newSigner('log', ORIGIN)
export const logKey: VerifierKey = readVerifierKey(logSigner.verifierKey)

export function newSigner(kind: NoteKeyKind, name: string): NoteSigner {
  const { privateKey } = generateKeyPairSync('ed25519')
  return noteSigner(kind, name, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
}

/** So many entries, always the same ones for a name. */
export function sampleEntries(count: number, name = 'sample'): readonly Uint8Array[] {
  const kid = createHash('sha256').update(name).digest().subarray(0, 8)
  return Array.from({ length: count }, (_, index) => {
    const salt = createHash('md5').update(`${name} ${index}`).digest()
    return logEntry(kid, salt, Buffer.from(`certificate ${index}`))
  })
}

/** A published log of these entries, signed by a key. */
export async function sampleLog(entries: readonly Uint8Array[], signer: NoteSigner = logSigner): Promise<SampleLog> {
  const { root } = appendLeaves(emptyTree, entries.map(leafHash))
  const checkpoint = { origin: signer.name, size: entries.length, root }
  const files: LogContents = new Map()
  const note = Buffer.from(signCheckpoint(checkpoint, signer))
  for await (const { path, bytes } of logFiles(checkpoint, note, each(entries))) files.set(path, bytes)
  return { entries, root, files }
}

/** A log in memory. */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): LogSource {
  return { read: async (path) => files.get(path), paths: () => each([...files.keys()]) }
}

export async function* each<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values
}
