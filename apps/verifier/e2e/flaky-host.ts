import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cacheControl, securityHeaders } from '../serve/headers.ts'
import { type StaticFile, staticFile } from '../serve/static-files.ts'

/** What may go wrong with one file on its way. */
export type Mishap =
  | 'cut'
  | 'absent'
  | 'changed'
  /** A page in its place, as some hosts have for what is not there. */
  | 'page'
  /** Half of it, with a length that says so: whole, as far as HTTP can tell. */
  | 'short'
  /** Right bytes of a type that browsers do not run. */
  | 'mistyped'
  /** Sent on to another host, which has it. */
  | 'elsewhere'

/** A host whose files a test may change, cut, and count. */
export interface FlakyHost {
  readonly address: string
  /** The folder that is deployed now. */
  app: string
  lists: string
  /** By path from the app's folder. */
  readonly mishaps: Map<string, Mishap>
  /** Paths that were asked for, with their queries. */
  readonly asked: string[]
  close(): Promise<void>
}

export async function flakyHost(app: string, lists: string): Promise<FlakyHost> {
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.slice(1)
    host.asked.push(url.slice(1))
    send(path, find(path), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host: FlakyHost = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    app,
    lists,
    mishaps: new Map(),
    asked: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return host

  function find(path: string): StaticFile | undefined {
    return path.startsWith('lists/') ? staticFile(host.lists, path.slice(6)) : staticFile(host.app, path)
  }

  function send(path: string, file: StaticFile | undefined, response: ServerResponse): void {
    const mishap = host.mishaps.get(path)
    const isAbsent = file === undefined || mishap === 'absent'
    const headers = { ...securityHeaders(), 'Cache-Control': isAbsent ? 'no-store' : cacheControl(path) }
    if (isAbsent) {
      response.writeHead(404, headers).end()
      return
    }
    if (mishap === 'elsewhere') {
      response
        .writeHead(302, { ...headers, Location: `${host.address.replace('127.0.0.1', 'localhost')}${path}` })
        .end()
      return
    }
    const { bytes, type } = changedBy(mishap, file)
    response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': bytes.length })
    if (mishap === 'cut') response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
    else response.end(mishap === 'changed' ? flipped(bytes, bytes.length >> 1) : bytes)
  }
}

function changedBy(mishap: Mishap | undefined, file: StaticFile): StaticFile {
  if (mishap === 'page') return { type: 'text/html', bytes: new TextEncoder().encode('<!doctype html><p>Not here') }
  if (mishap === 'short') return { ...file, bytes: file.bytes.subarray(0, file.bytes.length >> 1) }
  return mishap === 'mistyped' ? { ...file, type: 'text/plain' } : file
}

/** The same bytes with one bit turned round. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at] = (copy[at] as number) ^ 1
  return copy
}
