import type { Stages, Vector } from './vector.ts'

const members: readonly (keyof Vector)[] = [
  'id',
  'about',
  'spec',
  'importance',
  'officialId',
  'given',
  'stages',
  'expect',
]

const stageNames: readonly (keyof Stages)[] = [
  'dcc',
  'documents',
  'payload',
  'protected',
  'toBeSigned',
  'cose',
  'zlib',
  'base45',
]

/** A vector with its members in the order in which all files have them. */
export function inOrder({ stages, ...vector }: Vector): Vector {
  const ordered = stages && { stages: picked(stages, stageNames) }
  return picked({ ...vector, ...ordered }, members)
}

/** JSON in which what an editor hides, joins or turns around is escaped: controls, marks, and all white space but the space. */
export function jsonText(content: unknown): string {
  const json = JSON.stringify(content, null, 2)
  return `${json.replace(/(?![ \n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{M}\p{Z}]/gu, escaped)}\n`
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => unitEscaped(character.charCodeAt(index))).join('')
}

function unitEscaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}

function picked<T extends object>(source: T, names: readonly (keyof T)[]): T {
  return Object.fromEntries(names.filter((name) => source[name] !== undefined).map((name) => [name, source[name]])) as T
}
