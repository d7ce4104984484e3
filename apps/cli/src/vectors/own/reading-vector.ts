import { Fault } from '@vaxcert/core'
import { toBeSigned } from '@vaxcert/core/cose'
import { decode, type Profile, removePrefix } from '@vaxcert/core/dcc'
import { type Verdict, verify } from '@vaxcert/core/verify'
import { readPicture } from '../../pictures/read-picture.ts'
import { hex } from '../../terminal.ts'
import type { Bag, CheckResult } from '../check-result.ts'
import { readBase64 } from '../encoded-bytes.ts'
import { sameContent } from '../same-content.ts'
import { bagOf, compared, type OwnFile, requireMembers, textOf, wordOf } from './own-file.ts'
import { profileOf } from './profile.ts'
import { resultOf } from './result-of.ts'
import { OPTION_MEMBERS, optionsOfVector } from './verify-options.ts'

const GIVEN = ['text', 'picture', 'without', ...OPTION_MEMBERS]

/**
 * Holds a text, or the text in a picture, against what the vector expects of it.
 * @throws Fault `vectors.*`, `list.shape`
 */
export async function runReadingVector(file: OwnFile): Promise<readonly CheckResult[]> {
  const { given, expect, stages } = file
  requireMembers(given, GIVEN)
  if (isForLesserDevice(given)) return [{ check: 'verdict', result: 'skipped', reason: 'needs a lesser device' }]
  const text = await readText(given)
  if (text instanceof Fault) return [compared('verdict', wordOf(expect), `refused ${text.code}`)]
  const verdict = await verify(text, optionsOfVector(file))
  return [
    compared('verdict', wordOf(expect), wordOf(verdict)),
    ...comparedMembers('checks', bagOf(expect.checks), outcomesOf(verdict)),
    ...comparedMembers('stages', stages, stagesOf(text, profileOf(given), stages)),
  ]
}

function isForLesserDevice({ without = [] }: Bag): boolean {
  if (Array.isArray(without)) return without.length > 0
  throw new Fault('vectors.shape', 'not a list')
}

/** The text itself, or why its picture gives none. */
async function readText({ text, picture }: Bag): Promise<string | Fault> {
  if (text !== undefined) return textOf(text)
  const bytes = readBase64(textOf(picture))
  return resultOf(() => readPicture(bytes))
}

/** Nothing where nothing is expected; else the names of what is, and of what came out as expected. */
export function comparedMembers(check: string, expected: Bag, actual: Bag): readonly CheckResult[] {
  const names = Object.keys(expected).sort()
  const same = names.filter((name) => expected[name] === actual[name])
  return names.length === 0 ? [] : [compared(check, names.join(' '), same.join(' '))]
}

function outcomesOf({ checks }: Verdict): Bag {
  return Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]))
}

/**
 * Every stage of the text that can be reached: lower-case hex, but base45 as text. The certificate, and other
 * documents, are the expected ones themselves when they say the same.
 */
export function stagesOf(text: string, profile: Profile, { dcc, documents }: Bag): Bag {
  const { claims, message, cose, compressed } = decode(text, profile).layers
  const content: Bag = { ...claims }
  return {
    dcc: sameContent(content.dcc, dcc) ? dcc : content.dcc,
    documents: sameContent(content.documents, documents) ? documents : content.documents,
    protected: message && hex(message.protectedBytes),
    payload: message && hex(message.payload),
    toBeSigned: message && hex(toBeSigned(message.protectedBytes, message.payload)),
    cose: cose && hex(cose),
    zlib: compressed && hex(compressed),
    base45: compressed && removePrefix(text),
  }
}
