import { Fault } from '../fault.ts'
import { type DenyList, deniedId } from './deny-list.ts'
import type { Root } from './root.ts'
import { isSameStatement, type Statement } from './statement.ts'

/**
 * How far a number may lie beyond the one held, or beyond 0 where none is held in its epoch. Far more than
 * anybody publishes between two looks; a publisher whom it stops begins a new epoch.
 */
const MAX_NUMBER_STEP = 100_000

/**
 * Within an epoch numbers and times only go up, not too far at once, and one number stands for one statement: by
 * whom and in what order it is signed is no matter, since anybody can leave a signature out or put it elsewhere.
 * With a new epoch they start anew.
 * @throws Fault `list.rollback`, `list.changed`, `list.jump`
 */
export function requireNotOlder(statement: Statement, held: Statement | undefined): void {
  const before = held?.epoch === statement.epoch ? held : undefined
  const { number, issuedAt } = before ?? beginning
  if (statement.number < number) throw new Fault('list.rollback', 'a lower number than the one held')
  if (statement.number - number > MAX_NUMBER_STEP) throw new Fault('list.jump', 'number too far ahead')
  if (statement.issuedAt < issuedAt) throw new Fault('list.rollback', 'issued before the one held')
  if (before?.number === statement.number && !isSameStatement(statement, before)) {
    throw new Fault('list.changed', 'the number held, for something else')
  }
}

/** What every epoch begins with. */
const beginning = { number: 0, issuedAt: 0 } as const

/**
 * A manifest and its lists are of the epoch of their root.
 * @throws Fault `list.rollback`, `list.jump`
 */
export function requireEpoch(root: Root, { epoch }: Statement): void {
  if (epoch < root.epoch) throw new Fault('list.rollback', 'of an epoch that is over')
  if (epoch > root.epoch) throw new Fault('list.jump', 'of an epoch that no root has begun')
}

/** @throws Fault `list.expired` when it was good until a time before `at` */
export function requireUnexpired({ expiresAt }: Statement, at: number): void {
  if (at > expiresAt) throw new Fault('list.expired', 'had expired when it was offered')
}

/**
 * Whatever was denied stays denied, through a new epoch too.
 * @throws Fault `list.deny`
 */
export function requireGrown({ entries }: DenyList, held: DenyList | undefined): void {
  const ids = new Set(entries.map(deniedId))
  if (held?.entries.every((entry) => ids.has(deniedId(entry))) === false) {
    throw new Fault('list.deny', 'a denied kid or key is missing')
  }
}
