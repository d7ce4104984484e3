// A process that holds a key in a device and signs for others, until it is killed. Its one argument: a file with its job, JSON.
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { openPkcs11 } from '@vaxcert/hsm/pkcs11'
import { signingServer } from '@vaxcert/hsm/remote'
import { sampleAuthority } from '../keys.ts'
import type { Tls } from './job.ts'

/** What a signing process needs; the device's own settings are in its environment. */
export interface SigningJob {
  readonly module: string
  readonly token: string
  readonly pin: string
  readonly label: string
  readonly tls: Tls
  /** SHA-256 of the certificate of the one client, hex. */
  readonly client: string
  /** 0 is any. */
  readonly port: number
}

const { module, token, pin, label, tls, client, port } = JSON.parse(
  readFileSync(process.argv[2] ?? '', 'utf8'),
) as SigningJob
const { documentSigner: certificate } = sampleAuthority()
const signer = await openPkcs11({
  ...{ module, token: { label: token }, pin: () => pin, key: { label }, documentSigner: certificate },
  ...{ origin: 'imported', verifiedBy: 'caller' },
})
const kid = Buffer.from(certificate.kid).toString('hex')
const server = signingServer({
  tls,
  keys: [{ signer, certificate }],
  clients: [{ fingerprint: client, kids: [kid], usages: ['vaccination'], perMinute: 10_000_000 }],
  now: () => new Date(),
  log: () => {},
})
server.listen(port, 'localhost', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
