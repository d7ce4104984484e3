import { Fault } from '@vaxcert/core'
import {
  readSigningClients,
  type SigningClient,
  type SigningEvent,
  type SigningServerOptions,
  signingServer,
} from '@vaxcert/hsm/remote'
import { Command, Option } from 'commander'
import { addKey, openAuthority, type SignerOptions } from '../batch/signer-options.ts'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { readJson } from '../records/json-files.ts'
import { hex, jsonLine, printable } from '../terminal.ts'
import { type ListenAddress, listen, readListenAddress } from './listen-address.ts'
import { overTls, readPem } from './tls-files.ts'
import { untilInterrupted } from './until-interrupted.ts'

interface Options extends Omit<SignerOptions, 'issuer' | 'remote'> {
  readonly clients: string
  readonly tlsCa: string
  readonly tlsCert: string
  readonly tlsKey: string
  readonly listen: ListenAddress
}

const examples = `
What is to be signed comes whole and is judged here first: a certificate of the key's country and usages, issued now, for twelve
months at most, nothing else. Who may ask stands in CLIENTS, by the SHA-256 of the certificate that --tls-ca has signed:
  {"clients": [{"certificate": "5f3a…", "kids": ["0a1b2c3d4e5f6071"], "usages": ["vaccination"], "perMinute": 600000}]}
Prints one JSON line for each request: who, which key, how many were signed, and how many refused by which code. Ends on
SIGINT or SIGTERM when what is under way is done.

Examples:
  $ vaxcert signer serve --dsc dsc.pem --pkcs11 /usr/lib/softhsm/libsofthsm2.so --token DSC --pin-file pin --key-label dsc \\
      --clients clients.json --tls-ca machines.pem --tls-cert signer.pem --tls-key signer.key.pem --listen 0.0.0.0:8443`

/** `vaxcert signer serve`: lets other machines have certificates signed by a key that stays here. */
export function serveCommand(io: Io): Command {
  const command = new Command('serve')
    .description('Sign for other machines over TLS, with a key that is here.')
    .requiredOption('--dsc <file>', 'document signer certificate, PEM')
  return addKey(command)
    .requiredOption('--clients <file>', 'who may ask for what, JSON')
    .requiredOption('--tls-ca <file>', 'authority of the certificates of clients, PEM')
    .requiredOption('--tls-cert <file>', 'certificate of this server, PEM')
    .requiredOption('--tls-key <file>', 'the key of that, PEM')
    .addOption(
      new Option('--listen <host:port>', 'port 0: any that is free')
        .argParser(readListenAddress)
        .default({ host: 'localhost', port: 8443 }, 'localhost:8443'),
    )
    .addHelpText('after', examples)
    .action((options: Options) => serve(options, io))
}

async function serve(options: Options, io: Io): Promise<void> {
  const clients = await readClients(options.clients, io)
  const [ca, cert, key] = await Promise.all(
    [options.tlsCa, options.tlsCert, options.tlsKey].map((path) => readPem(path, io)),
  )
  const { authority, close } = await openAuthority({ ...options, issuer: '' }, io)
  try {
    const { signer, documentSigner: certificate } = authority
    const how: SigningServerOptions = {
      ...{ tls: { ca: ca ?? '', cert: cert ?? '', key: key ?? '' }, keys: [{ signer, certificate }], clients },
      ...{ now: io.now, log: (event: SigningEvent) => io.stdout.write(jsonLine({ at: io.now(), ...event })) },
    }
    const server = overTls('--tls-ca, --tls-cert and --tls-key', () => signingServer(how))
    const where = await listen(server, options.listen)
    io.stderr.write(`Signing with ${hex(certificate.kid)} at https://${where}\n`)
    await untilInterrupted(server, io)
  } finally {
    await close()
  }
}

async function readClients(path: string, io: Io): Promise<readonly SigningClient[]> {
  const value = await readJson(path, io)
  try {
    return readSigningClients(value)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`${printable(path)} is not a register of clients. What it looks like: vaxcert signer serve --help`)
  }
}
