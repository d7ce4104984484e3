import { type PlainCborMap, writeShortest } from '../../cose/cbor-shortest.ts'
import { sameBytes } from '../../cose/same-bytes.ts'
import { type Environment, type Root, readRootBody } from '../root.ts'
import type { Role } from '../signed-list.ts'
import { prepareList } from './list-draft.ts'
import { requireNoTestKey } from './trust-change.ts'

/** Who may sign: keys as SubjectPublicKeyInfo, DER, P-256. */
export interface RolePlan {
  readonly threshold: number
  readonly keys: readonly Uint8Array[]
}

/** Both roles of a root. */
export interface RolesPlan {
  readonly root: RolePlan
  readonly lists: RolePlan
}

/** From when to when a root or a list is good, both ends included. */
export interface Period {
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** The first root of all. */
export interface RootPlan extends Period {
  readonly environment: Environment
  readonly roles: RolesPlan
}

/** What is new in the next root. */
export interface NextRootPlan extends Period {
  /** The old ones where absent. */
  readonly roles?: Partial<RolesPlan>
  /** True to let the numbers of manifest and lists start anew: the way out when stolen list keys used them up. */
  readonly newEpoch?: boolean
}

/**
 * Makes the draft of the first root: number 1, epoch 1. Its own root keys sign it.
 * @throws Fault `list.shape` for roles that no reader takes, `publish.sample` when production names a key that everybody has
 */
export function makeRoot({ environment, roles, ...period }: RootPlan): Uint8Array {
  return rootDraft({ environment, roles, epoch: 1, number: 1, ...period })
}

/**
 * Makes the draft of the root after `old`. Enough root keys of the old one and of the new one sign it. Lists are
 * then to be built anew under it: those of a key that was removed are not believed any more.
 * @throws Fault `list.shape`, `publish.sample` as `makeRoot` does
 */
export function makeNextRoot(old: Root, { roles, newEpoch = false, ...period }: NextRootPlan): Uint8Array {
  return rootDraft({
    environment: old.environment,
    roles: { root: rolePlan(old.roles.root), lists: rolePlan(old.roles.lists), ...roles },
    epoch: old.epoch + (newEpoch ? 1 : 0),
    number: old.number + 1,
    ...period,
  })
}

/**
 * The role as plan, with one key in the place of another.
 * @throws TypeError when the role does not name the key that is to go
 */
export function replaceKey(role: Role, gone: Uint8Array, added: Uint8Array): RolePlan {
  const { threshold, keys } = rolePlan(role)
  const at = keys.findIndex((spki) => sameBytes(spki, gone))
  if (at < 0) throw new TypeError('the role does not name this key')
  return { threshold, keys: keys.with(at, added) }
}

interface RootStatement extends RootPlan {
  readonly epoch: number
  readonly number: number
}

function rootDraft({ environment, roles, epoch, ...stated }: RootStatement): Uint8Array {
  const keys = [...roles.root.keys, ...roles.lists.keys]
  requireNoTestKey(keys, environment)
  const fields: [string, number | string | PlainCborMap][] = [
    ['format', 'vaxcert-root'],
    ['version', 1],
    ['environment', environment],
    ['epoch', epoch],
    ['roles', new Map([roleEntry('root', roles.root), roleEntry('lists', roles.lists)])],
  ]
  const body = writeShortest(new Map(fields))
  readRootBody(body, epoch)
  return prepareList({ kind: 'root', epoch, body, ...stated })
}

function roleEntry(name: string, { threshold, keys }: RolePlan): [string, PlainCborMap] {
  return [
    name,
    new Map<string, number | readonly Uint8Array[]>([
      ['threshold', threshold],
      ['keys', keys],
    ]),
  ]
}

function rolePlan({ threshold, keys }: Role): RolePlan {
  return { threshold, keys: keys.map(({ spki }) => spki) }
}
