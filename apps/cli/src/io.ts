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
  /**
   * Has something done, once, where a person or the system wants the process to end, instead of ending it at once; a second
   * wish ends it. Answers what takes that back. Absent where nobody can wish so.
   */
  onInterrupt?(act: () => void): () => void
}

/** The world of this process. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process
  return { stdin, stdout, stderr, cwd: callersFolder(process.cwd(), env), now: () => new Date(), onInterrupt }
}

function onInterrupt(act: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const ignore = (): void => {
    for (const signal of signals) process.off(signal, once)
  }
  const once = (): void => {
    ignore()
    act()
  }
  for (const signal of signals) process.on(signal, once)
  return ignore
}
