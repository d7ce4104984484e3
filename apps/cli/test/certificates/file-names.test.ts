import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNames } from '../../src/certificates/file-names.ts'

const namesOf = (...ids: readonly string[]) => ids.map(fileNames())

describe('the file name of a dose', () => {
  it('is its id where that is a harmless name', () => {
    expect(namesOf('D0001', 'a-b_c.1')).toEqual(['D0001', 'a-b_c.1'])
  })

  it.each([
    ['../../etc/passwd', '_._.._etc_passwd'],
    ['..', '__'],
    ['/root', '_root'],
    ['C:\\x', 'C__x'],
    ['-rf', '_rf'],
    ['.bashrc', '_bashrc'],
    ['a.', 'a_'],
    ['nul', '_nul'],
    ['COM1.x', '_COM1.x'],
    ['', '_'],
    ['đ\u202e\n\0', '____'],
    ['x'.repeat(300), 'x'.repeat(64)],
  ])('of %j cannot leave its folder or steer anything', (id, name) => {
    expect(namesOf(id)).toEqual([name])
  })

  it('is never given twice, not even in other case', () => {
    expect(namesOf('a/b', 'a:b', 'A_B', 'a_b', 'a_b~2')).toEqual(['a_b', 'a_b~2', 'A_B~3', 'a_b~4', 'a_b_2'])
  })

  it('is safe and its own, whatever the ids', () => {
    const id = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('.', '/', 'a', 'A', '~', '2', '\0') }),
    )
    fc.assert(
      fc.property(fc.array(id, { maxLength: 40 }), (ids) => {
        const names = namesOf(...ids)
        for (const name of names) expect(name).toMatch(/^(?![.-])[\w.~-]{1,80}(?<!\.)$/)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length)
      }),
    )
  })
})
