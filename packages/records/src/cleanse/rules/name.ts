import { personName } from '@vaxcert/core/dcc'
import { unlessFault } from '@vaxcert/core/fault'
import { likelyReading } from '../../names/readings.ts'
import type { RowRule } from '../rule.ts'

/** Digits, or signs that no name holds; `?` and U+FFFD are letters lost, which another rule tells. */
const notes = /[\d()[\]{}<>/\\|:;_*#@&=+%"!$^~,…]|\s-\s/
/** A name before its note: `Nguyễn Văn A (mũi 2)`, `Nguyễn Văn A 1985`, `Nguyễn Văn A - con`. */
const beforeNote = /^([\p{L}\p{M}'\u2019 .-]*?[\p{L}\p{M}])\s*(?:[\d([{</\\|:;_*#@&=+%"!,…]|-\s).*$/u

/** Missing, a lone consonant, or more than a name. Proposes what stands before the note. */
export const noName: RowRule = {
  id: 'PN-01',
  severity: 'B',
  fix: 'M',
  fields: ['full_name'],
  example: 'Nguyễn Văn A (mũi 2) → Nguyễn Văn A?',
  check(row, report) {
    const name = row.values.full_name
    if (name.length > 1 && !notes.test(name)) return
    const isKeyed = row.facts.isVietnamese && likelyReading(name) !== undefined
    if (!isKeyed) report.find(noName, 'full_name', beforeNote.exec(name)?.[1])
  },
}

export const lostLetters: RowRule = {
  id: 'PN-05',
  severity: 'B',
  fix: 'P',
  fields: ['full_name'],
  example: 'Nguy?n V?n ??c',
  check(row, report) {
    if (/[?\uFFFD]/.test(row.values.full_name)) report.find(lostLetters, 'full_name')
  },
}

/** What has long been a name in Latin letters, and short enough however it is spelt, is not asked about. */
const surelySpelt =
  /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0233\u1e00-\u1eff][A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0233\u1e00-\u1eff' -]{0,39}$/

/** No certificate can hold it: other scripts without a passport's spelling, no letters, more than 80 (eu-dcc-schema). */
export const unspellableName: RowRule = {
  id: 'PN-09',
  severity: 'B',
  fix: 'M',
  fields: ['full_name'],
  example: '阮文德',
  check(row, report) {
    const fullName = row.values.full_name
    if (surelySpelt.test(fullName) || fullName.trim() === '' || notes.test(fullName) || /[?\uFFFD]/.test(fullName))
      return
    if (unlessFault(() => personName({ fullName })) === undefined) report.find(unspellableName, 'full_name')
  },
}

/** At the head only: Bé, Con and Gái are given names too, `Nguyễn Thị Bé`. */
const relation = new RegExp(
  [
    '^(?:con|cháu|bé|em bé|trẻ)(?: (?:của|cua|bà|ba|ông|ong|mẹ|me|chị|chi|cô|co|anh|nhà|trai|gái|gai|sơ sinh))+(?: |$)',
    '^(?:con|cháu|em bé|vợ|chồng|mẹ|trẻ) ',
    '^be (?:trai|gai|so sinh)(?: |$)',
    ' con (?:của|bà|ông|mẹ|chị|cua) ',
    '(?:^| )(?:sơ sinh|so sinh)(?: |$)',
  ].join('|'),
)
const maybeRelation = /^[cbetvm]| con | s[ơo] sinh/i

/** Somebody is told by a relative: an infant without a name yet. */
export const relationForName: RowRule = {
  id: 'PN-10',
  severity: 'R',
  fix: 'M',
  fields: ['full_name'],
  example: 'Con bà Nguyễn Thị Hoa',
  check(row, report) {
    const name = row.values.full_name
    if (maybeRelation.test(name) && relation.test(name.toLowerCase())) report.find(relationForName, 'full_name')
  },
}

export const nameRules: readonly RowRule[] = [noName, lostLetters, unspellableName, relationForName]
