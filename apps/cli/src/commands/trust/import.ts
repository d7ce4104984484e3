import { existsSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import { writeTrustList } from '@vaxcert/core/trust'
import { type ForeignFormat, type ForeignList, foreignReaders } from '@vaxcert/core/trust/import'
import { Argument, Command, Option } from 'commander'
import { usageError } from '../../exit.ts'
import type { Io } from '../../io.ts'
import { makeFolder } from '../../make-folder.ts'
import { jsonLine, printable } from '../../terminal.ts'
import { parseTime } from '../../times.ts'
import { answering } from '../../trust/answer.ts'
import { type DidOptions, didText } from '../../trust/import-did.ts'
import { type ImportSource, parseFormat, readSource } from '../../trust/import-source.ts'
import { importJson, importText } from '../../trust/import-text.ts'
import { atOption, jsonOption, required } from './options.ts'

interface Options extends ImportSource, DidOptions {
  readonly out: string
  readonly as: 'json' | 'did'
  readonly force: boolean
  readonly json: boolean
}

const help = `
FORMAT and the files it takes:
  dgcg   the EU gateway: JSON of GET /trustList; --key is the gateway's trust anchor
  de     Germany: the signed list as served
  at     Austria (hcert-kotlin v2): content and signature, or one JSON with both
  ch     Switzerland: every page of keys/updates, and keys/list; --key is the root or the signer
  se     Sweden: the JWS as served
  nl     the Netherlands: JSON of payload and signature; --key is the signer or an authority above it
  it     Italy: JSON of each certificate, base64, under its kid; then, if wanted, the status list. Nobody signs: --unsigned
  gdhcn  WHO's network: did.json, version 2
Nothing is written unless the source's own signature is right. What is written is a plain list: make it part of a signed one with
vaxcert trust build. Exit codes: 0 verified and written, 1 refused, 2 wrong usage or a file that cannot be used.

Examples:
  $ vaxcert trust import de list.txt --key de-list.pem --out de.json
  $ vaxcert trust import gdhcn did.json --key who.jwk --newer-than 2026-08-22 --out who.json
  $ vaxcert trust import at content.cbor signature.cose --key at.pem --as did --did-id did:web:list.example --list-key my/list --out did.json`

/** `vaxcert trust import`: a list of somebody else's, believed for its signature, as one of ours. */
export function trustImportCommand(io: Io): Command {
  return new Command('import')
    .description("Read somebody else's trust list, check its signature, and write it as a plain one.")
    .addArgument(new Argument('<format>', 'dgcg, de, at, ch, se, nl, it or gdhcn').argParser(parseFormat))
    .argument('<file...>', 'the list as it was fetched; - is standard input')
    .option('--key <file>', 'public key (PEM, JWK) or certificate (PEM) that must have signed')
    .addOption(required('--out <file>', 'list to write'))
    .addOption(new Option('--as <form>', 'plain list or DID document').choices(['json', 'did']).default('json'))
    .option('--unsigned', 'take a format that nobody signs', false)
    .addOption(new Option('--newer-than <time>', 'when the list read before was made').argParser(parseTime))
    .option('--test-participants', 'keep the keys of invented states too (gdhcn)', false)
    .option('--did-id <did>', 'identifier of the DID document: did:web:…')
    .option('--list-key <prefix>', 'key that signs the DID document: PREFIX.key.pem')
    .option('--force', 'replace the file that is there', false)
    .addOption(atOption('moment at which the list must be valid'))
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action((format: ForeignFormat, paths: readonly string[], options: Options) =>
      answering(io, options.json, () => importList(format, paths, options, io)),
    )
}

async function importList(format: ForeignFormat, paths: readonly string[], options: Options, io: Io): Promise<void> {
  const out = resolve(io.cwd, options.out)
  if (!options.force && existsSync(out)) throw usageError(`${printable(options.out)} is there: --force replaces it.`)
  const list = await foreignReaders[format](await readSource(format, paths, options, io))
  if (options.newerThan && list.issuedAt === undefined) {
    throw usageError(`A list of the format ${format} does not say when it was made: --newer-than cannot be checked.`)
  }
  if (list.signers.length === 0) throw new Fault('source.empty', 'nothing to write')
  const text = options.as === 'did' ? await didText(list, options, io) : plainText(list)
  makeFolder(dirname(out))
  writeFileSync(out, text, { flag: options.force ? 'w' : 'wx' })
  io.stdout.write(options.json ? jsonLine(importJson(list)) : `${importText(list)}Written: ${printable(options.out)}\n`)
}

function plainText({ signers }: ForeignList): string {
  return `${JSON.stringify(writeTrustList(signers.map(({ signer }) => signer)), null, 2)}\n`
}
