import { resolve } from 'node:path'
import { folderSource, proveLogged, writeProof } from '@vaxcert/batch/log'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Io } from '../io.ts'
import { answering } from './answer.ts'
import { certificateOption, readCose } from './certificate.ts'
import { requireFolder } from './folders.ts'
import { readTrust, type TrustOptions, trustOptions } from './options.ts'

interface ProveOptions extends TrustOptions {
  readonly certificate: string
  readonly salt: Uint8Array
}

const afterHelp = `
The proof goes to stdout (C2SP tlog-proof); whoever has the certificate and the log's public key checks it without the log. It
holds the salt of the entry: give it only to who may know that this certificate is in the log.`

/** `vaxcert log prove`: proves that a certificate is in a published log. */
export function proveCommand(io: Io): Command {
  const command = new Command('prove')
    .description('prove that a certificate is in the log')
    .argument('<dir>', 'a published log')
    .addOption(certificateOption())
    .addOption(
      new Option('--salt <salt>', 'of its entry: base64, as vaxcert batch export writes it, or hex')
        .argParser(readSalt)
        .makeOptionMandatory(),
    )
  for (const option of trustOptions()) command.addOption(option)
  return command
    .addHelpText('after', afterHelp)
    .action((folder: string, options: ProveOptions) =>
      answering(io, options.json, () => proveFrom(folder, options, io), io.stderr),
    )
}

async function proveFrom(folder: string, options: ProveOptions, io: Io): Promise<void> {
  const trust = await readTrust(options, io)
  const source = folderSource(requireFolder(resolve(io.cwd, folder), folder))
  const logged = { cose: await readCose(options.certificate, io), salt: options.salt }
  io.stdout.write(writeProof(await proveLogged(logged, source, trust)))
}

function readSalt(text: string): Uint8Array {
  if (/^[0-9a-f]{32}$/i.test(text)) return Buffer.from(text, 'hex')
  if (/^[A-Za-z0-9+/]{22}==$/.test(text)) return Buffer.from(text, 'base64')
  throw new InvalidArgumentError('Write 16 bytes in base64 or hex.')
}
