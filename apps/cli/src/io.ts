import { callersFolder } from './callers-folder.ts'

/** Where a command writes text. */
export interface TextSink {
  write(text: string): void
  /** True on a terminal: only then is progress shown. */
  readonly isTTY?: boolean
}

/** All that a command sees of the world, so that tests can hand in another one. */
export interface Io {
  /** Results. */
  readonly stdout: TextSink
  /** Errors and progress. */
  readonly stderr: TextSink
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  /** Folder that relative paths start from. */
  readonly cwd: string
  now(): Date
}

/** The world of this process. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process
  return { stdin, stdout, stderr, cwd: callersFolder(process.cwd(), env), now: () => new Date() }
}
