import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { cacheControl, securityHeaders } from './headers.ts'
import { type StaticFile, staticFile } from './static-files.ts'

/** What is served, by the first part of the path: a folder, or files made in memory. */
export interface Site {
  /** The built app. */
  readonly app?: string
  /** A published folder of lists, under `lists/`. */
  readonly lists?: string
  /** More pages by their whole path. */
  readonly pages?: ReadonlyMap<string, StaticFile>
}

export interface Running {
  readonly address: string
  /** Closes connections that browsers keep open, too. */
  close(): Promise<void>
}

/** Serves the app as a host should, on this machine alone. Port 0 takes any that is free. */
export async function serveSite(site: Site, port: number): Promise<Running> {
  const server = createServer(({ url = '/', headers }, response) => {
    const takesGzip = /\bgzip\b/.test(String(headers['accept-encoding']))
    answer(find(site, pathOf(url)), cacheControl(pathOf(url)), takesGzip, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${taken}/`, close: () => closed(server) }
}

/** The path, decoded and without the slash in front; one that cannot be read leads nowhere. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1)
  } catch {
    return '?'
  }
}

/** It may come later, under this very name. */
const NOT_HERE = { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain' }

/** Files that grow smaller by it; pictures and lists do not. */
const PACKABLE = /^text\/|json|\+xml|wasm/

function answer(file: StaticFile | undefined, kept: string, takesGzip: boolean, response: ServerResponse): void {
  const headers = securityHeaders()
  if (file === undefined) {
    response.writeHead(404, { ...headers, ...NOT_HERE }).end('not here\n')
    return
  }
  const isPacked = takesGzip && PACKABLE.test(file.type)
  const packing = isPacked ? { 'Content-Encoding': 'gzip' } : {}
  const about = { 'Cache-Control': kept, 'Content-Type': file.type, Vary: 'Accept-Encoding', ...packing }
  response.writeHead(200, { ...headers, ...about }).end(isPacked ? gzipSync(file.bytes) : file.bytes)
}

function find({ app, lists, pages }: Site, path: string): StaticFile | undefined {
  if (lists !== undefined && path.startsWith('lists/')) return staticFile(lists, path.slice('lists/'.length))
  return pages?.get(path) ?? (app === undefined ? undefined : staticFile(app, path))
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
