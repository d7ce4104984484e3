import { closeSync, existsSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { usageError } from '../exit.ts'
import { printable } from '../terminal.ts'
import { keyOfLine, type RegisterLine, readRegisterLine } from './register-line.ts'

const LF = 0x0a

/** What is revoked now, by `keyOfLine`: the last line about each, in the order in which they first came. */
export type Register = ReadonlyMap<string, RegisterLine>

interface ReadRegister {
  readonly register: Map<string, RegisterLine>
  /** Bytes up to the end of the last whole line. */
  readonly end: number
}

/**
 * Reads a register: NDJSON, one line for each thing added or removed. A last line without its end is one whose writer
 * was stopped: it was never confirmed and does not count.
 * @throws CommanderError with exit code 2 when a whole line is none of a register, or the file cannot be read
 */
export function readRegister(path: string): Register {
  if (!existsSync(path)) throw usageError(`There is no register ${printable(path)}. "revoke add" begins one.`)
  return readLines(path, readFileSync(path)).register
}

/** What came of adding or removing. */
export interface Change {
  /** Lines that were written. */
  readonly written: number
  /** Lines that changed nothing, and were not written. */
  readonly without: number
  /** Things that are revoked now. */
  readonly revoked: number
}

/** A register to which lines are added one after the other: nothing is held but what it says, and a piece of its text. */
export interface OpenRegister {
  /** What it says, with all that was added. */
  readonly register: Register
  /** Writes the line if it makes a change in what the register says. */
  add(line: RegisterLine): void
  /** What was added is on the disk when this returns. */
  end(): Change
  /** Whatever came of it; lines of the last piece are lost where `end` was not reached. */
  close(): void
}

/** Characters of one piece. */
const PIECE = 1 << 20

/**
 * Opens a register, or begins it.
 * @throws CommanderError with exit code 2 as `readRegister`
 */
export function openRegister(path: string): OpenRegister {
  const file = openSync(path, 'a+')
  try {
    const { register, end } = readLines(path, readFileSync(file))
    ftruncateSync(file, end)
    return additions(file, register)
  } catch (error) {
    closeSync(file)
    throw error
  }
}

function additions(file: number, register: Map<string, RegisterLine>): OpenRegister {
  let [piece, written, without] = ['', 0, 0]
  const flush = (): void => {
    writeAll(file, Buffer.from(piece))
    piece = ''
  }
  return {
    register,
    add(line) {
      const text = textOf(line)
      if (!apply(register, line)) {
        without += 1
        return
      }
      written += 1
      piece += text
      if (piece.length >= PIECE) flush()
    },
    end() {
      flush()
      fdatasyncSync(file)
      return { written, without, revoked: register.size }
    },
    close: () => closeSync(file),
  }
}

/**
 * Appends the lines that make a change in what the register says. They are on the disk when this returns.
 * @throws CommanderError with exit code 2 as `openRegister`
 */
export function appendTo(path: string, linesFor: (register: Register) => readonly RegisterLine[]): Change {
  const opened = openRegister(path)
  try {
    for (const line of linesFor(opened.register)) opened.add(line)
    return opened.end()
  } finally {
    opened.close()
  }
}

/** The same changes for what is in the register: without a kid, one under any kid is meant. */
export function linesAbout(register: Register, lines: readonly RegisterLine[]): readonly RegisterLine[] {
  const byKey = new Map(lines.map((line) => [keyOfLine(line), line]))
  return [...register].flatMap(([key, { type, hash, kid }]) => {
    const line = byKey.get(key) ?? byKey.get(keyOfLine({ type, ...(hash && { hash }) }))
    return line ? [{ ...line, ...(kid && { kid }) }] : []
  })
}

/** Makes the change that a line tells of; false when there is none to make. */
function apply(register: Map<string, RegisterLine>, line: RegisterLine): boolean {
  const key = keyOfLine(line)
  if (line.act === 'remove') return register.delete(key)
  const before = register.get(key)
  if (before !== undefined && lastsAsLong(before, line)) return false
  register.set(key, line)
  return true
}

/** Without a last day it lasts for ever. */
function lastsAsLong({ until: before }: RegisterLine, { until }: RegisterLine): boolean {
  return before === undefined || (until !== undefined && until <= before)
}

function readLines(path: string, bytes: Buffer): ReadRegister {
  const register = new Map<string, RegisterLine>()
  let start = 0
  for (let number = 1, feed = bytes.indexOf(LF); feed >= 0; feed = bytes.indexOf(LF, start), number += 1) {
    const line = readRegisterLine(bytes.toString('utf8', start, feed))
    if (line === undefined) throw usageError(`Line ${number} of ${printable(path)} is not one of a register.`)
    apply(register, line)
    start = feed + 1
  }
  return { register, end: start }
}

/** Nothing is written that would not be read again. */
function textOf(line: RegisterLine): string {
  const text = JSON.stringify(line)
  if (readRegisterLine(text) === undefined) throw new TypeError('not a line of a register')
  return `${text}\n`
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}
