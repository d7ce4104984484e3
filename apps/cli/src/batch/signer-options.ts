import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Authority, Fault } from '@vaxcert/core'
import type { Signer } from '@vaxcert/core/cose'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { repeatedNonceAlarm } from '@vaxcert/hsm'
import type { Pkcs11Code, Pkcs11Options } from '@vaxcert/hsm/pkcs11'
import type { RemoteSignerOptions } from '@vaxcert/hsm/remote'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { readAuthority, readDocumentSigner } from '../authority/read-authority.ts'
import { readIssuer } from '../authority/read-issuer.ts'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { readPem } from '../signer/tls-files.ts'
import { printable } from '../terminal.ts'
import { addCloudKey, type CloudOptions, openCloudKey } from './cloud-options.ts'

/** Where the key is: in a file, in a device, or behind a network; and the certificate that vouches for it. */
export interface SignerOptions extends CloudOptions {
  readonly dsc: string
  readonly issuer: string
  readonly key?: string
  readonly pkcs11?: string
  readonly token?: string
  readonly pinFile?: string
  readonly keyLabel?: string
  readonly remote?: string
  readonly tlsCa?: string
  readonly tlsCert?: string
  readonly tlsKey?: string
}

/** An authority whose signer is closed when it is no longer needed. */
export interface OpenAuthority {
  readonly authority: Authority
  close(): Promise<void>
}

export function addSigner(command: Command): Command {
  return addKey(addIssuer(command))
    .option('--remote <url>', 'a signing server, https://host:port; with --tls-ca, --tls-cert and --tls-key')
    .option('--tls-ca <file>', 'its authority, PEM')
    .option('--tls-cert <file>', 'our certificate for it, PEM')
    .option('--tls-key <file>', 'the key of that, PEM')
}

/** A key that is here: in a file, a device or a cloud of ours. */
export function addKey(command: Command): Command {
  command
    .option('--key <file>', 'private key, PKCS#8 in PEM')
    .option('--pkcs11 <module>', 'a device, by its PKCS#11 library; with --token, --pin-file and --key-label')
    .option('--token <label>', 'token of the device')
    .option('--pin-file <file>', 'its PIN, in a file that only its owner may read')
    .option('--key-label <label>', 'the key in the token')
    .option('--key-imported', 'a key that was brought into the device or cloud, and not made in it', false)
    .addOption(new Option('--lanes <n>', 'signatures under way at once there').argParser(readLanes))
  return addCloudKey(command)
}

/** In whose name: enough to plan, where nothing is signed. */
export function addIssuer(command: Command): Command {
  return command
    .requiredOption('--dsc <file>', 'document signer certificate, PEM')
    .addOption(
      new Option('--issuer <name>', 'name of the issuing body, as it stands in each certificate')
        .argParser(readIssuer)
        .makeOptionMandatory(),
    )
}

/** Whether the options name a key at all. */
export function hasSigner(options: SignerOptions): boolean {
  return keyNames(options).length > 0
}

function keyNames({ key, pkcs11, remote, awsKms, googleKms, azureKey }: SignerOptions): readonly string[] {
  return [key, pkcs11, remote, awsKms, googleKms, azureKey].filter((name) => name !== undefined)
}

/**
 * Opens the one signer that the options name; every signer compares its key with the certificate first. A device that uses a
 * random number twice signs no more.
 * @throws CommanderError with exit code 2 where they name none, or several, or lack something; Fault `signer.*`
 */
export async function openAuthority(options: SignerOptions, io: Io): Promise<OpenAuthority> {
  const { key, dsc, issuer } = options
  if (keyNames(options).length !== 1)
    throw usageError(
      'Say where the key is, in one way: --key, --pkcs11, --aws-kms, --google-kms, --azure-key or --remote.',
    )
  if (key !== undefined) return { authority: await readAuthority({ key, dsc, issuer }, io), close: async () => {} }
  const documentSigner = await readDocumentSigner(dsc, io)
  const signer = await openSigner(options, documentSigner, io)
  const authority = { signer: repeatedNonceAlarm(signer), documentSigner, country: documentSigner.country, issuer }
  return { authority, close: async () => signer.close() }
}

