import { mkdtempSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'

/** What becomes of a connection at a COMMIT: it ends before that is passed on, when it is, or when its answer has come. */
export type Cut = 'before' | 'with' | 'after'

/** A way to a server that is cut off at its commits. */
export interface CommitProxy {
  readonly url: string
  /** How often it was cut, and how. */
  readonly cuts: Readonly<Record<Cut, number>>
  stop(): void
}

/** `plan` says of every COMMIT whether it is cut; undefined lets it pass. `folder` is where the server listens. */
export function startCommitProxy(url: string, scratch: string, plan: () => Cut | undefined): Promise<CommitProxy> {
  const folder = mkdtempSync(join(scratch, 'proxy-'))
  const socket = join(folder, '.s.PGSQL.5432')
  const behind = join(decodeURIComponent(/host=([^&]+)/.exec(url)?.[1] ?? ''), '.s.PGSQL.5432')
  const cuts = { before: 0, with: 0, after: 0 }
  const server: Server = createServer((client) => {
    pass(client, connect(behind), () => {
      const cut = plan()
      if (cut !== undefined) cuts[cut] += 1
      return cut
    })
  })
  return new Promise((resolve) => {
    server.listen(socket, () => {
      const through = url.replace(/host=[^&]+/, `host=${encodeURIComponent(folder)}`)
      resolve({ url: through, cuts, stop: () => void server.close() })
    })
  })
}

function pass(client: Socket, server: Socket, cutOf: () => Cut | undefined): void {
  const end = (): void => {
    client.destroy()
    server.destroy()
  }
  for (const side of [client, server]) side.on('error', end).on('close', end)
  let isAnswerCut = false
  server.on('data', (bytes) => (isAnswerCut ? end() : client.write(bytes)))
  const messages = messageReader()
  client.on('data', (bytes) => {
    for (const message of messages(bytes)) {
      const cut = isCommit(message) ? cutOf() : undefined
      if (cut === 'before') return end()
      isAnswerCut = cut === 'after'
      // What is cut with it may reach the server, or not.
      server.write(message)
      if (cut === 'with') {
        client.destroy()
        server.end()
        return
      }
    }
  })
}

/** Cuts a stream into messages of the protocol (PostgreSQL §54.7): the first has no type. */
function messageReader(): (bytes: Buffer) => Generator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0)
  let head = 0
  return function* read(bytes) {
    waiting = Buffer.concat([waiting, bytes])
    while (waiting.length >= head + 4) {
      const end = head + waiting.readUInt32BE(head)
      if (waiting.length < end) return
      const message = waiting.subarray(0, end)
      waiting = waiting.subarray(end)
      head = 1
      yield message
    }
  }
}

const QUERY = 'Q'.charCodeAt(0)

function isCommit(message: Buffer): boolean {
  return message[0] === QUERY && /^\s*commit\b/i.test(message.subarray(5).toString('latin1', 0, 20))
}
