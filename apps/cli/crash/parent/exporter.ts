import { setTimeout } from 'node:timers/promises'
import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { newlyReleased } from '../truth/look.ts'
import type { Sight } from '../truth/sight.ts'

/** Gives away whatever is released, while others work: what it has given away can never be taken back. */
export interface Exporter {
  stop(): Promise<void>
}

/** Milliseconds between two looks. */
const OFTEN = 100

/** `see` is told what is given away. A server that is gone for a while is waited for. */
export function startExporter(open: () => Promise<Database>, see: (sight: Sight) => Promise<void>): Exporter {
  const known = new Set<number>()
  let isStopped = false
  let session: Database | undefined

  async function round(): Promise<void> {
    session ??= await open()
    for await (const sight of newlyReleased(session, known)) await see(sight)
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      await round().catch(async (error: unknown) => {
        await session?.close().catch(() => {})
        session = undefined
        if (!isPassing(error)) throw error
      })
      await setTimeout(OFTEN)
    }
    await session?.close().catch(() => {})
  }

  const running = run()
  running.catch(() => {})
  return {
    async stop() {
      isStopped = true
      await running
    },
  }
}

/** The server is gone, is coming up, or has no tables yet. */
function isPassing(error: unknown): boolean {
  if (error instanceof Fault) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(57P0|42P01|3F000|08)/.test(code)
}
