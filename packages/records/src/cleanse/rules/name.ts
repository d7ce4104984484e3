import { personName } from '@vaxcert/core/dcc'
import { unlessFault } from '@vaxcert/core/fault'
import { isNoName, isNote, nameBeforeNote, pastedTwice, withoutTitle } from '../../names/notes.ts'
import { likelyReading } from '../../names/readings.ts'
import { LOST, NOTE, STRANGE, signsOf } from '../../names/signs.ts'
import type { RowRule } from '../rule.ts'

/** A name before its note: `Nguyễn Văn A (mũi 2)`, `Nguyễn Văn A 1985`, `Nguyễn Văn A - con`. */
const beforeNote = /^([\p{L}\p{M}'\u2019 .-]*?[\p{L}\p{M}])\s*(?:[\d([{</\\|:;_*#@&=+%"!,…]|-\s).*$/u

/** Missing, a lone letter, no name, or more than one. Proposes what stands before the note. */
export const noName: RowRule = {
  id: 'PN-01',
  severity: 'B',
  fix: 'M',
  fields: ['full_name'],
  example: 'Nguyễn Văn A (mũi 2) → Nguyễn Văn A?',
  check(row, report) {
    const name = row.values.full_name
    const once = pastedTwice(name)
    if (once !== undefined) return report.find(noName, 'full_name', once)
    if (isName(name)) return
    const isKeyed = row.facts.isVietnamese && !isNoName(name) && likelyReading(name) !== undefined
    if (!isKeyed) report.find(noName, 'full_name', nameBeforeNote(name) ?? beforeNote.exec(name)?.[1])
  },
}

function isName(text: string): boolean {
  return text.length > 1 && (signsOf(text) & NOTE) === 0 && !text.includes(' - ') && !isNote(text)
}

export const lostLetters: RowRule = {
  id: 'PN-05',
  severity: 'B',
  fix: 'P',
  fields: ['full_name'],
  example: 'Nguy?n V?n ??c',
  check(row, report) {
    if (signsOf(row.values.full_name) & LOST) report.find(lostLetters, 'full_name')
  },
}

/** However it is spelt, no name of so many letters becomes longer than 80. */
const SHORT = 40

/** No certificate can hold it: other scripts without a passport's spelling, no letters, more than 80 (eu-dcc-schema). */
export const unspellableName: RowRule = {
  id: 'PN-09',
  severity: 'B',
  fix: 'M',
  fields: ['full_name'],
  example: '阮文德',
  check(row, report) {
    const fullName = row.values.full_name
    const signs = signsOf(fullName)
    const isTold = fullName.trim() === '' || (signs & (NOTE | LOST)) !== 0
    if (isTold || ((signs & STRANGE) === 0 && fullName.length <= SHORT && /[A-Za-z]/.test(fullName))) return
    if (unlessFault(() => personName({ fullName })) === undefined) report.find(unspellableName, 'full_name')
  },
}

/** At the head only: Bé, Con and Gái are given names too, `Nguyễn Thị Bé`. */
const relation = new RegExp(
  [
    '^(?:con|cháu|bé|em bé|trẻ)(?: (?:của|cua|bà|ba|ông|ong|mẹ|me|chị|chi|cô|co|anh|nhà|trai|gái|gai|sơ sinh))+(?: |$)',
    '^(?:con|cháu|em bé|vợ|chồng|mẹ|trẻ)(?: |: ?)',
    '^be (?:trai|gai|so sinh)(?: |$)',
    ' con (?:của|bà|ông|mẹ|chị|cua) ',
    '(?:^| )(?:sơ sinh|so sinh)(?: |$)',
  ].join('|'),
)
const maybeRelation = /^(?:con|cháu|bé|be|em|trẻ|tre|vợ|chồng|mẹ)[ :]| con | sinh(?: |$)/i

/** Whether a text tells somebody by a relative. */
export function isRelation(text: string): boolean {
  return maybeRelation.test(text) && relation.test(text.toLowerCase())
}

/** Somebody is told by a relative, an infant without a name yet; or a form of address stands before the name. */
export const relationForName: RowRule = {
  id: 'PN-10',
  severity: 'R',
  fix: 'M',
  fields: ['full_name'],
  example: 'Con bà Nguyễn Thị Hoa',
  check(row, report) {
    const name = row.values.full_name
    const bare = row.facts.isVietnamese ? withoutTitle(name) : undefined
    if (bare !== undefined || isRelation(name)) report.find(relationForName, 'full_name', bare)
  },
}

export const nameRules: readonly RowRule[] = [noName, lostLetters, unspellableName, relationForName]
