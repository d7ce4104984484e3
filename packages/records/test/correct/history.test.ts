import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCorrections, consequencesOf } from '../../src/correct/apply.ts'
import type { Correction } from '../../src/correct/event.ts'
import { addEvent, newHistory, readLine, reusedEvidence } from '../../src/correct/history.ts'
import { emptyValues } from '../../src/read/row-values.ts'

const paper = { sha256: 'a'.repeat(64), kind: 'paper-certificate' }
const told = { report: 'R-1', by: 'Trần Thị Mẫu', role: 'station', at: '2022-05-20T08:00:00Z', why: '', evidence: [] }
const received = { ...told, step: 'received', kind: 'wrong-information', isPhoneProved: true, evidence: [paper] }
const checked = { ...told, step: 'checked' }
const verified = { ...told, step: 'verified', method: 'paper' }
const change = { kind: 'change', dose: 'D1', field: 'product', before: 'A', after: 'B' } as const
const approved = { ...told, by: 'Lê Văn Thử', step: 'approved', corrections: [change] }
const rejected = { ...told, step: 'rejected' }

function history(...events: readonly object[]) {
  const made = newHistory()
  const lines = events.map((event) => addEvent(made, event).line)
  return { made, lines }
}

describe('a report', () => {
  it('goes step by step, and may be rejected at each', () => {
    expect(history(received, checked, verified, approved).made.reports.get('R-1')?.step).toBe('approved')
    for (const before of [[received], [received, checked], [received, checked, verified]]) {
      expect(history(...before, rejected).made.reports.get('R-1')?.step).toBe('rejected')
    }
  })

  it.each([
    ['correct.order', [checked]],
    ['correct.order', [received, received]],
    ['correct.order', [received, verified]],
    ['correct.order', [received, checked, approved]],
    ['correct.order', [received, checked, verified, approved, rejected]],
    ['correct.time', [received, { ...checked, at: '2022-05-20T07:59:59Z' }]],
    ['correct.phone', [{ ...received, isPhoneProved: false }, checked]],
    ['correct.evidence', [{ ...received, evidence: [] }, checked, verified]],
    ['correct.empty', [received, checked, verified, { ...approved, corrections: [] }]],
    ['correct.four-eyes', [received, checked, verified, { ...approved, by: ' TRẦN THỊ  Mẫu' }]],
    ['correct.four-eyes', [received, { ...checked, by: 'Lê Văn Thử' }, verified, approved]],
    ['correct.shape', [{ ...received, kind: 'x' }]],
    ['correct.shape', [{ ...received, at: 'today' }]],
    ['correct.shape', [received, checked, { ...verified, method: 'guess' }]],
    ['correct.shape', [received, checked, verified, { ...approved, corrections: [{ ...change, field: 'dose_id' }] }]],
  ])('is held up with %s', (code, events) => {
    expect(() => history(...events)).toThrow(code)
  })

  it('cannot correct what an earlier one made something else, took back or added', () => {
    const report = (id: string, ...corrections: readonly Correction[]) =>
      [received, checked, verified, { ...approved, corrections }].map((event) => ({ ...event, report: id }))
    const first = report('R-1', change)
    const withdraw = { kind: 'withdraw', dose: 'D1' } as const
    const add = { kind: 'add', dose: 'D9', values: { product: 'A' } } as const
    expect(() => history(...first, ...report('R-2', change))).toThrow('correct.stale')
    expect(() => history(...first, ...report('R-2', { ...change, before: 'B', after: 'C' }))).not.toThrow()
    expect(() => history(...first, ...report('R-2', withdraw), ...report('R-3', { ...change, before: 'B' }))).toThrow(
      'correct.withdrawn',
    )
    expect(() => history(...report('R-1', add), ...report('R-2', add))).toThrow('correct.known-dose')
    expect(() => history(...report('R-1', change, { ...change, before: 'A', after: 'C' }))).toThrow('correct.stale')
  })

  it('of a certificate that is missing may need no correction', () => {
    const steps = [{ ...received, kind: 'no-certificate' }, checked, verified, { ...approved, corrections: [] }]
    expect(history(...steps).made.reports.get('R-1')?.step).toBe('approved')
  })

  it('shows evidence that stands in another report too (DU-07)', () => {
    const { made } = history(received, { ...received, report: 'R-2' }, { ...received, report: 'R-3', evidence: [] })
    expect(reusedEvidence(made, 'R-2')).toEqual([{ sha256: paper.sha256, reports: ['R-1'] }])
    expect(reusedEvidence(made, 'R-3')).toEqual([])
  })
})

