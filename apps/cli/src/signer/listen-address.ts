import type { AddressInfo, Server } from 'node:net'
import { InvalidArgumentError } from 'commander'
import { usageError } from '../exit.ts'

/** Where a server listens. */
export interface ListenAddress {
  readonly host: string
  readonly port: number
}

/** "localhost:8443", "[::1]:8443". For commander's `argParser`. @throws InvalidArgumentError */
export function readListenAddress(text: string): ListenAddress {
  const [, bracketed, plain, digits = ''] = /^(?:\[([0-9A-Fa-f:.]+)\]|([\w.-]+)):(\d{1,5})$/.exec(text) ?? []
  const host = bracketed ?? plain
  const port = Number(digits)
  if (host === undefined || port > 65_535) throw new InvalidArgumentError('Write HOST:PORT.')
  return { host, port }
}

/**
 * Has a server listen, and says where it does: port 0 is any that is free.
 * @throws CommanderError with exit code 2 when it cannot
 */
export function listen(server: Server, { host, port }: ListenAddress): Promise<string> {
  return new Promise((resolve, reject) => {
    const onError = ({ code }: NodeJS.ErrnoException): void => reject(usageError(`Cannot listen there (${code}).`))
    server.once('error', onError)
    server.listen(port, host, () => {
      server.off('error', onError)
      const address = server.address() as AddressInfo
      resolve(`${host.includes(':') ? `[${host}]` : host}:${address.port}`)
    })
  })
}
