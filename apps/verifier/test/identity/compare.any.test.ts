import type { Dcc } from '@vaxcert/core/dcc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePaper, type FieldMatch } from '../../src/identity/compare.ts'
import type { IdentityPaper } from '../../src/identity/identity-card.ts'
import { baseLetters } from '../../src/identity/letters.ts'
import { readSyllable } from '../../src/identity/syllable.ts'

const syllables = [
  'An',
  'Ân',
  'Ấn',
  'Văn',
  'Vân',
  'Thị',
  'Thi',
  'Hòa',
  'Hoà',
  'Hoa',
  'Đức',
  'Dức',
  'Nguyễn',
  'Ngọc',
  'My',
  'Mỹ',
]
const names = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 5 })
const kinds = fc.constantFrom<IdentityPaper['kind'][]>('cccd', 'can-cuoc', 'mic-personal', 'passport')

function dccOf(nam: Dcc['nam'], dob = '1985-05-13'): Dcc {
  return { ver: '1.3.0', nam, dob }
}

function nameMatch(certified: readonly string[], stated: string, kind: IdentityPaper['kind']): FieldMatch | undefined {
  const [fn = '', ...given] = certified
  return comparePaper(dccOf({ fn, gn: given.join(' ') }), { kind, name: stated, birthDate: undefined })[0]
}

/** What no writer of Vietnamese would call another name: the tone of each syllable, wherever it stands, and the rest. */
function spokenAs(name: readonly string[]): string {
  return name
    .map((word) => readSyllable(word.toLowerCase()))
    .map((syllable) => `${syllable?.letters}${syllable?.tone}`)
    .join(' ')
}

describe('Name and birth date are compared, in this order', () => {
  it('whatever the paper', () => {
    const birthDate = { year: 1985, month: 5, day: 13 }
    const matches = comparePaper(dccOf({ fn: 'Nguyễn', gn: 'Văn An' }), {
      kind: 'cccd',
      name: 'Nguyễn Văn An',
      birthDate,
    })
    expect(matches).toEqual([
      { field: 'name', outcome: 'same' },
      { field: 'birth-date', outcome: 'same' },
    ])
  })

  it('says why unless they are the same, and never throws', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'aĐ<|. 9wsx́̂\u202e') }))
    fc.assert(
      fc.property(fc.array(texts, { minLength: 6, maxLength: 6 }), kinds, ([fn, gn, fnt, gnt, dob, name], kind) => {
        const nam = { fn, gn, fnt, gnt } as Dcc['nam']
        const matches = comparePaper(dccOf(nam, dob), { kind, name: name ?? '', birthDate: { day: 1 } })
        expect(matches.map(({ field }) => field)).toEqual(['name', 'birth-date'])
        for (const { outcome, why } of matches) expect(why === undefined).toBe(outcome === 'same')
      }),
    )
  })
})

describe('"same" is said of a card', () => {
  it('exactly when the names are the same when spoken', () => {
    fc.assert(
      fc.property(names, names, (certified, stated) => {
        const isSame = nameMatch(certified, stated.join(' '), 'cccd')?.outcome === 'same'
        expect(isSame).toBe(spokenAs(certified) === spokenAs(stated))
      }),
    )
  })

  it('of the same name however it is encoded, cased and spaced', () => {
    fc.assert(
      fc.property(names, fc.boolean(), fc.constantFrom(' ', '  ', '\u00a0', '-'), (name, decomposed, gap) => {
        const stated = name.join(gap).normalize(decomposed ? 'NFD' : 'NFC')
        for (const written of [stated, stated.toUpperCase(), stated.toLowerCase()])
          expect(nameMatch(name, written, 'can-cuoc')?.outcome).toBe('same')
      }),
    )
  })

  it('never of a name that lost or changed one letter, mark or word', () => {
    const changes = fc.tuple(names, fc.nat(40), fc.constantFrom('', 'a', 'ạ', 'x', 'Đ', '\u0301', ' '))
    fc.assert(
      fc.property(changes, ([name, place, change]) => {
        const letters = [...name.join(' ').normalize('NFC')]
        const at = place % letters.length
        const stated = [...letters.slice(0, at), change, ...letters.slice(at + 1)].join('')
        const isSame = nameMatch(name, stated, 'cccd')?.outcome === 'same'
        if (isSame) expect(spokenAs(stated.normalize('NFC').split(' ').filter(Boolean))).toBe(spokenAs(name))
      }),
    )
  })

  it('never of a name without its marks', () => {
    fc.assert(
      fc.property(names, (name) => {
        const bare = name.map((word) => baseLetters(word.toLowerCase()) ?? '').join(' ')
        fc.pre(bare !== name.join(' ').toLowerCase())
        expect(nameMatch(name, bare, 'cccd')?.outcome).toBe('similar')
        expect(nameMatch(bare.split(' '), name.join(' '), 'cccd')?.outcome).toBe('similar')
      }),
    )
  })

  it('never of a personal code, nor of a line that may go on', () => {
    fc.assert(
      fc.property(names, names, (certified, stated) => {
        const bare = stated.map((word) => (baseLetters(word.toLowerCase()) ?? '').toUpperCase())
        const [family = '', ...given] = bare
        expect(nameMatch(certified, bare.join(' '), 'mic-personal')?.outcome).not.toBe('same')
        expect(nameMatch(certified, `${family}<<${given.join('<')}`.replace(/<+$/, ''), 'passport')?.outcome).not.toBe(
          'same',
        )
      }),
    )
  })

  it('of the lines of a passport only when both halves are spelt alike', () => {
    const spell = (words: readonly string[]) =>
      words.map((word) => (baseLetters(word.toLowerCase()) ?? '').toUpperCase())
    fc.assert(
      fc.property(names, names, (certified, stated) => {
        const [family = '', ...given] = spell(stated)
        const isSame = nameMatch(certified, `${family}<<${given.join('<')}<`, 'passport')?.outcome === 'same'
        expect(isSame).toBe(spell(certified).join(' ') === spell(stated).join(' '))
      }),
    )
  })

  it('never of two that share one word and nothing else', () => {
    const one = fc.array(fc.constantFrom<string[]>('An', 'Văn', 'Hoà', 'Đức', 'My'), { maxLength: 3 })
    const other = fc.array(fc.constantFrom<string[]>('Thị', 'Ngọc', 'Tâm', 'Hùng', 'Bảo'), { maxLength: 3 })
    fc.assert(
      fc.property(one, other, kinds, fc.nat(3), fc.nat(3), ([...certified], [...stated], kind, here, there) => {
        fc.pre(certified.length + stated.length > 0)
        certified.splice(here, 0, 'Nguyễn')
        stated.splice(there, 0, 'Nguyễn')
        const mrz = stated.map((word) => (baseLetters(word.toLowerCase()) ?? '').toUpperCase())
        const name = kind === 'passport' ? `${mrz[0]}<<${mrz.slice(1).join('<')}<` : stated.join(' ')
        const outcome = nameMatch(certified, name, kind)?.outcome
        expect(outcome).not.toBe('same')
        if (certified.length > 1 && stated.length > 1) expect(outcome).toBe('different')
      }),
    )
  })
})
