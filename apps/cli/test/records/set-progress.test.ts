import { describe, expect, it } from 'vitest'
import { setProgress } from '../../src/records/set-progress.ts'

function shown(isTTY: boolean, act: (progress: ReturnType<typeof setProgress>) => void): readonly string[] {
  const lines: string[] = []
  act(setProgress({ isTTY, write: (text) => lines.push(text.replace('\r\u001b[K', '')) }))
  return lines
}

describe('the progress of comparing', () => {
  it('tells each step once, and rows by ten thousands', () => {
    const lines = shown(true, (progress) => {
      progress('links')
      progress('people')
      for (const rows of [1, 9_999, 10_000, 10_001, 20_500]) progress('people', rows)
      progress('rules')
      progress()
    })
    expect(lines).toEqual([
      'comparing: finding the numbers of one person',
      'comparing: the doses of each person',
      'comparing: the doses of each person, 10000 rows',
      'comparing: the doses of each person, 20000 rows',
      'comparing: lots, sessions, counts',
      '',
    ])
  })

  it('is silent where nobody looks', () => {
    expect(shown(false, (progress) => progress('links'))).toEqual([])
  })
})
