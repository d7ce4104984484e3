import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openIdJoin } from '../../src/report/id-join.ts'

const root = mkdtempSync(join(tmpdir(), 'vaxcert-join-'))
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** The marks of each identifier, in some order. */
function joined(...noted: readonly (readonly [id: string, mark: string])[]): readonly string[] {
  const folder = join(root, 'join')
  const open = openIdJoin(folder)
  for (const [id, mark] of noted) open.add(id, mark)
  const marks = [...open.joined()].map((own) => own.join(' '))
  open.close()
  expect(existsSync(folder)).toBe(false)
  return marks.toSorted()
}

describe('identifiers of several files', () => {
  it('are told once each, with their different marks', () => {
    expect(joined(['D1', '4'], ['D2', '5'], ['D1', 'signed'], ['D1', 'signed'])).toEqual(['4 signed', '5'])
  })

  it('do not become others by a line end, a tab or a quote', () => {
    expect(joined(['D1\nsigned\tD2', '4'], ['D2', '5'])).toEqual(['4', '5'])
    expect(joined(['D1\tD2', '4'], ['D1', '5'], ['D1\tD2', 'signed'])).toEqual(['4 signed', '5'])
    expect(joined(['D1\nD2', '4'], ['"D1\\nD2"', '5'], ['D1\nD2', 'signed'])).toEqual(['4 signed', '5'])
  })
})
