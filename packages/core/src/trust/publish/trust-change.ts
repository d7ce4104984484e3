import { Fault } from '../../fault.ts'
import type { DocumentSigner } from '../document-signer.ts'
import type { Environment } from '../root.ts'
import { isTestKey } from '../test-keys.ts'

/** What a trust list may lose without anybody asking. */
export interface AllowedLoss {
  /** Lets it lose more than a tenth of its signers. */
  readonly mayShrink?: boolean
  /** Countries that it may lose, alpha-2. */
  readonly mayLose?: readonly string[]
}

const SMALLEST_REST = 0.9

/**
 * Demands that a trust list does not quietly become smaller: a source that failed must not switch off a country.
 * @throws Fault `publish.shrinks`, `publish.country-lost`
 */
export function requireNoLoss(
  before: readonly DocumentSigner[],
  after: readonly DocumentSigner[],
  { mayShrink = false, mayLose = [] }: AllowedLoss,
): void {
  const left = new Set([...after.map(({ country }) => country), ...mayLose])
  if (!before.every(({ country }) => left.has(country))) throw new Fault('publish.country-lost', 'a country is gone')
  if (!mayShrink && after.length < before.length * SMALLEST_REST) {
    throw new Fault('publish.shrinks', 'more than a tenth of the signers is gone')
  }
}

/**
 * Demands that production trusts no key that everybody has.
 * @throws Fault `publish.sample`
 */
export function requireNoTestKey(keys: readonly Uint8Array[], environment: Environment): void {
  if (environment === 'production' && keys.some(isTestKey))
    throw new Fault('publish.sample', 'a key that everybody has')
}