describe('a history', () => {
  const { lines, made } = history(received, checked, { ...received, report: 'R-2' }, verified, approved)

  it('reads back as it was written', () => {
    const again = newHistory()
    for (const line of lines) readLine(again, line)
    expect(again).toEqual(made)
  })

  it('is refused when a line is changed, left out, moved or slipped in', () => {
    const edit = fc.record({
      at: fc.nat(lines.length - 2),
      how: fc.constantFrom('drop', 'double', 'swap', 'byte'),
      byte: fc.nat(5000),
    })
    fc.assert(
      fc.property(edit, ({ at, how, byte }) => {
        const line = lines[at] ?? ''
        const place = byte % line.length
        const flipped = `${line.slice(0, place)}${line[place] === 'x' ? 'y' : 'x'}${line.slice(place + 1)}`
        const other = { drop: [], double: [line, line], swap: [lines[at + 1] ?? '', line], byte: [flipped] }[how]
        const changed = lines.toSpliced(at, how === 'swap' ? 2 : 1, ...other)
        expect(() => {
          const again = newHistory()
          for (const one of changed) readLine(again, one)
        }).toThrow(/^correct\./)
      }),
    )
  })

  it('is as it was after an event that it refuses', () => {
    const { made: kept } = history(received)
    const before = structuredClone(kept)
    expect(() => addEvent(kept, verified)).toThrow('correct.order')
    expect(kept).toEqual(before)
  })
})

describe('a correction', () => {
  const dose = { ...emptyValues, dose_id: 'D1', product: 'A' }
  const doses = new Map([['D1', dose]])
  const apply = (...corrections: readonly Correction[]) => applyCorrections(doses, corrections)

  it('changes, adds and withdraws doses, and leaves the ones handed in', () => {
    expect(apply(change).get('D1')?.product).toBe('B')
    expect(apply({ kind: 'add', dose: 'D2', values: { product: 'C' } }).get('D2')).toMatchObject({
      dose_id: 'D2',
      product: 'C',
    })
    expect(apply({ kind: 'withdraw', dose: 'D1' }).get('D1')).toMatchObject({ product: 'A', status: 'withdrawn' })
    expect(doses.get('D1')).toEqual(dose)
  })

  it('is done once, whatever of a course of corrections the dose says already', () => {
    const course = [change, { ...change, before: 'B', after: 'C' }] as const
    for (const product of ['A', 'B', 'C']) {
      const after = applyCorrections(new Map([['D1', { ...dose, product }]]), course)
      expect(after.get('D1')?.product).toBe('C')
    }
    expect(() => applyCorrections(new Map([['D1', { ...dose, product: 'D' }]]), course)).toThrow('correct.stale')
    const added = apply({ kind: 'add', dose: 'D2', values: { product: 'A' } }, { ...change, dose: 'D2' })
    expect(added.get('D2')?.product).toBe('B')
  })

  it('is refused where the records say something else by now', () => {
    expect(() => apply({ ...change, before: 'Z' })).toThrow('correct.stale')
    expect(() => apply({ ...change, dose: 'D9' })).toThrow('correct.unknown-dose')
    expect(() => apply({ kind: 'add', dose: 'D1', values: {} })).toThrow('correct.known-dose')
  })

  it('has the certificates it touches revoked and issued anew, each once', () => {
    const issued = (id: string) =>
      id === 'D1'
        ? [
            { ci: 'ci-1', isOwn: true },
            { ci: 'ci-2', isOwn: false },
          ]
        : []
    expect(consequencesOf([change, { ...change, field: 'lot' }], issued)).toEqual([
      { action: 'revoke-and-reissue', dose: 'D1', ci: 'ci-1' },
      { action: 'revoke-and-reissue', dose: 'D1', ci: 'ci-2' },
    ])
    expect(consequencesOf([{ ...change, field: 'phone' }], issued)).toEqual([])
    expect(consequencesOf([{ kind: 'withdraw', dose: 'D1' }, change], issued)).toEqual([
      { action: 'revoke', dose: 'D1', ci: 'ci-1' },
      { action: 'revoke-and-reissue', dose: 'D1', ci: 'ci-2' },
    ])
  })
})
