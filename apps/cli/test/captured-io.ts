import type { Io } from '../src/io.ts'
import { run } from '../src/run.ts'
import { keysSample, NOW } from './sample-certificates.ts'

/** What a command line did. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Surroundings {
  readonly cwd: string
  readonly stdin?: string | Uint8Array
  /** Whether the three streams are a terminal. Default false. */
  readonly isTTY?: boolean
  /** What the clock shows. Default NOW. */
  readonly now?: Date
}

/** Options of `vaxcert issue` for the sample key, at NOW. */
export const sampleAuthority: readonly string[] = [
  '--key',
  `${keysSample}/dsc-vaccination.key.pem`,
  '--dsc',
  `${keysSample}/dsc-vaccination.pem`,
  '--issuer',
  'SAMPLE Ministry',
]

/** Runs a command line and keeps what it writes. */
export async function vaxcert(argv: readonly string[], surroundings: Surroundings): Promise<Ran> {
  const { cwd, stdin = '', isTTY = false, now = NOW } = surroundings
  const written = { stdout: '', stderr: '' }
  const sink = (name: 'stdout' | 'stderr') => ({
    isTTY,
    write(text: string) {
      written[name] += text
    },
  })
  const io: Io = {
    cwd,
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    stdin: Object.assign(inPieces(stdin), { isTTY }),
    now: () => now,
  }
  return { code: await run(argv, io), ...written }
}

async function* inPieces(stdin: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(stdin)
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}
