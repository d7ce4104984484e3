import type { Encodable } from '../bytes/cbor.ts'
import type { Change } from '../layers.ts'

type Members = Readonly<Record<string, Encodable>>

/** The certificate as other JSON. */
export function dcc(make: (right: Members) => Encodable): Change {
  return { layer: 'dcc', make: (right) => make(right as Members) }
}

/** Members of the certificate with other values, or new ones. */
export function members(values: Members): Change {
  return dcc((right) => ({ ...right, ...values }))
}

export function withoutMember(name: string): Change {
  return dcc((right) => omit(right, name))
}

/** Members of the one event with other values, or new ones. */
export function event(values: Members): Change {
  return dcc((right) => withEvent(right, (old) => ({ ...old, ...values })))
}

export function withoutInEvent(name: string): Change {
  return dcc((right) => withEvent(right, (old) => omit(old, name)))
}

/** The whole `nam` or its parts. */
export function name(nam: Encodable): Change {
  return members({ nam })
}

function withEvent(right: Members, make: (old: Members) => Members): Members {
  const group = ['v', 't', 'r'].find((candidate) => candidate in right) ?? 'v'
  const [old] = right[group] as readonly Members[]
  return { ...right, [group]: [make(old ?? {})] }
}

function omit(right: Members, name: string): Members {
  return Object.fromEntries(Object.entries(right).filter(([member]) => member !== name))
}
