import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendTo, openRegister, readRegister } from '../../src/revocation/register.ts'
import { keyOfLine, lineOf, type RegisterLine } from '../../src/revocation/register-line.ts'
import { withRegister } from '../../src/revocation/register-lock.ts'
import { emptyFolder } from '../empty-folder.ts'
import { NOW } from '../sample-certificates.ts'

const folder = emptyFolder()
let files = 0
const newPath = () => {
  files += 1
  return join(folder, `register-${files}.ndjson`)
}
const line = (byte: number, act: 'add' | 'remove' = 'add', lastDay?: number): RegisterLine =>
  lineOf({ type: 'UCI', hash: new Uint8Array(16).fill(byte), ...(lastDay !== undefined && { lastDay }) }, act, NOW)
const append = (path: string, ...lines: readonly RegisterLine[]) => appendTo(path, () => lines)

describe('A register', () => {
  it('only grows, by lines that change something', () => {
    const path = newPath()
    expect(append(path, line(1), line(2), line(1))).toEqual({ written: 2, without: 1, revoked: 2 })
    const before = readFileSync(path, 'utf8')
    expect(append(path, line(2), line(9, 'remove'))).toEqual({ written: 0, without: 2, revoked: 2 })
    expect(readFileSync(path, 'utf8')).toBe(before)
    append(path, line(1, 'remove'), line(3))
    expect(readFileSync(path, 'utf8').startsWith(before)).toBe(true)
    expect([...readRegister(path).keys()]).toEqual([keyOfLine(line(2)), keyOfLine(line(3))])
  })

  it('keeps no last day that a date cannot tell, and no kid of zeros', () => {
    const path = newPath()
    const kid = new Uint8Array(8)
    for (const [index, lastDay] of [2_932_896, 2_932_897, 1e15, -1].entries()) {
      const hash = new Uint8Array(16).fill(index)
      append(path, lineOf({ type: 'UCI', hash, kid, lastDay }, 'add', NOW))
    }
    const lines = [...readRegister(path).values()]
    expect(lines.map(({ until }) => until)).toEqual(['9999-12-31', undefined, undefined, undefined])
    expect(lines.every((each) => each.kid === undefined)).toBe(true)
  })

  it('writes nothing that it could not read', () => {
    const path = newPath()
    append(path, line(1))
    expect(() => append(path, line(2), { ...line(3), reason: 'x' as 'fraud' })).toThrow(TypeError)
    expect(readRegister(path).size).toBe(1)
  })

  it('is written piece by piece while lines come, and the last piece at the end', () => {
    const path = newPath()
    const lines = Array.from({ length: 12_000 }, (_, n) =>
      lineOf({ type: 'UCI', hash: Buffer.from(String(n).padStart(16)) }, 'add', NOW, 'fraud'),
    )
    const opened = openRegister(path)
    for (const each of lines) opened.add(each)
    const before = readRegister(path).size
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(12_000)
    expect(opened.end()).toEqual({ written: 12_000, without: 0, revoked: 12_000 })
    opened.close()
    expect([...readRegister(path).values()]).toEqual(lines)
  })

  it('keeps what was there where nobody came to an end', () => {
    const path = newPath()
    append(path, line(1))
    const opened = openRegister(path)
    opened.add(line(2))
    opened.close()
    expect([...readRegister(path).keys()]).toEqual([keyOfLine(line(1))])
  })

  it('takes a later last day, and none is the latest', () => {
    const path = newPath()
    expect(
      append(path, line(1, 'add', 100), line(1, 'add', 99), line(1, 'add', 101), line(1), line(1, 'add', 500)).written,
    ).toBe(3)
    expect([...readRegister(path).values()][0]?.until).toBeUndefined()
  })

  it('does not count a line that was cut off, and the next one stands in its place', () => {
    const whole = newPath()
    append(whole, line(1), line(2))
    const bytes = readFileSync(whole)
    const firstEnd = bytes.indexOf(0x0a) + 1
    for (let end = 0; end <= bytes.length; end += 7) {
      const path = newPath()
      writeFileSync(path, bytes.subarray(0, end))
      const expected = end === bytes.length ? 2 : end >= firstEnd ? 1 : 0
      expect(readRegister(path).size).toBe(expected)
      append(path, line(1), line(2), line(3))
      expect(readRegister(path).size).toBe(3)
      expect(readFileSync(path, 'utf8').endsWith('}\n')).toBe(true)
    }
  })

  it.each([
    'x',
    '{}',
    '[]',
    'null',
    '{"at":"2022-06-01T12:00:00Z","act":"add","type":"UCI","hash":"AAAA"}',
    '{"at":"2022-06-01T12:00:00Z","act":"add","type":"UCI"}',
    '{"at":"2022-06-01T12:00:00Z","act":"add","type":"SIGNER"}',
    '{"at":"2022-06-01T12:00:00Z","act":"add","type":"SIGNER","kid":"AQIDBAUGBwg=","uvci":"URN"}',
    '{"at":"2022-06-01T12:00:00Z","act":"add","type":"SIGNER","kid":"AQIDBAUGBwg=","until":"2022-13-01"}',
    '{"at":"2022-06-01T12:00:00Z","act":"add","type":"SIGNER","kid":"AQIDBAUGBwg=","__proto__":{}}',
    '',
  ])('with a line that is none is not read, and nothing is written to it: %s', (bad) => {
    const path = newPath()
    append(path, line(1))
    appendFileSync(path, `${bad}\n`)
    const before = readFileSync(path, 'utf8')
    expect(() => readRegister(path)).toThrow(/^Line 2 of .* is not one of a register/)
    expect(() => append(path, line(2))).toThrow(/^Line 2/)
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  it('says at any time what the lines say one after the other', () => {
    const change = fc.tuple(fc.nat(4), fc.constantFrom('add' as const, 'remove' as const))
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 5 }), (runs) => {
        const path = newPath()
        const model = new Set<number>()
        for (const run of runs) {
          append(path, ...run.map(([byte, act]) => line(byte, act)))
          for (const [byte, act] of run) act === 'add' ? model.add(byte) : model.delete(byte)
          expect(new Set(readRegister(path).keys())).toEqual(new Set([...model].map((byte) => keyOfLine(line(byte)))))
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('The lock of a register', () => {
  it('lets one in at a time, and goes with it', () => {
    const path = newPath()
    withRegister(path, () => {
      expect(() => withRegister(path, () => undefined)).toThrow(`Process ${process.pid} is changing the register.`)
    })
    expect(existsSync(`${path}.lock`)).toBe(false)
    expect(() =>
      withRegister(path, () => {
        throw new TypeError('broken')
      }),
    ).toThrow('broken')
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  it('that a killed process left is told, and kept', async () => {
    const path = newPath()
    const dead = spawn(process.execPath, ['-e', ''])
    await new Promise((done) => dead.on('exit', done))
    writeFileSync(`${path}.lock`, `${dead.pid}\n`)
    expect(() => withRegister(path, () => undefined)).toThrow(
      `Process ${dead.pid} was changing the register and is no longer running`,
    )
    expect(existsSync(`${path}.lock`)).toBe(true)
    writeFileSync(`${path}.lock`, '')
    expect(() => withRegister(path, () => undefined)).toThrow('Somebody else is changing the register.')
  })
})