type OpenSigner = Signer & { close(): void | Promise<void> }

function openSigner(options: SignerOptions, documentSigner: DocumentSigner, io: Io): Promise<OpenSigner> {
  if (options.pkcs11 !== undefined) return openDevice(options, documentSigner, io)
  if (options.remote !== undefined) return openRemote(options, documentSigner, io)
  return inPlainWords(openCloudKey(options, documentSigner))
}

/** Verification is left to whoever verifies every certificate anyway. */
async function openDevice(options: SignerOptions, documentSigner: DocumentSigner, io: Io): Promise<OpenSigner> {
  const { pkcs11: module = '', token, pinFile, keyLabel, keyImported, lanes } = options
  if (token === undefined || pinFile === undefined || keyLabel === undefined)
    throw usageError('--pkcs11 goes with --token, --pin-file and --key-label.')
  const { openPkcs11 } = await import('@vaxcert/hsm/pkcs11')
  const how: Pkcs11Options = {
    ...{ module: resolve(io.cwd, module), token: { label: token }, key: { label: keyLabel }, documentSigner },
    ...{ pin: () => readPin(resolve(io.cwd, pinFile), pinFile), verifiedBy: 'caller' },
    ...(keyImported === true && { origin: 'imported' }),
    ...(lanes !== undefined && { lanes }),
  }
  return inPlainWords(openPkcs11(how))
}

async function openRemote(options: SignerOptions, documentSigner: DocumentSigner, io: Io): Promise<OpenSigner> {
  const { remote: url = '', tlsCa, tlsCert, tlsKey, lanes } = options
  if (tlsCa === undefined || tlsCert === undefined || tlsKey === undefined)
    throw usageError('--remote goes with --tls-ca, --tls-cert and --tls-key.')
  if (!/^https:\/\/[^/@?#]+\/?$/.test(url)) throw usageError('Write the signing server like https://host:port.')
  const [ca, cert, key] = await Promise.all([tlsCa, tlsCert, tlsKey].map((path) => readPem(path, io)))
  const { openRemoteSigner } = await import('@vaxcert/hsm/remote')
  const how: RemoteSignerOptions = {
    ...{ url, tls: { ca: ca ?? '', cert: cert ?? '', key: key ?? '' }, documentSigner, verifiedBy: 'caller' },
    ...(lanes !== undefined && { connections: lanes }),
  }
  return inPlainWords(openRemoteSigner(how))
}

const signerWords: Readonly<Record<Pkcs11Code, string>> = {
  'signer.module': 'The library of the device cannot be loaded, or pkcs11js is not installed',
  'signer.busy': 'The signer does not answer. Try again later',
  'signer.token': 'The device has no such token, or several',
  'signer.key': 'There is no such key, or it is not the one of the certificate',
  'signer.attribute': 'The key could leave its device, or may not sign: make one there that cannot',
  'signer.pin': 'The PIN is not taken',
  'signer.refused': 'The signer refuses: it does not know us, or has not this key',
}

async function inPlainWords<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening
  } catch (error) {
    const words = error instanceof Fault ? (signerWords as Readonly<Record<string, string>>)[error.code] : undefined
    throw error instanceof Fault && words !== undefined ? usageError(`${words} (${error.code}).`) : error
  }
}

const PRIVATE = 0o077

function readPin(path: string, named: string): string {
  try {
    if ((statSync(path).mode & PRIVATE) !== 0)
      throw usageError(`Others may read ${printable(named)}. Take that from them: chmod 600.`)
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw usageError(`Cannot read ${printable(named)}.`)
  }
}

function readLanes(text: string): number {
  const lanes = Number(text)
  if (!/^\d{1,3}$/.test(text) || lanes < 1 || lanes > 256) throw new InvalidArgumentError('Write 1 to 256.')
  return lanes
}
