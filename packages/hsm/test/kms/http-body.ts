import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An object of JSON as it came over the network. */
export type Json = Readonly<Record<string, unknown>>

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

export function answerJson(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
}

/** Promises more than it sends, and goes. */
export function breakOff(response: ServerResponse, type = 'application/json'): void {
  response.writeHead(200, { 'content-type': type, 'content-length': '500' })
  response.write('{"Signature":"MEQ')
  setTimeout(() => response.destroy(), 5)
}

/** Lets it listen on a free port of this machine, and gives the port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

export async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
