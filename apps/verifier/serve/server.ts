import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
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
  const server = createServer(({ url = '/' }, response) => answer(site, pathOf(url), response))
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

function answer(site: Site, path: string, response: ServerResponse): void {
  const file = find(site, path)
  const headers = securityHeaders()
  if (file === undefined) response.writeHead(404, { ...headers, ...NOT_HERE }).end('not here\n')
  else
    response
      .writeHead(200, { ...headers, 'Cache-Control': cacheControl(path), 'Content-Type': file.type })
      .end(file.bytes)
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
