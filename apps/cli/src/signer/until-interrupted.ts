import type { Server } from 'node:http'
import type { Io } from '../io.ts'

/** Waits until somebody wishes an end, and what a server has under way is done. */
export function untilInterrupted(
  server: Pick<Server, 'once' | 'close' | 'closeIdleConnections'>,
  io: Io,
): Promise<void> {
  return new Promise((resolve) => {
    server.once('close', resolve)
    io.onInterrupt?.(() => {
      server.close()
      server.closeIdleConnections()
    })
  })
}
