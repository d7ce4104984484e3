import { readShortest } from '../cose/cbor-shortest.ts'
import { listKey } from './list-key.ts'
import { demand, demandArray, demandBytes, demandMap, demandWhole } from './list-shape.ts'
import type { Role } from './signed-list.ts'
import type { Statement } from './statement.ts'

/** Samples and production never believe each other's roots. */
export type Environment = 'production' | 'test'

/** Whose word counts: the keys that may sign the next root, and those that may sign lists. */
export interface Root extends Statement {
  readonly environment: Environment
  readonly roles: { readonly root: Role; readonly lists: Role }
  readonly file: Uint8Array
}

/** Keys that one role may have. */
const MAX_ROLE_KEYS = 16

/**
 * Reads the body of a root: CBOR in shortest form, {format, version, environment, epoch, roles}.
 * @throws Fault `list.shape`, also when it states another epoch than its statement
 */
export function readRootBody(body: Uint8Array, epoch: number): Pick<Root, 'environment' | 'roles'> {
  const value = readShortest(body, { code: 'list.shape', maxBytes: body.length })
  const fields = demandMap(value, ['format', 'version', 'environment', 'epoch', 'roles'])
  demand(fields.format === 'vaxcert-root' && fields.version === 1, 'format or version')
  demand(fields.epoch === epoch, 'epoch is not the one stated')
  const { environment } = fields
  demand(environment === 'production' || environment === 'test', 'environment')
  const { root, lists } = demandMap(fields.roles, ['root', 'lists'])
  return { environment, roles: { root: readRole(root), lists: readRole(lists) } }
}

/** At least one key; no two of one kid, so that none can be counted twice. */
function readRole(value: unknown): Role {
  const fields = demandMap(value, ['threshold', 'keys'])
  const keys = demandArray(fields.keys, MAX_ROLE_KEYS).map((spki) => listKey(demandBytes(spki)))
  demand(new Set(keys.map(({ kid }) => kid.join())).size === keys.length, 'one key named twice')
  const threshold = demandWhole(fields.threshold)
  demand(threshold >= 1 && threshold <= keys.length, 'threshold')
  return { threshold, keys }
}
