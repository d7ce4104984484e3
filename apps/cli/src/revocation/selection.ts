import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import type { HashType } from '@vaxcert/core/trust'
import type { RevocationEntry } from '@vaxcert/core/trust/publish'
import { CommanderError } from 'commander'
import { EXIT, usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import { judgeEach } from '../inputs/given.ts'
import type { Io } from '../io.ts'
import { readKid } from '../kid.ts'
import { printable } from '../terminal.ts'
import { readTrustFile } from '../trust/read-trust-list.ts'
import { wordsOf } from '../words.ts'
import { type LedgerExport, readLedgerExport } from './ledger-export.ts'
import { selectInLedger } from './ledger-selection.ts'
import { entriesOfText } from './text-entries.ts'
import { entriesOfUvcis } from './uvci-entries.ts'

/** What is meant, as the options of a command line say it. */
export interface SelectionOptions {
  readonly uvci: readonly string[]
  readonly exact: boolean
  readonly kid: readonly Uint8Array[]
  readonly lastDay?: number
  readonly text: readonly string[]
  readonly types: readonly HashType[]
  readonly trust?: string
  readonly facility?: string
  readonly from?: string
  readonly until?: string
  readonly ledger?: string
  readonly dsc: readonly string[]
}

export interface Selection {
  readonly entries: readonly RevocationEntry[]
  /** Some of what was given could not be used; that has been told on stderr. */
  readonly isPartial: boolean
}

const MAX_LEDGER_BYTES = 1024 * 2 ** 20

/**
 * All that the options name.
 * @throws CommanderError with exit code 2 when that is nothing, they lack something, or a file cannot be read
 */
export async function select(options: SelectionOptions, io: Io): Promise<Selection> {
  const { uvci, text, facility, dsc } = options
  if (uvci.length + text.length + dsc.length === 0 && facility === undefined) {
    throw usageError('Say which: --uvci, --text, --facility or --dsc.')
  }
  const ledger = await readLedger(options, io)
  const { entries: fromLedger, lost } = ledger ? selectInLedger(options, ledger) : { entries: [], lost: [] }
  for (const sentence of lost) io.stderr.write(`vaxcert: ${sentence}\n`)
  const typed = ledger === undefined ? entriesOfUvcis(uvci, { ...options, kids: options.kid }) : []
  const signers = await Promise.all(dsc.map((name) => signerEntry(name, io)))
  const { entries, isPartial } = await textEntries(options, io)
  const all = [...typed, ...fromLedger, ...signers, ...entries]
  return { entries: all, isPartial: isPartial || lost.length > 0 }
}

async function readLedger({ ledger, facility }: SelectionOptions, io: Io): Promise<LedgerExport | undefined> {
  if (ledger !== undefined) return readLedgerExport(await readWhole(ledger, io, MAX_LEDGER_BYTES))
  if (facility !== undefined) throw usageError('--facility is looked up in a ledger: --ledger FILE.')
  return undefined
}

/** A signer by its certificate or by its kid in base64. */
async function signerEntry(name: string, io: Io): Promise<RevocationEntry> {
  const kid = readKid(name)
  if (kid !== undefined && !existsSync(resolve(io.cwd, name))) return { type: 'SIGNER', kid }
  const [signer, ...others] = (await readTrustFile(name, io)).signers
  if (signer === undefined || others.length > 0)
    throw usageError(`${printable(name)} does not hold exactly one certificate.`)
  return { type: 'SIGNER', kid: signer.kid }
}

async function textEntries(options: SelectionOptions, io: Io): Promise<Selection> {
  const { text, types, trust: path } = options
  if (text.length === 0) return { entries: [], isPartial: false }
  if (path === undefined) io.stderr.write('vaxcert: the signatures of the texts are not checked; --trust does.\n')
  const trust = path === undefined ? {} : { trust: await readTrustFile(path, io) }
  const entries: RevocationEntry[] = []
  const judged = judgeEach(text, io, async (given) => {
    const code = 'code' in given ? given.code : await addText(given.text, { types, at: io.now(), ...trust }, entries)
    if (code !== undefined) io.stderr.write(`vaxcert: ${printable(given.file)}: ${wordsOf(code)} (${code}).\n`)
    return code === undefined
  })
  return { entries, isPartial: await endsNegative(judged) }
}

/** The code of why a text cannot be used. */
async function addText(
  text: string,
  options: Parameters<typeof entriesOfText>[1],
  entries: RevocationEntry[],
): Promise<string | undefined> {
  try {
    entries.push(...(await entriesOfText(text, options)))
    return undefined
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
}

/** Texts that can be used are used, though others of the same command cannot. */
async function endsNegative(judged: Promise<void>): Promise<boolean> {
  try {
    await judged
    return false
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === EXIT.negative) return true
    throw error
  }
}
