import { resolve } from 'node:path'
import type { Algorithm } from '@vaxcert/core/cose'
import { Command, Option } from 'commander'
import type { Io } from '../../io.ts'
import { clearPaths, keyPaths, requestPath, writeNewFile } from '../../keys/key-files.ts'
import {
  type OutputOptions,
  outputOptions,
  type SubjectOptions,
  subjectOf,
  subjectOptions,
} from '../../keys/options.ts'
import { makeRequest } from '../../keys/signed-request.ts'
import { jsonLine, printable } from '../../terminal.ts'

const HELP = `
A request (PKCS#10) proves that whoever asks for a certificate holds the key. Keys that matter are born in an HSM, whose
tools write the request. This one makes a key in a file, to try the way with.

Examples:
  vaxcert keys request --out my/dsc --country VN --organisation 'SAMPLE Ministry' --common-name 'SAMPLE DSC 7'
  vaxcert keys dsc --csca my/csca --request my/dsc.csr.pem --out my/dsc`

interface RequestOptions extends SubjectOptions, OutputOptions {
  readonly algorithm: Algorithm
}

/** `vaxcert keys request`: a key and a request for its certificate. */
export function requestCommand(io: Io): Command {
  const command = new Command('request').description('make a key and a request for its certificate')
  for (const option of [...outputOptions('PREFIX.csr.pem and PREFIX.key.pem'), ...subjectOptions('DSC')]) {
    command.addOption(option)
  }
  return command
    .addOption(new Option('--algorithm <name>', 'PS256 is RSA-2048').choices(['ES256', 'PS256']).default('ES256'))
    .addHelpText('after', HELP)
    .action(async (options: RequestOptions) =>
      save(await makeRequest(subjectOf(options), options.algorithm), options, io),
    )
}

type Made = Awaited<ReturnType<typeof makeRequest>>

function save(made: Made, { out, force, json }: OutputOptions, io: Io): void {
  const prefix = resolve(io.cwd, out)
  const paths = { request: requestPath(prefix), privateKey: keyPaths(prefix).privateKey }
  clearPaths(Object.values(paths), force)
  writeNewFile(paths.privateKey, made.privateKey, 0o600)
  writeNewFile(paths.request, made.request)
  const told = { request: requestPath(out), privateKey: keyPaths(out).privateKey }
  io.stdout.write(json ? jsonLine(told) : `${printable(told.request)}\n`)
}
