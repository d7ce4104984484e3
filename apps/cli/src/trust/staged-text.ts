import { plannedRoot } from '@vaxcert/core/trust/publish'
import { count } from '../count.ts'
import type { Io } from '../io.ts'
import { readListFiles } from '../snapshot/layout.ts'
import { base64, hex, jsonLine } from '../terminal.ts'
import { writeTime } from '../times.ts'
import { contentsOfBody } from './contents.ts'
import { missingSignatures, type NamedRole, type StagedFile, stagedFiles } from './staged-files.ts'
import { summaryOf } from './summary.ts'
import { listLines } from './summary-text.ts'

/** Tells what lies in a staged folder. */
export function writeStaged(folder: string, json: boolean, io: Io): void {
  const files = stagedFiles(readListFiles(folder))
  io.stdout.write(json ? jsonLine({ files: files.map(stagedJson) }) : files.map(stagedText).join(''))
}

/** What somebody is about to sign, in words: which file, from when to when, what it holds, and its digest. */
export function stagedText(file: StagedFile): string {
  const { kind, epoch, number, issuedAt, expiresAt, sha256, length } = file.draft.statement
  const lines = [
    `${file.name}: ${kind} ${number} of epoch ${epoch}, ${writeTime(issuedAt)} to ${writeTime(expiresAt)}`,
    ...aboutBody(file),
    `sha256 ${hex(sha256)}, ${length} bytes`,
    signaturesText(file),
  ]
  return lines.map((line, index) => `${index === 0 ? '' : '  '}${line}\n`).join('')
}

/** The same for a JSON line. */
export function stagedJson(file: StagedFile): Readonly<Record<string, unknown>> {
  const { kind, epoch, number, issuedAt, expiresAt, sha256 } = file.draft.statement
  return {
    file: file.name,
    kind,
    epoch,
    number,
    issuedAt: writeTime(issuedAt),
    expiresAt: writeTime(expiresAt),
    sha256: hex(sha256),
    signedBy: file.draft.signedBy.map(base64),
    missing: missingSignatures(file).reduce((total, { missing }) => total + missing, 0),
  }
}

/** "2 of 3: KID, KID, KID". */
export function roleText({ threshold, keys }: Pick<NamedRole, 'threshold' | 'keys'>): string {
  return `${threshold} of ${keys.length}: ${keys.map(({ kid }) => base64(kid)).join(', ')}`
}

/** "signed by KID; 1 signature missing". */
function signaturesText(file: StagedFile): string {
  const { signedBy } = file.draft
  const signed = signedBy.length === 0 ? 'not signed yet' : `signed by ${signedBy.map(base64).join(', ')}`
  const missing = missingSignatures(file).map(({ role, missing: more }) => {
    return `; ${count(more, 'signature')} of ${roleWords[role.name]} missing`
  })
  return signed + missing.join('')
}

const roleWords: Readonly<Record<NamedRole['name'], string>> = {
  root: 'its root keys',
  'root before': 'the root keys before',
  lists: 'the list keys',
}

function aboutBody({ draft, file }: StagedFile): readonly string[] {
  const { kind } = draft.statement
  if (kind === 'manifest') return []
  if (kind !== 'root') return [...listLines(summaryOf(contentsOfBody(kind, draft.body), new Date(0))).values()]
  const { environment, roles } = plannedRoot(file)
  return [`for ${environment}`, `roots are signed by ${roleText(roles.root)}`, `lists by ${roleText(roles.lists)}`]
}
