import type { Counts, Step } from './measures.ts'
import { percentOf } from './percent.ts'

/** Doses that stand at one step and not yet at a later one. */
export type BacklogKind = 'not-entered' | 'not-verified' | 'not-confirmed' | 'entered-not-signed' | 'given-not-signed'
export const backlogKinds: readonly BacklogKind[] = [
  ...(['not-entered', 'not-verified', 'not-confirmed', 'entered-not-signed', 'given-not-signed'] as const),
]

export interface Backlog {
  readonly kind: BacklogKind
  readonly doses: number
  /** The doses of the earlier step. */
  readonly of: number
  /** Half up, "14.64"; absent where there are none. */
  readonly percent?: string
}

/** The share of one step in an earlier one. */
export interface Share {
  readonly step: Step
  readonly of: Step
  readonly part: number
  readonly whole: number
  /** Half up, and cut off; absent where the whole is 0. */
  readonly percent?: string
  readonly truncated?: string
}

const between: Readonly<Record<BacklogKind, readonly [from: Step, to: Step]>> = {
  'not-entered': ['given', 'entered'],
  'not-verified': ['entered', 'verified'],
  'not-confirmed': ['entered', 'confirmed'],
  'entered-not-signed': ['entered', 'signed'],
  'given-not-signed': ['given', 'signed'],
}
const shareKinds: readonly (readonly [step: Step, of: Step])[] = [
  ['entered', 'given'],
  ['verified', 'entered'],
  ['confirmed', 'entered'],
  ['signed', 'entered'],
  ['signed', 'given'],
]

/** What is open; a kind of which a step is not measured is absent, and so is one with more at the end than at the start. */
export function backlogsOf(doses: Counts): readonly Backlog[] {
  return backlogKinds.flatMap((kind) => {
    const [from, to] = between[kind]
    const [all, done] = [doses[from], doses[to]]
    if (all === undefined || done === undefined || done > all) return []
    const percent = percentOf(all - done, all)
    return [{ kind, doses: all - done, of: all, ...(percent !== undefined && { percent: percent.rounded }) }]
  })
}

export function sharesOf(doses: Counts): readonly Share[] {
  return shareKinds.flatMap(([step, of]) => {
    const [part, whole] = [doses[step], doses[of]]
    if (part === undefined || whole === undefined) return []
    const percent = percentOf(part, whole)
    const told = percent === undefined ? {} : { percent: percent.rounded, truncated: percent.truncated }
    return [{ step, of, part, whole, ...told }]
  })
}
