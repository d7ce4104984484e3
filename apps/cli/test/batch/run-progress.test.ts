import type { LedgerCounts, Step } from '@vaxcert/batch'
import { describe, expect, it } from 'vitest'
import { runProgress } from '../../src/batch/run-progress.ts'

const counts = (issued: number, other: Partial<LedgerCounts> = {}): LedgerCounts => ({
  ...{ chunks: {}, waiting: 10_000 - issued, issued, refused: 0, held: {} },
  ...other,
})
const signing = (certificates: number): Step => ({ name: 'sign', phase: 'within', chunk: 1, certificates })

/** The last line that is shown, by a clock that is set by hand. */
function shown(isTTY = true) {
  let [text, seconds] = ['', 0]
  const sink = {
    isTTY,
    write(more: string) {
      text += more
    },
  }
  const progress = runProgress(sink, () => new Date(seconds * 1000))
  return {
    progress,
    later(more: number) {
      seconds += more
    },
    line: () => text.split('\r\u001b[K').at(-1),
  }
}

describe('the progress of a run', () => {
  it('counts what is issued and what is under way at every worker', () => {
    const { progress, later, line } = shown()
    later(1)
    progress.counts(counts(2000))
    progress.step(1, signing(64), undefined)
    later(2)
    progress.step(2, signing(128), undefined)
    expect(line()).toBe('issuing 2192 of 10000, 96 a second, 81 seconds to go, 0 refused, 0 chunks stuck')
  })

  it('forgets what was under way when its chunk is released, or given up', () => {
    const { progress, later, line } = shown()
    progress.step(1, signing(5000), undefined)
    progress.step(1, { name: 'claim', phase: 'before', chunk: 2, certificates: 0 }, undefined)
    later(1)
    progress.counts(counts(5000, { refused: 3, waiting: 4997, chunks: { stuck: 1 } }))
    expect(line()).toBe('issuing 5003 of 10000, 3 refused, 1 chunk stuck')
  })

  it('tells how the signer fares, where it says so', () => {
    const { progress, later, line } = shown()
    progress.counts(counts(0))
    for (const [state, words] of [
      ['closed', 'signer well'],
      ['open', 'SIGNER DOES NOT ANSWER'],
      ['half-open', 'signer is tried again'],
    ] as const) {
      later(1)
      progress.step(1, signing(0), state)
      expect(line()).toBe(`issuing 0 of 10000, 0 refused, 0 chunks stuck, ${words}`)
    }
  })

  it('says nothing where there is no terminal', () => {
    const { progress, later, line } = shown(false)
    later(1)
    progress.counts(counts(1))
    progress.end()
    expect(line()).toBe('')
  })
})
